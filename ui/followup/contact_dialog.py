"""Logging a contact that happened or was tried, and correcting it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.contact import CHANNEL_LABELS, CONTACT_LABELS, WAY_LABELS, ContactDraft
from app.domain.guard import About
from app.domain.language import _
from app.domain.party import PartyRow
from ui.common.choice_field import ChoiceField
from ui.common.dated_dialog import DatedDialog, Day
from ui.common.day_field import DayField
from ui.common.draft_memory import DraftMemory
from ui.common.form import Form
from ui.common.notice import Notice
from ui.common.number_field import TimeField
from ui.common.segments import SegmentField
from ui.common.tokens import Tone
from ui.consent.grant_dialog import party_options
from ui.followup.function_note import FunctionNote


class ContactDialog(DatedDialog[ContactDraft]):
    """With whom, how, and what came of it."""

    def __init__(
        self,
        title: str,
        parties: Sequence[PartyRow],
        draft: ContactDraft,
        submit: Callable[[ContactDraft], object],
        today: Day,
        parent: QWidget | None = None,
        *,
        caution: Callable[[ContactDraft], str] = lambda _draft: "",
        memory: DraftMemory | None = None,
    ) -> None:
        self._parties, self._caution = parties, caution
        super().__init__(title, draft, submit, today, parent, memory=memory)
        self._minded = Notice(Tone.WARN, "")
        self.body.insertWidget(self.body.indexOf(self.form), self._minded)
        self.form.changed.connect(self._say_caution)
        self._say_caution()

    @override
    def build(self, form: Form) -> None:
        with_whom = (("", _("The citizen")), *party_options(self._parties))
        form.add("party_id", _("With whom"), ChoiceField(with_whom))
        channels = tuple((code.value, _(label)) for code, label in CHANNEL_LABELS.items())
        form.add("channel", _("How"), SegmentField(channels))
        ways = tuple((code.value, _(label)) for code, label in WAY_LABELS.items())
        form.add("way", _("Who turned to whom"), SegmentField(ways))
        outcomes = tuple((code.value, _(label)) for code, label in CONTACT_LABELS.items())
        form.add("outcome", _("What came of it"), SegmentField(outcomes))
        form.add("note", _("What was said"), FunctionNote(About.CITIZEN, rows=4))
        form.add("day", _("Day"), DayField(self._today))
        form.add("at", _("Time, if it matters"), TimeField())
        # i18n: Danish: »Overført til fagsystem den«
        copied = _("Copied to the case system on")
        form.add("transferred_on", copied, DayField(self._today), _("Leave it empty until it is."))

    def _say_caution(self) -> None:
        said = self._caution(self.draft())
        if said != self._minded.what() or self._minded.isHidden() == bool(said):
            self._minded.set_words(said)
            self._minded.setVisible(bool(said))
            self.fit()
