"""How long what fills a day takes beside the visits: the way between two places, a roundtable.

No rule and no source gives these; the usual values are Fasthold's own guess, and each consultant
puts what the clock says in their own municipality.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from app.domain.settling import Settling
from app.domain.typed import read_whole

TRAVEL_MINUTES, LONGEST_TRAVEL = 30, 180
ROUNDTABLE_MINUTES, SHORTEST_ROUNDTABLE, LONGEST_ROUNDTABLE = 60, 15, 240


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTimesDraft:
    """The times as typed, in minutes."""

    travel: str = str(TRAVEL_MINUTES)
    roundtable: str = str(ROUNDTABLE_MINUTES)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTimes:
    """The times that hold, in minutes."""

    travel: int = TRAVEL_MINUTES
    roundtable: int = ROUNDTABLE_MINUTES

    @property
    def way(self) -> timedelta:
        """The time between two places."""
        return timedelta(minutes=self.travel)


def settle_plan_times(draft: PlanTimesDraft) -> PlanTimes:
    """Return the times as facts, or raise `Rejected`."""
    form = Settling()
    times = PlanTimes(
        travel=form.read("travel", lambda: read_whole(draft.travel, 0, LONGEST_TRAVEL), 0),
        roundtable=form.read(
            "roundtable",
            lambda: read_whole(draft.roundtable, SHORTEST_ROUNDTABLE, LONGEST_ROUNDTABLE),
            ROUNDTABLE_MINUTES,
        ),
    )
    form.finish()
    return times
