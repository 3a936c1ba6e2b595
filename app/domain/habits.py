"""How a practice likes to be visited, in words, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from app.domain.language import _, ngettext
from app.domain.practice import PracticeFacts
from app.domain.words import clock_time, joined, weekday_name

_MONDAY = date(2024, 1, 1)


def habit_lines(facts: PracticeFacts) -> Sequence[tuple[str, str]]:
    """Return rhythm, length and wished time, each with its label."""
    return (
        (_("Rhythm"), _begun(_rhythm_line(facts))),
        (_("Length"), _("{n} minutes").format(n=facts.minutes)),
        (_("Wished"), _begun(_wish_line(facts))),
    )


def people_words(doctors: int, trainees: int) -> str:
    """Return `5 doctors and 1 trainee`, or nothing."""
    told = []
    if doctors:
        told.append(ngettext("{n} doctor", "{n} doctors", doctors).format(n=doctors))
    if trainees:
        told.append(ngettext("{n} trainee", "{n} trainees", trainees).format(n=trainees))
    return joined(told)


def _rhythm_line(facts: PracticeFacts) -> str:
    """Return `every 6 weeks, tolerated from 5 to 8 weeks`."""
    every = ngettext("every week", "every {n} weeks", facts.rhythm_weeks)
    return _("{every}, tolerated from {low} to {high} weeks").format(
        every=every.format(n=facts.rhythm_weeks), low=facts.tolerated_from, high=facts.tolerated_to
    )


def _wish_line(facts: PracticeFacts) -> str:
    """Return the weekdays and the time of day wished for."""
    days = joined([weekday_name(_MONDAY + timedelta(days=day)) for day in facts.weekdays])
    wished = _("{days} at {time}") if days else _("any day at {time}")
    return wished.format(days=days, time=clock_time(facts.at))


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]
