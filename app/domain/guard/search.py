"""All rules in one pass over a text, and what they found as places in the original."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from app.domain.guard.about import About, severity_of
from app.domain.guard.allowed import without_allowed
from app.domain.guard.code import find_codes
from app.domain.guard.disguise import find_disguised
from app.domain.guard.drawn import find_drawn
from app.domain.guard.foreign import FOREIGN, find_written
from app.domain.guard.harmless import blank_harmless
from app.domain.guard.listed import Found, find_listed
from app.domain.guard.name import find_capitals, find_known, find_names
from app.domain.guard.number import find_numbers, find_plates
from app.domain.guard.place import find_places
from app.domain.guard.plain import Plain, bare, plain
from app.domain.guard.rule import Finding, Place, Rule, Severity
from app.domain.guard.singling import find_singling
from app.domain.guard.spoken import spoken
from app.domain.guard.unknown import find_unknown
from app.domain.guard.word import Word, words_of

_DIALLED = re.compile(r"\s*(?:\+|00)[1-9][\d ]{6,18}\s*")
_TOLD_ON_PAPER = frozenset({Rule.CPR, Rule.EMAIL})
_RANK = {rule: rank for rank, rule in enumerate(Rule)}


def search(
    text: str, names: frozenset[str], about: About, language: str, allowed: Collection[str]
) -> tuple[Finding, ...]:
    """Return what may not stand in `text`, in order, none overlapping another."""
    if about is About.CONTACT and _DIALLED.fullmatch(text):
        return ()  # as long as a CPR number, with the country before it
    source = _source(text, allowed)
    found = _judged(source, about, _places(source.text, names, about, language))
    return _with_codes(found, text, about, allowed)


def search_paper(
    text: str, names: frozenset[str], about: About, allowed: Collection[str]
) -> tuple[Finding, ...]:
    """Return what the text of a finished paper tells beyond its own words, in order."""
    source = _source(text, allowed)
    found = _judged(source, about, _places_on_paper(source.text, names, about))
    return _with_codes(found, text, about, allowed)


def _source(text: str, allowed: Collection[str]) -> Plain:
    return spoken(plain(without_allowed(text, allowed)))


def _with_codes(
    found: tuple[Finding, ...], text: str, about: About, allowed: Collection[str]
) -> tuple[Finding, ...]:
    """Return `found` and the codes of flags: they are read before letters are taken for digits."""
    source = plain(without_allowed(text, allowed))
    codes = ((place, Severity.REFUSE) for place in find_codes(source.text))
    return tuple(joined([*found, *_judged(source, about, codes)]))


def _judged(source: Plain, about: About, places: Iterable[Found]) -> tuple[Finding, ...]:
    found = (
        _finding(source, place, severity)
        for place, grave in places
        if (severity := severity_of(place[2], grave, about)) is not None
    )
    return tuple(joined(found))


def _places_on_paper(text: str, names: frozenset[str], about: About) -> Iterator[Found]:
    low, words = _lower(text), words_of(text)
    for places in (find_numbers(low, blank_harmless(low)), find_places(text, low)):
        yield from ((place, Severity.REFUSE) for place in places if place[2] in _TOLD_ON_PAPER)
    if about is About.NOBODY:
        yield from ((place, Severity.REFUSE) for place in find_known(text, words, names))
    yield from ((place, Severity.WARN) for place in find_singling(text, low, words))


def _places(text: str, names: frozenset[str], about: About, language: str) -> Iterator[Found]:
    """Yield what each rule that counts here finds in `text`, and how serious it is by itself."""
    low = bare(_lower(text))
    blanked = blank_harmless(low)
    numbers, plates = find_numbers(low, blanked), find_plates(text, blanked)
    for places in (numbers, plates, find_places(text, low), find_drawn(text)):
        yield from ((place, Severity.REFUSE) for place in places)
    words = words_of(text) if about in (About.NOBODY, About.EMPLOYER) else []
    if about is About.NOBODY:
        for places in (find_names(text), find_known(text, words, names)):
            yield from ((place, Severity.REFUSE) for place in places)
        yield from _unknown_people(text, words, language)
    if words and language not in FOREIGN:
        yield from ((place, Severity.WARN) for place in find_singling(text, low, words))


def _unknown_people(text: str, words: list[Word], language: str) -> Iterator[Found]:
    if language in FOREIGN:
        yield from ((place, Severity.REFUSE) for place in find_written(text, words))
        return
    for places in (find_unknown(text, words), find_disguised(text, words)):
        yield from ((place, Severity.REFUSE) for place in places)
    yield from find_listed(text, words)
    yield from ((place, Severity.WARN) for place in find_capitals(text))


def _lower(text: str) -> str:
    """Return `text` in lower case, sign for sign: a few letters would become two."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)


def _finding(source: Plain, place: Place, severity: Severity) -> Finding:
    start, end = source.original(place[0], place[1])
    return Finding(start, end, place[2], severity)


def joined(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings in order; where some meet, one place under the most telling rule.

    What only asks for a second look gives way to what is refused.
    """
    joined: list[Finding] = []
    for found in sorted(findings, key=lambda finding: (finding.start, -finding.end)):
        if not joined or found.start >= joined[-1].end:
            joined.append(found)
        elif found.severity is joined[-1].severity:
            joined[-1] = _union(joined[-1], found)
        elif found.severity is Severity.REFUSE:
            joined[-1] = found
    return joined


def _union(left: Finding, right: Finding) -> Finding:
    rule = min(left.rule, right.rule, key=_RANK.__getitem__)
    return Finding(left.start, max(left.end, right.end), rule, left.severity)
