"""What goes by itself when a day has come: lapsed contact data, old flags, ended follow-ups."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.services.consent import ConsentService
from app.services.draft import DraftService
from app.services.flag import FlagService
from app.services.followup import FollowupService
from app.services.settings import SettingsService
from app.services.visit import VisitService
from app.system.clock import Today


@dataclass(frozen=True, slots=True, kw_only=True)
class Tidied:
    """How many went; `waits` when the clock jumped and somebody must first say the day is right."""

    lapsed: int = 0
    shrunk: int = 0
    erased: int = 0
    waits: bool = False


class TidyService:
    """Lets go of what is due, but never on the word of a clock that has jumped."""

    def __init__(
        self,
        today: Today,
        *,
        settings: SettingsService,
        consents: ConsentService,
        flags: FlagService,
        followups: FollowupService,
        drafts: DraftService,
        visits: VisitService,
        shorten: Callable[[date], object],
        scrub: Callable[[], object],
    ) -> None:
        self._today = today
        self._settings = settings
        self._consents = consents
        self._flags = flags
        self._followups = followups
        self._drafts = drafts
        self._visits = visits
        self._shorten = shorten
        self._scrub = scrub

    def tidy(self) -> Tidied:
        """Let go of what is due; nothing at all when the clock has jumped, ahead or back."""
        if self._settings.clock_jumped():
            self._settings.note_clock_doubted()
            return Tidied(waits=True)
        return self.tidy_on_this_day()

    def tidy_on_this_day(self) -> Tidied:
        """Let go of what is due, somebody having said that the day is right."""
        self._drafts.forget_old()
        self._visits.forget_told_links()
        self._consents.stop_what_lapsed()
        tidied = Tidied(
            lapsed=self._consents.lapse_due(),
            shrunk=self._flags.shrink_due(),
            erased=self._followups.erase_due(),
        )
        self._shorten(self._today())
        self._scrub()
        self._settings.note_seen(self._today())
        return tidied
