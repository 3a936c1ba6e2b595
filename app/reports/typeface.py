"""Source Sans on paper: registered by its bytes, and what to print where it has no letter."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib import resources
from io import BytesIO
from typing import Any

from reportlab.pdfbase.pdfmetrics import getFont, registerFont

from app.reports.cut import Cuts

REGULAR = "SourceSans"
STRONG = "SourceSans-Semibold"
MISSING = "\u2610"  # an empty box; Source Sans has it
_FILES = {REGULAR: "SourceSansPro-Regular.ttf", STRONG: "SourceSansPro-Semibold.ttf"}
_UNBROKEN = "\u2007\u202f"  # blanks within a number
_DROPPED = frozenset({"Cc", "Cf", "Mn", "Me", "Sk"})


@cache
def load_typeface() -> frozenset[str]:
    """Make both cuts known to ReportLab, once; return every character they can show."""
    folder = resources.files("font_source_sans_pro") / "files"
    printed: list[frozenset[str]] = []
    for name, file in _FILES.items():
        font = Cuts(name, BytesIO((folder / file).read_bytes()))
        registerFont(font)
        printed.append(frozenset(chr(code) for code in font.face.charToGlyph))
    return frozenset(filter(_is_seen, printed[0] & printed[1]))


def printable(words: str) -> str:
    """Return `words` in characters that can be printed: the nearest one, else an empty box.

    Invisible characters (direction marks, joiners, soft hyphens) are dropped: they could make
    the paper read otherwise than what was checked.
    """
    known = load_typeface()
    composed = unicodedata.normalize("NFC", words)
    if known.issuperset(composed):
        return composed
    return "".join(_nearest(sign, known) for sign in composed)


def width_of(words: str, *, strong: bool, size: float) -> float:
    """Return how wide `words` are on one line."""
    return sum(map(_widths(strong=strong).__getitem__, words)) * size / 1000


class _Widths(dict[str, float]):
    """How wide each character is, in thousandths of the size of its type."""

    def __init__(self, face: Any) -> None:
        super().__init__({chr(code): width for code, width in face.charWidths.items()})
        self._else: float = face.defaultWidth

    def __missing__(self, sign: str) -> float:
        return self._else


@cache
def _widths(*, strong: bool) -> _Widths:
    load_typeface()
    return _Widths(getFont(STRONG if strong else REGULAR).face)


def _is_seen(sign: str) -> bool:
    kind = unicodedata.category(sign)
    return sign in " \u00a0" or not kind.startswith(("C", "Z"))


def _nearest(sign: str, known: frozenset[str]) -> str:
    kind = unicodedata.category(sign)
    if sign in known:
        return sign
    if sign == "\n" or kind in ("Zl", "Zp"):
        return "\n"
    if sign in _UNBROKEN:
        return "\u00a0"
    if sign == "\t" or kind == "Zs":
        return " "
    if kind in _DROPPED:
        return ""
    plain = unicodedata.normalize("NFKC", sign).replace("\u2010", "-")
    return plain if plain and known.issuperset(plain) else MISSING
