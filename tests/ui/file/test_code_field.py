"""The printed code is written group by group, or pasted whole."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.conftest import Show
from ui.file.code_field import CodeField

CODE = "TEST9-GHW4K-XMPT7-CR2VN-H8DJW-Q5BY3-LF012-AB3CD"


def boxes(field: CodeField) -> list[QLineEdit]:
    return [box.line for box in field._boxes]


def test_typing_on_fills_one_box_after_the_other(show: Show) -> None:
    field = CodeField()
    show(field)
    field.setFocus()
    for sign in CODE.replace("-", "").lower():
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keyClicks(here, sign)
    assert field.value() == CODE
    assert field.is_complete()


def test_a_whole_code_put_into_the_first_box_fills_all(show: Show) -> None:
    field = CodeField()
    show(field)
    boxes(field)[0].insert(CODE.replace("-", " "))
    boxes(field)[0].textEdited.emit(boxes(field)[0].text())
    assert field.value() == CODE


def test_backspace_in_an_empty_box_goes_back(show: Show) -> None:
    field = CodeField()
    show(field)
    boxes(field)[1].setFocus()
    QTest.keyClick(boxes(field)[1], Qt.Key.Key_Backspace)
    assert QApplication.focusWidget() is boxes(field)[0]


def test_the_tab_after_a_full_group_does_not_skip_the_next(show: Show) -> None:
    field = CodeField((0, 3))
    show(field)
    QTest.keyClicks(boxes(field)[0], "TEST9")
    QTest.keyClick(boxes(field)[1], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is boxes(field)[1]


def test_a_second_tab_goes_on(show: Show) -> None:
    field = CodeField()
    show(field)
    QTest.keyClicks(boxes(field)[0], "TEST9")
    QTest.keyClick(boxes(field)[1], Qt.Key.Key_Tab)
    QTest.keyClick(boxes(field)[1], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is boxes(field)[2]


def test_each_box_says_which_group_it_takes(show: Show) -> None:
    field = CodeField((0, 1))
    show(field)
    field.ask_for((2, 6))
    assert [line.accessibleName() for line in boxes(field)] == ["Group 3", "Group 7"]


def test_a_problem_is_shown_at_all_of_it_and_goes_when_one_writes_on(show: Show) -> None:
    field = CodeField()
    show(field)
    field.set_problem("Group 2 is not as on the paper.")
    assert all(box.wrong for box in field._boxes)
    QTest.keyClicks(boxes(field)[0], "a")
    assert field.problem() == ""
