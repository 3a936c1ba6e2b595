"""The text as a reader sees it: disguises taken off, each sign remembering where it stood.

Zero-width and direction marks, soft hyphens and stacked accents are gone, full-width and other
scripts' signs and digits are plain, look-alike letters are Latin, dashes and quotes are of one
kind, and what is repeated between words stands once.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_ONE_TO_ONE = str.maketrans(
    dict.fromkeys("‐‑‒–—―−⁃˗᠆⸺⸻﹘﹣－", "-")
    | {"’": "'", "‘": "'", "´": "'", "`": "'"}
    | {"\t": " "}
)
_LOOK_ALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁΑΒΕΖΗΙΚΜΝΟΡΤΥΧοινκαβγδεζηθλμπρςστυφχω",
    "ABESIJKMHOPCTYXaesijopcyxhdABEZHIKMNOPTYXoivkabydeznolunpsstuoxw",
)
_UNUSUAL = re.compile(r"[^\n !-~æøåÆØÅéÉüÜöÖäÄ§«»“”…]|[ \n][ \n]|([!-/:-@\[-`{-~])\1")
_GONE = frozenset({"Cf", "Cc", "Cs", "Co", "Cn", "Mn", "Me"})
# ɱ, ʝ, ƒ, ɐ, ᴋ, 🅺: signs that only look like the letters of a name.
_BARE = re.compile(
    r"(?:NEGATIVE )?(?:SQUARED |CIRCLED )?(?:LATIN|REGIONAL INDICATOR SYMBOL)"
    r" (?:LETTER )?(SMALL CAPITAL|SMALL|CAPITAL|LETTER) ?(?:LETTER )?"
    r"(?:TURNED |REVERSED |SCRIPT |OPEN )*([A-Z])(?: WITH .*)?$"
)
_KEPT = frozenset("æøÆØłŁđĐ")  # the rest of our letters fall apart into one and its accent
_BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029")


@dataclass(frozen=True, slots=True)
class Plain:
    """Plain text; sign number n stood from `starts[n]` up to `ends[n]` in the original."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return where the signs from `start` up to `end` stood."""
        return self.starts[start], self.ends[end - 1]


class Builder:
    """Puts plain text together sign by sign."""

    def __init__(self) -> None:
        self._signs: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []

    def add(self, sign: str, start: int, end: int) -> None:
        """Add one sign that stood from `start` up to `end`."""
        self._signs.append(sign)
        self._starts.append(start)
        self._ends.append(end)

    def add_once(self, sign: str, start: int, end: int) -> None:
        """Add one sign, unless it only repeats the blank or mark before it."""
        last = self._signs[-1] if self._signs else ""
        if sign in " \n" and last and last in " \n":
            self._signs[-1] = "\n" if "\n" in (sign, last) else " "
        elif sign == last and not sign.isalnum():
            self._ends[-1] = end
        else:
            self.add(sign, start, end)

    def plain(self) -> Plain:
        """Return what was added."""
        return Plain("".join(self._signs), self._starts, self._ends)


def plain(text: str) -> Plain:
    """Return `text` without its disguises."""
    simple = text.translate(_ONE_TO_ONE)
    if not _UNUSUAL.search(simple):
        return Plain(simple, range(len(text)), range(1, len(text) + 1))
    builder = Builder()
    for start, end in _clusters(simple):
        for sign in _plain_signs(simple[start:end]):
            builder.add_once(sign, start, end)
    return builder.plain()


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Yield each sign together with the accents stacked on it."""
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not unicodedata.category(text[place]).startswith("M"):
            yield start, place
            start = place


def _plain_signs(cluster: str) -> Iterator[str]:
    if cluster in ("\n", "\r"):
        yield "\n"
        return
    if cluster[0] in _BLANKS:
        yield " "
        return
    for sign in unicodedata.normalize("NFKC", cluster).translate(_LOOK_ALIKES):
        number = unicodedata.numeric(sign, -1)
        if number in range(10):
            yield str(int(number))
        elif sign.isspace():
            yield " "
        elif bare := _bare(sign):
            yield bare
        elif unicodedata.category(sign) not in _GONE:
            yield sign.translate(_ONE_TO_ONE)


def bare(low: str) -> str:
    """Return `low`, in small letters, without the accents that are not ours, sign for sign."""
    if low.isascii():
        return low
    return "".join(_without_accent(sign) for sign in low)


def _without_accent(sign: str) -> str:
    if sign.isascii() or sign in "æøå":
        return sign
    return unicodedata.normalize("NFD", sign)[0]


def _bare(sign: str) -> str:
    """Return the letter that `sign` is a rare form of, or "" if it is one of its own."""
    if sign.isascii() or sign in _KEPT or unicodedata.decomposition(sign):
        return ""
    named = _BARE.match(unicodedata.name(sign, ""))
    if named is None:
        return ""
    return named[2].lower() if named[1] == "SMALL" else named[2]
