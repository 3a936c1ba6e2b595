"""Closed days of a practice come in from its calendar file, however often, and without a word."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from app.bootstrap import Services
from app.domain.absence_piles import AwayPiles, Pile
from app.domain.calendar_series import Unfit
from app.domain.practice import PracticeId
from app.domain.problem import Refused
from tests.builders import closed_draft, practice_draft
from tests.calendars import calendar, entry

AUTUMN = entry(
    "laegehus@eksempel.example",
    "DTSTART;VALUE=DATE:20261012",
    "DTEND;VALUE=DATE:20261017",
    "TRANSP:TRANSPARENT",
    "SUMMARY:Ferie, Nancy Ann Test Berggren",
)
MOVED = AUTUMN.replace("20261012", "20261013")
OFF = AUTUMN.replace("SUMMARY", "STATUS:CANCELLED\r\nSUMMARY")
WEEKS = entry("w", "DTSTART;VALUE=DATE:20261005", "RRULE:FREQ=WEEKLY;COUNT=3")
ONE_MOVED = entry(
    "w", "RECURRENCE-ID;VALUE=DATE:20261012", "DTSTART;VALUE=DATE:20261013", "SEQUENCE:1"
)


@pytest.fixture
def practice(services: Services) -> PracticeId:
    return services.practice.add_practice(practice_draft())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def take_in(services: Services, practice: PracticeId, folder: Path, *entries: str) -> AwayPiles:
    """Take a file with these entries in, and return the piles that were shown before."""
    place = folder / "closed.ics"
    place.write_bytes(calendar(*entries))
    reading = services.closed_file.read_file(place)
    piles = services.closed_file.piles(practice, reading)
    services.closed_file.take_in(practice, piles, reading)
    return piles


def closed(services: Services, practice: PracticeId) -> list[str]:
    rows = services.practice.practice(practice).closed
    return [f"{row.facts.first:%d.%m.}-{row.facts.last:%d.%m.}{row.facts.reason}" for row in rows]


def kinds(piles: AwayPiles) -> list[Pile]:
    return [line.pile for line in piles.lines]


def test_closed_days_are_kept_without_the_words_of_the_calendar(
    services: Services, practice: PracticeId, folder: Path
) -> None:
    assert kinds(take_in(services, practice, folder, AUTUMN)) == [Pile.NEW]
    assert closed(services, practice) == ["12.10.-16.10."]
    with services.vault.read() as session:
        for table in ("closed_period", "closed_origin"):
            told = str(session.connection().execute(text(f"SELECT * FROM {table}")).all())  # noqa: S608
            assert "Nancy" not in told
            assert "eksempel" not in told


def test_the_same_file_again_changes_nothing(
    services: Services, practice: PracticeId, folder: Path
) -> None:
    take_in(services, practice, folder, AUTUMN, WEEKS)
    assert set(kinds(take_in(services, practice, folder, AUTUMN, WEEKS))) == {Pile.SAME}
    assert len(closed(services, practice)) == 4


def test_one_time_of_a_series_that_moved_moves_alone(
    services: Services, practice: PracticeId, folder: Path
) -> None:
    take_in(services, practice, folder, WEEKS)
    piles = take_in(services, practice, folder, WEEKS, ONE_MOVED)
    assert sorted(kinds(piles)) == [Pile.CHANGED, Pile.SAME, Pile.SAME]
    assert closed(services, practice) == ["05.10.-05.10.", "13.10.-13.10.", "19.10.-19.10."]


def test_a_reason_written_by_hand_stays_when_the_days_move(
    services: Services, practice: PracticeId, folder: Path
) -> None:
    take_in(services, practice, folder, AUTUMN)
    [row] = services.practice.practice(practice).closed
    services.practice.correct_closed(row.id, closed_draft("12/10/2026", "16/10/2026"))
    take_in(services, practice, folder, MOVED)
    assert closed(services, practice) == ["13.10.-16.10.Efterårsferie"]


def test_what_was_called_off_goes_and_what_was_written_by_hand_stays(
    services: Services, practice: PracticeId, folder: Path
) -> None:
    services.practice.add_closed(practice, closed_draft("1/12/2026", "1/12/2026"))
    take_in(services, practice, folder, AUTUMN)
    assert Pile.GONE in kinds(take_in(services, practice, folder, OFF))
    assert closed(services, practice) == ["01.12.-01.12.Efterårsferie"]


def test_two_practices_can_be_given_the_same_calendar(
    services: Services, practice: PracticeId, folder: Path
) -> None:
    other = services.practice.add_practice(practice_draft("Skovbrynets Læger"))
    take_in(services, practice, folder, AUTUMN)
    assert kinds(take_in(services, other, folder, AUTUMN)) == [Pile.NEW]
    services.practice.remove_practice(other)
    assert kinds(take_in(services, practice, folder, AUTUMN)) == [Pile.SAME]


def test_what_changed_meanwhile_is_not_written_over(
    services: Services, practice: PracticeId, folder: Path
) -> None:
    place = folder / "closed.ics"
    place.write_bytes(calendar(AUTUMN))
    reading = services.closed_file.read_file(place)
    shown = services.closed_file.piles(practice, reading)
    take_in(services, practice, folder, AUTUMN)
    with pytest.raises(Refused, match="have changed"):
        services.closed_file.take_in(practice, shown, reading)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "not a calendar file"),
        (calendar(*[entry(str(n), "DTSTART;VALUE=DATE:20261012") for n in range(10_000)]), "5,000"),
        (b"BEGIN:VCALENDAR" + bytes(10 * 1024 * 1024), "10 MB"),
    ],
)
def test_a_file_that_is_no_calendar_or_far_too_much_is_refused_whole(
    services: Services, practice: PracticeId, folder: Path, content: bytes, sentence: str
) -> None:
    place = folder / "closed.ics"
    place.write_bytes(content)
    with pytest.raises(Refused, match=sentence):
        services.closed_file.read_file(place)
    assert closed(services, practice) == []


def test_ten_thousand_closed_days_of_one_rule_are_not_taken_in(
    services: Services, practice: PracticeId, folder: Path
) -> None:
    rule = entry("r", "DTSTART;VALUE=DATE:20261012", "RRULE:FREQ=DAILY;COUNT=10000")
    piles = take_in(services, practice, folder, rule)
    assert [one.reason for one in piles.not_taken] == [Unfit.TOO_MANY]
    assert closed(services, practice) == []
