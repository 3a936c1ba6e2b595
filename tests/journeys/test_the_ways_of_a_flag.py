"""How a flag can end, through the real windows: the doctor's word lapses, the patient says no,
nobody does anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.flag import FlagCard
from app.domain.flag_choice import FlagStatus
from tests.builders import practice_draft
from tests.front_door import FrontDoor
from tests.journeys.person import Person
from ui.common.theme import Theme
from ui.flag.flag_page import FlagPage
from ui.main_window.workplace import Workplace

EINER = "Einer Test Lauridsen"
NOTE = "Kniber med at nå opgaverne"


@dataclass
class Desk:
    """Somebody before the open file, and the clock on the wall."""

    door: FrontDoor
    person: Person
    work: Workplace

    def days_later(self, days: int) -> None:
        """Lock, come back `days` later, and unlock."""
        self.person.keys("Ctrl+L")
        self.door.clock.day += timedelta(days=days)
        self.work = self.door.unlock(self.person)

    def raise_a_flag(self) -> FlagCard:
        """Raise a flag from the page of flags."""
        self.person.keys("Ctrl+3")
        self.person.keys("Ctrl+N")
        self.person.fill(
            practice_id=None, theme="overview", functions=("concentration",),
            next_step="doctor_talks", note=NOTE,
        )  # fmt: skip
        self.person.save()
        [card] = self.work.services.flag.list_flags()
        return card

    def stand_on(self, card: FlagCard) -> None:
        """Go to the flags and stand on this one."""
        self.person.keys("Ctrl+3")
        self.person.press(f"flag_{card.code}")

    def column_of(self, card: FlagCard) -> FlagStatus:
        """Return the column of the board this flag is seen in."""
        self.person.keys("Ctrl+3")
        page = self.work.shell.page()
        assert isinstance(page, FlagPage)
        lanes = {status: page._board.lane(status) for status in FlagStatus}
        name = f"flag_{card.code}"
        [found] = [one for one, lane in lanes.items() if lane.findChildren(QWidget, name)]
        return found


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    door = FrontDoor(qtbot, theme, tmp_path)
    path, made = door.make()
    with door.services(path, made.dek) as services:
        services.practice.add_practice(practice_draft())
    person = door.open(path)
    yield Desk(door, person, door.unlock(person))
    door.close()


def test_the_doctors_word_lapses_after_21_days_and_the_flag_waits_again(desk: Desk) -> None:
    card = desk.raise_a_flag()
    desk.stand_on(card)
    desk.person.press("relay_yes")
    given = f"{desk.door.clock.day:%d.%m.%Y}"
    desk.person.fill(name=EINER, reach="00 00 00 11", relayed_by="Læge Eksempel", given_on=given)
    desk.person.save()
    assert EINER in desk.person.reads()
    assert desk.column_of(card) is FlagStatus.CONSENTED
    assert EINER not in desk.person.reads()
    desk.days_later(14)
    desk.days_later(7)
    assert desk.column_of(card) is FlagStatus.CONSENTED
    desk.days_later(1)
    assert desk.column_of(card) is FlagStatus.AWAITING
    desk.person.keys("Ctrl+4")
    assert EINER not in desk.person.reads()
    desk.stand_on(card)
    desk.person.press("move_on")
    assert "The first talk" in desk.person.reads()


def test_a_patient_who_says_no_closes_the_flag(desk: Desk) -> None:
    card = desk.raise_a_flag()
    desk.stand_on(card)
    desk.person.press("close_flag")
    desk.person.fill(reason="patient_declined")
    desk.person.save()
    assert desk.column_of(card) is FlagStatus.CLOSED
    desk.stand_on(card)
    for name in ("citizen_rings", "relay_yes", "move_on"):
        assert not desk.person.can_press(name)
    desk.days_later(14)
    assert desk.column_of(card) is FlagStatus.CLOSED


def test_a_flag_is_reduced_when_its_day_comes_but_not_unseen(desk: Desk) -> None:
    card = desk.raise_a_flag()
    desk.days_later(100)
    assert "Is today's date right?" in desk.person.reads()
    assert desk.column_of(card) is FlagStatus.DOCTOR_ASKS
    desk.person.press("day_not_now")
    desk.days_later(-24)  # somebody set the clock right
    desk.person.press("day_is_right")
    desk.person.keys("Ctrl+1")
    assert "1 flag is reduced within 14 days" in desk.person.reads()
    desk.person.press("see_going")
    assert "Only month, practice and theme are kept" in desk.person.reads()
    desk.person.choose_row("Kept: September 2026 · Lægehuset Søndergade")
    assert card.code in {one.code for one in desk.work.services.flag.list_flags()}
    desk.days_later(14)
    desk.person.keys("Ctrl+3")
    said = desk.person.reads()
    assert "No flags yet" in said
    assert card.code not in said
