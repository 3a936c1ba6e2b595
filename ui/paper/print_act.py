"""Printing the paper that is shown: warned of once, noted each time as what left."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.domain.language import _
from app.domain.paper import Prepared
from app.domain.problem import FastholdError
from ui.common.button import Button, IconButton
from ui.common.confirm import confirm, tell
from ui.common.desk import Desk
from ui.common.keys import key_text
from ui.common.printer import choose_printer, has_printer
from ui.common.shown import as_tip
from ui.paper.printed_pages import page_size, print_pages

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PRINT_KEYS = "Ctrl+Shift+P"
Printed = Callable[[], object]
Refused = Callable[[FastholdError], object]


def print_button(pressed: Callable[[], object]) -> Button:
    """Return the button that prints."""
    button = Button(_("Print"), icon="printer", keys=PRINT_KEYS, pressed=pressed)
    button.setObjectName("print")
    return button


def print_words() -> str:
    """Return what the button does, and the key that does the same."""
    act = _("Print")
    return f"{act} ({key_text(PRINT_KEYS)})"


def small_print_button(pressed: Callable[[], object]) -> Button:
    """Return the button that prints, where there is room for an icon only."""
    button = IconButton("printer", _("Print"), pressed=pressed)
    button.setToolTip(as_tip(print_words()))
    button.setAccessibleDescription(key_text(PRINT_KEYS))
    button.setObjectName("print")
    shortcut = QShortcut(QKeySequence(PRINT_KEYS), button)
    shortcut.activated.connect(button.click)
    return button


def print_paper(
    desk: Desk, parent: QWidget, prepared: Prepared, printed: Printed, refused: Refused
) -> None:
    """Ask which printer and print the bytes of `prepared` there, if they may leave."""
    if not has_printer():
        tell(
            parent,
            _("This computer has no printer."),
            _("Save the paper as a PDF, or connect a printer and try again."),
        )
        return

    def on_chosen(printer: QPrinter) -> None:
        try:
            desk.services.export.print_paper(
                prepared, lambda content: print_pages(printer, content)
            )
        except FastholdError as error:
            refused(error)
        else:
            desk.message.say(_("Sent to the printer."))
            printed()

    def ask() -> None:
        choose_printer(parent, on_chosen, size=page_size(prepared.pdf))

    _warn_once(desk, parent, ask)


def _warn_once(desk: Desk, parent: QWidget, then: Callable[[], object]) -> None:
    """Say once in a workspace what a printer keeps; then go on."""
    settings = desk.services.settings
    if settings.print_warned():
        then()
        return

    def on_confirmed() -> None:
        settings.note_print_warned()
        then()

    confirm(
        parent,
        # i18n: Danish: »En printer gemmer kopier«
        _("A printer keeps copies"),
        _(
            "What is printed passes through the queue of the computer, and the printer or a print"
            " server may keep it for long. Fasthold cannot take it back or erase it there. Choose a"
            " printer near you, and fetch the paper at once. You are told this once; each print is"
            " noted in the audit trail."
        ),
        _("Choose a printer"),
        on_confirmed,
        destructive=False,
    )
