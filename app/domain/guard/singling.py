"""What may single somebody out, or tells of an illness, a treatment or what is nobody's business.

In a flag's note it asks for a second look; see `about` for where more is made of it. The words are
data: resources/reference/singling_out.toml.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from app.domain.flag_choice import Function
from app.domain.guard.lists import employers, places
from app.domain.guard.rule import Place, Rule
from app.domain.guard.word import Word

_LIST = Path(__file__).parents[3] / "resources" / "reference" / "singling_out.toml"
_ENDINGS = ("", "s", "n", "en", "et", "er", "r", "e", "erne", "ens", "ne", "t", "ske", "sk")
_SINGLED = re.compile(
    r"(?<![^\W_])(?:"
    r"(?:den|det|de) eneste (?!måde|gang|ting|grund|problem|løsning|der|vej)[^\W\d_]+"
    r"|eneste [^\W\d_]+ (?:i|på|ved|hos|her) [^\W\d_]+|byens eneste"
    r"|(?:the )?only [^\W\d_]+ in [^\W\d_]+"
    r"|tvillinger|trillinger|twins|triplets|(?:[3-9]|fire|fem|seks|syv|otte|ni) børn"
    r"|[2-6]\d ?år(?: gammel|ig)?(?! (?:i|på|siden|som|med|anciennitet))"
    r"|lægen selv er|selv læge|egen læge er patient|the doctor is ill"
    r")(?![^\W_])",
    re.IGNORECASE,
)
# ICD-10, with or without the D that Danish hospitals put before it. Without a third digit only the
# chapter on the mind: other letters with two digits are keys, sizes and roads.
_CODE_OF_ILLNESS = re.compile(r"(?<![^\W_])d?(?:[a-z]\d\d(?:\.\d{1,2}|\d)|f[2-9]\d)(?![^\W_])")
_BEGINS_LONGER = 7  # letters from which a word of illness begins longer ones, like »migræneanfald«
_Entry = tuple[Rule, tuple[Function, ...]]


def find_singling(text: str, low: str, words: list[Word]) -> Iterator[Place]:
    """Yield words of illness and medicine, rare occupations, towns, employers, and what only one
    person is; `low` is `text` in small letters."""
    for word in words:
        rule = _rule_of(word)
        if rule is not None:
            yield word.start, word.end, rule
    for found in _listed().phrases.finditer(low):
        yield found.start(), found.end(), _listed().whole[found[0]][0]
    for found in _SINGLED.finditer(text):
        yield found.start(), found.end(), Rule.SINGLED_OUT
    for found in _CODE_OF_ILLNESS.finditer(low):
        yield found.start(), found.end(), Rule.HEALTH


def functions_for(words: str) -> tuple[Function, ...]:
    """Return the functions that say better than `words` what is hard at work."""
    entry = _entry(" ".join(words.lower().split()))
    return entry[1] if entry else ()


def _rule_of(word: Word) -> Rule | None:
    entry = _entry(word.text.lower())
    if entry:
        return entry[0]
    bare = word.folded.removesuffix("s")
    if word.capital and (word.folded in employers() or bare in employers()):
        return Rule.EMPLOYER
    if word.inside and (word.folded in places() or bare in places()):
        return Rule.PLACE
    return None


@lru_cache(maxsize=4096)
def _entry(low: str) -> _Entry | None:
    listed = _listed()
    if low in listed.harmless:
        return None
    return listed.whole.get(low) or _inflected(low) or _beginning(low)


def _inflected(low: str) -> _Entry | None:
    words = _listed().words
    for ending in _ENDINGS:
        if low.endswith(ending) and (found := words.get(low.removesuffix(ending))):
            return found
    return None


def _beginning(low: str) -> _Entry | None:
    words = _listed().words
    for end in range(_BEGINS_LONGER, len(low)):
        found = words.get(low[:end])
        if found is not None and found[0] is Rule.HEALTH:
            return found
    return None


@dataclass(frozen=True, slots=True)
class _List:
    """The words of the list: those that take endings, those that do not, and the rows of words."""

    words: Mapping[str, _Entry]
    whole: Mapping[str, _Entry]
    phrases: re.Pattern[str]
    harmless: frozenset[str]


@lru_cache(maxsize=1)
def _listed() -> _List:
    read = tomllib.loads(_LIST.read_text(encoding="utf-8"))
    whole = _by_word(read["words"], "whole")
    rows = sorted((re.escape(row) for row in whole if not row.isalpha()), key=len, reverse=True)
    return _List(
        words=_by_word(read["words"], "words"),
        whole=whole,
        phrases=re.compile(rf"(?<![^\W_])(?:{'|'.join(rows)})(?![^\W_])"),
        harmless=frozenset(read["harmless"]),
    )


def _by_word(groups: Iterable[Mapping[str, Any]], kind: str) -> dict[str, _Entry]:
    return {
        word: (Rule(group["rule"]), tuple(Function(code) for code in group["functions"]))
        for group in groups
        for word in group.get(kind, ())
    }
