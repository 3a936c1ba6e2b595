"""The summary for the practice is made of what was stored, and speaks of nobody."""

from __future__ import annotations

from contextlib import closing
from dataclasses import fields
from datetime import UTC, datetime, time
from pathlib import Path
from shutil import copyfile

import pytest

from app.bootstrap import Services, open_services
from app.domain.flag_choice import Function, NextStep, Theme
from app.domain.practice import PracticeId
from app.domain.problem import Refused
from app.domain.sender import SenderDraft
from app.domain.visit import AttendanceDraft, VisitId
from app.domain.visit_summary import SummaryFlag
from app.system.clock import DENMARK
from tests.builders import (
    flag_draft,
    practice_draft,
    promise_draft,
    question_draft,
    visit_draft,
)
from tests.conftest import DEK, TODAY

SENDER = SenderDraft(
    name="Kim Eksempelsen",
    title="Fastholdelseskonsulent",
    phone="00 00 00 00",
    email="kim.eksempelsen@kommune.example",
    reachable="Hverdage",
    municipality="Eksempel Kommune",
)


@pytest.fixture
def practice(services: Services) -> PracticeId:
    services.settings.save_sender(SENDER)
    return services.practice.add_practice(practice_draft())


@pytest.fixture
def visit(services: Services, practice: PracticeId) -> VisitId:
    visit = services.visit.plan_visit(visit_draft(practice))
    services.visit.start_visit(visit)
    services.visit.note_attendance(visit, AttendanceDraft(doctors="5", trainees="1"))
    return visit


def test_the_summary_holds_what_was_noted_at_the_visit(
    services: Services, practice: PracticeId, visit: VisitId
) -> None:
    services.visit.add_question(visit, question_draft("Nej."))
    services.visit.add_promise(visit, promise_draft())
    services.visit.set_term(visit, services.visit.terms()[0].code)
    services.visit.plan_visit(visit_draft(practice, "21/10/2026"))
    summary = services.visit.summary(services.visit.end_visit(visit))
    assert summary.practice == "Lægehuset Søndergade"
    assert (summary.present_doctors, summary.present_trainees) == (5, 1)
    assert [question.answer for question in summary.questions] == ["Nej."]
    assert [promise.what for promise in summary.promises] == ["Tager attestark med"]
    assert summary.term == services.visit.terms()[0]
    assert f"{summary.next_visit}" == "2026-10-21 12:30:00"
    assert summary.sender.name == "Kim Eksempelsen"


@pytest.mark.parametrize(
    ("began", "ended", "known"),
    [
        ("12:33", "12:35", ("12:33", 2)),
        ("12:30", "12:30", ("12:30", 0)),
        ("12:30", "19:00", ("12:30", 0)),
        ("20:10", "20:15", (None, 0)),
    ],
)
def test_the_summary_says_no_other_time_than_the_true_one(
    empty_file: Path, tmp_path: Path, began: str, ended: str, known: tuple[str | None, int]
) -> None:
    shows = [time.fromisoformat(began)]
    path = tmp_path / "timed.fasthold"
    copyfile(empty_file, path)

    def now() -> datetime:
        return datetime.combine(TODAY, shows[0], DENMARK).astimezone(UTC)

    services = open_services(path, DEK, today=lambda: TODAY, now=now)
    with closing(services.vault):
        services.settings.save_sender(SENDER)
        practice = services.practice.add_practice(practice_draft())
        visit = services.visit.plan_visit(visit_draft(practice))
        services.visit.start_visit(visit)
        services.visit.note_attendance(visit, AttendanceDraft(doctors="3"))
        shows[0] = time.fromisoformat(ended)
        summary = services.visit.summary(services.visit.end_visit(visit))
    assert (f"{summary.began:%H:%M}" if summary.began else None, summary.minutes) == known
    assert summary.held_on == TODAY


def test_another_visit_gives_another_summary(
    services: Services, practice: PracticeId, visit: VisitId
) -> None:
    services.visit.add_promise(visit, promise_draft())
    services.flag.raise_flag(practice, visit, flag_draft())
    first = services.visit.summary(services.visit.end_visit(visit))
    other = services.visit.plan_visit(visit_draft(practice, "21/10/2026"))
    services.visit.start_visit(other)
    services.visit.note_attendance(other, AttendanceDraft(doctors="2"))
    second = services.visit.summary(other)
    assert (len(first.new_flags), len(first.promises), len(first.feedback)) == (1, 1, 0)
    assert (len(second.new_flags), len(second.promises), len(second.feedback)) == (0, 0, 1)
    assert second.present_doctors == 2


def test_a_new_flag_stands_with_code_theme_step_and_who_acts(
    services: Services, practice: PracticeId, visit: VisitId
) -> None:
    draft = flag_draft(
        theme="overview",
        functions=("stamina", "concentration"),
        next_step="doctor_talks",
        who_acts="consultant",
        act_by="23/9/2026",
        note="Kniber med at nå opgaverne",
    )
    card = services.flag.raise_flag(practice, visit, draft)
    (line,) = services.visit.summary(visit).new_flags
    assert (line.code, line.theme, line.next_step) == (
        card.code,
        Theme.OVERVIEW,
        NextStep.DOCTOR_TALKS,
    )
    assert line.functions == (Function.CONCENTRATION, Function.STAMINA)
    assert (line.who, f"{line.act_by}") == ("The consultant", "2026-09-23")


def test_a_new_flags_line_has_no_place_for_age_employment_or_note() -> None:
    assert {field.name for field in fields(SummaryFlag)} == {
        *("code", "theme", "functions", "next_step", "who", "act_by")
    }


def test_without_my_details_there_is_no_summary(services: Services) -> None:
    practice = services.practice.add_practice(practice_draft())
    visit = services.visit.plan_visit(visit_draft(practice))
    services.visit.start_visit(visit)
    services.visit.note_attendance(visit, AttendanceDraft(doctors="1"))
    with pytest.raises(Refused, match="your details"):
        services.visit.summary(visit)


def test_a_visit_nobody_came_to_yet_has_no_summary(
    services: Services, practice: PracticeId
) -> None:
    visit = services.visit.plan_visit(visit_draft(practice, "23/9/2026"))
    with pytest.raises(Refused, match="Start it first"):
        services.visit.summary(visit)
    services.visit.start_visit(visit)
    with pytest.raises(Refused, match="how many doctors"):
        services.visit.summary(visit)
