"""One key shows only the paper under discussion, through a real window over a real file: nothing
else is seen until the passphrase or the code is given, and the lock wins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.disclosure_list import DisclosureLine
from app.domain.roundtable import ParticipantDraft
from app.services.disclosure_list import disclosure_lines
from app.services.file import MadeFile
from tests.followups import NANCY, SENDER, citizen_of, held, with_employer
from tests.front_door import FrontDoor, is_locked
from tests.journeys.person import Person
from tests.journeys.visible import read_all
from tests.workspaces import PHRASE
from ui.common.confirm import tell
from ui.common.theme import Theme
from ui.file.locked import LockReason
from ui.main_window import MainWindow
from ui.main_window.workplace import Workplace
from ui.roundtable.roundtable_page import RoundtablePage
from ui.roundtable.show_room import ShowRoom

SECRET = "Einer Test Lauridsen"


@dataclass
class Table:
    """Somebody at the table, before the open file."""

    door: FrontDoor
    made: MadeFile
    person: Person
    work: Workplace

    def room(self) -> ShowRoom | None:
        """Return the room, if the paper is shown."""
        room = self.work.shell.sealed_room()
        return room if isinstance(room, ShowRoom) else None

    def page(self) -> RoundtablePage:
        """Return the page of roundtables."""
        page = self.work.shell.page()
        assert isinstance(page, RoundtablePage)
        return page

    def show(self) -> ShowRoom:
        """Press the one key, once the paper is there."""
        preview = self.page().one.preview
        self.person.wait(lambda: preview.prepared is not None)
        self.person.keys("F11")
        room = self.room()
        assert room is not None, self.person.reads()
        return room

    def seen(self) -> str:
        """Return every word that can be read in any window."""
        return "\n".join(shown.text for shown in read_all())

    def says(self, words: str) -> bool:
        """Return whether these words can be read."""
        return words in self.seen()

    def handed_over(self) -> tuple[DisclosureLine, ...]:
        """Return what left about her."""
        services = self.work.services
        [row] = services.followup.list_followups()
        with services.vault.read() as session:
            return disclosure_lines(session, citizen_of(services, row.id))


@pytest.fixture
def table(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Table]:
    door = FrontDoor(qtbot, theme, tmp_path)
    path, made = door.make()
    person = door.open(path)
    work = door.unlock(person)
    services = work.services
    services.settings.save_sender(SENDER)
    case = with_employer(services, "function", "considerations", "hours")
    roundtable = held(services, case)
    services.agreement.add_participant(roundtable, ParticipantDraft(who=case.employer.hex))
    work.shell.go("roundtables", roundtable.hex)
    yield Table(door, made, person, work)
    door.close()  # a sealed one locks first
    door.close()


def test_one_key_shows_the_very_paper_and_nothing_else(table: Table) -> None:
    prepared = table.page().one.preview
    table.person.wait(lambda: prepared.prepared is not None)
    pdf = prepared.prepared.pdf if prepared.prepared else b""
    room = table.show()
    assert room.view.pdf() == pdf
    assert room.window().isFullScreen()
    assert NANCY not in table.seen(), "no name beside the paper"
    assert [(line.receiver, line.shown) for line in table.handed_over()] == [
        ("Eksempel Tømmerhandel A/S", True)
    ]


def test_nothing_comes_over_the_paper_and_no_key_leads_elsewhere(table: Table) -> None:
    table.show()
    table.work.shell.message.say(SECRET)
    tell(table.page(), SECRET, SECRET)
    table.person.wait(lambda: SECRET not in table.seen())
    for keys in ("Ctrl+K", "Ctrl+1", "Ctrl+4", "Ctrl+N", "F6", "F1", "Ctrl+P", "Ctrl++", "0"):
        table.person.keys(keys)
        assert table.room() is not None, keys
        assert NANCY not in table.seen(), keys
        assert "Search and commands" not in table.seen(), keys
    table.work.shell.go("today")
    table.work.shell.show_room(None)
    assert table.room() is not None


def test_only_the_passphrase_leads_back_and_what_waited_is_said_then(table: Table) -> None:
    room = table.show()
    table.work.shell.message.say(SECRET)
    table.person.keys("Esc")
    assert NANCY not in table.seen()
    table.person.keys("Esc")
    assert not room.is_asking(), "back to the paper"
    table.person.press("leave_showing")
    table.person.fill(passphrase="not this one")
    table.person.press("unlock")
    table.person.wait(lambda: "4 attempts left" in table.seen())
    assert table.room() is not None
    table.person.fill(passphrase=PHRASE)
    table.person.press("unlock")
    table.person.wait(lambda: table.room() is None)
    assert not table.work.window().isFullScreen()
    assert NANCY in table.seen()
    assert table.work.shell.message.text() == SECRET
    table.show()
    assert len(table.handed_over()) == 2, "each showing is noted"


def test_five_wrong_ones_pause_here_and_at_the_lock(table: Table) -> None:
    table.show()
    table.person.keys("Esc")
    for left in (4, 3, 2, 1, 0):
        table.person.wait_for("passphrase")
        table.person.fill(passphrase="not this one")
        table.person.press("unlock")
        said = f"{left} attempt" if left else "You can try again in"
        table.person.wait(partial(table.says, said))
    table.person.keys("Ctrl+L")
    table.person.wait(lambda: is_locked(table.person))
    assert "You can try again in" in table.seen()


def test_the_code_leads_back_too(table: Table) -> None:
    table.show()
    table.person.keys("Esc")
    table.person.press("other_way")
    for number, group in enumerate(table.made.recovery_code.split("-"), start=1):
        table.person.fill(**{f"code_{number}": group})
    table.person.press("unlock")
    table.person.wait(lambda: table.room() is None)


@pytest.mark.parametrize("way", ["hand", "idle", "close"])
def test_whatever_else_ends_it_is_the_lock(table: Table, way: str) -> None:
    table.show()
    services, window = table.work.services, table.person.window
    assert isinstance(window, MainWindow)
    if way == "hand":
        table.person.keys("Ctrl+L")
    elif way == "idle":
        window.lock(LockReason.IDLE)
    else:
        window.close()
    table.person.wait(lambda: is_locked(table.person))
    assert window.isVisible()
    assert not window.isFullScreen()
    assert not services.vault.is_open
    assert NANCY not in table.seen()
