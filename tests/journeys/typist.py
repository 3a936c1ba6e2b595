"""People who type in the real window and save facts on the way, for a test to kill.

Run as `python -m tests.journeys.typist KEY FORM FILE FORM FILE …`: a process for each form and
file. Each line they say is `PID key NUMBER MOMENT` or `PID fact NUMBER MOMENT`, the moment by a
clock that all processes on the machine share.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from app.bootstrap import Services, open_services
from tests.builders import task_draft
from tests.windows import find
from ui.common.change_bridge import ChangeBridge
from ui.common.form_dialog import FormDialog
from ui.common.kept import keep_what_qt_drops
from ui.common.tasks import TaskRunner
from ui.common.theme import Theme, ThemeName
from ui.file.file_acts import FileActs
from ui.main_window.loading import load
from ui.main_window.workplace import Workplace
from ui.settings.choices import Choices

PAUSE = 125  # ms: eight keys a second
KEYS_TO_A_FACT = 7
ALPHABET = "abcdefghijklmnopqrstuvwxyz "
CPR = "251248-9996"


def letters(count: int) -> str:
    """Return the first `count` signs that are typed where nothing else is asked for."""
    return (ALPHABET * (count // len(ALPHABET) + 1))[:count]


@dataclass(frozen=True, slots=True)
class Form:
    """Which page, the button that opens the form, the field, and what is typed there."""

    page: str
    button: str
    field: str
    typed: Callable[[int], str] = letters


FORMS = {
    "practice": Form("practices", "add_practice", "quick_facts"),
    "contact": Form("followups", "log_contact", "note"),
    "flag": Form("flags", "raise_flag", "note", lambda count: CPR[:count]),
}


class Typist:
    """Types on and on, and now and then saves a task."""

    def __init__(self, services: Services, field: QWidget, form: Form) -> None:
        self._services, self._field, self._form = services, field, form
        self._count = self._facts = 0

    def press(self) -> None:
        """Press the next key, and say so."""
        signs = self._form.typed(self._count + 1)
        if len(signs) > self._count:
            QTest.keyClicks(self._field, signs[-1])
            self._count += 1
            say("key", self._count)
        if self._count % KEYS_TO_A_FACT == 0:
            self._services.task.add_task(task_draft(f"Opgave {self._facts + 1}"))
            self._facts += 1
            say("fact", self._facts)


def say(what: str, number: int) -> None:
    line = f"{os.getpid()} {what} {number} {time.monotonic()}\n"
    os.write(sys.stdout.fileno(), line.encode())  # in one piece: they share the pipe


def open_form(services: Services, path: Path, tasks: TaskRunner, form: Form) -> QWidget:
    """Open the form as a hand would, and return the field."""
    choices = Choices(path, FileActs(load, QWidget()), ThemeName.LIGHT)
    work = Workplace(services, ChangeBridge(services.changes), tasks, choices)
    work.show()
    work.activateWindow()
    work.start(form.page)
    rows = services.followup.list_followups()
    if form.page == "followups":
        work.shell.go("followups", rows[0].id.hex)
    QApplication.processEvents()
    find(work, QWidget, form.button).click()  # type: ignore[attr-defined]
    dialog = find(work, FormDialog)
    field = find(dialog, QPlainTextEdit, form.field)
    field.setFocus()
    return field


def work(path: Path, key: bytes, form: Form) -> None:
    """Open the form over the file, and type until somebody ends it."""
    keep_what_qt_drops()
    app = QApplication([])
    Theme(app).apply(ThemeName.LIGHT)
    services = open_services(path, key)
    typist = Typist(services, open_form(services, path, TaskRunner(), form), form)
    timer = QTimer(interval=PAUSE)
    timer.timeout.connect(typist.press)
    timer.start()
    app.exec()


def main(key: bytes, jobs: list[str]) -> None:
    """Let everybody work; what all of them need is loaded once."""
    for form, path in zip(jobs[::2], jobs[1::2], strict=True):
        if not os.fork():
            work(Path(path), key, FORMS[form])
    with suppress(ChildProcessError):
        while True:
            os.wait()


if __name__ == "__main__":
    main(bytes.fromhex(sys.argv[1]), sys.argv[2:])
