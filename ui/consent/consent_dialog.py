"""One yes of the list, opened: everything that is recorded of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.followup_sheet import ConsentRow
from app.domain.language import _
from ui.common.button import Button, Kind
from ui.common.dialog import Dialog
from ui.consent.record_lines import record_grid


def open_consent(
    parent: QWidget, consent: ConsentRow, correct: Callable[[ConsentRow], object]
) -> Dialog:
    """Show what is recorded; `correct` notes where the original lies."""
    dialog = Dialog(_("Consent"), parent, width=560)
    dialog.body.addWidget(record_grid(consent))
    dialog.body.addStretch(1)
    if consent.original_wanted:
        change = Button(_("The original …"), icon="pencil")
        change.clicked.connect(dialog.accept)
        change.clicked.connect(lambda: correct(consent))
        dialog.add_button(change).setObjectName("correct_original")
    close = dialog.add_button(Button(_("Close"), Kind.PRIMARY, keys="Esc", pressed=dialog.reject))
    close.setObjectName("close")
    close.setFocus()
    dialog.open()
    return dialog
