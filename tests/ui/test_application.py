"""The application is dressed, speaks a language, and is the only one over its file."""

from __future__ import annotations

import gc
import logging
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services.machine import MachineSettings
from app.system.paths import log_folder
from tests.source import ROOT
from tests.workspaces import PHRASE, file_service
from ui.application import Application
from ui.common.kept import keep_what_qt_drops
from ui.file.sole_window import SoleWindow, note_beside


@pytest.fixture
def application(qtbot: QtBot, qapp: QApplication) -> Iterator[Application]:
    hooks = (sys.excepthook, sys.unraisablehook)
    handlers = list(logging.getLogger().handlers)
    keep_what_qt_drops.cache_clear()
    made = Application(qapp, MachineSettings(language="en"))
    made.window.begin()
    with qtbot.waitSignal(made.window.first_painted):
        made.window.show()
    yield made
    if shiboken6.isValid(made.window):
        made.take_apart()
    sys.excepthook, sys.unraisablehook = hooks
    for handler in set(logging.getLogger().handlers) - set(handlers):
        logging.getLogger().removeHandler(handler)
        handler.close()
    gc.unfreeze()


def test_no_crash_may_write_the_memory_to_disk(application: Application) -> None:
    assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0


@pytest.mark.usefixtures("application")
def test_what_qt_drops_is_kept_from_the_first_picture_on() -> None:
    assert keep_what_qt_drops.cache_info().currsize


def test_nothing_of_the_window_is_left_to_outlive_the_application(
    application: Application, qapp: QApplication
) -> None:
    window = application.window
    page = window.page()
    application.take_apart()
    assert not shiboken6.isValid(window)
    assert page not in qapp.allWidgets()


def test_the_systems_own_dialogs_follow_the_language(
    application: Application, qapp: QApplication
) -> None:
    application.window.set_language("da")
    assert QLocale().language() == QLocale.Language.Danish
    assert any(one.language().startswith("da") for one in qapp.findChildren(QTranslator))
    application.window.set_language("en")


def test_the_log_is_begun(application: Application) -> None:
    log = log_folder() / "fasthold.log"
    assert log.read_text(encoding="utf-8").endswith("INFO app.started\n")


def test_a_second_start_says_so_in_one_sentence_and_calls_the_first(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "mine.fasthold"
    file_service().make(path, PHRASE, keychain=False)
    first = SoleWindow(path)
    assert first.take()
    second = subprocess.run(
        [sys.executable, "-m", "ui", "--file", str(path), "--lang", "en"],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    first.leave()
    assert second.returncode == 1
    assert second.stderr.splitlines()[-1] == (
        "Fasthold is open with this file already. Its window comes forward."
    )
    assert note_beside(path).exists()
