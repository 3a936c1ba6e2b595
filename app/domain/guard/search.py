"""All rules in one pass over a text, and what they found as places in the original."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.domain.guard.disguise import find_disguised
from app.domain.guard.harmless import blank_harmless
from app.domain.guard.listed import find_listed
from app.domain.guard.name import find_capitals, find_known, find_names
from app.domain.guard.number import find_numbers
from app.domain.guard.place import find_places
from app.domain.guard.plain import Plain, plain
from app.domain.guard.rule import Finding, Place, Rule, Severity
from app.domain.guard.singling import find_singling
from app.domain.guard.spoken import spoken
from app.domain.guard.unknown import find_unknown
from app.domain.guard.word import words_of

_RANK = {rule: rank for rank, rule in enumerate(Rule)}


def search(text: str, names: frozenset[str], *, listed: bool) -> tuple[Finding, ...]:
    """Return what every rule finds in `text`, in order, none overlapping another."""
    return tuple(_joined(_findings(text, names, listed=listed)))


def _findings(text: str, names: frozenset[str], *, listed: bool) -> Iterator[Finding]:
    source = spoken(plain(text))
    low = _lower(source.text)
    numbers = find_numbers(low, blank_harmless(low))
    for places in (numbers, find_places(source.text, low), find_names(source.text)):
        yield from _refused(source, places)
    words = words_of(source.text)
    yield from _refused(source, find_known(source.text, words, names))
    if listed:
        yield from _refused(source, find_unknown(source.text, words))
        yield from _refused(source, find_disguised(source.text, words))
        for place, severity in find_listed(source.text, words):
            yield _finding(source, place, severity)
    for place in find_singling(source.text, low, words):
        yield _finding(source, place, Severity.WARN)
    for place in find_capitals(source.text):
        yield _finding(source, place, Severity.WARN)


def _refused(source: Plain, places: Iterable[Place]) -> Iterator[Finding]:
    return (_finding(source, place, Severity.REFUSE) for place in places)


def _lower(text: str) -> str:
    """Return `text` in lower case, sign for sign: a few letters would become two."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)


def _finding(source: Plain, place: Place, severity: Severity) -> Finding:
    start, end = source.original(place[0], place[1])
    return Finding(start, end, place[2], severity)


def _joined(findings: Iterable[Finding]) -> list[Finding]:
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
