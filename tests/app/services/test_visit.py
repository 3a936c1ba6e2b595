"""Visits: planned, moved, missed, started, ended, reopened, removed."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from app.bootstrap import Services
from app.changes import Topic
from app.domain.practice import PracticeId, VisitFormat
from app.domain.problem import NotFound, Refused, Rejected
from app.domain.visit import (
    AgendaCode,
    AttendanceDraft,
    MissedDraft,
    MissedReason,
    VisitId,
    VisitStatus,
)
from tests.builders import closed_draft, flag_draft, practice_draft, visit_draft
from tests.clock import Clock


@pytest.fixture
def practice(services: Services) -> PracticeId:
    return services.practice.add_practice(practice_draft())


@pytest.fixture
def planned(services: Services, practice: PracticeId) -> VisitId:
    return services.visit.plan_visit(visit_draft(practice))


def hold(services: Services, visit: VisitId) -> VisitId:
    services.visit.start_visit(visit)
    services.visit.note_attendance(visit, AttendanceDraft(doctors="5", trainees="1"))
    return services.visit.end_visit(visit)


def status(services: Services, visit: VisitId) -> VisitStatus:
    return services.visit.visit(visit).row.status


def fields(rejection: pytest.ExceptionInfo[Rejected]) -> set[str]:
    return {problem.field for problem in rejection.value.problems}


def test_a_planned_visit_is_shown_with_place_and_time(
    services: Services, practice: PracticeId, planned: VisitId
) -> None:
    (row,) = services.visit.list_visits(practice)
    assert (row.id, row.practice, row.place) == (
        planned,
        "Lægehuset Søndergade",
        "Frokoststuen, 1. sal",
    )
    assert (f"{row.start}", row.minutes) == ("2026-09-09 12:30:00", 30)
    assert row.status is VisitStatus.PLANNED


def test_a_bad_draft_saves_nothing_and_tells_nobody(
    services: Services, practice: PracticeId
) -> None:
    heard: list[frozenset[Topic]] = []
    services.changes.subscribe(heard.append)
    with pytest.raises(Rejected) as rejection:
        services.visit.plan_visit(visit_draft(practice, "31/2", at="25:00", minutes="-5"))
    assert fields(rejection) == {"day", "at", "minutes"}
    assert services.visit.list_visits() == ()
    assert heard == []


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("25/12/2026", "This is Christmas Day. Choose another day."),
        ("26/9/2026", "This is a Saturday. Choose another day."),
        ("27/9/2026", "This is a Sunday. Choose another day."),
    ],
)
def test_holidays_and_weekends_are_refused_by_name(
    services: Services, practice: PracticeId, day: str, reason: str
) -> None:
    with pytest.raises(Rejected) as rejection:
        services.visit.plan_visit(visit_draft(practice, day))
    assert [(problem.field, problem.text) for problem in rejection.value.problems] == [
        ("day", reason)
    ]


def test_a_practices_closed_days_are_refused_there_and_nowhere_else(
    services: Services, practice: PracticeId
) -> None:
    services.practice.add_closed(practice, closed_draft())
    with pytest.raises(Rejected, match="Efterårsferie") as rejection:
        services.visit.plan_visit(visit_draft(practice, "14/10/2026"))
    assert fields(rejection) == {"day"}
    other = services.practice.add_practice(practice_draft("Lægerne ved Torvet"))
    assert services.visit.plan_visit(visit_draft(other, "14/10/2026"))


@pytest.mark.parametrize("at", ["11.31", "12.30", "13.00", "13.29"])
@pytest.mark.usefixtures("planned")
def test_two_visits_need_half_an_hours_travel_between_them(services: Services, at: str) -> None:
    other = services.practice.add_practice(practice_draft("Lægerne ved Torvet"))
    with pytest.raises(Rejected) as rejection:
        services.visit.plan_visit(visit_draft(other, at=at))
    assert fields(rejection) == {"at"}
    assert "Lægehuset Søndergade" in rejection.value.problems[0].text


@pytest.mark.parametrize("at", ["11.30", "13.30"])
@pytest.mark.usefixtures("planned")
def test_with_half_an_hour_between_them_two_visits_fit(services: Services, at: str) -> None:
    other = services.practice.add_practice(practice_draft("Lægerne ved Torvet"))
    assert services.visit.plan_visit(visit_draft(other, at=at))


def test_an_archived_practice_is_not_planned_and_stands_in_nobodys_way(
    services: Services, practice: PracticeId
) -> None:
    services.visit.plan_visit(visit_draft(practice))
    services.practice.archive_practice(practice)
    with pytest.raises(Rejected) as rejection:
        services.visit.plan_visit(visit_draft(practice, "23/9/2026"))
    assert fields(rejection) == {"practice_id"}
    assert services.visit.next_visit() is None
    assert services.visit.list_visits() == ()
    other = services.practice.add_practice(practice_draft("Lægerne ved Torvet"))
    assert services.visit.plan_visit(visit_draft(other))


def test_a_moved_visit_remembers_the_day_it_was_first_planned_for(
    services: Services, practice: PracticeId, planned: VisitId
) -> None:
    for day in ("10/9/2026", "11/9/2026"):
        services.visit.move_visit(planned, visit_draft(practice, day, at="8"))
    row = services.visit.visit(planned).row
    assert f"{row.start}" == "2026-09-11 08:00:00"
    assert row.moved_from == date(2026, 9, 9)


def test_a_visit_moved_back_or_only_to_another_hour_was_not_moved(
    services: Services, practice: PracticeId, planned: VisitId
) -> None:
    services.visit.move_visit(planned, visit_draft(practice, at="12.40"))
    assert services.visit.visit(planned).row.moved_from is None
    services.visit.move_visit(planned, visit_draft(practice, "10/9/2026"))
    services.visit.move_visit(planned, visit_draft(practice))
    assert services.visit.visit(planned).row.moved_from is None


def test_the_form_for_moving_holds_what_was_planned(
    services: Services, practice: PracticeId, planned: VisitId
) -> None:
    assert services.visit.visit_draft(planned) == visit_draft(practice, "09.09.2026")


def test_moving_onto_a_holiday_leaves_the_visit_where_it_was(
    services: Services, practice: PracticeId, planned: VisitId
) -> None:
    with pytest.raises(Rejected):
        services.visit.move_visit(planned, visit_draft(practice, "25/12/2026"))
    assert services.visit.visit(planned).row.start.date() == date(2026, 9, 9)


def test_a_visit_is_not_moved_to_another_practice(services: Services, planned: VisitId) -> None:
    other = services.practice.add_practice(practice_draft("Lægerne ved Torvet"))
    with pytest.raises(Rejected) as rejection:
        services.visit.move_visit(planned, visit_draft(other))
    assert fields(rejection) == {"practice_id"}


def test_a_missed_visit_keeps_its_reason_and_frees_its_time(
    services: Services, practice: PracticeId, planned: VisitId
) -> None:
    services.visit.miss_visit(planned, MissedDraft(reason="practice_cancelled"))
    row = services.visit.visit(planned).row
    assert (row.status, row.missed_reason) == (
        VisitStatus.MISSED,
        MissedReason.PRACTICE_CANCELLED,
    )
    assert services.visit.plan_visit(visit_draft(practice))


def test_missing_a_visit_needs_a_reason_and_a_plan(services: Services, planned: VisitId) -> None:
    with pytest.raises(Rejected):
        services.visit.miss_visit(planned, MissedDraft())
    services.visit.start_visit(planned)
    with pytest.raises(Refused):
        services.visit.miss_visit(planned, MissedDraft(reason="forgotten"))
    with pytest.raises(Refused):
        services.visit.move_visit(planned, services.visit.visit_draft(planned))


def test_a_planned_or_missed_visit_can_be_removed(
    services: Services, practice: PracticeId, planned: VisitId
) -> None:
    services.visit.miss_visit(planned, MissedDraft(reason="forgotten"))
    services.visit.remove_visit(planned)
    services.visit.remove_visit(services.visit.plan_visit(visit_draft(practice)))
    assert services.visit.list_visits() == ()
    with pytest.raises(NotFound):
        services.visit.visit(planned)


def test_a_running_or_held_visit_stays(services: Services, planned: VisitId) -> None:
    services.visit.start_visit(planned)
    with pytest.raises(Refused, match="End it first"):
        services.visit.remove_visit(planned)
    services.visit.note_attendance(planned, AttendanceDraft(doctors="3"))
    services.visit.end_visit(planned)
    with pytest.raises(Refused, match="counts from it"):
        services.visit.remove_visit(planned)
    assert status(services, planned) is VisitStatus.HELD


def test_a_visit_runs_from_start_to_end(services: Services, planned: VisitId) -> None:
    services.visit.start_visit(planned)
    running = services.visit.running()
    assert running is not None
    assert running.id == planned
    assert services.visit.visit(planned).started_at == datetime(2026, 9, 9, 10, 30, tzinfo=UTC)
    services.visit.note_attendance(planned, AttendanceDraft(doctors="5", trainees="1"))
    assert services.visit.end_visit(planned) == planned
    sheet = services.visit.visit(planned)
    assert services.visit.running() is None
    assert sheet.row.status is VisitStatus.HELD
    assert (sheet.present_doctors, sheet.present_trainees) == (5, 1)


def test_only_one_visit_runs_and_the_other_is_named(
    services: Services, practice: PracticeId, planned: VisitId
) -> None:
    services.visit.start_visit(planned)
    later = services.visit.plan_visit(visit_draft(practice, "23/9/2026"))
    with pytest.raises(Refused, match="Lægehuset Søndergade still runs"):
        services.visit.start_visit(later)
    with pytest.raises(Refused, match="already runs"):
        services.visit.start_visit(planned)


def test_what_is_over_is_not_started_again(
    services: Services, practice: PracticeId, planned: VisitId
) -> None:
    hold(services, planned)
    missed = services.visit.plan_visit(visit_draft(practice, "10/9/2026"))
    services.visit.miss_visit(missed, MissedDraft(reason="other"))
    for visit in (planned, missed):
        with pytest.raises(Refused, match="Plan a new one"):
            services.visit.start_visit(visit)


def test_a_visit_at_an_archived_practice_is_not_started(
    services: Services, practice: PracticeId, planned: VisitId
) -> None:
    services.practice.archive_practice(practice)
    with pytest.raises(Refused, match="Restore it first"):
        services.visit.start_visit(planned)


def test_a_visit_held_before_its_day_counts_from_the_day_it_was_held(
    services: Services, practice: PracticeId
) -> None:
    early = services.visit.plan_visit(visit_draft(practice, "15/9/2026"))
    hold(services, early)
    row = services.visit.visit(early).row
    assert f"{row.start}" == "2026-09-09 12:30:00"
    assert row.moved_from == date(2026, 9, 15)


def test_a_visit_recorded_afterwards_keeps_its_day(
    services: Services, practice: PracticeId
) -> None:
    late = services.visit.plan_visit(visit_draft(practice, "2/9/2026"))
    hold(services, late)
    assert f"{services.visit.visit(late).row.start}" == "2026-09-02 12:30:00"


def test_ending_needs_to_know_how_many_doctors_were_there(
    services: Services, planned: VisitId
) -> None:
    with pytest.raises(Refused, match="Start it first"):
        services.visit.end_visit(planned)
    services.visit.start_visit(planned)
    with pytest.raises(Rejected) as rejection:
        services.visit.end_visit(planned)
    assert fields(rejection) == {"doctors"}
    assert status(services, planned) is VisitStatus.RUNNING


def test_attendance_is_counts_within_reason(services: Services, planned: VisitId) -> None:
    with pytest.raises(Rejected) as rejection:
        services.visit.note_attendance(planned, AttendanceDraft(doctors="41", trainees="x"))
    assert fields(rejection) == {"doctors", "trainees"}


def test_an_end_can_be_taken_back_on_the_same_day_only(
    services: Services, planned: VisitId, clock: Clock
) -> None:
    hold(services, planned)
    services.visit.reopen_visit(planned)
    assert status(services, planned) is VisitStatus.RUNNING
    services.visit.end_visit(planned)
    clock.day = date(2026, 9, 10)
    with pytest.raises(Refused, match="on the day it ended"):
        services.visit.reopen_visit(planned)


def test_a_visit_is_not_reopened_while_another_runs(
    services: Services, practice: PracticeId, planned: VisitId
) -> None:
    hold(services, planned)
    services.visit.start_visit(services.visit.plan_visit(visit_draft(practice, "10/9/2026")))
    with pytest.raises(Refused, match="Another visit runs"):
        services.visit.reopen_visit(planned)


def test_the_next_visit_is_the_running_one_or_the_first_from_today_on(
    services: Services, practice: PracticeId
) -> None:
    services.visit.plan_visit(visit_draft(practice, "2/9/2026"))
    first = services.visit.plan_visit(visit_draft(practice, "10/9/2026"))
    second = services.visit.plan_visit(visit_draft(practice, "23/9/2026"))
    upcoming = services.visit.next_visit()
    assert upcoming is not None
    assert upcoming.id == first
    services.visit.start_visit(second)
    upcoming = services.visit.next_visit()
    assert upcoming is not None
    assert upcoming.id == second


def test_the_agenda_has_the_visits_minutes_and_none_when_doctors_drop_in(
    services: Services, practice: PracticeId, planned: VisitId
) -> None:
    agenda = services.visit.visit(planned).agenda
    assert [item.code for item in agenda] == list(AgendaCode)
    assert sum(item.minutes for item in agenda) == 30
    drop_in = practice_draft(format=VisitFormat.DROP_IN.value)
    services.practice.correct_practice(practice, drop_in)
    assert {item.minutes for item in services.visit.visit(planned).agenda} == {0}


def test_the_term_of_the_day_can_be_chosen_and_taken_back(
    services: Services, planned: VisitId
) -> None:
    term = services.visit.terms()[2]
    services.visit.set_term(planned, term.code)
    assert services.visit.visit(planned).term == term
    services.visit.set_term(planned, "")
    assert services.visit.visit(planned).term is None
    with pytest.raises(NotFound):
        services.visit.set_term(planned, "long_gone")


def test_flags_outlive_a_removed_visit(
    services: Services, practice: PracticeId, planned: VisitId
) -> None:
    flag = services.flag.raise_flag(practice, planned, flag_draft())
    services.visit.remove_visit(planned)
    assert services.flag.flag(flag.id).code == flag.code


def test_a_visit_written_down_after_its_day_says_so(
    services: Services, practice: PracticeId
) -> None:
    late = services.visit.plan_visit(visit_draft(practice, "7/9/2026"))
    on_time = services.visit.plan_visit(visit_draft(practice, "9/9/2026"))
    for visit in (late, on_time):
        services.visit.start_visit(visit)
        services.visit.note_attendance(visit, AttendanceDraft(doctors="2"))
        services.visit.end_visit(visit)
    assert services.visit.visit(late).row.entered_on == date(2026, 9, 9)
    assert services.visit.visit(on_time).row.entered_on is None
