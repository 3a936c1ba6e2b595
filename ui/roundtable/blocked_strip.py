"""Beneath what the employer may not read: why, and the two ways on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.language import _
from ui.common.button import Button, Size
from ui.common.fonts import Role
from ui.common.text import Text
from ui.common.tokens import Token


class BlockedStrip(QWidget):
    """One sentence and two buttons; hidden while nothing is blocked."""

    ask_requested = Signal()
    see_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._why = Text("", Role.SECONDARY, tone=Token.INK2, wrap=True)
        # i18n: Danish: »Bed om nyt samtykke« and »Se samtykket«
        ask = Button(_("Ask for consent"), icon="handshake", size=Size.COMPACT)
        see = Button(_("See the consent"), size=Size.COMPACT)
        ask.setObjectName("ask_consent")
        see.setObjectName("see_consent")
        ask.clicked.connect(self.ask_requested)
        see.clicked.connect(self.see_requested)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(ask)
        acts.addWidget(see)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._why)
        column.addLayout(acts)
        self.setVisible(False)

    def set_why(self, why: str) -> None:
        """Show the sentence, or hide when there is none."""
        self._why.setText(why)
        self.setVisible(bool(why))

    def why(self) -> str:
        """Return the sentence shown."""
        return self._why.text()
