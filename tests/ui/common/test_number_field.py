from __future__ import annotations

from datetime import time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.language import use_language
from app.domain.typed import write_time
from ui.common.number_field import NumberField, TimeField

UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down


@pytest.mark.parametrize(
    ("typed", "key", "then"),
    [
        ("12.30", UP, "12:45"),
        ("12.40", DOWN, "12:15"),
        ("23:50", UP, "00:00"),
        ("8", DOWN, "07:45"),
    ],
)
def test_a_time_steps_by_quarters(qtbot: QtBot, typed: str, key: Qt.Key, then: str) -> None:
    field = TimeField()
    qtbot.addWidget(field)
    field.set_value(typed)
    qtbot.keyClick(field.editor(), key)
    assert field.value() == then


def test_a_time_is_written_as_the_language_writes_it(qtbot: QtBot) -> None:
    use_language("da")
    field = TimeField()
    qtbot.addWidget(field)
    field.set_value("07:50")
    qtbot.keyClick(field.editor(), UP)
    assert field.value() == write_time(time(8)) == "8.00"


def test_what_is_no_time_stays_as_it_was_typed(qtbot: QtBot) -> None:
    field = TimeField()
    qtbot.addWidget(field)
    field.set_value("25:00")
    qtbot.keyClick(field.editor(), UP)
    assert field.value() == "25:00"


@pytest.mark.parametrize(
    ("typed", "key", "then"), [("6", UP, "7"), ("52", UP, "52"), ("1", DOWN, "1"), ("x", UP, "x")]
)
def test_a_number_steps_within_its_bounds(qtbot: QtBot, typed: str, key: Qt.Key, then: str) -> None:
    field = NumberField(1, 52, unit="weeks")
    qtbot.addWidget(field)
    field.set_value(typed)
    qtbot.keyClick(field.editor(), key)
    assert field.value() == then


def test_a_step_is_reported(qtbot: QtBot) -> None:
    field = NumberField(1, 52)
    qtbot.addWidget(field)
    field.set_value("6")
    with qtbot.waitSignal(field.changed):
        qtbot.keyClick(field.editor(), UP)
