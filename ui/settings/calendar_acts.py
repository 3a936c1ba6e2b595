"""What a hand can do with days away and times better avoided: forms and questions.

Unfinished edits are known again by the entry's id; a new one has none.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.domain.absence import AbsenceDraft, AbsenceId
from app.domain.absence_piles import AwayPiles, news_words
from app.domain.calendar_reading import CalendarReading
from app.domain.draft import DraftKind
from app.domain.language import _
from app.domain.soft_block import SoftBlockDraft, SoftBlockId
from app.domain.typed import write_day
from app.domain.words import quoted
from ui.common.attempt import attempt
from ui.common.choose_file import choose_open
from ui.common.clash import telling_clashes
from ui.common.confirm import confirm
from ui.common.desk import Desk
from ui.common.piles_dialog import PilesDialog
from ui.common.removal import Removal, offer_removal, removing
from ui.settings.calendar_dialog import AbsenceDialog, SoftBlockDialog


class CalendarActs:
    """Opens the forms of my own calendar over `parent`."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk, self._parent = desk, parent
        self._absences = desk.services.absence
        self._blocks = desk.services.soft_block
        self._today = desk.services.today.day

    def add_absence(self) -> None:
        """Open the form of new days away."""
        AbsenceDialog(
            _("New absence"),
            AbsenceDraft(),
            self._told(self._absences.add_absence),
            self._today,
            self._parent,
            memory=self._desk.memory(DraftKind.ABSENCE),
        ).open()

    def correct_absence(self, absence_id: AbsenceId) -> None:
        """Open the form of days away, from which they can be removed too."""
        memory = self._desk.memory(DraftKind.ABSENCE, absence_id.hex)
        dialog = AbsenceDialog(
            _("Correct the absence"),
            self._absences.absence_draft(absence_id),
            self._told(partial(self._absences.correct_absence, absence_id)),
            self._today,
            self._parent,
            memory=memory,
        )
        removal = Removal(
            "remove_absence",
            _("Remove this absence?"),
            _("The plan may use these days again."),
            _("Remove the absence"),
            removing(self._desk, partial(self._absences.remove_absence, absence_id), memory),
        )
        offer_removal(dialog, removal)
        dialog.open()

    def take_in_file(self) -> None:
        """Ask for a calendar file, and show what it would change."""
        title, kind = _("Which calendar file?"), _("Calendar files (*.ics)")
        choose_open(self._parent, title, Path.home(), kind, self.show_file)

    def show_file(self, place: Path) -> None:
        """Read the calendar file at `place` beside the window's thread, then show the piles."""
        read = partial(self._desk.services.absence_file.read_file, place)
        self._desk.tasks.run(read, owner=self._parent, done=self._show_piles)

    def _show_piles(self, reading: CalendarReading) -> None:
        piles = self._desk.services.absence_file.piles(reading)
        take_in = partial(self._take_in, piles, reading)
        says = _(
            "Only the days are kept, as {away}. No title, place or person of the file is kept."
        )
        says = says.format(away=quoted(_("Away")))
        # i18n: Danish: »Fravær fra kalenderfil«
        title = _("Absences from a calendar file")
        PilesDialog(title, says, piles, take_in, self._parent).open()

    def _take_in(self, piles: AwayPiles, reading: CalendarReading) -> None:
        act = partial(self._desk.services.absence_file.take_in, piles, reading)
        text = _("Absences from the calendar file: {news}. The other absences stay.")
        said = text.format(news=news_words(piles))
        attempt(self._parent, lambda: telling_clashes(self._desk, act, lambda _count: said))

    def add_soft_block(self) -> None:
        """Open the form of a new time better avoided."""
        SoftBlockDialog(
            _("New time better avoided"),
            SoftBlockDraft(last_checked=write_day(self._today())),
            self._blocks.add_soft_block,
            self._today,
            self._parent,
            memory=self._desk.memory(DraftKind.SOFT_BLOCK),
        ).open()

    def correct_soft_block(self, block_id: SoftBlockId) -> None:
        """Open the form of a time better avoided, from which it can be removed too."""
        memory = self._desk.memory(DraftKind.SOFT_BLOCK, block_id.hex)
        dialog = SoftBlockDialog(
            _("Correct the time better avoided"),
            self._blocks.soft_block_draft(block_id),
            partial(self._blocks.correct_soft_block, block_id),
            self._today,
            self._parent,
            memory=memory,
        )
        removal = Removal(
            "remove_soft_block",
            _("Remove this entry?"),
            _("The plan then uses these days like any others."),
            _("Remove the entry"),
            removing(self._desk, partial(self._blocks.remove_soft_block, block_id), memory),
        )
        offer_removal(dialog, removal)
        dialog.open()

    def use_default_soft_blocks(self) -> None:
        """Ask whether the list may become the one every new file has."""
        confirm(
            self._parent,
            _("Go back to the usual list?"),
            _("What you have added or changed in this list goes."),
            _("Use the usual list"),
            lambda: attempt(self._parent, self._blocks.use_default_soft_blocks),
        )

    def resume(self, kind: DraftKind, entity: str) -> bool:
        """Open the form an unfinished edit was typed in."""
        forms: dict[tuple[DraftKind, bool], Callable[[], object]] = {
            (DraftKind.ABSENCE, False): self.add_absence,
            (DraftKind.ABSENCE, True): lambda: self.correct_absence(AbsenceId(UUID(entity))),
            (DraftKind.SOFT_BLOCK, False): self.add_soft_block,
            (DraftKind.SOFT_BLOCK, True): lambda: self.correct_soft_block(
                SoftBlockId(UUID(entity))
            ),
        }
        return (kind, bool(entity)) in forms and attempt(self._parent, forms[kind, bool(entity)])

    def _told(self, submit: Callable[[AbsenceDraft], object]) -> Callable[[AbsenceDraft], object]:
        return lambda draft: telling_clashes(self._desk, lambda: submit(draft))
