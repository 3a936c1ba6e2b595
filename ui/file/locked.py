"""How it came that the window is locked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.language import _, ngettext


class LockReason(StrEnum):
    """What asked for the lock."""

    HAND = "hand"
    IDLE = "idle"
    SLEEP = "sleep"


@dataclass(frozen=True, slots=True, kw_only=True)
class Locked:
    """When (as read) and why it locked, after how many idle minutes, and if an edit waits."""

    at: str
    reason: LockReason
    minutes: int = 0
    draft_waits: bool = False

    def sentence(self) -> str:
        """Return what the lock page says of it."""
        if self.reason is LockReason.SLEEP:
            return _("Locked at {time}, when the computer had been asleep").format(time=self.at)
        if self.reason is LockReason.HAND:
            return _("Locked at {time}").format(time=self.at)
        # i18n: Danish: »Låst kl. 11.52 efter 5 minutter uden aktivitet«
        return ngettext(
            "Locked at {time} after {count} minute without activity",
            "Locked at {time} after {count} minutes without activity",
            self.minutes,
        ).format(time=self.at, count=self.minutes)
