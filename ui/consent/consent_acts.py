"""What can be done about consent, from whichever page one is on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from app.domain.consent import CitizenId, Stopped
from app.domain.draft import DraftKind
from app.domain.followup import FollowupId
from app.domain.grant import GrantDraft
from app.domain.language import _
from app.domain.problem import FastholdError
from app.domain.renewal import RenewalDraft
from app.domain.task import TaskDraft, TaskSubject
from app.domain.typed import write_day
from ui.common.desk import Desk
from ui.common.draft_place import place_of
from ui.common.errors import show_error
from ui.consent.form_of_yes import receiver_of
from ui.consent.grant_dialog import GrantDialog, fresh_grant
from ui.consent.matrix_rows import MatrixCell, MatrixRow
from ui.consent.read_aloud import read_aloud
from ui.consent.renewal_dialog import RenewalDialog
from ui.consent.withdrawn import Afterwards, tell_withdrawn

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

    def withdraw_all(self, followup_id: FollowupId) -> None:
        """Take back everything, at once."""
        self._withdrawn(followup_id, lambda: self._consent.withdraw_all(followup_id))

    def withdraw_row(self, followup_id: FollowupId, row: MatrixRow) -> None:
        """Take back what one party may hear, one way, at once."""
        party, direction = row.party.id, row.direction
        self._withdrawn(
            followup_id, lambda: self._consent.withdraw_party(followup_id, party, direction)
        )

    def withdraw_cell(self, followup_id: FollowupId, cell: MatrixCell) -> None:
        """Take back one cell, at once."""
        stored = cell.cell
        if stored is not None:
            self._withdrawn(followup_id, lambda: self._consent.withdraw_cell(stored.id))

    def read_aloud(self, followup_id: FollowupId) -> None:
        """Show what holds, in words to read to the citizen."""
        read_aloud(self._page, self._consent.read_aloud(followup_id))

    def _withdrawn(self, followup_id: FollowupId, act: Callable[[], Stopped]) -> None:
        try:
            stopped = act()
        except FastholdError as error:
            show_error(self._page, error)
            return
        self._desk.message.clear()  # it may still say that a consent is recorded
        acts = Afterwards(
            log=lambda: self._log(followup_id),
            make_tasks=lambda names: self._make_tasks(followup_id, names),
        )
        tell_withdrawn(self._page, stopped, acts)

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
