"""The made-up decade is lawful, whatever its scale."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from app.bootstrap import Services, open_services
from app.data.file_check import check_whole
from app.demo.decade import Scale, make_decade
from app.domain.flag import shrinks_on
from app.services.file import FileService

DAY = date(2026, 9, 9)
SMALL = Scale(practices=7, flags=180, citizens=120, contacts=360, years=2)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """A small one, made once."""
    path = tmp_path_factory.mktemp("decade") / "decade.fasthold"
    return path, make_decade(path, DAY, files=FileService(lambda: DAY), scale=SMALL)


@pytest.fixture
def made(place: tuple[Path, bytes]) -> Iterator[Services]:
    """Its services."""
    services = open_services(*place, today=lambda: DAY)
    with closing(services.vault):
        yield services


def _count(services: Services, query: str) -> int:
    with services.vault.read() as session:
        return int(session.execute(text(query), {"today": DAY.isoformat()}).scalar_one())


def test_it_holds_as_many_of_each_as_asked_for(made: Services) -> None:
    counts = {
        table: _count(made, f"SELECT count(*) FROM {table}")  # noqa: S608 -- names from below
        for table in ("practice", "flag", "flag_outcome", "citizen", "contact")
    }
    assert counts == {
        "practice": SMALL.practices,
        "flag": SMALL.live_flags,
        "flag_outcome": SMALL.flags - SMALL.live_flags,
        "citizen": SMALL.citizens,
        "contact": SMALL.contacts,
    }


def test_nobody_is_in_it_without_a_consent_that_holds(made: Services) -> None:
    without = """
        SELECT count(*) FROM citizen WHERE NOT EXISTS (
            SELECT 1 FROM consent WHERE citizen_id = citizen.id AND status = 'live'
            AND expires_on >= :today)
    """
    assert _count(made, without) == 0


def test_nothing_holds_whose_day_is_over(made: Services) -> None:
    for table, day in (("consent", "expires_on"), ("consent_cell", "until")):
        late = f"SELECT count(*) FROM {table} WHERE status = 'live' AND {day} < :today"  # noqa: S608
        assert _count(made, late) == 0


def test_every_flag_in_it_has_time_left(made: Services) -> None:
    for card in made.flag.list_flags():
        due = shrinks_on(card.raised_on, card.noted_on, card.status, card.fed_back_on)
        assert due > DAY


def test_every_consented_flag_rests_on_somebodys_yes(made: Services) -> None:
    loose = """
        SELECT count(*) FROM flag WHERE status = 'consented'
        AND NOT EXISTS (SELECT 1 FROM followup WHERE flag_id = flag.id)
    """
    assert _count(made, "SELECT count(*) FROM followup WHERE flag_id IS NOT NULL") > 0
    assert _count(made, loose) == 0


def test_nothing_is_due_on_its_day(made: Services) -> None:
    tidied = made.tidy.tidy_on_this_day()
    assert (tidied.lapsed, tidied.shrunk, tidied.erased) == (0, 0, 0)


def test_the_file_is_whole_and_its_trail_unbroken(
    place: tuple[Path, bytes], made: Services
) -> None:
    assert made.audit.check().fault is None
    made.vault.close()
    check_whole(*place)
