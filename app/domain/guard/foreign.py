"""Texts in languages the guard has no words of: those of the slips that are not Danish or English.

There any word may be on the list of names, so a listed one counts only where it is written like a
name: with a capital inside a sentence, or before another such word. Numbers, addresses and the
people of the file are looked for as in any text.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.guard.lists import also_words, names
from app.domain.guard.rule import Place, Rule
from app.domain.guard.word import Word

FOREIGN = frozenset({"pl", "ro", "tr", "uk"})


def find_written(text: str, words: list[Word]) -> Iterator[Place]:
    """Yield the listed names among `words`, the words of `text`, that are written like names."""
    for place, word in enumerate(words):
        after = words[place + 1] if place + 1 < len(words) else None
        if word.inside and word.folded in names():
            yield word.start, word.end, Rule.NAME
        elif after is not None and _are_a_name(text, word, after):
            yield word.start, after.end, Rule.NAME


def _are_a_name(text: str, word: Word, after: Word) -> bool:
    beside = text[word.end : after.start] in (" ", "-")
    listed = any(one.folded in names() or one.folded in also_words() for one in (word, after))
    return beside and listed and word.capital and after.inside
