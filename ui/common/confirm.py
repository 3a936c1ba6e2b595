"""Asking once, with the consequence, before something that cannot be undone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.language import _
from ui.common.button import Button, Kind
from ui.common.dialog import Dialog
from ui.common.fonts import Role
from ui.common.text import Text

WIDTH = 480


def confirm(
    parent: QWidget,
    question: str,
    consequence: str,
    act: str,
    then: Callable[[], object],
    *,
    destructive: bool = True,
    careful: bool = False,
) -> Dialog:
    """Open a dialog that asks `question`; `then` is called if the button `act` is pressed.

    Where the act destroys something, or is not likely meant, the keyboard starts on »Cancel«.
    """
    dialog = Dialog(question, parent, width=WIDTH)
    dialog.body.addWidget(Text(consequence, Role.BODY, wrap=True))
    dialog.body.addStretch(1)
    cancel = dialog.add_button(Button(_("Cancel"), keys="Esc", pressed=dialog.reject))
    kind = Kind.DESTRUCTIVE if destructive else Kind.PRIMARY
    go = dialog.add_button(Button(act, kind, pressed=dialog.accept))
    cancel.setObjectName("cancel")
    go.setObjectName("confirm")
    dialog.accepted.connect(lambda: then(), Qt.ConnectionType.SingleShotConnection)
    (cancel if destructive or careful else go).setFocus()
    dialog.open()
    return dialog


def tell(parent: QWidget, title: str, text: str) -> Dialog:
    """Open a dialog that says one thing."""
    dialog = Dialog(title, parent, width=WIDTH)
    dialog.body.addWidget(Text(text, Role.BODY, wrap=True))
    dialog.body.addStretch(1)
    close = dialog.add_button(Button(_("OK"), Kind.PRIMARY, keys="Enter", pressed=dialog.accept))
    close.setObjectName("close")
    close.setFocus()
    dialog.open()
    return dialog
