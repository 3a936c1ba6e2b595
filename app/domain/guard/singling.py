"""What may single somebody out, or tells of an illness: it asks for a second look only."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

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
# ICD-10, with or without the D that Danish hospitals put before it.
_CODE_OF_ILLNESS = re.compile(r"(?<![^\W_])d?[a-z]\d\d(?:\.\d{1,2}|\d)(?![^\W_])")


def find_singling(text: str, low: str, words: list[Word]) -> Iterator[Place]:
    """Yield words of illness and medicine, rare occupations, towns, employers, and what only one
    person is; `low` is `text` in small letters."""
    for word in words:
        rule = _rule_of(word)
        if rule is not None:
            yield word.start, word.end, rule
    for found in _SINGLED.finditer(text):
        yield found.start(), found.end(), Rule.SINGLED_OUT
    for found in _CODE_OF_ILLNESS.finditer(low):
        yield found.start(), found.end(), Rule.HEALTH


def functions_for(word: str) -> tuple[Function, ...]:
    """Return the functions that say better than `word` what is hard at work."""
    entry = _entry(word.lower())
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


def _entry(low: str) -> tuple[Rule, tuple[Function, ...]] | None:
    listed = _listed()
    for ending in _ENDINGS:
        if low.endswith(ending) and (found := listed.get(low.removesuffix(ending))):
            return found
    return None


@lru_cache(maxsize=1)
def _listed() -> dict[str, tuple[Rule, tuple[Function, ...]]]:
    """Return the rule and the functions of each word of the list."""
    groups = tomllib.loads(_LIST.read_text(encoding="utf-8"))["words"]
    return {
        word: (Rule(group["rule"]), tuple(Function(code) for code in group["functions"]))
        for group in groups
        for word in group["words"]
    }
