"""The act that comes next on a follow-up."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.consent import WARN_DAYS, Direction
from app.domain.derived_task import DerivedTask
from app.domain.followup import FollowupId
from app.domain.followup_advice import Act
from app.domain.followup_sheet import FollowupSheet
from app.domain.grant import GrantDraft
from app.domain.party import PartyKind
from app.domain.roundtable import RoundtableStatus
from ui.common.desk import Desk
from ui.consent.banner import together_until
from ui.consent.consent_acts import ConsentActs
from ui.consent.matrix_rows import CellState, matrix_rows
from ui.followup.followup_acts import FollowupActs
from ui.roundtable.roundtable_acts import RoundtableActs


class NextActs:
    """Does what the button beside the status sentence says."""

    def __init__(self, desk: Desk, page: QWidget, acts: FollowupActs) -> None:
        self._desk, self._page, self._acts = desk, page, acts
        self.consents = ConsentActs(desk, page, acts.log_contact)
        self._roundtables = RoundtableActs(desk, page, self._open_roundtable)

    def do(self, act: Act, sheet: FollowupSheet) -> None:
        """Do `act` on the follow-up shown."""
        if act is Act.RENEW:
            self.renew(sheet)
        elif act is Act.ADD_PARTY:
            self._acts.add_party(sheet.row.id).form.begin_at("name")  # who it is, is known
        elif act is Act.GRANT:
            self._ask_employer_consent(sheet)
        elif act is Act.PLAN_ROUNDTABLE:
            self.plan(sheet.row.id)
        elif act is Act.OPEN_ROUNDTABLE:
            self._open_newest(sheet)
        elif act is Act.LOG_CONTACT:
            self._acts.log_contact(sheet.row.id)

    def plan(self, followup_id: FollowupId) -> None:
        """Plan a roundtable, and go to it."""
        self._roundtables.plan(followup_id)

    def renew(self, sheet: FollowupSheet) -> None:
        """Ask again for what ends first: the work together, or what a party may hear."""
        today = self._desk.services.today.day()
        rows = matrix_rows(sheet.parties, sheet.cells, today)
        soon = [row for row in rows if any(cell.state is CellState.SOON for cell in row.cells)]
        together = (together_until(sheet) - today).days > WARN_DAYS
        if sheet.row.consent_live and together and soon:
            self.consents.grant_row(sheet.row.id, soon[0])
        else:
            self.consents.renew(sheet.row.id)

    def ask_again(self, sheet: FollowupSheet, task: DerivedTask) -> None:
        """Ask again for what a party may hear and what soon ends."""
        today = self._desk.services.today.day()
        for row in matrix_rows(sheet.parties, sheet.cells, today):
            if (row.party.id, row.direction) == (task.party_id, task.direction):
                self.consents.grant_row(sheet.row.id, row)

    def _ask_employer_consent(self, sheet: FollowupSheet) -> None:
        employers = [one for one in sheet.parties if one.facts.kind is PartyKind.EMPLOYER]
        only = employers[0].id.hex if len(employers) == 1 else ""
        draft = GrantDraft(party_id=only, direction=Direction.PASS_ON.value)
        form = self.consents.grant(sheet.row.id, draft).form
        if only:
            form.begin_at("information")

    def _open_newest(self, sheet: FollowupSheet) -> None:
        """Open the one that is being prepared, else the one that was agreed on last."""
        for status in (RoundtableStatus.DRAFT, RoundtableStatus.FINAL):
            for roundtable in sheet.roundtables:
                if roundtable.status is status:
                    self._open_roundtable(roundtable.id)
                    return

    def _open_roundtable(self, roundtable_id: object) -> None:
        self._desk.go("roundtables", roundtable_id)
