"""A citizen asks what is kept, gets it on paper and as data, and is erased; the data protection
officer gets a report that names nobody."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from app.data.disclosure import Basis, DisclosureRecord, find_disclosures
from app.domain.consent import CitizenId
from app.domain.followup import FollowupId
from tests.builders import contact_draft
from tests.followups import EINER, EMPLOYER, NANCY, started, with_employer
from tests.front_door import FrontDoor
from tests.journeys.person import Person
from tests.windows import find
from ui.common.choose_file import answer_with
from ui.common.theme import Theme
from ui.main_window.workplace import Workplace
from ui.paper.paper_dialog import PaperDialog

NOTE = "Einer Lauridsen sidder ved siden af. Støj er svær."


@dataclass
class Desk:
    """Somebody before the page of one citizen, with a folder to save in."""

    person: Person
    work: Workplace
    folder: Path
    followup: FollowupId
    citizen: CitizenId

    def save_paper(self) -> str:
        """Save the paper in front, and return what can be read in it."""
        paper = find(self.work, PaperDialog)
        self.person.wait(lambda: paper.prepared is not None)
        before = set(self.folder.iterdir())
        answer_with(self.folder)
        self.person.press("save")
        (place,) = set(self.folder.iterdir()) - before
        self.person.wait(lambda: not self.work.findChildren(PaperDialog))
        pages = PdfReader(BytesIO(place.read_bytes())).pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    door = FrontDoor(qtbot, theme, tmp_path)
    path, made = door.make()
    folder = tmp_path / "papers"
    folder.mkdir()
    with door.services(path, made.dek) as services:
        case = with_employer(services, "hours")
        services.party.log_contact(case.id, contact_draft(NOTE))
        started(services, EINER)
        citizen = services.followup.followup(case.id).citizen_id
    person = door.open(path)
    work = door.unlock(person)
    person.keys("Ctrl+4")
    person.choose_row(NANCY)
    yield Desk(person, work, folder, case.id, citizen)
    door.close()


def test_what_is_kept_is_seen_and_saved_on_paper_and_as_data(desk: Desk) -> None:
    desk.person.press("show_access_report")
    paper = desk.save_paper()
    for told in (NANCY, EMPLOYER, "Støj er svær", "Hours", "What you can ask for"):
        assert told in paper
    assert "[somebody else] sidder ved siden af" in paper

    answer_with(desk.folder)
    desk.person.press("save_access_data")
    desk.person.wait(lambda: bool(list(desk.folder.glob("*.json"))))
    (place,) = desk.folder.glob("*.json")
    told = json.loads(place.read_text(encoding="utf-8"))
    assert told["citizen"] == NANCY
    assert not [name for name in ("Einer", "Lauridsen") if name in paper + str(told)]

    noted = {one.paper: one for one in _disclosures(desk)}
    assert {one.basis for one in noted.values()} == {Basis.SELF}
    assert noted["access-data"].sha256 == hashlib.sha256(place.read_bytes()).hexdigest()
    assert set(noted) == {"access-report", "access-data"}


def test_after_an_erasure_the_report_is_at_hand_and_names_nobody(desk: Desk) -> None:
    desk.person.press("erase_followup")
    desk.person.fill(initials="NATB")
    desk.person.press("save")
    desk.person.wait_for("message_act")
    desk.person.press("message_act")
    first = desk.save_paper()

    desk.work.shell.go("settings")
    assert "1 person erased" in desk.person.reads()
    desk.person.press("show_deletion_report")
    second = desk.save_paper()
    for paper in (first, second):
        assert "By hand, on the person's page" in paper
        assert "Follow-ups: 1" in paper
        assert not [part for part in (*NANCY.split(), EMPLOYER) if part in paper]


def _disclosures(desk: Desk) -> list[DisclosureRecord]:
    with desk.work.services.vault.read() as session:
        found = list(find_disclosures(session, desk.citizen))
        session.expunge_all()
        return found
