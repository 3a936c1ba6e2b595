"""Taking in the days a practice is closed from its calendar file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.domain.absence_piles import AwayPiles, news_words
from app.domain.calendar_reading import CalendarReading
from app.domain.language import _
from app.domain.practice import PracticeId
from ui.common.attempt import attempt
from ui.common.choose_file import choose_open
from ui.common.clash import telling_clashes
from ui.common.desk import Desk
from ui.common.piles_dialog import PilesDialog


class ClosedFileActs:
    """Asks for a calendar file, and shows over `parent` what it would change."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk, self._parent = desk, parent
        self._files = desk.services.closed_file

    def take_in_file(self, practice_id: PracticeId) -> None:
        """Ask for the calendar file of a practice, and show what it would change."""
        title, kind = _("Which calendar file?"), _("Calendar files (*.ics)")
        choose_open(self._parent, title, Path.home(), kind, partial(self.show_file, practice_id))

    def show_file(self, practice_id: PracticeId, place: Path) -> None:
        """Read the calendar file at `place` beside the window's thread, then show the piles."""
        read = partial(self._files.read_file, place)
        show = partial(self._show_piles, practice_id)
        self._desk.tasks.run(read, owner=self._parent, done=show)

    def _show_piles(self, practice_id: PracticeId, reading: CalendarReading) -> None:
        piles = self._files.piles(practice_id, reading)
        take_in = partial(self._take_in, practice_id, piles, reading)
        says = _(
            "Only the days are kept. No title, place or person of the file is kept; you can write"
            " a reason for the days afterwards."
        )
        # i18n: Danish: »Lukkedage fra kalenderfil«
        title = _("Closed days from a calendar file")
        PilesDialog(title, says, piles, take_in, self._parent).open()

    def _take_in(self, practice_id: PracticeId, piles: AwayPiles, reading: CalendarReading) -> None:
        act = partial(self._files.take_in, practice_id, piles, reading)
        text = _("Closed days from the calendar file: {news}. The other closed days stay.")
        said = text.format(news=news_words(piles))
        attempt(self._parent, lambda: telling_clashes(self._desk, act, lambda _count: said))
