"""The clock of a follow-up: how long it has gone on, the deadlines ahead, and the days won."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.clock_rule import ClockRule
from app.domain.language import _, ngettext
from app.domain.words import days_left, joined, long_day


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockMark:
    """One deadline and the day it falls on; none while the citizen is not on sick leave."""

    rule: ClockRule
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowupClock:
    """What the clock shows on `at`. It counts from the first sick day, else from the start."""

    since: date
    on_sick_leave: bool
    at: date
    first_talk_on: date
    marks: tuple[ClockMark, ...]

    @property
    def days(self) -> int:
        """How many days have gone by."""
        return (self.at - self.since).days

    @property
    def compared(self) -> ClockMark | None:
        """The deadline that days won are counted against, on a sick leave only."""
        marks = [mark for mark in self.marks if mark.rule.compares and mark.day is not None]
        return marks[0] if marks else None

    @property
    def ahead(self) -> ClockMark | None:
        """The next deadline that has not passed."""
        marks = [mark for mark in self.marks if mark.day is not None and mark.day >= self.at]
        return marks[0] if marks else None

    @property
    def days_won(self) -> int | None:
        """How many days before the deadline compared with the first talk was; less than 0 after."""
        mark = self.compared
        return None if mark is None or mark.day is None else (mark.day - self.first_talk_on).days


def clock_of(
    sick_since: date | None,
    started_on: date,
    first_talk_on: date,
    rules: Sequence[ClockRule],
    at: date,
) -> FollowupClock:
    """Return the clock as it stands `at` a day: today, or the day the follow-up ended."""
    in_force = sorted((rule for rule in rules if rule.valid_from <= at), key=lambda one: one.weeks)
    marks = tuple(
        ClockMark(rule=rule, day=sick_since + timedelta(weeks=rule.weeks) if sick_since else None)
        for rule in in_force
    )
    return FollowupClock(
        since=sick_since or started_on,
        on_sick_leave=sick_since is not None,
        at=max(at, sick_since or started_on),
        first_talk_on=first_talk_on,
        marks=marks,
    )


def clock_line(clock: FollowupClock) -> str:
    """Return in one line how long it has gone on, and the next deadline."""
    said = (
        _("{time} since the first sick day.")
        if clock.on_sick_leave
        else _("{time} since the start.")
    )
    parts = [said.format(time=_elapsed(clock.days))]
    if (mark := clock.ahead) is not None and mark.day is not None:
        text = _("Next deadline: {name}, {day} ({left}).")
        left = days_left(mark.day, clock.at)
        parts.append(text.format(name=mark.rule.name, day=long_day(mark.day), left=left))
    return " ".join(parts)


def won_line(clock: FollowupClock) -> str:
    """Return the days won in words, and what they are counted from; nothing without a leave."""
    won, mark = clock.days_won, clock.compared
    if won is None or mark is None or mark.day is None:
        return ""
    if won < 0:
        text = ngettext(
            "The first talk was on {talk}, {n} day after {name} ({day}).",
            "The first talk was on {talk}, {n} days after {name} ({day}).",
            -won,
        )
    else:
        text = ngettext(
            "{n} day won: the first talk was on {talk}, {name} is on {day}.",
            "{n} days won: the first talk was on {talk}, {name} is on {day}.",
            won,
        )
    return text.format(
        n=abs(won), talk=long_day(clock.first_talk_on), name=mark.rule.name, day=long_day(mark.day)
    )


def _elapsed(days: int) -> str:
    weeks, rest = divmod(days, 7)
    parts = []
    if weeks:
        parts.append(ngettext("{n} week", "{n} weeks", weeks).format(n=weeks))
    if rest or not weeks:
        parts.append(ngettext("{n} day", "{n} days", rest).format(n=rest))
    return joined(parts)
