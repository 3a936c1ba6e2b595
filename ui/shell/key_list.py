"""The list of keys: those that work everywhere, and those of the page in view."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.language import N_, _
from ui.common.button import Button, Kind
from ui.common.dialog import Dialog
from ui.common.fonts import Role
from ui.common.keys import KeyHint
from ui.common.page import Keys
from ui.common.text import Text

EVERYWHERE: Keys = (
    ("Ctrl+K", N_("Search and commands")),
    ("Ctrl+N", N_("New, whatever is new on this page")),
    ("Ctrl+Enter", N_("Save the form")),
    ("Esc", N_("Close, or clear the form")),
    ("F6", N_("Next part of the window")),
    ("F9", N_("Draw or lift the curtain")),
    ("Ctrl+L", N_("Lock")),
    ("Ctrl+Q", N_("Close Fasthold; what you are writing is kept")),
    ("F1", N_("This list")),
)


def key_list(page_title: str, keys: Keys, pages: Keys, parent: QWidget) -> Dialog:
    """Return the dialog; `keys` are those of the page in view and `pages` those that lead to the
    pages, already in words."""
    dialog = Dialog(_("Keys"), parent, width=520)
    if keys:
        dialog.body.addWidget(Text(page_title, Role.CARD_TITLE))
        dialog.body.addWidget(_table(keys))
    dialog.body.addWidget(Text(_("Everywhere"), Role.CARD_TITLE))
    dialog.body.addWidget(_table([(key, _(words)) for key, words in EVERYWHERE]))
    dialog.body.addWidget(Text(_("Pages"), Role.CARD_TITLE))
    dialog.body.addWidget(_table(pages))
    dialog.body.addStretch(1)
    close = Button(_("Close"), Kind.PRIMARY, keys="Esc", pressed=dialog.reject)
    dialog.add_button(close).setFocus()
    return dialog


def _table(keys: Keys) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnMinimumWidth(0, 96)
    grid.setColumnStretch(1, 1)
    for row, (key, words) in enumerate(keys):
        grid.addWidget(KeyHint(key), row, 0)
        grid.addWidget(Text(words, Role.BODY, wrap=True), row, 1)
    return table
