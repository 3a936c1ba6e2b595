from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from app.bootstrap import Services
from app.domain.absence import AbsenceRow
from app.domain.absence_piles import AwayPiles, Pile
from app.domain.calendar_series import Unfit
from app.domain.problem import Refused
from tests.builders import practice_draft, visit_draft
from tests.calendars import calendar, entry

HOLIDAY = entry(
    "nancy@firma.example",
    "DTSTART;VALUE=DATE:20261012",
    "DTEND;VALUE=DATE:20261017",
    "SUMMARY:Ferie med Nancy Ann Test Berggren",
)
MOVED = HOLIDAY.replace("20261012", "20261013")
OFF = HOLIDAY.replace("SUMMARY", "STATUS:CANCELLED\r\nSUMMARY")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A calendar file with one holiday."""
    return written(tmp_path, HOLIDAY)


def written(folder: Path, *entries: str) -> Path:
    place = folder / "calendar.ics"
    place.write_bytes(calendar(*entries))
    return place


def take_in(services: Services, file: Path) -> AwayPiles:
    """Take the file in, and return the piles that were shown before."""
    reading = services.absence_file.read_file(file)
    piles = services.absence_file.piles(reading)
    services.absence_file.take_in(piles, reading)
    return piles


def away(services: Services) -> list[str]:
    def told(row: AbsenceRow) -> str:
        facts = row.facts
        return f"{facts.first:%d.%m.}-{facts.last:%d.%m.} {facts.reason} {facts.source}"

    return [told(row) for row in services.absence.list_absences()]


def test_nothing_is_written_before_it_was_shown(services: Services, file: Path) -> None:
    piles = services.absence_file.piles(services.absence_file.read_file(file))
    assert [line.pile for line in piles.lines] == [Pile.NEW]
    assert away(services) == []


def test_days_away_are_kept_without_the_words_of_the_calendar(
    services: Services, file: Path
) -> None:
    take_in(services, file)
    assert away(services) == ["12.10.-16.10. Away Calendar file"]
    with services.vault.read() as session:
        for table in ("absence", "absence_origin"):
            told = str(session.connection().execute(text(f"SELECT * FROM {table}")).all())  # noqa: S608
            assert "Nancy" not in told
            assert "firma" not in told


def test_the_same_file_again_changes_nothing(services: Services, file: Path) -> None:
    take_in(services, file)
    assert [line.pile for line in take_in(services, file).lines] == [Pile.SAME]
    assert len(away(services)) == 1


def test_what_moved_in_the_calendar_moves_here(
    services: Services, file: Path, tmp_path: Path
) -> None:
    take_in(services, file)
    assert [line.pile for line in take_in(services, written(tmp_path, MOVED)).lines] == [
        Pile.CHANGED
    ]
    assert away(services) == ["13.10.-16.10. Away Calendar file"]


def test_what_was_called_off_in_the_calendar_goes_here(
    services: Services, file: Path, tmp_path: Path
) -> None:
    take_in(services, file)
    assert [line.pile for line in take_in(services, written(tmp_path, OFF)).lines] == [Pile.GONE]
    assert away(services) == []


def test_what_a_file_does_not_name_stays(services: Services, file: Path, tmp_path: Path) -> None:
    take_in(services, file)
    take_in(services, written(tmp_path, entry("b", "DTSTART;VALUE=DATE:20261102")))
    assert len(away(services)) == 2


def test_an_absence_removed_by_hand_is_new_to_the_next_file(services: Services, file: Path) -> None:
    take_in(services, file)
    [row] = services.absence.list_absences()
    services.absence.remove_absence(row.id)
    assert [line.pile for line in take_in(services, file).lines] == [Pile.NEW]


def test_what_changed_meanwhile_is_not_written_over(services: Services, file: Path) -> None:
    reading = services.absence_file.read_file(file)
    shown = services.absence_file.piles(reading)
    take_in(services, file)
    with pytest.raises(Refused, match="have changed"):
        services.absence_file.take_in(shown, reading)


def test_my_own_visits_are_no_absence(services: Services, tmp_path: Path) -> None:
    practice = services.practice.add_practice(practice_draft())
    services.visit.plan_visit(visit_draft(practice, "16/9/2026"))
    uids = {choice.entry.uid for choice in services.calendar_file.choices()}
    [place] = services.calendar_file.save(services.calendar_file.prepare(uids, "da"), tmp_path)
    reading = services.absence_file.read_file(place)
    assert [one.reason for one in reading.not_taken] == [Unfit.OWN]


@pytest.mark.parametrize("name", ["missing.ics", "."])
def test_what_is_no_file_is_refused(services: Services, tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused, match=r"cannot be opened|not a file"):
        services.absence_file.read_file(tmp_path / name)
