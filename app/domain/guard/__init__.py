"""The leak guard: traces of a person in free text.

One policy for notes, titles, file names, calendar texts and rendered papers (`About`). The text is
made plain first (see `plain` and `spoken`), then each rule looks for its kind of trace. It fails
closed: a text that cannot be checked is refused. It judges shapes, and the names of people it is
given, those of a list, and those their position gives away. It knows no list of all names.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from app.domain.flag_choice import Function
from app.domain.guard.about import About
from app.domain.guard.month import month_in
from app.domain.guard.piecewise import Piecewise
from app.domain.guard.rule import RULE_TEXTS, Finding, Rule, Severity

__all__ = [
    "RULE_TEXTS",
    "About",
    "Finding",
    "Piecewise",
    "Rule",
    "Severity",
    "find_on_paper",
    "find_traces",
    "first_refused",
    "functions_for",
    "is_clean",
    "month_in",
    "warm_up",
    "with_words",
    "without_findings",
]

_BLANKS = re.compile(r" {2,}")
# What parted the finding from the rest, left over once it is gone.
_LOOSE_START = re.compile(r"^[\s,;:/.&|+–—-]+")
_LOOSE_END = re.compile(r"[\s,;:/&|+–—-]+(?:\.\s*)?$")


def find_traces(
    text: str,
    known_names: Collection[str] = (),
    *,
    about: About = About.NOBODY,
    language: str = "da",
    allowed: Collection[str] = (),
) -> tuple[Finding, ...]:
    """Return every trace of a person that may not stand in `text`, in order, none overlapping.

    `language` is the one the text is written in; Danish and English are read alike. What stands
    there by right is `allowed`, value by value.
    """
    try:
        from app.domain.guard.search import search  # its patterns are slow to compile

        return search(text, frozenset(known_names), about, language, allowed)
    except Exception:  # fail closed: whatever went wrong, an unchecked text must not pass
        length = len(text) if isinstance(text, str) else 0
        return (Finding(0, length, Rule.ERROR, Severity.REFUSE),)


def find_on_paper(
    text: str, known_names: Collection[str], *, about: About, allowed: Collection[str]
) -> tuple[Finding, ...]:
    """Return what the `text` of a finished paper tells that none of its fields told alone.

    There the program's own words, days and hours stand between what was typed: what those hold too
    (a day, an hour, any word of a list) says nothing here, and was looked for in each field.
    """
    try:
        from app.domain.guard.search import search_paper

        return search_paper(text, frozenset(known_names), about, allowed)
    except Exception:  # fail closed, as above
        return (Finding(0, len(text), Rule.ERROR, Severity.REFUSE),)


def first_refused(findings: Iterable[Finding]) -> Finding | None:
    """Return the first of the `findings` that stops the text, if any does."""
    return next((found for found in findings if found.severity is Severity.REFUSE), None)


def warm_up() -> None:
    """Read the lists and compile the patterns: half a second nobody should wait for while typing.

    A word no list holds is needed for that, so that all of them are asked.
    """
    find_traces("talt med qvzxorf")


def functions_for(word: str) -> tuple[Function, ...]:
    """Return the functions that say better than a word of illness what is hard at work."""
    from app.domain.guard.singling import functions_for as functions_of_word  # reads a list

    return functions_of_word(word)


def is_clean(text: str, known_names: Collection[str] = ()) -> bool:
    """Return whether nothing in `text` has to be refused."""
    return first_refused(find_traces(text, known_names)) is None


def with_words(text: str, found: Finding, words: str) -> str:
    """Return `text` with `words` in the place of `found`: small where a sentence goes on there,
    with a capital where one begins."""
    before, after = text[: found.start], text[found.end :]
    inside = bool(before.strip()) and not before.rstrip().endswith((".", "!", "?"))
    words = words[:1].lower() + words[1:] if inside else words[:1].upper() + words[1:]
    return f"{before}{words}{after}"


def without_findings(text: str, findings: Iterable[Finding]) -> str:
    """Return `text` without the refused places among `findings`, nor what parted them from it."""
    for found in sorted(findings, key=lambda finding: finding.start, reverse=True):
        if found.severity is Severity.REFUSE:
            text = f"{text[: found.start]} {text[found.end :]}"
    text = _LOOSE_END.sub("", _LOOSE_START.sub("", _BLANKS.sub(" ", text)))
    return text if any(sign.isalnum() for sign in text) else ""
