from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.language import in_language
from tests.ui.conftest import Show
from tests.windows import find
from ui.common.button import IconButton
from ui.common.calendar_popup import CalendarPopup
from ui.common.day_field import DayField
from ui.common.text_field import TextField

TODAY = date(2026, 9, 9)


@pytest.fixture
def field(qtbot: QtBot) -> DayField:
    field = DayField(lambda: TODAY)
    qtbot.addWidget(field)
    return field


def said(field: DayField) -> str:
    return find(field, QLineEdit).accessibleDescription()


def test_a_day_is_said_back_in_words(field: DayField) -> None:
    field.set_value("9/9")
    assert field.day() == TODAY
    assert said(field) == "Wednesday 9 September 2026"


def test_a_week_by_which_something_is_done_ends_on_friday(qtbot: QtBot) -> None:
    field = DayField(lambda: TODAY, by=True)
    qtbot.addWidget(field)
    field.set_value("senest uge 49")
    assert said(field) == "Friday 4 December 2026"


def test_what_to_write_is_read_whole_where_the_field_is_narrow(show: Show) -> None:
    with in_language("da"):
        field = DayField(lambda: TODAY)
    field.setFixedWidth(216)
    show(field)
    line = find(field, QLineEdit)
    wide = line.fontMetrics().horizontalAdvance(line.placeholderText())
    assert wide + 4 <= line.width()


def test_in_danish_it_is_said_in_danish(field: DayField) -> None:
    with in_language("da"):
        field.set_value("9/9")
    assert said(field) == "onsdag 9. september 2026"


@pytest.mark.parametrize("typed", ["31/2", "soon", "9/9/1899", "99/99"])
def test_what_is_no_day_stays_as_it_was_typed(field: DayField, typed: str) -> None:
    field.set_value(typed)
    assert field.value() == typed
    assert field.day() is None
    assert said(field) == ""


def test_leaving_a_day_that_is_none_says_what_to_write(qtbot: QtBot, show: Show) -> None:
    field, after = DayField(lambda: TODAY), TextField()
    show(field, after)
    field.setFocus()
    qtbot.keyClicks(field.editor(), "31/2")
    after.setFocus()
    assert field.problem() == "There is no such day. Write the day like 9/9/2026."


def test_a_day_that_is_said_is_written_out_when_one_leaves_it(qtbot: QtBot, show: Show) -> None:
    field, after = DayField(lambda: TODAY), TextField()
    show(field, after)
    field.setFocus()
    qtbot.keyClicks(field.editor(), "uge 42 tir")
    after.setFocus()
    assert field.value() == "13.10.2026"


def test_arrows_step_by_a_day(qtbot: QtBot, field: DayField) -> None:
    qtbot.keyClick(field.editor(), Qt.Key.Key_Up)
    assert field.value() == "09.09.2026"
    qtbot.keyClick(field.editor(), Qt.Key.Key_Down)
    assert field.day() == date(2026, 9, 8)


def test_tab_leads_past_the_calendar_whose_key_is_told(qtbot: QtBot, show: Show) -> None:
    field, after = DayField(lambda: TODAY), TextField()
    field.set_name("day", "Day")
    show(field, after)
    field.setFocus()
    assert said(field) == "Alt+↓ opens the calendar."
    assert "Alt+↓" in find(field, IconButton).toolTip()
    qtbot.keyClick(field.editor(), Qt.Key.Key_Tab)
    assert after.editor().hasFocus()


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_a_day_is_picked_from_the_month_by_keyboard(
    qtbot: QtBot, show: Show, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    field = DayField(lambda: TODAY)
    show(field)
    field.set_value("30/9/2026")
    qtbot.keyClick(field.editor(), key, modifier)
    month = find(field, CalendarPopup).focusProxy() or find(field, CalendarPopup).focusWidget()
    assert month is not None
    for step in (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Up, Qt.Key.Key_Return):
        qtbot.keyClick(month, step)
    assert field.day() == date(2026, 10, 25)
    assert not find(field, CalendarPopup).isVisible()
