"""Printers of this computer: whether there is one, and asking which; or what a test answers."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPageSize
    from PySide6.QtPrintSupport import QPrinter

CUPS = "/run/cups/cups.sock"
QUEUED_AS = "Fasthold"  # what a queue shows: never what the paper is, or whom it is about

# What tests answer, first one first. Empty in real life: then the person is asked.
_answers: deque[QPrinter | None] = deque()


def answer_with_printer(*printers: QPrinter | None) -> None:
    """Answer the next questions with `printers`; None means that the person cancels."""
    _answers.extend(printers)


def has_printer() -> bool:
    """Whether this computer has a printer.

    Asked over the network, CUPS would open network sockets; so it is only asked where it answers
    on the machine itself.
    """
    if _answers:
        return True
    if sys.platform.startswith("linux"):
        if not Path(CUPS).exists():
            return False
        os.environ["CUPS_SERVER"] = CUPS
    from PySide6.QtPrintSupport import QPrinterInfo

    return bool(QPrinterInfo.availablePrinterNames())


def choose_printer(
    parent: QWidget, then: Callable[[QPrinter], object], *, size: QPageSize | None = None
) -> None:
    """Ask which printer, then call `then` with it; paper of `size` is proposed. A file is none."""
    if _answers:
        answer = _answers.popleft()
        if answer is not None:
            then(answer)
        return
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(QUEUED_AS)
    if size is not None:
        printer.setPageSize(size)
    dialog = QPrintDialog(printer, parent)
    options = QAbstractPrintDialog.PrintDialogOption
    dialog.setOption(options.PrintToFile, on=False)
    dialog.setOption(options.PrintPageRange, on=False)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: then(printer))
    QDialog.open(dialog)  # its own `open` wants a slot by name
