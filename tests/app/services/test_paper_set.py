"""Many papers in one go: numbered, each on its own basis, and taken up again where it stopped."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from app.bootstrap import Services
from app.domain.consent import Direction
from app.domain.paper_set import SavedSet, SetPaper
from app.domain.problem import Refused
from tests.builders import practice_draft
from tests.clock import Clock
from tests.followups import SENDER, Case, held, with_employer
from tests.visits import hold


class Stopped(Exception):
    pass


def case_with_plan(services: Services) -> Case:
    services.settings.save_sender(SENDER)
    case = with_employer(services, "function", "considerations", "hours")
    services.roundtable.finalise(held(services, case))
    return case


def save(services: Services, papers: tuple[SetPaper, ...], folder: Path) -> SavedSet:
    return services.paper_set.save(papers, folder, "da", lambda _done, _total: None)


def names(folder: Path) -> list[str]:
    return sorted(place.name for place in folder.iterdir())


def test_the_papers_of_a_case_are_numbered_and_tell_nobodys_name(
    services: Services, tmp_path: Path
) -> None:
    case = case_with_plan(services)
    saved = save(services, services.paper_set.papers_of_case(case.id), tmp_path / "a")
    assert names(tmp_path / "a") == [
        "001-consent-form-2026-09.pdf",
        "003-employer-sheet-2026-08.pdf",
        "004-citizen-sheet-2026-08.pdf",
    ]
    assert saved.saved == 3


@pytest.fixture(autouse=True)
def _folders(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).mkdir()


def test_what_may_not_leave_is_told_with_its_reason(services: Services, tmp_path: Path) -> None:
    case = case_with_plan(services)
    services.consent.withdraw_party(case.id, case.employer, Direction.PASS_ON)
    saved = save(services, services.paper_set.papers_of_case(case.id), tmp_path / "a")
    told = {each.label: each.why for each in saved.refused}
    assert "consent" in told["Employer sheet, 27 August 2026"]
    assert "no doctor" in told["Doctor sheet, 27 August 2026"]
    assert not [name for name in names(tmp_path / "a") if "employer" in name]


def test_each_file_is_listed_as_handed_over(services: Services, tmp_path: Path) -> None:
    case = case_with_plan(services)
    save(services, services.paper_set.papers_of_case(case.id), tmp_path / "a")
    listed = " ".join(services.followup.followup(case.id).disclosures)
    assert all(name in listed for name in names(tmp_path / "a"))


def test_a_set_that_was_stopped_goes_on_where_it_was(services: Services, tmp_path: Path) -> None:
    case = case_with_plan(services)
    papers, folder = services.paper_set.papers_of_case(case.id), tmp_path / "a"

    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise Stopped

    with pytest.raises(Stopped):
        services.paper_set.save(papers, folder, "da", stop)
    before = {name: hashlib.sha256((folder / name).read_bytes()).digest() for name in names(folder)}
    assert list(before) == ["001-consent-form-2026-09.pdf"]
    saved = save(services, papers, folder)
    assert (saved.there, saved.saved) == (1, 2)
    again = save(services, papers, folder)
    assert (again.there, again.saved) == (3, 0)
    kept = {name: hashlib.sha256((folder / name).read_bytes()).digest() for name in before}
    assert kept == before


def test_nothing_is_saved_beside_files_of_another_set(services: Services, tmp_path: Path) -> None:
    case = case_with_plan(services)
    (tmp_path / "a" / "003-employer-sheet-2026-08.pdf").write_bytes(b"somebody else's")
    with pytest.raises(Refused, match="another set"):
        save(services, services.paper_set.papers_of_case(case.id), tmp_path / "a")
    assert names(tmp_path / "a") == ["003-employer-sheet-2026-08.pdf"]


def test_the_summaries_of_a_year_are_those_of_its_visits_that_were_held(
    services: Services, clock: Clock, tmp_path: Path
) -> None:
    services.settings.save_sender(SENDER)
    assert services.paper_set.years() == ()
    for day in (date(2025, 9, 10), date(2026, 3, 4), date(2026, 9, 9)):
        clock.day = day
        name = f"Lægehuset {day.year} {day.month}"
        hold(services, services.practice.add_practice(practice_draft(name=name)), f"{day:%d.%m.%Y}")
    assert services.paper_set.years() == (2026, 2025)
    saved = save(services, services.paper_set.summaries_of_year(2026), tmp_path / "b")
    assert names(tmp_path / "b") == [
        "001-visit-summary-2026-03.pdf",
        "002-visit-summary-2026-09.pdf",
    ]
    assert (saved.saved, saved.refused) == (2, ())
