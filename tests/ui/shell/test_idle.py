from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ui.shell.idle import Idle


class Clocks:
    """Two clocks a test sets by hand."""

    def __init__(self) -> None:
        self.steady, self.wall = 1_000.0, 1_700_000_000.0

    def pass_(self, seconds: float) -> None:
        self.steady += seconds
        self.wall += seconds


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def asked() -> list[bool]:
    return []


@pytest.fixture
def idle(qtbot: QtBot, clocks: Clocks, asked: list[bool]) -> Idle:
    idle = Idle(300, monotonic=lambda: clocks.steady, wall=lambda: clocks.wall)
    idle.lock_requested.connect(lambda: asked.append(True))
    return idle


def rest(idle: Idle, clocks: Clocks, seconds: int) -> None:
    for _ in range(seconds):
        clocks.pass_(1)
        idle.check()


def test_nobody_for_five_minutes_asks_for_the_lock(
    idle: Idle, clocks: Clocks, asked: list[bool]
) -> None:
    rest(idle, clocks, 299)
    assert not asked
    rest(idle, clocks, 1)
    assert asked == [True]


def test_a_key_anywhere_begins_the_rest_anew(
    qtbot: QtBot, idle: Idle, clocks: Clocks, asked: list[bool]
) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    idle.start()
    rest(idle, clocks, 200)
    qtbot.keyClick(line, Qt.Key.Key_A)
    rest(idle, clocks, 200)
    idle.stop()
    assert not asked


def turn_the_wheel(line: QLineEdit) -> None:
    none, middle = QPoint(), QPointF(line.rect().center())
    down, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    turned = QPoint(0, 120)
    phase = Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(middle, middle, none, turned, down, keys, phase, False)
    QCoreApplication.sendEvent(line, wheel)


def touch(line: QLineEdit) -> None:
    device = QTest.createTouchDevice()
    QTest.touchEvent(line, device).press(0, line.rect().center(), line).commit()


@pytest.mark.parametrize(
    "hand",
    [
        lambda line: QTest.mouseMove(line, QPoint(3, 3)),
        lambda line: QTest.mouseClick(line, Qt.MouseButton.LeftButton),
        turn_the_wheel,
        touch,
        lambda line: QCoreApplication.sendEvent(line, QInputMethodEvent()),
    ],
    ids=["the mouse moves", "a click", "the wheel", "a finger", "another script"],
)
def test_every_kind_of_hand_begins_the_rest_anew(
    qtbot: QtBot, idle: Idle, clocks: Clocks, asked: list[bool], hand: Callable[[QLineEdit], object]
) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    with qtbot.waitExposed(line):
        line.show()
    QApplication.processEvents()
    idle.start()
    rest(idle, clocks, 200)
    hand(line)
    QApplication.processEvents()
    rest(idle, clocks, 200)
    assert not asked
    idle.stop()
    line.hide()


def test_behind_the_curtain_no_key_counts(
    qtbot: QtBot, idle: Idle, clocks: Clocks, asked: list[bool]
) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    idle.start()
    idle.ignore_hands(True)
    rest(idle, clocks, 200)
    qtbot.keyClick(line, Qt.Key.Key_A)
    rest(idle, clocks, 100)
    idle.stop()
    assert asked == [True]


def test_waking_from_sleep_asks_for_the_lock(idle: Idle, clocks: Clocks, asked: list[bool]) -> None:
    rest(idle, clocks, 5)
    clocks.wall += 60  # asleep for a minute: the steady clock stood still
    idle.check()
    assert asked == [True]


def test_a_wall_clock_set_back_changes_nothing(
    idle: Idle, clocks: Clocks, asked: list[bool]
) -> None:
    rest(idle, clocks, 100)
    clocks.wall -= 3_600
    rest(idle, clocks, 199)
    assert not asked
    rest(idle, clocks, 1)
    assert asked == [True]


def test_it_says_how_long_it_is_to_the_lock(qtbot: QtBot, idle: Idle, clocks: Clocks) -> None:
    with qtbot.waitSignal(idle.remaining_changed) as said:
        rest(idle, clocks, 28)
    assert said.args == [299]


def test_a_visit_may_rest_longer(idle: Idle, clocks: Clocks, asked: list[bool]) -> None:
    idle.set_limit(900)
    rest(idle, clocks, 600)
    assert not asked
    idle.set_limit(300)
    assert asked == [True]
