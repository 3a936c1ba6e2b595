"""A calendar file is shown in piles in Settings, and taken in only when these are accepted."""

from __future__ import annotations

from pathlib import Path

from app.bootstrap import Services
from tests.calendars import calendar, entry
from tests.journeys.person import Person
from ui.common.choose_file import answer_with

HOLIDAY = entry("a", "DTSTART;VALUE=DATE:20261012", "DTEND;VALUE=DATE:20261017", "SUMMARY:Nancy")
MEETING = entry("b", "DTSTART:20261014T100000", "DURATION:PT1H")
FOR_EVER = entry("c", "DTSTART;VALUE=DATE:20261015", "RRULE:FREQ=WEEKLY")


def choose(person: Person, services: Services, folder: Path, content: bytes) -> None:
    place = folder / "calendar.ics"
    place.write_bytes(content)
    answer_with(place)
    person.press("absences_from_file")


def test_the_piles_are_seen_before_anything_is_kept(
    person: Person, services: Services, tmp_path: Path
) -> None:
    choose(person, services, tmp_path, calendar(HOLIDAY, MEETING, FOR_EVER))
    person.wait(lambda: "Absences from a calendar file" in person.reads())
    said = person.reads()
    assert "12 October 2026 to 16 October 2026" in said
    assert "14 October 2026: It takes only part of a day. Only whole days are taken in." in said
    assert "15 October 2026: It repeats for ever. Give it an end in your calendar." in said
    assert "Nancy" not in said
    assert services.absence.list_absences() == ()
    person.press("take_in")
    (row,) = services.absence.list_absences()
    assert (row.facts.reason, row.facts.source) == ("Away", "Calendar file")


def test_a_file_that_says_nothing_new_cannot_be_taken_in(
    person: Person, services: Services, tmp_path: Path
) -> None:
    for _turn in (1, 2):
        choose(person, services, tmp_path, calendar(HOLIDAY))
        person.wait(lambda: "Absences from a calendar file" in person.reads())
        if _turn == 1:
            person.press("take_in")
    assert "Nothing in the file is new." in person.reads()
    person.press("cancel")


def test_an_image_gets_its_sentence(person: Person, services: Services, tmp_path: Path) -> None:
    choose(person, services, tmp_path, b"\x89PNG\r\n\x1a\n" + bytes(200))
    person.wait(
        lambda: (
            "This is not a calendar file that can be read. Choose an .ics file." in person.reads()
        )
    )
    assert services.absence.list_absences() == ()
    person.press("close")
