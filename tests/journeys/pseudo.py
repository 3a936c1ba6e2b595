"""The pseudo-language of the journeys: what comes from the catalogue is in brackets and in other
letters, so that a Latin letter in a window is either data or a text nobody can translate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import astuple
from enum import StrEnum
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import pytest
from sqlalchemy import inspect, text

import app.domain.adjustment
import app.domain.clock_rule
import app.domain.days
import app.domain.retention
import app.domain.scheme
import app.domain.soft_block
import app.domain.task_template
import app.domain.wording
import app.domain.words
from app.bootstrap import Services
from app.domain.language import PSEUDO, use_language
from app.domain.slip import FILLED_IN, SlipLanguage
from app.services.slip_words import shipped_labels, shipped_texts

_PLACEHOLDER = re.compile(r"(\{[^{}]*\})")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_KEYS = re.compile(
    r"\b(?:(?:Ctrl|Alt|Shift)\+)+(Enter|Home|End|\w|[←→↑↓,.+-])"
    r"|\b(Enter|Esc|Space|Tab|Del|Home|End|PgUp|PgDown|F\d{1,2})\b"
)
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f'’.-]*")
# Codes of flags are drawn, or shown as an example of one.
_CODE = re.compile(r"\b[A-Z0-9]{2}-[A-Z0-9]{2}\b")
# Seals of the audit trail, and the marks people have there.
_SEAL = re.compile(r"\b[0-9a-f]{4}( [0-9a-f]{4}){3}\b|\b[0-9a-f]{6}\b")
# Classes of the ICF, the same in every language.
_ICF = re.compile(r"\bICF ([bde]\d{3}(, )?)+")
# One group of the recovery code, which is drawn too, as it is shown and as it is read aloud.
_GROUP = re.compile(r"[0-9A-HJKMNP-TV-Z]( ?[0-9A-HJKMNP-TV-Z]){4}")
# The program's own name, which is the same in every language.
OWN_NAME = "Fasthold"


def speak(monkeypatch: pytest.MonkeyPatch) -> None:
    """Speak the pseudo-language until the test ends."""
    data = (
        app.domain.adjustment,
        app.domain.clock_rule,
        app.domain.days,
        app.domain.retention,
        app.domain.scheme,
        app.domain.soft_block,
        app.domain.task_template,
        app.domain.wording,
    )
    for module in (app.domain.language, app.domain.words, *data):
        monkeypatch.setattr(module, "mark", mark)
    # What was said in these letters is not to be remembered when the test has ended.
    fresh = app.domain.days._closed_reason.__wrapped__
    monkeypatch.setattr(app.domain.days, "_closed_reason", fresh)
    use_language(PSEUDO)


@cache
def mark(words: str) -> str:
    """Return a text of the catalogue with its letters exchanged, its placeholders as they are."""
    parts = _PLACEHOLDER.split(words)
    told = "".join(part if part.startswith("{") else _LATIN.sub(_other, part) for part in parts)
    return f"⟦{told}⟧" if words else words


def _other(found: re.Match[str]) -> str:
    letter = found[0]
    first = "А" if letter.isupper() else "а"
    return chr(ord(first) + (ord(letter) & 31))


class Known:
    """What a person typed, and so may stand in a window in any language."""

    def __init__(self, typed: set[str]) -> None:
        self._typed: list[str] = []
        self._words: set[str] = set()
        self._initials: set[str] = set()
        self.add(*typed)

    def add(self, *typed: str) -> None:
        """Know this too."""
        new = {one.strip() for one in typed if _LATIN.search(one)}
        # The longest first: a name may lie within another.
        self._typed = sorted({*self._typed, *new}, key=len, reverse=True)
        self._words |= {word for one in new for word in _WORD.findall(one)}
        self._initials |= {_initials(one) for one in new}

    def unexplained(self, shown: str) -> str:
        """Return what of `shown` is neither catalogue nor data nor a key; mostly nothing."""
        if not _LATIN.search(shown) or shown.strip() in self._initials or _GROUP.fullmatch(shown):
            return ""
        left = _ICF.sub(" ", _SEAL.sub(" ", _CODE.sub(" ", self._without_data(shown))))
        words = _WORD.findall(_KEYS.sub(" ", left.replace(OWN_NAME, " ")))
        return "" if "…" in shown and self._are_cut(words) else " ".join(words)

    def _without_data(self, shown: str) -> str:
        for known in self._typed:
            if known in shown and (len(known) > 2 or known == shown):
                shown = re.sub(rf"(?<!\w){re.escape(known)}(?!\w)", " ", shown)
        return shown

    def _are_cut(self, words: list[str]) -> bool:
        """Whether the words are the beginning of something typed, of which no more fitted."""
        *whole, last = words or [""]
        begun = any(word.startswith(last) for word in self._words)
        return begun and all(word in self._words for word in whole)


def _initials(name: str) -> str:
    words = name.split()
    return "".join(word[0] for word in (*words[:1], *words[1:][-1:])).upper()


def typed_in(services: Services) -> set[str]:
    """Return every text in the file that somebody wrote: all but the codes of choices."""
    codes = _codes()
    found = {line for cell in everything_in(services) for line in _ways(cell) if line not in codes}
    # The list of terms is bundled in both languages, beside the catalogue.
    terms = {words for term in services.visit.terms() for words in astuple(term)}
    return found | terms | {words[:1].lower() + words[1:] for words in terms} | slip_words()


def slip_words() -> set[str]:
    """Return what the slips say, and the marks in it: bundled in more languages than there are
    catalogues."""
    words = {*FILLED_IN}
    for language in SlipLanguage:
        words.update(astuple(shipped_texts(language)))
        words.add(shipped_labels(language).name)
    return {line for each in words for line in _ways(each)}


def _ways(cell: str) -> Iterator[str]:
    """Yield a text as it may stand in a window: whole, line by line, sign by sign."""
    yield cell
    yield from cell.splitlines()
    yield " ".join(cell)
    if cell.istitle():
        yield "".join(word[0] for word in cell.split())  # initials, asked for before erasing


def everything_in(services: Services) -> Iterator[str]:
    """Yield every text that stands in the file."""
    with services.vault.read() as session:
        connection = session.connection()
        for table in inspect(connection).get_table_names():
            for row in connection.execute(text(f'SELECT * FROM "{table}"')):  # noqa: S608
                yield from (cell for cell in row if isinstance(cell, str))


def _codes() -> frozenset[str]:
    modules = [import_module(f"app.domain.{one.name}") for one in iter_modules(app.domain.__path__)]
    kinds = {
        kind
        for module in modules
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
    }
    return frozenset(member.value for kind in kinds for member in kind)
