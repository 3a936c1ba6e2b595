"""What can be done about consent, from whichever page one is on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from app.domain.consent import CellId, CitizenId, ConsentId
from app.domain.consent_fall import Fall
from app.domain.draft import DraftKind
from app.domain.followup import FollowupId
from app.domain.followup_sheet import ConsentRow
from app.domain.grant import GrantDraft
from app.domain.language import _
from app.domain.problem import FastholdError
from app.domain.renewal import RenewalDraft
from app.domain.task import TaskDraft, TaskSubject
from app.domain.typed import write_day
from ui.common.attempt import attempt
from ui.common.desk import Desk
from ui.common.draft_place import place_of
from ui.common.errors import show_error
from ui.consent.cell_dialog import CellActs, open_cell
from ui.consent.consent_dialog import open_consent
from ui.consent.fall_dialog import Afterwards, FallDialog, tell_fallen
from ui.consent.form_of_yes import receiver_of
from ui.consent.grant_dialog import GrantDialog, fresh_grant
from ui.consent.history import HistoryActs, open_history
from ui.consent.matrix_rows import CellState, MatrixCell, MatrixRow
from ui.consent.original_dialog import OriginalDialog, OriginalDraft
from ui.consent.read_aloud import read_aloud
from ui.consent.renewal_dialog import RenewalDialog

DAYS_TO_TELL = 3


class ConsentActs:
    """Opens the dialogs of a follow-up's consent; `page` is what they open over, `log` opens the
    form in which it is noted how a withdrawal came about."""

    def __init__(self, desk: Desk, page: QWidget, log: Callable[[FollowupId], object]) -> None:
        self._desk, self._page, self._log = desk, page, log
        self._consent = desk.services.consent

    def grant(self, followup_id: FollowupId, draft: GrantDraft | None = None) -> GrantDialog:
        """Ask for a yes about one party; `draft` says what is already clear."""
        sheet = self._desk.services.followup.followup(followup_id)
        today = self._desk.services.today.day
        dialog = GrantDialog(
            sheet.parties,
            fresh_grant(draft or GrantDraft(), sheet.parties, today(), receiver_of(self._desk)),
            lambda typed: self._consent.grant(followup_id, typed),
            today,
            self._page,
            said=self._consent.wording,
            memory=self._desk.memory(
                DraftKind.GRANT, place_of(followup_id), CitizenId(sheet.citizen_id)
            ),
        )
        dialog.saved.connect(lambda: self._desk.message.say(_("The consent is recorded.")))
        dialog.open()
        return dialog

    def grant_row(
        self, followup_id: FollowupId, row: MatrixRow, cell: MatrixCell | None = None
    ) -> GrantDialog:
        """Ask for a yes about one cell of a row, or about all of it that soon ends."""
        soon = [one for one in row.cells if one.state is CellState.SOON]
        kinds = [cell] if cell is not None else soon
        draft = GrantDraft(
            party_id=row.party.id.hex,
            direction=row.direction.value,
            information=tuple(kind.information.value for kind in kinds),
        )
        return self.grant(followup_id, draft)

    def renew(self, followup_id: FollowupId) -> RenewalDialog:
        """Ask whether the work together may go on."""
        sheet = self._desk.services.followup.followup(followup_id)
        today = self._desk.services.today.day
        dialog = RenewalDialog(
            RenewalDraft(given_on=write_day(today()), received_by=receiver_of(self._desk)),
            lambda typed: self._consent.renew(followup_id, typed),
            today,
            self._page,
            said=self._consent.wording,
            memory=self._desk.memory(
                DraftKind.CONFIRMED, place_of(followup_id), CitizenId(sheet.citizen_id)
            ),
        )
        dialog.saved.connect(lambda: self._desk.message.say(_("The consent is recorded.")))
        dialog.open()
        return dialog

    def open_cell(self, followup_id: FollowupId, row: MatrixRow, cell: MatrixCell) -> None:
        """Show one cell, with what can be done about it."""
        consents = self._desk.services.followup.followup(followup_id).consents
        mine = cell.cell.consent_id if cell.cell is not None else None
        acts = CellActs(
            give=lambda row, cell: self.grant_row(followup_id, row, cell),
            refuse=lambda row, cell: self.refuse(followup_id, row, cell),
            withdraw=lambda cell: self.withdraw_cell(followup_id, cell),
            fulfil=lambda cell: self._end(followup_id, cell, self._consent.fulfil),
            invalidate=lambda cell: self._end(followup_id, cell, self._consent.invalidate),
            correct_original=self.correct_original,
        )
        consent = next((one for one in consents if one.id == mine), None)
        open_cell(self._page, row, cell, consent, acts)

    def refuse(self, followup_id: FollowupId, row: MatrixRow, cell: MatrixCell) -> None:
        """Record that the citizen said no to one cell."""
        kinds = (cell.information,)
        refuse = self._consent.refuse
        if attempt(self._page, lambda: refuse(followup_id, row.party.id, row.direction, kinds)):
            self._desk.message.say(_("The no is recorded."))

    def withdraw_all(self, followup_id: FollowupId) -> None:
        """Take back everything, at once."""
        self._fallen(followup_id, lambda: self._consent.withdraw_all(followup_id))

    def withdraw_row(self, followup_id: FollowupId, row: MatrixRow) -> None:
        """Take back what one party may hear, one way, at once."""
        party, direction = row.party.id, row.direction
        self._fallen(
            followup_id, lambda: self._consent.withdraw_party(followup_id, party, direction)
        )

    def withdraw_cell(self, followup_id: FollowupId, cell: MatrixCell) -> None:
        """Take back one cell, at once."""
        self._end(followup_id, cell, self._consent.withdraw_cell)

    def read_aloud(self, followup_id: FollowupId) -> None:
        """Show what holds, in words to read to the citizen."""
        read_aloud(self._page, lambda spoken: self._consent.read_aloud(followup_id, spoken))

    def show_history(self, followup_id: FollowupId) -> None:
        """Show every yes and no, and each time one fell."""
        sheet = self._desk.services.followup.followup(followup_id)
        acts = HistoryActs(
            open_fall=lambda fall: self.show_fall(followup_id, fall),
            open_consent=lambda one: open_consent(self._page, one, self.correct_original),
        )
        open_history(self._page, sheet, acts)

    def show_fall(self, followup_id: FollowupId, fall: Fall) -> FallDialog:
        """Show what a fallen consent stopped, and ask who was told."""
        acts = Afterwards(
            note=self._consent.note_fall,
            log=lambda: self._log(followup_id),
            make_tasks=lambda names: self._make_tasks(followup_id, names),
            today=self._desk.services.today.day,
        )
        return tell_fallen(self._page, fall, acts)

    def correct_original(self, consent: ConsentRow) -> OriginalDialog:
        """Note where the signed original lies."""
        dialog = OriginalDialog(
            _("The signed original"),
            OriginalDraft(original_at=consent.original_at),
            lambda draft: self._consent.correct_original(ConsentId(consent.id), draft.original_at),
            self._page,
        )
        dialog.open()
        return dialog

    def _end(
        self, followup_id: FollowupId, cell: MatrixCell, act: Callable[[CellId], Fall]
    ) -> None:
        stored = cell.cell
        if stored is not None:
            self._fallen(followup_id, lambda: act(stored.id))

    def _fallen(self, followup_id: FollowupId, act: Callable[[], Fall]) -> None:
        try:
            fall = act()
        except FastholdError as error:
            show_error(self._page, error)
            return
        self._desk.message.clear()  # it may still say that a consent is recorded
        self.show_fall(followup_id, fall)

    def _make_tasks(self, followup_id: FollowupId, names: Sequence[str]) -> None:
        due = write_day(self._desk.services.today.day() + timedelta(days=DAYS_TO_TELL))
        for name in names:
            self._desk.services.task.add_task(
                TaskDraft(
                    what=_("Tell {party} that the consent is withdrawn").format(party=name),
                    due_on=due,
                    subject=TaskSubject.FOLLOWUP.value,
                    subject_id=followup_id.hex,
                )
            )
