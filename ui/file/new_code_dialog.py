"""A new recovery code over the open file: shown once, put on paper, tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.language import _
from ui.common.button import Button, Kind
from ui.common.dialog import Dialog
from ui.file.code_card import CodeCard
from ui.file.step import StepView
from ui.file.stopped_foot import StoppedFoot
from ui.file.try_step import TryStep

if TYPE_CHECKING:
    from app.services.settings import SettingsService


class NewCodeDialog(Dialog):
    """Shows `code`, then asks for two groups of it; `tried` tells that both were right."""

    tried = Signal()

    def __init__(self, code: str, settings: SettingsService, parent: QWidget | None = None) -> None:
        super().__init__(_("Your new recovery code"), parent, width=720)
        self._settings = settings
        self._card, self._try = CodeCard(), TryStep()
        self._go = StoppedFoot(Button(_("Try the code"), Kind.PRIMARY, icon="arrow-right"))
        self._card.show_code(code)
        self._try.set_code(code)
        self._build()
        self._show_card()

    def _show_card(self) -> None:
        self._try.setVisible(False)
        self._back.setVisible(False)
        self._card.setVisible(True)
        self._go.button.setText(_("Try the code"))
        self._card.focus()
        self._on_changed()

    def _show_try(self) -> None:
        self._card.setVisible(False)
        self._try.setVisible(True)
        self._back.setVisible(True)
        self._go.button.setText(_("Done"))
        self._try.enter()
        self._on_changed()

    def _on_changed(self) -> None:
        shown: CodeCard | StepView = self._try if self._back.isVisibleTo(self) else self._card
        self._go.set_stopped(shown.stopped())

    def _on_go_clicked(self) -> None:
        if not self._back.isVisibleTo(self):
            self._show_try()
        elif self._try.settle():
            self._settings.note_code_tried()
            self.tried.emit()
            self.accept()

    def _build(self) -> None:
        self.body.addWidget(self._card)
        self.body.addWidget(self._try)
        self.body.addStretch(1)
        self._back = Button(_("Show the code again"), pressed=self._show_card)
        self._back.setObjectName("back")
        self.add_left(self._back)
        close = self.add_button(Button(_("Later"), keys="Esc", pressed=self.reject))
        close.setObjectName("cancel")
        self._go.put_into(self)
        self._go.button.setObjectName("try_code")
        self._go.button.clicked.connect(self._on_go_clicked)
        self._card.changed.connect(self._on_changed)
        self._try.changed.connect(self._on_changed)
