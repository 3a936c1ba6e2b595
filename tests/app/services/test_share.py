"""The one way out: it asks the consent, reads once more, notes, and puts what it noted."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import select

from app.bootstrap import Services
from app.changes import Topic
from app.data.disclosure import DisclosureRecord
from app.domain.consent import Direction
from app.domain.followup import FollowupId
from app.domain.paper import Prepared
from app.domain.problem import Refused
from app.domain.roundtable import RoundtableId
from app.domain.visit import AttendanceDraft
from tests.builders import (
    followup_draft,
    grant_draft,
    party_draft,
    practice_draft,
    question_draft,
    visit_draft,
)
from tests.clock import Clock
from tests.followups import EINER, SENDER, Case, held, with_employer

WRITTEN: list[str] | None = None
WRITING = os.O_WRONLY | os.O_RDWR | os.O_APPEND | os.O_CREAT


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and WRITTEN is not None:
        path, mode, flags = arguments[:3]
        by_mode = isinstance(mode, str) and set("wax+") & set(mode)
        if isinstance(path, str) and (by_mode or (isinstance(flags, int) and flags & WRITING)):
            WRITTEN.append(path)


sys.addaudithook(_hear)


@contextmanager
def heard() -> Iterator[list[str]]:
    """Hear of every file that is opened to write."""
    global WRITTEN
    found: list[str] = []
    WRITTEN = found
    yield found
    WRITTEN = None


@pytest.fixture
def case(services: Services) -> Case:
    services.settings.save_sender(SENDER)
    return with_employer(services, "function", "hours")


@pytest.fixture
def roundtable(services: Services, case: Case) -> RoundtableId:
    roundtable = held(services, case)
    services.roundtable.finalise(roundtable)
    return roundtable


@pytest.fixture
def plan(services: Services, roundtable: RoundtableId) -> Prepared:
    return services.export.prepare_employer_sheet(roundtable, "da")


def restrict(services: Services) -> None:
    with services.vault.write(Topic.CONSENT) as session:
        session.execute(text("UPDATE citizen SET restricted_at = '2026-09-09T10:00:00+00:00'"))


def visit_held(services: Services, question: str = "") -> Prepared:
    practice = services.practice.add_practice(practice_draft())
    visit = services.visit.plan_visit(visit_draft(practice))
    services.visit.start_visit(visit)
    if question:
        services.visit.add_question(visit, question_draft(question=question))
    services.visit.note_attendance(visit, AttendanceDraft(doctors="2"))
    services.visit.end_visit(visit)
    return services.export.prepare_visit_summary(visit, "da")


def noted(services: Services) -> dict[str, str]:
    with services.vault.read() as session:
        rows = session.exec(select(DisclosureRecord)).all()
        return {row.file_name: row.sha256 for row in rows}


def test_whatever_lies_in_the_folder_is_noted_once_and_with_its_hash(
    services: Services, case: Case, plan: Prepared, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    form = services.export.prepare_consent_form(case.id, "en")
    large = services.export.prepare_consent_form(None, "da", large=True)
    summary = visit_held(services)
    practice = services.practice.list_practices()[0].id
    services.visit.plan_visit(visit_draft(practice, "16/9/2026"))
    calendar = services.calendar_file.prepare(
        [choice.entry.uid for choice in services.calendar_file.choices()], "da"
    )
    with heard() as written:
        for paper in (plan, form, large, summary):
            services.export.save(paper, out)
        services.calendar_file.save(calendar, out)
    lies = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in out.iterdir()}
    assert len(lies) == 5
    assert lies == noted(services)
    elsewhere = {Path(path).name for path in written if Path(path).parent != out}
    assert elsewhere <= {"work.fasthold.state", ".work.fasthold.state.part"}, elsewhere


def test_a_cell_that_fell_meanwhile_stops_it(
    services: Services, case: Case, plan: Prepared, tmp_path: Path
) -> None:
    services.consent.withdraw_party(case.id, case.employer, Direction.PASS_ON)
    services.consent.grant(case.id, grant_draft(case.employer, "function"))
    with pytest.raises(Refused, match="consent has changed"):
        services.export.save(plan, tmp_path)
    assert noted(services) == {}


def test_what_is_printed_is_noted_and_listed_as_printed(
    services: Services, case: Case, plan: Prepared
) -> None:
    sheets: list[bytes] = []
    services.export.print_paper(plan, sheets.append)
    assert sheets == [plan.pdf]
    assert noted(services) == {"employer-sheet-2026-09-001.print": plan.sha256}
    (listed,) = services.followup.followup(case.id).disclosures
    assert listed.endswith("printed")


def test_a_consent_withdrawn_before_printing_stops_it_and_says_why(
    services: Services, case: Case, plan: Prepared
) -> None:
    sheets: list[bytes] = []
    services.consent.withdraw_party(case.id, case.employer, Direction.PASS_ON)
    services.consent.grant(case.id, grant_draft(case.employer, "function"))
    with pytest.raises(Refused, match="consent has changed"):
        services.export.print_paper(plan, sheets.append)
    assert sheets == []
    assert noted(services) == {}


def test_a_basis_that_says_something_else_than_its_cells_is_refused(
    services: Services, case: Case, plan: Prepared, tmp_path: Path
) -> None:
    other = services.followup.begin(followup_draft(EINER))
    stranger = services.party.add_party(other, party_draft())
    somebody = services.followup.followup(FollowupId(other)).citizen_id
    forged = (
        replace(plan.basis, direction=Direction.OBTAIN),
        replace(plan.basis, party_id=stranger),
        replace(plan.basis, citizen_id=somebody),
        replace(plan.basis, cells=()),
    )
    for basis in forged:
        with pytest.raises(Refused):
            services.export.save(replace(plan, basis=basis), tmp_path)
    assert noted(services) == {}


def test_of_a_restricted_person_only_what_they_have_a_right_to_leaves(
    services: Services, case: Case, plan: Prepared, tmp_path: Path
) -> None:
    form = services.export.prepare_consent_form(case.id, "da")
    listed = services.export.prepare_disclosure_list(case.id, "da")
    restrict(services)
    for paper in (plan, form):
        with pytest.raises(Refused, match="restricted"):
            services.export.save(paper, tmp_path)
    services.export.save(listed, tmp_path)
    assert list(noted(services)) == [listed.file_name]


def test_while_the_day_is_in_doubt_no_consent_is_relied_on(
    services: Services, case: Case, plan: Prepared, clock: Clock, tmp_path: Path
) -> None:
    services.tidy.tidy()
    clock.day -= timedelta(days=3)
    with pytest.raises(Refused, match="date is right"):
        services.export.save(plan, tmp_path)
    services.export.save(services.export.prepare_consent_form(None, "da"), tmp_path)
    clock.day += timedelta(days=3)
    services.export.save(plan, tmp_path)


def test_somebody_who_has_come_into_the_file_since_stops_a_paper_that_names_them(
    services: Services, case: Case, tmp_path: Path
) -> None:
    summary = visit_held(services, question="Er Mosebryggersen en god kilde?")
    services.followup.begin(followup_draft("Schwendlund Test Mosebryggersen"))
    with pytest.raises(Refused, match="points to a person"):
        services.export.save(summary, tmp_path)


def test_a_plan_that_is_for_another_employer_by_now_does_not_leave(
    services: Services, case: Case, plan: Prepared, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match="another employer"):
        services.export.save(replace(plan, basis=replace(plan.basis, party_id=None)), tmp_path)
