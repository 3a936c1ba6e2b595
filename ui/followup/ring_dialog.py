"""Ringing the citizen: the number, when it is safe, and what came of it, with one press."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from app.domain.contact import attempts_line
from app.domain.followup_sheet import FollowupSheet
from app.domain.language import _
from ui.common.button import Button, Kind
from ui.common.dialog import Dialog
from ui.common.fonts import Role
from ui.common.text import Text
from ui.common.tokens import Token

WIDTH = 480


class RingDialog(Dialog):
    """Shows the number large. Fasthold itself rings nobody."""

    talked = Signal()
    not_reached = Signal()

    def __init__(self, sheet: FollowupSheet, parent: QWidget | None = None) -> None:
        super().__init__(_("Ring {name}").format(name=sheet.facts.name), parent, width=WIDTH)
        number = Text(sheet.ringing.number, Role.FIGURE, wrap=True)
        number.setObjectName("number")
        self.body.addWidget(number)
        for words in _lines(sheet):
            self.body.addWidget(Text(words, Role.BODY, tone=Token.INK, wrap=True))
        self.body.addStretch(1)
        cancel = self.add_button(Button(_("Cancel"), keys="Esc", pressed=self.reject))
        cancel.setObjectName("cancel")
        missed = self.add_button(Button(_("Not reached"), icon="phone-missed"))
        missed.setObjectName("not_reached")
        missed.clicked.connect(lambda: self._end(self.not_reached))
        talked = self.add_button(Button(_("We talked"), Kind.PRIMARY, icon="phone"))
        talked.setObjectName("talked")
        talked.clicked.connect(lambda: self._end(self.talked))
        talked.setFocus()

    def _end(self, came_of_it: SignalInstance) -> None:
        self.accept()
        came_of_it.emit()


def _lines(sheet: FollowupSheet) -> tuple[str, ...]:
    safe = sheet.ringing.safe_when
    lines = (
        _("Safe time and place: {when}").format(when=safe) if safe else "",
        attempts_line(sheet.attempts),
    )
    return tuple(line for line in lines if line)
