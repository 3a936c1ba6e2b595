from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from app.domain.consent import Direction, Information
from tests.builders import grant_draft, party_draft
from tests.followups import Case, with_employer
from tests.ui.conftest import Show
from tests.windows import find
from ui.common.text import Text
from ui.consent.matrix import CellButton, ConsentMatrix
from ui.consent.matrix_rows import MatrixCell, MatrixRow, matrix_rows


@pytest.fixture
def case(services: Services) -> Case:
    case = with_employer(services, "function", "hours")
    doctor = services.party.add_party(case.id, party_draft("Egen læge", kind="gp"))
    services.consent.grant(case.id, grant_draft(doctor, "function", direction="obtain"))
    return case


@pytest.fixture
def matrix(services: Services, case: Case, show: Show) -> ConsentMatrix:
    matrix = ConsentMatrix()
    matrix.set_rows(rows(services, case))
    show(matrix).resize(760, 300)
    return matrix


def rows(services: Services, case: Case) -> tuple[MatrixRow, ...]:
    sheet = services.followup.followup(case.id)
    return matrix_rows(sheet.parties, sheet.cells, services.today.day())


def focused() -> CellButton:
    here = QApplication.focusWidget()
    assert isinstance(here, CellButton)
    return here


def press(qtbot: QtBot, key: Qt.Key) -> None:
    here = QApplication.focusWidget()
    assert here is not None
    qtbot.keyClick(here, key)


def test_six_kinds_of_information_and_none_of_them_is_health(matrix: ConsentMatrix) -> None:
    kinds = [cell.cell.information for cell in matrix.cells()[:6]]
    assert kinds == list(Information)


def test_one_tab_stop_leads_into_the_whole_matrix(matrix: ConsentMatrix) -> None:
    stops = [cell for cell in matrix.cells() if cell.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) == 1


def test_arrows_move_within_and_between_rows(matrix: ConsentMatrix, qtbot: QtBot) -> None:
    matrix.cells()[0].setFocus()
    press(qtbot, Qt.Key.Key_Right)
    assert focused().cell.information is Information.CONSIDERATIONS
    press(qtbot, Qt.Key.Key_Down)
    assert focused().row.direction is Direction.TAKE_PART
    assert focused().cell.information is Information.CONSIDERATIONS
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_Left)
    assert focused() is matrix.cells()[0]
    press(qtbot, Qt.Key.Key_Left)
    press(qtbot, Qt.Key.Key_Up)
    assert focused() is matrix.cells()[0]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_and_space_open_the_cell(matrix: ConsentMatrix, qtbot: QtBot, key: Qt.Key) -> None:
    opened: list[tuple[MatrixRow, MatrixCell]] = []
    matrix.opened.connect(lambda row, cell: opened.append((row, cell)))
    matrix.cells()[2].setFocus()
    press(qtbot, key)
    assert [cell.information for _row, cell in opened] == [Information.HOURS]


def test_del_takes_back_a_cell_that_holds_and_no_other(matrix: ConsentMatrix, qtbot: QtBot) -> None:
    asked: list[MatrixCell] = []
    matrix.cell_withdrawn.connect(asked.append)
    matrix.cells()[1].setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    assert asked == []
    matrix.cells()[0].setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    assert [cell.information for cell in asked] == [Information.FUNCTION]


def test_every_cell_says_who_which_way_what_and_how_it_stands(matrix: ConsentMatrix) -> None:
    assert matrix.cells()[0].accessibleName() == (
        "Eksempel Tømmerhandel A/S, Pass on, Function: Given until 20 August 2027."
    )
    assert matrix.cells()[1].accessibleName().endswith("Considerations: Not given.")


def test_the_end_of_a_row_takes_the_whole_row_back(matrix: ConsentMatrix, qtbot: QtBot) -> None:
    asked: list[MatrixRow] = []
    matrix.row_withdrawn.connect(asked.append)
    matrix.cells()[5].setFocus()
    press(qtbot, Qt.Key.Key_Right)
    press(qtbot, Qt.Key.Key_Return)
    assert [row.party.facts.name for row in asked] == ["Eksempel Tømmerhandel A/S"]


def test_an_empty_row_cannot_be_taken_back_and_says_why(matrix: ConsentMatrix) -> None:
    feedback = find(matrix, QAbstractButton, "withdraw_feedback")
    assert feedback.isEnabled() is False
    assert feedback.toolTip() == "Nothing in this row is given."


def test_after_a_change_the_keyboard_stands_where_it_stood(
    matrix: ConsentMatrix, services: Services, case: Case
) -> None:
    matrix.cells()[2].setFocus()
    services.consent.grant(case.id, grant_draft(case.employer, "duration"))
    matrix.set_rows(rows(services, case))
    assert focused() is matrix.cells()[2]


def test_no_name_is_cut_short_on_a_laptop(
    services: Services, case: Case, matrix: ConsentMatrix
) -> None:
    long = "Eksempel Lager, Pakkeri og Distribution A/S"
    services.party.add_party(case.id, party_draft(long))
    matrix.set_rows(rows(services, case))
    matrix.resize(640, matrix.sizeHint().height())
    QTest.qWait(1)
    labels = {text.text(): text for text in matrix.findChildren(Text)}
    for name in (long, "Considerations"):
        label = labels[name]
        assert label.height() >= label.heightForWidth(label.width())
        longest = max(label.text().split(), key=len)
        assert label.fontMetrics().horizontalAdvance(longest) <= label.width()
