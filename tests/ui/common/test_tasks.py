from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.language import in_language, language
from app.domain.problem import DiskFull
from tests.ui.conftest import Show
from tests.windows import click
from ui.common.dialog import Dialog
from ui.common.tasks import Progress, TaskRunner


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.wait()


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    owner = QWidget()
    qtbot.addWidget(owner)
    return owner


def test_work_happens_elsewhere_and_lands_here(
    qtbot: QtBot, owner: QWidget, runner: TaskRunner
) -> None:
    worked: list[threading.Thread] = []
    landed: list[threading.Thread] = []

    def done(thread: threading.Thread) -> None:
        worked.append(thread)
        landed.append(threading.current_thread())

    runner.run(threading.current_thread, owner=owner, done=done)
    qtbot.waitUntil(lambda: bool(landed))
    assert worked[0] is not landed[0]
    assert landed[0] is threading.current_thread()


def test_no_widget_is_thrown_away_on_the_other_thread(
    qtbot: QtBot, owner: QWidget, runner: TaskRunner
) -> None:
    collects: list[bool] = []
    runner.run(gc.isenabled, owner=owner, done=collects.append)
    qtbot.waitUntil(lambda: bool(collects))
    assert collects == [False]
    assert gc.isenabled(), "afterwards it is tidied again"


def test_work_is_done_in_the_language_of_the_window(
    qtbot: QtBot, owner: QWidget, runner: TaskRunner
) -> None:
    spoken: list[str] = []
    with in_language("da"):
        runner.run(language, owner=owner, done=spoken.append)
    qtbot.waitUntil(lambda: spoken == ["da"])


def test_a_failure_reaches_the_caller(qtbot: QtBot, owner: QWidget, runner: TaskRunner) -> None:
    errors: list[BaseException] = []
    runner.run(lambda: 1 / 0, owner=owner, done=lambda _: None, failed=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ZeroDivisionError)


def test_an_expected_error_is_told_if_nobody_else_tells_it(
    qtbot: QtBot, show: Show, runner: TaskRunner
) -> None:
    owner = show(QWidget())

    def full() -> None:
        raise DiskFull("The disk is full. Make room and try again.")

    runner.run(full, owner=owner, done=lambda _: None)
    qtbot.waitUntil(lambda: bool(owner.findChildren(Dialog)))
    dialog = owner.findChildren(Dialog)[0]
    assert any("disk is full" in label.text() for label in dialog.findChildren(QLabel))
    click(dialog, "close")


def test_nobody_is_called_back_after_the_owner_is_gone(qtbot: QtBot, runner: TaskRunner) -> None:
    owner, gate = QWidget(), threading.Event()
    seen: list[bool] = []
    runner.run(gate.wait, owner=owner, done=seen.append)
    shiboken6.delete(owner)
    with qtbot.waitSignal(runner.busy_changed):
        gate.set()
    assert seen == []


def test_slow_work_says_how_far_it_is(qtbot: QtBot, owner: QWidget, runner: TaskRunner) -> None:
    progress = Progress()
    with qtbot.waitSignal(progress.advanced) as advanced:
        runner.run(lambda: progress.report(1, 4), owner=owner, done=lambda _: None)
    assert advanced.args == [1, 4]


def test_what_is_no_longer_wanted_stops_and_says_nothing(
    qtbot: QtBot, owner: QWidget, runner: TaskRunner
) -> None:
    progress = Progress()
    progress.cancel()
    heard: list[object] = []
    with qtbot.waitSignal(runner.busy_changed, check_params_cb=lambda busy: not busy):
        runner.run(
            lambda: progress.report(1, 4), owner=owner, done=heard.append, failed=heard.append
        )
    assert heard == []


def test_once_it_has_shut_down_nothing_is_begun(owner: QWidget) -> None:
    runner = TaskRunner()
    runner.wait()
    heard: list[object] = []
    runner.run(lambda: 1, owner=owner, done=heard.append)
    assert heard == []
    assert gc.isenabled()
