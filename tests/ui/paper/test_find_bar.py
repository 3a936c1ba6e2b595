"""Finding words in a paper: the same in a dialog and beside a roundtable."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from tests.ui.conftest import Show
from tests.windows import find, type_into
from ui.common.text import Text
from ui.paper.find_bar import FindBar
from ui.paper.paper_keys import listen
from ui.paper.paper_view import PaperView

PAGES = 4


def paper(*words: str) -> bytes:
    """A paper with one of `words` low on each of its pages."""
    canvas = Canvas("paper.pdf", invariant=1)
    for word in words:
        canvas.drawString(72, 90, word)
        canvas.showPage()
    return bytes(canvas.getpdfdata())


@pytest.fixture
def view(show: Show, theme: object) -> PaperView:
    view = PaperView()
    window = show(view)
    window.resize(700, 500)
    listen(window, lambda: view)
    view.show_pdf(paper("plads", "ro", "plads", "plads"))
    view.setFocus()
    return view


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, held)


def look_for(view: PaperView, words: str, said: str, qtbot: QtBot) -> None:
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    type_into(view, "find", words)
    qtbot.waitUntil(lambda: hits(view) == said)


def hits(view: PaperView) -> str:
    return find(view, Text, "hits").text()


def test_the_hits_are_counted_and_gone_through_by_keys(view: PaperView, qtbot: QtBot) -> None:
    look_for(view, "PLADS", "1 of 3 hits", qtbot)
    seen = [view.page()]
    for _press in range(3):
        press(Qt.Key.Key_F3)
        seen.append(view.page())
    press(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert [*seen, view.page()] == [0, 2, 3, 0, 3]
    assert hits(view) == "3 of 3 hits"


def test_a_hit_is_brought_into_view_and_marked(view: PaperView, qtbot: QtBot) -> None:
    before = view.grab().toImage()
    look_for(view, "ro", "1 of 1 hits", qtbot)
    assert view.page() == 1
    assert view._view.currentSearchResultIndex() == 0
    assert view.grab().toImage() != before


def test_words_that_are_not_there_are_said_so(view: PaperView, qtbot: QtBot) -> None:
    look_for(view, "hest", "Not in this paper.", qtbot)
    press(Qt.Key.Key_F3)
    assert view.page() == 0


def test_escape_ends_the_search_and_nothing_else(view: PaperView, qtbot: QtBot) -> None:
    look_for(view, "plads", "1 of 3 hits", qtbot)
    press(Qt.Key.Key_Escape)
    bar = find(view, FindBar)
    assert not bar.isVisible()
    assert bar.model.count() == 0
    assert view.isVisible()
    assert view.isAncestorOf(QApplication.focusWidget() or view)


def test_another_paper_is_searched_for_the_same_words(view: PaperView, qtbot: QtBot) -> None:
    look_for(view, "plads", "1 of 3 hits", qtbot)
    view.show_pdf(paper("Ingen plads", "ro"))
    qtbot.waitUntil(lambda: hits(view) == "1 of 1 hits")


def test_f3_asks_for_words_where_there_are_none_yet(view: PaperView) -> None:
    press(Qt.Key.Key_F3)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "find"


def test_pages_and_size_go_by_keys(view: PaperView) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    press(Qt.Key.Key_PageDown, control)
    press(Qt.Key.Key_PageDown, control)
    press(Qt.Key.Key_PageUp, control)
    assert view.page() == 1
    fits = view._factor()
    press(Qt.Key.Key_Plus, control)
    assert view._factor() == pytest.approx(fits * 1.2)
    press(Qt.Key.Key_Minus, control)
    press(Qt.Key.Key_Minus, control)
    assert view._factor() == pytest.approx(fits / 1.2)
    press(Qt.Key.Key_0, control)
    assert view._factor() == pytest.approx(fits)


def test_what_scrolls_round_a_whole_paper_shows_each_hit_and_page(show: Show, qtbot: QtBot) -> None:
    body, area = QWidget(), QScrollArea()
    view = PaperView(whole=True)
    QVBoxLayout(body).addWidget(view)
    area.setWidget(body)
    area.setWidgetResizable(True)
    show(area).resize(600, 500)
    view.show_pdf(paper(*(f"side {page}" for page in range(PAGES))))
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    view.open_search()
    type_into(view, "find", "side 3")
    qtbot.waitUntil(lambda: hits(view) == "1 of 1 hits")
    assert view.page() == PAGES - 1
    view.page_before()
    assert view.page() == PAGES - 2
