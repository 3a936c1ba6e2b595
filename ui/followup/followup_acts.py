"""What can be done with one follow-up, its parties and its contacts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.domain.consent import CitizenId, PartyId
from app.domain.contact import ContactDraft, ContactId
from app.domain.contact_caution import contact_caution
from app.domain.draft import DraftKind
from app.domain.followup import EndingDraft, FollowupId
from app.domain.followup_sheet import FollowupSheet
from app.domain.goal import GoalDraft
from app.domain.language import _, ngettext
from app.domain.party import PartyDraft
from app.domain.retention import Kept
from app.domain.transfer import TransferDraft
from app.domain.typed import write_day, write_time
from ui.common.desk import Desk
from ui.common.draft_memory import DraftMemory
from ui.common.draft_place import place_of
from ui.common.look_alikes import tell_look_alikes
from ui.common.removal import Removal, offer_removal
from ui.followup.contact_dialog import ContactDialog
from ui.followup.ending_dialog import EndingDialog
from ui.followup.followup_dialog import CorrectFollowupDialog
from ui.followup.goal_card import GoalDialog
from ui.followup.party_dialog import PartyDialog
from ui.followup.ring_dialog import RingDialog
from ui.followup.template_dialog import TemplateDialog
from ui.followup.transfer_dialog import TransferDialog


class FollowupActs:
    """Opens the dialogs of one follow-up; `page` is what they open over."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        self._desk, self._page = desk, page
        self._followups, self._parties = desk.services.followup, desk.services.party
        self._today = desk.services.today.day

    def correct(self, followup_id: FollowupId) -> CorrectFollowupDialog:
        """Correct what was told in the first talk."""
        sheet = self._followups.followup(followup_id)
        dialog = CorrectFollowupDialog(
            _("Correct the follow-up"),
            self._followups.draft(followup_id),
            lambda draft: self._followups.correct_followup(followup_id, draft),
            self._today,
            self._page,
            memory=self._desk.memory(DraftKind.FOLLOWUP, followup_id.hex, sheet.citizen_id),
        )
        dialog.open()
        return dialog

    def add_party(self, followup_id: FollowupId) -> PartyDialog:
        """Add a party."""
        dialog = PartyDialog(
            _("Add a party"),
            PartyDraft(),
            lambda draft: self._parties.add_party(followup_id, draft),
            self._today,
            self._page,
            memory=self._memory(DraftKind.PARTY, followup_id),
        )
        self._tell_look_alikes(dialog, followup_id)
        dialog.open()
        return dialog

    def correct_party(self, followup_id: FollowupId, party_id: PartyId) -> PartyDialog:
        """Correct a party, or remove it."""
        memory = self._memory(DraftKind.PARTY, followup_id, party_id)
        dialog = PartyDialog(
            _("Correct the party"),
            self._parties.party_draft(party_id),
            lambda draft: self._parties.correct_party(party_id, draft),
            self._today,
            self._page,
            memory=memory,
        )
        self._tell_look_alikes(dialog, followup_id, party_id)
        offer_removal(dialog, self._party_removal(party_id, memory))
        dialog.open()
        return dialog

    def drive_myself(self, followup_id: FollowupId) -> None:
        """Say that I hold the strings."""
        self._parties.drive_myself(followup_id)
        # i18n: Danish: »Du er tovholder.«
        self._desk.message.say(_("You drive it now."))

    def choose_goal(self, followup_id: FollowupId) -> GoalDialog:
        """Choose the rungs of the goal ladder."""
        goals = self._desk.services.goal
        goal = goals.goal(followup_id)
        draft = GoalDraft(
            now=goal.now.value if goal.now else "", aim=goal.aim.value if goal.aim else ""
        )
        dialog = GoalDialog(draft, lambda typed: goals.set_goal(followup_id, typed), self._page)
        dialog.open()
        return dialog

    def tick_signs(self, followup_id: FollowupId, codes: tuple[str, ...]) -> None:
        """Save which signs are seen."""
        self._desk.services.goal.tick_signs(followup_id, codes)

    def decide_level(self, followup_id: FollowupId, code: str) -> None:
        """Save the level that was decided."""
        self._desk.services.goal.decide_level(followup_id, code)

    def add_from_templates(self, followup_id: FollowupId) -> TemplateDialog:
        """Choose tasks that usually follow a day."""
        templates = self._desk.services.task_template
        dialog = TemplateDialog(
            templates.named_days(followup_id),
            lambda named: templates.proposals(followup_id, named),
            lambda draft: templates.add_from_templates(followup_id, draft),
            self._page,
        )
        dialog.saved.connect(self._say_made)
        dialog.open()
        return dialog

    def log_contact(self, followup_id: FollowupId) -> ContactDialog:
        """Log a contact that happened or was tried."""
        return self._log(followup_id, ContactDraft(day=write_day(self._today())))

    def ring(self, sheet: FollowupSheet) -> RingDialog:
        """Show the number, and note at once what came of ringing."""
        followup_id = sheet.row.id
        dialog = RingDialog(sheet, self._page)
        dialog.talked.connect(lambda: self.log_call(followup_id))
        dialog.not_reached.connect(lambda: self._note_attempt(followup_id))
        dialog.open()
        return dialog

    def log_call(self, followup_id: FollowupId) -> ContactDialog:
        """Log the call that has just ended."""
        now = self._desk.services.today.moment()
        draft = ContactDraft(day=write_day(self._today()), at=write_time(now.time()))
        return self._log(followup_id, draft)

    def transfer(self, followup_id: FollowupId) -> TransferDialog:
        """Show what is not in the case system yet, to be ticked."""
        transfers = self._desk.services.timeline
        dialog = TransferDialog(
            transfers.to_transfer(followup_id),
            TransferDraft(transferred_on=write_day(self._today())),
            lambda draft: transfers.transfer(followup_id, draft),
            self._today,
            self._page,
        )
        dialog.saved.connect(self._say_copied)
        dialog.open()
        return dialog

    def correct_contact(self, followup_id: FollowupId, contact_id: ContactId) -> ContactDialog:
        """Correct a contact, or remove it."""
        draft = self._parties.contact_draft(contact_id)
        memory = self._memory(DraftKind.CONTACT, followup_id, contact_id)
        dialog = ContactDialog(
            _("Correct the contact"),
            self._followups.followup(followup_id).parties,
            draft,
            lambda typed: self._parties.correct_contact(contact_id, typed),
            self._today,
            self._page,
            memory=memory,
        )

        def remove() -> None:
            self._parties.remove_contact(contact_id)
            memory.drop()
            self._desk.message.say(
                _("The contact is removed."),
                undo=lambda: self._parties.log_contact(followup_id, draft),
            )

        offer_removal(dialog, _contact_removal(remove))
        dialog.open()
        return dialog

    def end(self, followup_id: FollowupId) -> EndingDialog:
        """End the follow-up with an outcome."""
        dialog = EndingDialog(
            EndingDraft(ended_on=write_day(self._today())),
            lambda draft: self._followups.end_followup(followup_id, draft),
            self._today,
            self._page,
            months=self._desk.services.retention.kept_for().amount(Kept.ENDED),
        )
        dialog.saved.connect(
            lambda: self._desk.message.say(
                _("The follow-up has ended."), undo=lambda: self.reopen(followup_id)
            )
        )
        dialog.open()
        return dialog

    def reopen(self, followup_id: FollowupId) -> None:
        """Take back the end."""
        self._followups.reopen_followup(followup_id)

    def archive(self, followup_id: FollowupId) -> None:
        """Put an ended follow-up away."""
        self._followups.archive_followup(followup_id)
        self._desk.message.say(
            _("The follow-up is in the archive."), undo=lambda: self.restore(followup_id)
        )

    def restore(self, followup_id: FollowupId) -> None:
        """Take a follow-up out of the archive."""
        self._followups.restore_followup(followup_id)

    def resume(self, kind: DraftKind, followup_id: FollowupId, thing: UUID | None) -> None:
        """Take up an unfinished form of this follow-up."""
        if kind is DraftKind.FOLLOWUP:
            self.correct(followup_id)
        elif kind is DraftKind.PARTY and thing is not None:
            self.correct_party(followup_id, PartyId(thing))
        elif kind is DraftKind.PARTY:
            self.add_party(followup_id)
        elif kind is DraftKind.CONTACT and thing is not None:
            self.correct_contact(followup_id, ContactId(thing))
        elif kind is DraftKind.CONTACT:
            self.log_contact(followup_id)

    def _log(self, followup_id: FollowupId, draft: ContactDraft) -> ContactDialog:
        sheet = self._followups.followup(followup_id)
        dialog = ContactDialog(
            _("Log a contact"),
            sheet.parties,
            draft,
            lambda draft: self._parties.log_contact(followup_id, draft),
            self._today,
            self._page,
            caution=lambda typed: contact_caution(typed, sheet.ringing, sheet.silent_parties()),
            memory=self._memory(DraftKind.CONTACT, followup_id),
        )
        dialog.open()
        return dialog

    def _note_attempt(self, followup_id: FollowupId) -> None:
        contact_id = self._parties.log_attempt(followup_id)
        self._desk.message.say(
            _("The attempt is noted."), undo=lambda: self._parties.remove_contact(contact_id)
        )

    def _say_copied(self, count: int) -> None:
        text = ngettext(
            "{n} entry is noted as copied to the case system.",
            "{n} entries are noted as copied to the case system.",
            count,
        )
        self._desk.message.say(text.format(n=count))

    def _tell_look_alikes(
        self, dialog: PartyDialog, followup_id: FollowupId, besides: PartyId | None = None
    ) -> None:
        # i18n: Danish: »Der findes allerede en part, der ligner: {name}.«
        words = _("There is a party already that looks like this one: {name}.")
        find = partial(self._parties.find_alike, followup_id, besides=besides)
        tell_look_alikes(dialog.form.field("name"), find, words)

    def _say_made(self, count: int) -> None:
        text = ngettext("{n} task is made.", "{n} tasks are made.", count)
        self._desk.message.say(text.format(n=count))

    def _memory(
        self, kind: DraftKind, followup_id: FollowupId, thing: UUID | None = None
    ) -> DraftMemory:
        citizen_id = CitizenId(self._followups.followup(followup_id).citizen_id)
        return self._desk.memory(kind, place_of(followup_id, thing), citizen_id)

    def _party_removal(self, party_id: PartyId, memory: DraftMemory) -> Removal:
        def remove() -> None:
            self._parties.remove_party(party_id)
            memory.drop()
            self._desk.message.say(_("The party is removed."))

        return Removal(
            "remove_party",
            _("Remove this party?"),
            self._parties.removal_consequence(party_id),
            _("Remove the party"),
            remove,
        )


def _contact_removal(remove: Callable[[], object]) -> Removal:
    return Removal(
        "remove_contact",
        _("Remove this contact?"),
        _("It is no longer listed. You can take that back for ten seconds."),
        _("Remove the contact"),
        remove,
    )
