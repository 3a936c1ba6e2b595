"""How soon the window locks."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.language import _
from app.domain.problem import Rejected
from ui.common.button import Button
from ui.common.card import Card
from ui.common.desk import Desk
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.number_field import NumberField
from ui.common.text import Text
from ui.file.stacked import at_left, stacked


class LockCard(Card):
    """Two times: usually, and while a visit runs."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Automatic lock"), icon="timer", parent=parent)
        self._desk = desk
        self._settings = desk.services.settings
        self._form = Form(stacked=False, label_width=180)
        minutes = _("minutes")
        self._form.add("lock_minutes", _("Usually"), NumberField(1, 15, unit=minutes))
        self._form.add(
            "lock_minutes_in_visit", _("While a visit runs"), NumberField(1, 60, unit=minutes)
        )
        self._fill()
        self._show_saved()

    def save(self) -> None:
        """Save both times, or say what is to be mended."""
        typed = self._form.values()
        try:
            self._settings.save_lock_minutes(
                str(typed["lock_minutes"]), str(typed["lock_minutes_in_visit"])
            )
        except Rejected as rejection:
            self._form.show_problems(rejection.problems)
            return
        self._form.show_problems(())
        self._desk.message.say(_("The lock times are saved, and hold from now on."))

    def _show_saved(self) -> None:
        self._form.set_values(
            {
                "lock_minutes": str(self._settings.lock_minutes()),
                "lock_minutes_in_visit": str(self._settings.lock_minutes_in_visit()),
            }
        )

    def _fill(self) -> None:
        words = _(
            "When nobody touches keyboard or mouse. Fasthold also locks when the computer has"
            " slept, and at once by Ctrl+L."
        )
        save = Button(_("Save the lock times"), pressed=self.save)
        save.setObjectName("save_lock_minutes")
        self.add(stacked(Text(words, Role.QUIET, wrap=True), self._form, at_left(save), gap=14))
