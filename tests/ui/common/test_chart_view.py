"""A chart in a window: each mark is reached by keyboard and says what it shows."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.chart import Chart, ChartMark
from tests.ui.conftest import Show
from ui.common.chart_view import ChartView, chart_look
from ui.common.theme import Theme

ABOUT = UUID(int=7)


def mark(place: int, about: UUID | None = None) -> ChartMark:
    return ChartMark(x=10 + 40 * place, y=5, width=30, height=50, said=f"Mark {place}", about=about)


CHART = Chart(
    title="Hours per week",
    said="Mark 0\nMark 1",
    width=200,
    height=80,
    svg=b'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="80"/>',
    marks=(mark(0), mark(1, ABOUT)),
)


@pytest.fixture
def view(show: Show) -> ChartView:
    view = ChartView()
    view.show_chart(CHART)
    show(view)
    return view


def test_arrows_go_from_mark_to_mark_and_enter_opens(view: ChartView, qtbot: QtBot) -> None:
    first, second = view.marks()
    first.setFocus()
    assert (first.accessibleName(), first.toolTip()) == ("Mark 0", "Mark 0")
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(second, Qt.Key.Key_Return)
    assert opened.args == [ABOUT]


def test_a_mark_about_nothing_opens_nothing(view: ChartView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.opened):
        view.marks()[0].click()


def test_the_keyboard_stays_where_it_was_when_the_chart_is_drawn_anew(view: ChartView) -> None:
    view.marks()[1].setFocus()
    view.show_chart(CHART)
    assert view.marks()[1].hasFocus()


def test_a_chart_is_drawn_in_the_colours_of_the_theme(theme: Theme) -> None:
    light = chart_look()
    theme.apply("dark")
    assert chart_look().surface != light.surface
    assert chart_look().family == "Source Sans Pro"
