"""What holds today, large, in plain sentences to read aloud to the citizen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.language import _
from ui.common.button import Button, Kind
from ui.common.dialog import Dialog
from ui.common.fonts import Role
from ui.common.text import Text


def read_aloud(parent: QWidget, words: str) -> Dialog:
    """Open `words`, a sentence a line."""
    dialog = Dialog(_("Read aloud to the citizen"), parent, width=640)
    for place, line in enumerate(words.split("\n")):
        text = Text(line, Role.CARD_TITLE, wrap=True)
        text.setObjectName(f"line_{place}")
        dialog.body.addWidget(text)
    dialog.body.addStretch(1)
    close = Button(_("Close"), Kind.PRIMARY, keys="Esc", pressed=dialog.reject)
    dialog.add_button(close).setObjectName("close")
    close.setFocus()
    dialog.open()
    return dialog
