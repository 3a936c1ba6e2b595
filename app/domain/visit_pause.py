"""When the clock of a visit stands still, and for how long."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class PauseKind(StrEnum):
    """Why the clock stands: both of us rest, or the doctors were called away."""

    PAUSE = "pause"
    INTERRUPTION = "interruption"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """One time the clock stood, in local time; without an end it stands still."""

    kind: PauseKind
    began_at: datetime
    ended_at: datetime | None


def time_stood(pauses: Iterable[Pause], now: datetime) -> timedelta:
    """Return for how long the clock has stood, up to `now`."""
    spans = ((one.ended_at or max(now, one.began_at)) - one.began_at for one in pauses)
    return sum(spans, timedelta())


def standing_pause(pauses: Iterable[Pause]) -> Pause | None:
    """Return why the clock stands now, if it does."""
    return next((one for one in pauses if one.ended_at is None), None)
