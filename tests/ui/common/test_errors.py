from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.problem import NotFound
from app.system import log
from tests.ui.conftest import Show
from tests.windows import click
from ui.common.dialog import Dialog
from ui.common.errors import CrashWatch, crash_dialog, report_of, show_error
from ui.common.fonts import font

MARKER = "Nancy Ann Test Berggren"


def crash() -> BaseException:
    try:
        font(MARKER)  # a bug on purpose, in our own code
    except KeyError as error:
        return error
    raise AssertionError


def words(dialog: Dialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_an_expected_error_is_told_in_its_own_words(show: Show) -> None:
    window = show(QWidget())
    show_error(window, NotFound("This flag is no longer here."))
    (dialog,) = window.findChildren(Dialog)
    assert "This flag is no longer here." in words(dialog)
    click(dialog, "close")


def test_a_bug_is_not_dressed_up_as_an_expected_error(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with pytest.raises(KeyError):
        show_error(window, KeyError("a"))


def test_a_crash_report_names_places_and_no_words() -> None:
    report = report_of(crash())
    assert report.lines[0] == "builtins.KeyError"
    assert any("ui.common.fonts:" in line for line in report.lines)
    assert MARKER not in report.text()


def test_a_crash_says_that_nothing_is_lost_and_lets_one_copy_it(show: Show) -> None:
    window = show(QWidget())
    report = report_of(crash())
    dialog = crash_dialog(report, window)
    dialog.open()
    assert "Nothing is lost" in words(dialog)
    assert MARKER not in words(dialog)
    click(dialog, "copy_details")
    assert QGuiApplication.clipboard().text() == report.text()
    click(dialog, "go_on")


@pytest.fixture
def _hooks() -> Iterator[None]:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    root, last = logging.getLogger(), logging.lastResort
    level, handlers = root.level, root.handlers[:]
    yield
    sys.excepthook, threading.excepthook, sys.unraisablehook = before
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
        handler.close()
    logging.lastResort = last
    root.setLevel(level)


@pytest.mark.usefixtures("_hooks")
def test_what_nobody_caught_is_logged_without_words_and_told_once(
    qtbot: QtBot, show: Show, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    window = show(QWidget())
    told = log.start(tmp_path)
    watch = CrashWatch(window)
    watch.install()
    error = crash()
    for _ in range(2):
        sys.excepthook(type(error), error, error.__traceback__)
    dialogs = window.findChildren(Dialog)
    assert len(dialogs) == 1
    assert told.read_text(encoding="utf-8").count("builtins.KeyError") == 2
    assert MARKER not in told.read_text(encoding="utf-8")
    click(dialogs[0], "go_on")
    caplog.clear()
