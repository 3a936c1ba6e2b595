"""Whether a practice was visited in its rhythm: the weeks between the visits that were held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from app.domain.language import _, ngettext

LOOKED_BACK = timedelta(days=366)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """The time between two visits held, and whether the practice tolerates it."""

    first: date
    last: date
    inside: bool

    @property
    def days(self) -> int:
        """How many days lie between the visits."""
        return (self.last - self.first).days


@dataclass(frozen=True, slots=True, kw_only=True)
class RhythmKept:
    """The gaps of the last year, oldest first, against the weeks that are tolerated."""

    tolerated_from: int
    tolerated_to: int
    gaps: tuple[Gap, ...]


def rhythm_kept(
    held: Sequence[date], tolerated_from: int, tolerated_to: int, today: date
) -> RhythmKept:
    """Return the gaps that ended within the last year."""
    shortest, longest = timedelta(weeks=tolerated_from), timedelta(weeks=tolerated_to)
    gaps = tuple(
        Gap(first=first, last=last, inside=shortest <= last - first <= longest)
        for first, last in pairwise(sorted(set(held)))
        if last > today - LOOKED_BACK
    )
    return RhythmKept(tolerated_from=tolerated_from, tolerated_to=tolerated_to, gaps=gaps)


def rhythm_words(kept: RhythmKept) -> str:
    """Return the rhythm in words: `4 of 5 visits inside 5–8 weeks; longest gap 9 weeks`."""
    if not kept.gaps:
        return _("Not visited twice within a year, so there is no rhythm to see yet.")
    # i18n: Danish: »4 af 5 besøg inden for 5–8 uger; længste mellemrum 9 uger«
    text = ngettext(
        "{inside} of {n} visit inside {low}–{high} weeks; longest gap {longest}",
        "{inside} of {n} visits inside {low}–{high} weeks; longest gap {longest}",
        len(kept.gaps),
    )
    said = text.format(
        inside=sum(gap.inside for gap in kept.gaps),
        n=len(kept.gaps),
        low=kept.tolerated_from,
        high=kept.tolerated_to,
        longest=gap_words(max(gap.days for gap in kept.gaps)),
    )
    shortest = min(gap.days for gap in kept.gaps)
    if shortest >= kept.tolerated_from * 7:
        return said
    return _("{said}; shortest {shortest}").format(said=said, shortest=gap_words(shortest))


def gap_words(days: int) -> str:
    """Return how long a gap is: `9 weeks`, `8 weeks and 2 days`."""
    weeks, rest = divmod(days, 7)
    in_weeks = ngettext("{n} week", "{n} weeks", weeks).format(n=weeks)
    in_days = ngettext("{n} day", "{n} days", rest).format(n=rest)
    if not rest:
        return in_weeks
    return _("{weeks} and {days}").format(weeks=in_weeks, days=in_days) if weeks else in_days
