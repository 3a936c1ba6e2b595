from __future__ import annotations

import hashlib
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from sqlmodel import select

from app.bootstrap import Services
from app.data.disclosure import Basis, DisclosureRecord
from app.domain.calendar_file import CalendarChoice, CalendarKind
from app.domain.practice import PracticeId
from app.domain.problem import Refused
from app.domain.visit import AttendanceDraft, MissedDraft, VisitId
from tests.builders import followup_draft, practice_draft, visit_draft
from tests.clock import Clock

ABSENT = MissedDraft(reason="consultant_absent")
SOUTH = "Lægehuset Søndergade"


@pytest.fixture
def practice(services: Services) -> PracticeId:
    return services.practice.add_practice(practice_draft(SOUTH))


@pytest.fixture
def visit(services: Services, practice: PracticeId) -> VisitId:
    """A visit planned for Wednesday 16 September at 12.30."""
    return services.visit.plan_visit(visit_draft(practice, "16/9/2026"))


def save(services: Services, folder: Path, language: str = "en") -> list[Path]:
    """Save everything there is to tell."""
    uids = {choice.entry.uid for choice in services.calendar_file.choices() if not choice.again}
    return list(services.calendar_file.save(services.calendar_file.prepare(uids, language), folder))


def told(place: Path) -> list[tuple[str, int]]:
    """Return day and sequence of each entry of a file."""
    events: list[Any] = list(Calendar.from_ical(place.read_bytes()).walk("VEVENT"))
    return [(f"{event['DTSTART'].dt:%d.%m. %H:%M}", int(event["SEQUENCE"])) for event in events]


def standing(choices: tuple[CalendarChoice, ...]) -> list[tuple[str, CalendarKind, int]]:
    return [(f"{c.entry.start:%d.%m.}", c.kind, c.entry.sequence) for c in choices]


def move(services: Services, visit: VisitId, practice: PracticeId, day: str) -> None:
    services.visit.move_visit(visit, visit_draft(practice, day))


def test_the_plan_is_what_is_planned_from_today_on(
    services: Services, practice: PracticeId, visit: VisitId
) -> None:
    services.visit.plan_visit(visit_draft(practice, "2/9/2026"))
    later = services.visit.plan_visit(visit_draft(practice, "28/10/2026"))
    assert [c.visit_id for c in services.calendar_file.choices()] == [visit, later]
    assert [c.visit_id for c in services.calendar_file.choices(later)] == [later]


def test_a_selection_holds_only_what_is_chosen(
    services: Services, practice: PracticeId, visit: VisitId, tmp_path: Path
) -> None:
    services.visit.plan_visit(visit_draft(practice, "28/10/2026"))
    [chosen] = services.calendar_file.choices(visit)
    files = services.calendar_file.prepare({chosen.entry.uid}, "en")
    [place] = services.calendar_file.save(files, tmp_path)
    assert told(place) == [("16.09. 12:30", 0)]


@pytest.mark.usefixtures("visit")
def test_a_calendar_file_leaves_by_the_door_of_every_paper(
    services: Services, tmp_path: Path
) -> None:
    [place] = save(services, tmp_path)
    assert place.name == "visits-2026-09-001.ics"
    with services.vault.read() as session:
        [noted] = session.exec(select(DisclosureRecord)).all()
        assert (noted.basis, noted.paper, noted.file_name) == (Basis.NONE, "visits", place.name)
        assert noted.sha256 == hashlib.sha256(place.read_bytes()).hexdigest()


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.usefixtures("visit")
def test_no_name_is_in_any_byte_of_the_file(
    services: Services, tmp_path: Path, language: str
) -> None:
    services.followup.begin(followup_draft("Nancy Ann Test Berggren"))
    [place] = save(services, tmp_path, language)
    text = re.sub(r"\r\n ", "", place.read_bytes().decode())
    row = services.practice.list_practices()[0]
    for word in ("Nancy", "Berggren", SOUTH, "Søndergade", "Eksempel", row.id.hex, str(row.id)):
        assert word not in text


@pytest.mark.usefixtures("practice")
def test_a_visit_keeps_its_identifier_and_its_key_stays_in_the_file(
    services: Services, visit: VisitId, tmp_path: Path
) -> None:
    [before] = services.calendar_file.choices()
    [place] = save(services, tmp_path)
    move(services, visit, services.practice.list_practices()[0].id, "17/9/2026")
    [after] = services.calendar_file.choices()
    assert after.entry.uid == before.entry.uid
    assert str(visit).encode() not in place.read_bytes()


def test_the_sequence_rises_with_each_change_that_leaves_and_only_then(
    services: Services, practice: PracticeId, visit: VisitId, tmp_path: Path
) -> None:
    assert told(save(services, tmp_path)[0]) == [("16.09. 12:30", 0)]
    assert [c.again for c in services.calendar_file.choices()] == [True]
    move(services, visit, practice, "17/9/2026")
    move(services, visit, practice, "18/9/2026")
    assert told(save(services, tmp_path)[0]) == [("18.09. 12:30", 1)]
    move(services, visit, practice, "16/9/2026")
    assert told(save(services, tmp_path)[0]) == [("16.09. 12:30", 2)]


def test_a_visit_that_did_not_happen_is_cancelled_in_a_file_of_its_own(
    services: Services, practice: PracticeId, visit: VisitId, tmp_path: Path
) -> None:
    save(services, tmp_path)
    services.visit.plan_visit(visit_draft(practice, "28/10/2026"))
    services.visit.miss_visit(visit, ABSENT)
    stands, cancelled = save(services, tmp_path)
    assert told(stands) == [("28.10. 12:30", 0)]
    assert cancelled.name == "visits-cancelled-2026-09-001.ics"
    assert Calendar.from_ical(cancelled.read_bytes())["METHOD"] == "CANCEL"
    assert told(cancelled) == [("16.09. 12:30", 1)]


@pytest.mark.usefixtures("practice")
def test_a_removed_visit_is_still_cancelled(
    services: Services, visit: VisitId, tmp_path: Path
) -> None:
    save(services, tmp_path)
    services.visit.remove_visit(visit)
    assert standing(services.calendar_file.choices()) == [("16.09.", CalendarKind.CANCELLED, 1)]
    save(services, tmp_path)
    [again] = services.calendar_file.choices()
    assert (again.again, again.entry.sequence, again.practice) == (True, 1, "")


def test_the_visits_of_an_archived_practice_are_cancelled_and_come_back_with_it(
    services: Services, practice: PracticeId, tmp_path: Path, visit: VisitId
) -> None:
    save(services, tmp_path)
    services.practice.archive_practice(practice)
    [gone] = services.calendar_file.choices()
    assert (gone.kind, gone.visit_id, gone.practice) == (CalendarKind.CANCELLED, visit, SOUTH)
    save(services, tmp_path)
    services.practice.restore_practice(practice)
    assert standing(services.calendar_file.choices()) == [("16.09.", CalendarKind.VISITS, 2)]


@pytest.mark.usefixtures("practice")
def test_what_no_calendar_was_told_of_needs_no_cancelling(
    services: Services, visit: VisitId
) -> None:
    services.visit.miss_visit(visit, ABSENT)
    assert services.calendar_file.choices() == ()


@pytest.mark.usefixtures("practice")
def test_a_visit_held_before_its_day_moves_in_the_calendar_too(
    services: Services, visit: VisitId, tmp_path: Path
) -> None:
    save(services, tmp_path)
    services.visit.start_visit(visit)
    services.visit.note_attendance(visit, AttendanceDraft(doctors="2"))
    services.visit.end_visit(visit)
    assert standing(services.calendar_file.choices()) == [("09.09.", CalendarKind.VISITS, 1)]
    save(services, tmp_path)
    assert services.calendar_file.choices() == ()


@pytest.mark.usefixtures("practice")
def test_a_cancelled_visit_is_forgotten_when_its_day_has_passed(
    services: Services, visit: VisitId, tmp_path: Path, clock: Clock
) -> None:
    save(services, tmp_path)
    services.visit.remove_visit(visit)
    clock.day = datetime(2026, 9, 17).date()  # noqa: DTZ001
    assert services.calendar_file.choices() == ()


def test_a_visit_that_changed_meanwhile_does_not_leave_as_it_was(
    services: Services, practice: PracticeId, visit: VisitId, tmp_path: Path
) -> None:
    [choice] = services.calendar_file.choices()
    files = services.calendar_file.prepare({choice.entry.uid}, "en")
    move(services, visit, practice, "17/9/2026")
    with pytest.raises(Refused, match="has changed"):
        services.calendar_file.save(files, tmp_path)
    assert list(tmp_path.glob("*.ics")) == []
    with services.vault.read() as session:
        assert session.exec(select(DisclosureRecord)).all() == []


def test_a_name_in_a_title_stops_the_file(
    services: Services, visit: VisitId, monkeypatch: pytest.MonkeyPatch
) -> None:
    uids = {choice.entry.uid for choice in services.calendar_file.choices()}
    monkeypatch.setattr("app.reports.calendar_file.entry_title", lambda _kind: "Fatima Yilmaz")
    with pytest.raises(Refused, match="name"):
        services.calendar_file.prepare(uids, "da")
