"""Consent given cell by cell with the keyboard, relied on, and withdrawn while a roundtable is
planned: what may be shared, and what stops."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.roundtable import RoundtableStatus
from tests.followups import EMPLOYER, NANCY, with_employer
from tests.front_door import FrontDoor
from tests.journeys.person import Person
from tests.windows import find, press_keys, press_save
from ui.common.theme import Theme
from ui.consent.fall_dialog import FallDialog
from ui.consent.grant_dialog import GrantDialog
from ui.consent.matrix import CellButton
from ui.main_window.workplace import Workplace
from ui.roundtable.preview import Preview

MOST_TABS = 40


@dataclass
class Desk:
    """Somebody before the page of one person, who touches no mouse."""

    qtbot: QtBot
    person: Person
    work: Workplace

    def go_to_cell(self, *arrows: Qt.Key) -> CellButton:
        """Press Tab until the keyboard is in the matrix, then these arrows."""
        for _press in range(MOST_TABS):
            if isinstance(QApplication.focusWidget(), CellButton):
                break
            self.person.keys("Tab")
        for arrow in arrows:
            QTest.keyClick(self._here(), arrow)
        cell = self._here()
        assert isinstance(cell, CellButton)
        return cell

    def give(self, *more: tuple[str, str | Qt.Key]) -> None:
        """Open the cell with Enter, say yes with Enter, and fill in the rest by Tab and keys."""
        QTest.keyClick(self._here(), Qt.Key.Key_Return)
        QTest.keyClick(self._here(), Qt.Key.Key_Return)
        self.fill_in(*more)

    def fill_in(self, *more: tuple[str, str | Qt.Key]) -> None:
        """Fill in the yes in front and save it."""
        dialog = find(self.work, GrantDialog)
        press_keys(
            self.qtbot, dialog, *more, ("purpose_code", Qt.Key.Key_Down), ("told_voluntary", " ")
        )
        press_save(dialog)
        self.person.wait(lambda: not self.work.findChildren(GrantDialog))

    def _here(self) -> QWidget:
        QApplication.processEvents()
        here = QApplication.focusWidget()
        assert here is not None
        return here


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    door = FrontDoor(qtbot, theme, tmp_path)
    path, made = door.make()
    with door.services(path, made.dek) as services:
        with_employer(services)
    person = door.open(path)
    yield Desk(qtbot, person, door.unlock(person))
    door.close()


def test_what_is_given_may_be_shared_and_what_is_withdrawn_stops_at_once(desk: Desk) -> None:
    person, services = desk.person, desk.work.services
    person.keys("Ctrl+4")
    person.choose_row(NANCY)
    desk.go_to_cell()
    desk.give()
    desk.go_to_cell(Qt.Key.Key_Right, Qt.Key.Key_Right)
    desk.give()
    said = desk.go_to_cell().accessibleName()
    assert said == f"{EMPLOYER}, Pass on, Hours: Given until 9 September 2027."
    person.press("grant")
    desk.fill_in(("direction", "3"), ("information", "3"))
    assert "3 fields are given" in person.reads()

    person.press("plan_roundtable")
    person.fill(day="16.09.2026", place="Kantinen")
    person.save()
    [row] = services.roundtable.list_roundtables()
    desk.work.shell.go("roundtables", row.id)
    preview = find(desk.work, Preview)
    person.wait(lambda: preview.prepared is not None)

    person.press("withdraw_all")
    person.wait(lambda: bool(desk.work.findChildren(FallDialog)))
    listed = person.reads()
    assert "3 fields are closed." in listed
    assert "The roundtable of 16 September 2026 is stopped." in listed
    assert f"These should be told, by you or by the citizen: {EMPLOYER}." in listed
    person.press("close")
    assert services.roundtable.roundtable(row.id).row.status is RoundtableStatus.STOPPED
    person.wait(lambda: preview.prepared is None)
    assert not person.can_press("save")

    person.keys("Ctrl+4")
    if NANCY not in person.reads() or not person.can_press("note_fall"):
        person.choose_row(NANCY)
    assert "No consent holds. You can read, but not share." in person.reads()
    person.press("note_fall")
    person.press("route_phone")
    [fall] = services.followup.followup(row.followup_id).falls
    person.press(f"told_{fall.tell[0].party_id.hex}")
    person.press("save")
    assert not person.can_press("note_fall")
    [noted] = services.followup.followup(row.followup_id).falls
    assert not noted.open
