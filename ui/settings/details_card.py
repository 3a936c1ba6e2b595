"""My details: what stands on every paper."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.draft import DraftKind
from app.domain.language import _
from app.domain.problem import Rejected
from app.domain.sender import SenderDraft
from app.domain.words import long_day
from ui.common.button import Button, Kind
from ui.common.card import Card
from ui.common.desk import Desk
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.text import Text
from ui.file.details_form import add_details
from ui.file.stacked import at_left, stacked


class DetailsCard(Card):
    """The form, kept as it is written, saved by the button."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("My details"), icon="user-round", parent=parent)
        self._desk = desk
        self._settings = desk.services.settings
        self._form = Form()
        add_details(self._form)
        self._memory = desk.memory(DraftKind.SENDER)
        self._memory.setParent(self)
        self._fill()
        self._form.show_draft(self._settings.sender_draft())
        self._form.set_values(self._memory.waiting)
        self._memory.watch(self._form)

    def focus(self) -> None:
        """Put the keyboard in the first field."""
        self._form.focus_first()

    def first_field(self) -> QWidget:
        """Return where one begins to write."""
        return self._form.field("name").editor()

    def save(self) -> None:
        """Save what is written, or say what is to be mended."""
        try:
            self._settings.save_sender(self._form.draft(SenderDraft))
        except Rejected as rejection:
            self._form.show_problems(rejection.problems)
            return
        self._form.show_problems(())
        self._memory.drop()
        self._tell_day()
        self._desk.message.say(_("Your details are saved. New papers carry them."))

    def _fill(self) -> None:
        words = _("They stand on every paper, so that patient, doctor and employer can reach you.")
        save = Button(_("Save my details"), Kind.PRIMARY, keys="Ctrl+Enter", pressed=self.save)
        save.setObjectName("save_sender")
        self._checked = Text("", Role.QUIET, wrap=True)
        self._tell_day()
        parts = self._form, at_left(save), self._checked
        self.add(stacked(Text(words, Role.QUIET, wrap=True), *parts, gap=14))

    def _tell_day(self) -> None:
        """Say when the details were looked through last."""
        day = self._settings.sender_checked_on()
        words = _("Last looked through on {day}. Fasthold asks again after half a year.")
        self._checked.setText(words.format(day=long_day(day)) if day else "")
        self._checked.setVisible(day is not None)
