"""How trouble reaches the person: a sentence if we know it, a crash report if we do not.

A crash report holds the class of the error and the places in our own code, and nothing else:
messages and values quote what people typed.
"""

from __future__ import annotations

import logging
import sys
import threading
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.language import _
from app.domain.problem import FastholdError
from app.system.log import crash, crash_lines
from ui.common.button import Button, Kind
from ui.common.confirm import WIDTH, tell
from ui.common.dialog import Dialog
from ui.common.fonts import Role
from ui.common.text import Text

log = logging.getLogger(__name__)


def show_error(parent: QWidget, error: BaseException) -> None:
    """Tell the person about an expected error; let anything else fall through as a bug."""
    if not isinstance(error, FastholdError):
        raise error
    log.info("shown to the user: %s", type(error).__name__)
    tell(parent, _("That did not work"), str(error))


@dataclass(frozen=True, slots=True)
class CrashReport:
    """What may be said of an error of ours: an id to find it in the log, classes and places."""

    id: str
    lines: tuple[str, ...]

    def text(self) -> str:
        """Return the report as it is logged, shown and copied."""
        return "\n".join([self.id, *self.lines])


def report_of(error: BaseException) -> CrashReport:
    """Return what may be said about `error`."""
    import secrets  # slow, and seldom needed

    return CrashReport(secrets.token_hex(4), crash_lines(error))


class CrashWatch(QObject):
    """Catches what nobody caught, on any thread: logs it and says that nothing is lost."""

    _crashed = Signal(object)  # CrashReport

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: Dialog | None = None
        self._crashed.connect(self._show)

    def install(self) -> None:
        """Watch from now on."""
        sys.excepthook = lambda kind, error, trace: self._note(error)
        threading.excepthook = lambda args: self._note(args.exc_value)
        sys.unraisablehook = lambda args: self._note(args.exc_value)

    def _note(self, error: BaseException | None) -> None:
        if error is None or isinstance(error, KeyboardInterrupt | SystemExit):
            return
        report = report_of(error)
        crash(report.text().splitlines())
        self._crashed.emit(report)

    def _show(self, report: CrashReport) -> None:
        if self._open is not None:
            return
        window = QApplication.activeWindow()
        self._open = crash_dialog(report, window)
        self._open.destroyed.connect(self._on_closed)
        self._open.open()

    def _on_closed(self) -> None:
        self._open = None


def crash_dialog(report: CrashReport, parent: QWidget | None) -> Dialog:
    """Return the dialog that tells of `report`."""
    dialog = Dialog(_("Something went wrong in Fasthold"), parent, width=WIDTH)
    words = _(
        "Nothing is lost: what was saved is saved, and what you were typing is kept. "
        "You can go on, or close Fasthold and open it again."
    )
    dialog.body.addWidget(Text(words, Role.BODY, wrap=True))
    dialog.body.addWidget(Text(report.text(), Role.CAPTION, wrap=True))
    dialog.body.addStretch(1)
    copy = Button(_("Copy details"), icon="copy", pressed=lambda: _copy(report))
    dialog.add_button(copy).setObjectName("copy_details")
    go_on = Button(_("Go on"), Kind.PRIMARY, pressed=dialog.accept)
    dialog.add_button(go_on).setObjectName("go_on")
    go_on.setFocus()
    return dialog


def _copy(report: CrashReport) -> None:
    QGuiApplication.clipboard().setText(report.text())
