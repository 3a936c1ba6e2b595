"""Among hundreds of follow-ups one is found by what the citizen is called."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.flag_choice import Employment
from app.domain.followup import FollowupId, Origin
from app.domain.followup_sheet import FollowupRow
from tests.followups import EINER, NANCY
from tests.windows import find, type_into, words
from ui.common.rows import AT_ONCE, RowList
from ui.roundtable.choose_followup import choose_followup


def row(citizen: str, number: int) -> FollowupRow:
    return FollowupRow(
        id=FollowupId(uuid4()),
        number=f"2026-{number:03}",
        citizen=citizen,
        employer="",
        employment=Employment.NOT_STATED,
        origin=Origin.CITIZEN,
        started_on=date(2026, 9, 1),
        ended_on=None,
        outcome=None,
        consent_live=True,
        next_task="",
        archived=False,
    )


def test_few_follow_ups_are_chosen_from_without_a_search(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = choose_followup(window, [row(NANCY, 1), row(EINER, 2)], lambda _id: None)
    assert dialog is not None
    assert dialog.findChildren(QWidget, "find_citizen") == []
    dialog.reject()


def test_one_of_many_is_found_by_name_and_taken_with_enter(qtbot: QtBot) -> None:
    window, taken = QWidget(), list[FollowupId]()
    qtbot.addWidget(window)
    many = [row(NANCY, number) for number in range(2 * AT_ONCE)] + [row(EINER, 99)]
    dialog = choose_followup(window, many, taken.append)
    assert dialog is not None
    rows = find(dialog, RowList, "followups")
    assert len(rows.rows()) == AT_ONCE + 1, "and one that shows more"
    type_into(dialog, "find_citizen", "nobody")
    assert "Nobody here is called that." in words(dialog)
    type_into(dialog, "find_citizen", "einer")
    QTest.keyClick(find(dialog, QWidget, "find_citizen"), Qt.Key.Key_Return)
    assert dialog.isVisible()
    (found,) = rows.rows()
    QTest.keyClick(found, Qt.Key.Key_Return)
    assert taken == [many[-1].id]
