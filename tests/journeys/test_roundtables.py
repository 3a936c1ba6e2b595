"""A roundtable from its agenda to the sheets of its four readers, through real windows and a real
file: planned, held, finalised, corrected, handed out, and stopped with the consent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from app.domain.audience import Reader
from app.domain.followup import FollowupId
from tests.builders import grant_draft, party_draft
from tests.followups import NANCY, SENDER, with_employer
from tests.front_door import FrontDoor
from tests.journeys.person import Person
from ui.common.choose_file import answer_with
from ui.common.theme import Theme
from ui.main_window.workplace import Workplace
from ui.roundtable.preview import Preview
from ui.roundtable.roundtable_page import RoundtablePage

FOR_ALL = "Planen ses efter i uge 41"
FOR_DOCTOR = "Fri til samtaler hos lægen"
OWN = "Lederen virker presset"
HELD = "Har migræne om mandagen"
BETTER = "Har concentration om mandagen"
AGREED = "Rolig plads om formiddagen"


@dataclass
class Desk:
    """Somebody before the open file."""

    door: FrontDoor
    person: Person
    work: Workplace
    followup: FollowupId
    papers: Path

    def page(self) -> RoundtablePage:
        """Return the page of roundtables."""
        return next(one for one in self.work.findChildren(RoundtablePage) if one.isVisible())

    def type_line(self, text: str, readers: str = "") -> None:
        """Type one line of what is said, for these readers, and add it, all by keyboard."""
        self.person.keys("Alt+L")
        self.person.fill(remark_text=text)
        if readers:
            self.person.keys(readers)
        self.person.keys("Return")

    def show_as(self, reader: Reader) -> str:
        """Let the preview show what `reader` gets, and return what can be read there."""
        preview = self.page().one.preview
        if preview.reader is reader:  # what is shown may be from before the last key
            self.person.press(f"reader_{(set(Reader) - {reader}).pop().value}")
        self.person.press(f"reader_{reader.value}")
        self.person.wait(lambda: preview.prepared is not None or bool(preview.reason()))
        return preview.prepared.reading.body if preview.prepared else preview.reason()

    def hand_out(self, reader: Reader) -> str:
        """Save the sheet of `reader`, and return its words."""
        self.show_as(reader)
        before = set(self.papers.glob("*.pdf"))
        answer_with(self.papers)
        self.person.press("save")
        self.person.wait(lambda: bool(set(self.papers.glob("*.pdf")) - before))
        [paper] = set(self.papers.glob("*.pdf")) - before
        return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(paper).pages)


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    door = FrontDoor(qtbot, theme, tmp_path)
    path, made = door.make()
    with door.services(path, made.dek) as services:
        services.settings.save_sender(SENDER)
        case = with_employer(services, "function", "considerations")
        doctor = services.party.add_party(case.id, party_draft("Læge Eksempel", kind="gp"))
        feedback = grant_draft(doctor, "considerations", direction="feedback")
        services.consent.grant(case.id, feedback)
    (tmp_path / "papers").mkdir()
    person = door.open(path)
    yield Desk(door, person, door.unlock(person), case.id, tmp_path / "papers")
    door.close()


def test_a_roundtable_for_four_readers(desk: Desk) -> None:
    plan(desk)
    hold(desk)
    finalise(desk)
    see_the_four_sheets(desk)
    correct(desk)
    hand_out_and_see_it_listed(desk)
    take_the_consent_back(desk)


def plan(desk: Desk) -> None:
    desk.work.shell.go("followups", desk.followup)
    desk.person.press("plan_roundtable")
    desk.person.fill(day="09.09.2026", agenda="followup")
    desk.person.save()
    desk.person.wait(lambda: "40 minutes" in desk.person.reads())


def hold(desk: Desk) -> None:
    """Tick off the agenda but for its last point, and type what is said."""
    lines = desk.page().one.cards.agenda._table.lines()
    for place in range(4):
        desk.page().one.cards.agenda._table.lines()[place].setFocus()
        desk.person.keys("Space")
    assert len(lines) == 5
    desk.type_line(OWN)
    desk.type_line(FOR_DOCTOR, "Alt+3")
    desk.type_line(FOR_ALL, "Alt+5")
    desk.type_line(HELD, "Alt+4")
    assert "is held" in desk.person.reads()
    desk.type_line(AGREED)
    desk.page().one.cards.remarks._table.lines()[-1].setFocus()
    desk.person.keys("A")
    desk.person.keys("Ctrl+T")
    desk.person.fill(find_adjustment="korte pauser")
    desk.person.keys("Return")
    desk.person.keys("Return")
    assert "Concentration" in desk.person.reads()
    desk.person.fill(last="09.10.2026", review_on="09.10.2026")
    desk.person.fill(owner="Nærmeste leder")
    desk.person.save()
    desk.person.wait(lambda: "Agreed adjustments" in desk.person.reads())


def finalise(desk: Desk) -> None:
    desk.person.press("finalise")
    asked = desk.person.reads()
    assert "Not reached: “The next meeting”." in asked
    assert "1 line is held." in asked
    desk.person.press("confirm")
    desk.person.wait_for("new_version")


def see_the_four_sheets(desk: Desk) -> None:
    employer = desk.show_as(Reader.EMPLOYER)
    assert FOR_ALL in employer
    assert AGREED in employer
    doctor = desk.show_as(Reader.DOCTOR)
    assert FOR_DOCTOR in doctor
    assert AGREED not in doctor, "an agreement is not for the doctor until that is chosen"
    citizen = desk.show_as(Reader.CITIZEN)
    assert all(told in citizen for told in (FOR_ALL, FOR_DOCTOR, AGREED))
    for body in (employer, doctor, citizen):
        assert OWN not in body
        assert HELD not in body
    own = desk.show_as(Reader.OWN)
    assert all(told in own for told in (OWN, HELD, FOR_ALL, FOR_DOCTOR, AGREED))
    assert "The next meeting 5 Not reached in time" in " ".join(own.split())
    assert not desk.person.can_press("save")


def correct(desk: Desk) -> None:
    """Say the held line as a function, in a second version that lists what it changes."""
    desk.person.press("new_version")
    desk.person.wait_for("keep_own")
    desk.person.press("say_concentration")
    assert BETTER in desk.person.reads()
    desk.person.press("finalise")
    desk.person.press("confirm")
    desk.person.wait_for("new_version")


def hand_out_and_see_it_listed(desk: Desk) -> None:
    for reader in (Reader.EMPLOYER, Reader.CITIZEN):
        told = desk.hand_out(reader)
        assert "Changed since version 1" in told
        assert BETTER in told
        assert HELD not in told
    assert FOR_DOCTOR in desk.hand_out(Reader.DOCTOR)
    desk.work.shell.go("followups", desk.followup)
    desk.person.press("view_timeline")
    listed = desk.person.reads()
    for paper in ("Employer sheet", "Citizen sheet", "Doctor sheet"):
        assert paper in listed, paper


def take_the_consent_back(desk: Desk) -> None:
    """Withdraw while the sheets are on screen: they no longer leave, and it is said why."""
    desk.work.shell.go("roundtables")
    if not desk.person.can_press("new_version"):
        desk.person.choose_row(NANCY)
    desk.show_as(Reader.EMPLOYER)
    papers = len(list(desk.papers.iterdir()))
    desk.work.services.consent.withdraw_all(desk.followup)
    preview = desk.page().one.preview
    for reader, told in ((Reader.EMPLOYER, "No consent covers giving Eksempel Tømmerhandel A/S"),
                         (Reader.DOCTOR, "No consent covers telling Læge Eksempel")):  # fmt: skip
        desk.person.press(f"reader_{reader.value}")
        desk.person.wait(partial(_says, preview, told))
        assert not desk.person.can_press("save")
    assert len(list(desk.papers.iterdir())) == papers


def _says(preview: Preview, told: str) -> bool:
    return told in preview.reason()
