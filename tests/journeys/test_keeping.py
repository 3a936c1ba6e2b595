"""How long a person is kept, through the real windows: restricted and lifted, held and let go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.roundtable import RoundtableId
from tests.followups import NANCY, SENDER, held, with_employer
from tests.front_door import FrontDoor
from tests.journeys.person import Person
from tests.windows import find
from ui.common.theme import Theme
from ui.keeping.restriction_band import RestrictionBand
from ui.main_window.workplace import Workplace
from ui.roundtable.preview import Preview


@dataclass
class Desk:
    """Somebody before the open file, and the clock on the wall."""

    door: FrontDoor
    person: Person
    work: Workplace
    roundtable: RoundtableId

    def days_later(self, days: int) -> None:
        """Lock, come back `days` later, and unlock."""
        self.person.keys("Ctrl+L")
        self.door.clock.day += timedelta(days=days)
        self.work = self.door.unlock(self.person)

    def open_nancy(self) -> None:
        """Go to her page."""
        self.person.keys("Ctrl+4")
        if "How long it is kept" not in self.person.reads():
            self.person.choose_row(NANCY)

    def save_sheet(self, folder: Path) -> list[Path]:
        """Save the employer's sheet in `folder`; return what lies there then."""
        self.work.shell.go("roundtables", self.roundtable)
        preview = find(self.work, Preview)
        self.person.wait(lambda: preview.prepared is not None)
        preview.save_into(folder)
        return list(folder.iterdir())


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    door = FrontDoor(qtbot, theme, tmp_path)
    path, made = door.make()
    with door.services(path, made.dek) as services:
        services.settings.save_sender(SENDER)
        case = with_employer(services, "function", "hours")
        roundtable = held(services, case)
        services.roundtable.finalise(roundtable)
    person = door.open(path)
    yield Desk(door, person, door.unlock(person), roundtable)
    door.close()


def test_a_restriction_stops_a_paper_and_lifting_it_lets_it_leave(
    desk: Desk, tmp_path: Path
) -> None:
    person, out = desk.person, tmp_path / "out"
    out.mkdir()
    desk.open_nancy()
    person.press("restrict")
    person.fill(asked_by="citizen", reason="Noget om arbejdstiden er forkert")
    person.save()
    said = person.reads()
    assert "Restricted since 9 September 2026. Nothing is changed, and nothing leaves." in said
    assert "The citizen asked: Noget om arbejdstiden er forkert." in said
    for closed in ("log_contact", "grant", "renew", "plan_roundtable", "erase_followup"):
        assert not person.can_press(closed), closed
    assert person.can_press("withdraw_all")
    page = desk.work.shell.page()
    assert page is not None
    assert isinstance(page.primary_focus(), RestrictionBand), "Enter takes no consent back"
    assert desk.save_sheet(out) == []
    assert "This person is restricted" in person.reads()
    person.keys("Escape")
    assert "Restricted since 9 September 2026." in person.reads()
    assert not person.can_press("new_version")

    desk.open_nancy()
    person.press("prepare_disclosure_list")
    person.wait_for("save")
    person.keys("Escape")
    person.press("lift_restriction")
    person.fill(lift_reason="Arbejdstiden er rettet")
    person.save()
    assert "Restricted since" not in person.reads()
    assert person.can_press("log_contact")
    assert len(desk.save_sheet(out)) == 1


def test_who_is_held_stays_is_asked_about_and_goes_once_let_go_of(desk: Desk) -> None:
    person = desk.person
    desk.open_nancy()
    person.press("end_followup")
    person.fill(outcome="same_job")
    person.save()
    assert "Erased 10 March 2027, in 182 days" in person.reads()
    person.press("hold")
    person.fill(reason="En klage over løn er ikke afgjort", review_on="01.03.2027")
    person.save()
    assert "It is asked about again on 1 March 2027." in person.reads()

    desk.days_later(190)
    assert "Is today's date right?" in person.reads()
    person.press("day_is_right")
    person.keys("Ctrl+1")
    assert "Still to be kept?" in person.reads()
    assert len(desk.work.services.followup.list_followups()) == 1
    person.press("lift_hold")
    said = person.reads()
    assert "Going soon" in said
    assert "in 14 days" in said
    desk.days_later(13)
    assert len(desk.work.services.followup.list_followups()) == 1
    desk.days_later(1)
    assert desk.work.services.followup.list_followups() == ()
    person.keys("Ctrl+4")
    assert NANCY not in person.reads()


def test_who_goes_soon_is_kept_or_erased_from_today(desk: Desk) -> None:
    person = desk.person
    desk.open_nancy()
    person.press("withdraw_all")
    person.press("close")
    desk.days_later(14)
    desk.days_later(7)
    person.keys("Ctrl+1")
    person.press("keep")
    person.fill(reason="Borgeren har bedt om en kopi")
    person.save()
    assert "Going soon" not in person.reads()
    desk.work.services.hold.lift_hold(desk.work.services.followup.list_followups()[0].id)
    person.keys("Ctrl+1")
    person.press("erase_now")
    assert "Erase this person?" in person.reads()
    person.fill(initials="NATB")
    person.save()
    assert desk.work.services.followup.list_followups() == ()
