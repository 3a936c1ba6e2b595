"""The ways into a follow-up: a relayed yes, a code that is said, or a citizen who asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.domain.consent import CitizenId, RelayedDraft
from app.domain.draft import DraftKind
from app.domain.flag import FlagId
from app.domain.followup import FollowupDraft, FollowupId
from app.domain.followup_sheet import RelayedRow
from app.domain.language import _
from app.domain.problem import NotFound, Refused
from app.domain.retention import Kept
from app.domain.typed import write_day
from ui.common.confirm import confirm
from ui.common.desk import Desk
from ui.common.draft_place import place_of_flag, read_flag_place
from ui.common.errors import show_error
from ui.consent.form_of_yes import receiver_of
from ui.consent.form_paper import open_consent_form
from ui.consent.relayed_dialog import CorrectRelayedDialog, RelayedDialog
from ui.flag.code_dialog import CodeDialog, flag_said
from ui.followup.followup_dialog import FirstTalkDialog
from ui.paper.paper_dialog import PaperDialog

Open = Callable[[FollowupId], object]


class BeginActs:
    """Opens the dialogs that lead to a new follow-up; `opened` shows the one that was begun."""

    def __init__(self, desk: Desk, page: QWidget, opened: Open) -> None:
        self._desk, self._page, self._opened = desk, page, opened

    def record_relayed(self, flag_id: str = "") -> RelayedDialog:
        """Record a yes the doctor passes on, for the flag with this id if there is one."""
        return self._relayed(flag_id, place_of_flag(UUID(flag_id)) if flag_id else "")

    def correct_relayed(self, citizen_id: CitizenId) -> CorrectRelayedDialog | None:
        """Correct how a citizen whose doctor passed on a yes can be reached."""
        consent = self._desk.services.consent
        try:
            draft = consent.relayed_draft(citizen_id)
        except Refused as refusal:
            show_error(self._page, refusal)
            return None
        dialog = CorrectRelayedDialog(
            draft,
            lambda typed: consent.correct_relayed(citizen_id, typed),
            self._page,
            memory=self._desk.memory(DraftKind.RELAYED, citizen_id.hex, citizen_id),
        )
        dialog.open()
        return dialog

    def open_blank_form(self) -> PaperDialog:
        """Show the consent form with nothing filled in."""
        return open_consent_form(self._desk, self._page, None)

    def ask_code(self) -> CodeDialog:
        """Ask for the code a citizen says; the first talk follows."""
        flags = self._desk.services.flag
        dialog = CodeDialog(
            _("The citizen says a code"),
            _("Write the code from the slip. It is not shown again beside the name."),
            lambda code: flag_said(flags, code),
            self._page,
        )
        dialog.saved.connect(lambda card: self.begin_from_flag(card.id))
        dialog.open()
        return dialog

    def begin(self) -> FirstTalkDialog:
        """Begin a follow-up that no flag led to."""
        return self._first_talk(FollowupDraft(), "")

    def begin_from_flag(self, flag_id: FlagId) -> FirstTalkDialog:
        """Begin a follow-up with a citizen who said a code."""
        draft = self._desk.services.followup.draft_from_flag(flag_id)
        return self._first_talk(draft, place_of_flag(flag_id))

    def begin_from_relayed(self, citizen_id: CitizenId) -> FirstTalkDialog | None:
        """Begin a follow-up with a citizen whose doctor passed on a yes."""
        try:
            draft = self._desk.services.followup.draft_from_relayed(citizen_id)
        except Refused as refusal:
            show_error(self._page, refusal)
            return None
        return self._first_talk(draft, citizen_id.hex, citizen_id)

    def erase_relayed(self, row: RelayedRow) -> None:
        """Erase a citizen who said no to the first contact."""
        confirm(
            self._page,
            _("Erase this person?"),
            _("Name and contact are erased at once. Nothing of them is left."),
            _("They said no: erase"),
            lambda: self._desk.services.consent.remove_relayed(row.citizen_id),
        )

    def resume_relayed(self, entity: str) -> None:
        """Take up an unfinished relayed yes, with the flag it began with."""
        flag = read_flag_place(entity)
        if flag is not None:
            self._relayed(self._draft_of_flag(FlagId(flag)).flag_id, entity)
        elif entity:
            self.correct_relayed(CitizenId(UUID(entity)))
        else:
            self.record_relayed()

    def resume_first_talk(self, entity: str) -> FirstTalkDialog | None:
        """Take up an unfinished first talk, with the flag it began with."""
        flag = read_flag_place(entity)
        if flag is not None:
            return self._first_talk(self._draft_of_flag(FlagId(flag)), entity)
        return self.begin_from_relayed(CitizenId(UUID(entity))) if entity else self.begin()

    def _draft_of_flag(self, flag_id: FlagId) -> FollowupDraft:
        try:
            return self._desk.services.followup.draft_from_flag(flag_id)
        except NotFound:
            # What was typed is worth more than the way it began.
            return FollowupDraft()

    def _relayed(self, flag_id: str, entity: str) -> RelayedDialog:
        today = self._desk.services.today.day
        dialog = RelayedDialog(
            _("The doctor passes on a yes"),
            RelayedDraft(given_on=write_day(today()), flag_id=flag_id),
            self._desk.services.consent.record_relayed,
            today,
            self._page,
            days=self._desk.services.retention.kept_for().amount(Kept.RELAYED),
            memory=self._desk.memory(DraftKind.RELAYED, entity),
        )
        dialog.saved.connect(
            lambda: self._desk.message.say(_("The yes is recorded. Make the first contact."))
        )
        dialog.open()
        return dialog

    def _first_talk(
        self, draft: FollowupDraft, entity: str, citizen_id: CitizenId | None = None
    ) -> FirstTalkDialog:
        today = self._desk.services.today.day
        dialog = FirstTalkDialog(
            replace(draft, given_on=write_day(today()), received_by=receiver_of(self._desk)),
            self._desk.services.followup.begin,
            today,
            self._page,
            said=self._desk.services.consent.wording,
            memory=self._desk.memory(DraftKind.CONFIRMED, entity, citizen_id),
        )
        dialog.saved.connect(self._opened)
        dialog.open()
        return dialog
