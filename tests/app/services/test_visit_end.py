"""The end of a visit: one act that does everything, and one that takes all of it back."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import text

from app.bootstrap import Services
from app.domain.flag import FlagId
from app.domain.flag_choice import CloseReason, FlagStatus
from app.domain.practice import PracticeId
from app.domain.problem import Refused, Rejected
from app.domain.task import TaskRow
from app.domain.visit import AttendanceDraft, VisitDraft, VisitId, VisitStatus
from app.domain.visit_end import OpenPoint, PointKind, carried
from tests.builders import (
    flag_draft,
    practice_draft,
    promise_draft,
    question_draft,
    sender_draft,
    visit_draft,
)
from tests.clock import Clock

NEXT = datetime(2026, 10, 21, 12, 30)  # noqa: DTZ001 -- visits are in local Danish time
THREE = AttendanceDraft(doctors="3", trainees="1")


@pytest.fixture
def practice(services: Services) -> PracticeId:
    services.settings.save_sender(sender_draft())
    return services.practice.add_practice(practice_draft())


@pytest.fixture
def visit(services: Services, practice: PracticeId) -> VisitId:
    return started(services, practice, "9/9/2026")


def started(services: Services, practice: PracticeId, day: str, at: str = "12.30") -> VisitId:
    visit = services.visit.plan_visit(visit_draft(practice, day, at=at))
    services.visit.start_visit(visit)
    return visit


def six_weeks_on(services: Services, practice: PracticeId, clock: Clock) -> VisitId:
    clock.day += timedelta(days=42)
    return started(services, practice, f"{clock.day:%d/%m/%Y}")


def advised_flag(services: Services, practice: PracticeId) -> FlagId:
    card = services.flag.raise_flag(practice, None, flag_draft(next_step="advice_only"))
    return card.id


def at_next(practice: PracticeId) -> VisitDraft:
    return visit_draft(practice, "21/10/2026")


def everything(services: Services) -> str:
    """Every row of every table that people fill, in one order."""
    with services.vault.read() as session:
        named = session.execute(
            text("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'meta'")
        )
        tables = sorted(name for (name,) in named)
        asked = [text(f'SELECT * FROM "{name}" ORDER BY 1') for name in tables]  # noqa: S608
        return repr(
            [(name, session.execute(one).all()) for name, one in zip(tables, asked, strict=True)]
        )


def tasks(services: Services) -> list[TaskRow]:
    return list(services.task.list_tasks(done=True))


def points(services: Services, visit: VisitId, kind: PointKind) -> list[OpenPoint]:
    return [one for one in services.visit_end.open_points(visit) if one.kind is kind]


def test_one_act_notes_who_was_there_books_the_next_date_and_makes_tasks(
    services: Services, practice: PracticeId, visit: VisitId
) -> None:
    services.visit.add_promise(visit, promise_draft("Sender attestark", due_on="11/9/2026"))
    services.visit.add_promise(visit, promise_draft("Spørger patienten", who="doctor"))
    ended = services.visit_end.close_visit(visit, THREE, at_next(practice))
    sheet = services.visit.visit(visit)
    assert sheet.row.status is VisitStatus.HELD
    assert (sheet.present_doctors, sheet.present_trainees) == (3, 1)
    assert [row.start for row in services.visit.list_visits(practice)][-1] == NEXT
    assert [(task.what, task.due_on, task.about) for task in tasks(services)] == [
        ("Sender attestark", date(2026, 9, 11), "Lægehuset Søndergade")
    ]
    assert len(ended.tasks) == 1


def test_one_act_takes_all_of_it_back(
    services: Services, practice: PracticeId, visit: VisitId
) -> None:
    flag = services.flag.raise_flag(practice, None, flag_draft()).id
    services.visit.give_feedback(visit, flag)  # read out, and nothing to report: no feedback
    services.visit.add_promise(visit, promise_draft("Sender attestark"))
    services.visit.add_question(visit, question_draft())
    services.visit.note_attendance(visit, THREE)
    before = everything(services)
    ended = services.visit_end.close_visit(visit, THREE, at_next(practice))
    assert ended.untold == (flag,)
    services.visit_end.take_back_end(ended)
    assert everything(services) == before
    assert services.visit.visit(visit).row.status is VisitStatus.RUNNING


def test_a_date_that_is_taken_ends_nothing_and_keeps_nothing(
    services: Services, practice: PracticeId, visit: VisitId
) -> None:
    services.visit.add_promise(visit, promise_draft("Sender attestark"))
    other = services.practice.add_practice(practice_draft("Lægerne ved Torvet"))
    services.visit.plan_visit(visit_draft(other, "21/10/2026"))
    before = everything(services)
    with pytest.raises(Rejected, match="Torvet is visited"):
        services.visit_end.close_visit(visit, THREE, at_next(practice))
    assert everything(services) == before


def test_without_a_word_on_who_was_there_the_visit_does_not_end(
    services: Services, practice: PracticeId, visit: VisitId
) -> None:
    with pytest.raises(Rejected):
        services.visit_end.close_visit(visit, AttendanceDraft(), at_next(practice))
    assert services.visit.visit(visit).row.status is VisitStatus.RUNNING


@pytest.mark.parametrize(
    ("due_on", "booked", "due"),
    [
        ("11/9/2026", True, date(2026, 9, 11)),
        ("", True, date(2026, 10, 21)),
        ("", False, date(2026, 9, 23)),
    ],
)
def test_a_promise_is_kept_by_its_day_or_before_the_next_visit(
    services: Services, practice: PracticeId, visit: VisitId, due_on: str, booked: bool, due: date
) -> None:
    services.visit.add_promise(visit, promise_draft(due_on=due_on))
    services.visit_end.close_visit(visit, THREE, at_next(practice) if booked else None)
    assert [task.due_on for task in tasks(services)] == [due]


def test_a_task_and_the_promise_it_was_made_of_are_done_together(
    services: Services, practice: PracticeId, visit: VisitId, clock: Clock
) -> None:
    services.visit.add_promise(visit, promise_draft("Sender attestark"))
    services.visit_end.close_visit(visit, THREE)
    (task,) = tasks(services)
    services.task.tick_task(task.id, done=True)
    later = six_weeks_on(services, practice, clock)
    assert services.visit.visit(later).owed == ()
    services.task.tick_task(task.id, done=False)
    (owed,) = services.visit.visit(later).owed
    services.visit.keep_promise(owed.id, kept=True)
    assert [task.done for task in tasks(services)] == [True]


def test_what_is_open_comes_up_next_time_by_itself(
    services: Services, practice: PracticeId, visit: VisitId, clock: Clock
) -> None:
    advised_flag(services, practice)
    services.visit.add_promise(visit, promise_draft("Sender attestark"))
    services.visit.add_question(visit, question_draft())
    assert carried(services.visit_end.open_points(visit)) == 2  # today's promise is not late yet
    services.visit_end.close_visit(visit, THREE)
    later = six_weeks_on(services, practice, clock)
    said = [(one.kind, one.dropped) for one in services.visit_end.open_points(later)]
    assert said == [(kind, False) for kind in PointKind]


@pytest.mark.parametrize("kind", PointKind)
def test_a_point_that_is_dropped_comes_up_no_more_and_can_be_had_back(
    services: Services, practice: PracticeId, visit: VisitId, clock: Clock, kind: PointKind
) -> None:
    advised_flag(services, practice)
    services.visit.add_promise(visit, promise_draft("Sender attestark"))
    services.visit.add_question(visit, question_draft())
    services.visit_end.close_visit(visit, THREE)
    second = six_weeks_on(services, practice, clock)
    (point,) = points(services, second, kind)
    services.visit_end.drop_point(second, kind, point.id)
    assert [one.dropped for one in points(services, second, kind)] == [True]
    services.visit_end.close_visit(second, THREE)
    third = six_weeks_on(services, practice, clock)
    assert points(services, third, kind) == []
    services.visit_end.carry_point(kind, point.id)
    assert len(points(services, third, kind)) == 1


def test_the_task_of_a_dropped_promise_waits_with_it(
    services: Services, practice: PracticeId, visit: VisitId, clock: Clock
) -> None:
    services.visit.add_promise(visit, promise_draft("Sender attestark"))
    services.visit_end.close_visit(visit, THREE)
    later = six_weeks_on(services, practice, clock)
    (point,) = points(services, later, PointKind.PROMISE)
    services.visit_end.drop_point(later, PointKind.PROMISE, point.id)
    assert tasks(services) == []
    services.visit_end.carry_point(PointKind.PROMISE, point.id)
    assert [task.what for task in tasks(services)] == ["Sender attestark"]


def test_a_dropped_question_is_not_promised_an_answer_on_paper(
    services: Services, visit: VisitId
) -> None:
    services.visit.add_question(visit, question_draft())
    (point,) = points(services, visit, PointKind.QUESTION)
    services.visit_end.drop_point(visit, PointKind.QUESTION, point.id)
    services.visit_end.close_visit(visit, THREE)
    assert services.visit.summary(visit).questions == ()


def test_a_dropped_code_is_off_the_paper_whether_the_citizen_has_rung_or_not(
    services: Services, practice: PracticeId, visit: VisitId, clock: Clock
) -> None:
    cards = [services.flag.raise_flag(practice, None, flag_draft()) for _number in range(2)]
    for card in cards:
        services.visit_end.drop_point(visit, PointKind.FEEDBACK, card.id)
    services.visit_end.close_visit(visit, THREE)
    services.flag.move_flag(cards[0].id, FlagStatus.DOCTOR_ASKS)
    services.flag.close_flag(cards[1].id, CloseReason.CITIZEN_ADVISED)
    later = six_weeks_on(services, practice, clock)
    services.visit_end.close_visit(later, THREE)
    assert services.visit.summary(later).feedback == ()


def test_a_second_visit_the_same_day_follows_the_first(
    services: Services, practice: PracticeId, visit: VisitId, clock: Clock
) -> None:
    services.visit.add_promise(visit, promise_draft("Finder attestark i bilen"))
    services.visit_end.close_visit(visit, THREE, at_next(practice))
    clock.at = clock.at.replace(hour=11, minute=5)
    second = started(services, practice, "9/9/2026", at="13.05")
    sheet = services.visit.visit(second)
    assert (sheet.earlier_today, services.visit.visit(visit).earlier_today) == (1, 0)
    assert [row.facts.what for row in sheet.owed] == ["Finder attestark i bilen"]
    services.visit_end.close_visit(second, THREE)
    planned = [row for row in services.visit.list_visits(practice) if row.status == "planned"]
    assert [row.start for row in planned] == [NEXT]
    assert services.plan.decisions() == ()


def test_an_end_is_taken_back_hours_later_and_ended_again_makes_its_tasks_anew(
    services: Services, practice: PracticeId, visit: VisitId
) -> None:
    services.visit.add_promise(visit, promise_draft("Sender attestark"))
    services.visit_end.close_visit(visit, THREE, at_next(practice))
    ends = services.visit_end
    assert services.visit.why_stays_ended(visit) == ""
    ends.take_back_end(ends.ended_earlier(visit))
    assert services.visit.visit(visit).row.status is VisitStatus.RUNNING
    assert tasks(services) == []
    assert [row.start for row in services.visit.list_visits(practice)][-1] == NEXT
    ends.close_visit(visit, THREE)
    assert [task.what for task in tasks(services)] == ["Sender attestark"]


def test_a_task_that_is_done_stays_done_when_the_end_is_taken_back(
    services: Services, visit: VisitId
) -> None:
    services.visit.add_promise(visit, promise_draft("Sender attestark"))
    services.visit_end.close_visit(visit, THREE)
    services.task.tick_task(tasks(services)[0].id, done=True)
    services.visit_end.take_back_end(services.visit_end.ended_earlier(visit))
    assert [task.what for task in tasks(services)] == ["Sender attestark"]


def test_an_end_stays_where_something_newer_stands_in_its_way(
    services: Services, practice: PracticeId, visit: VisitId, clock: Clock
) -> None:
    services.visit_end.close_visit(visit, THREE)
    clock.at = time(14, 0)
    second = started(services, practice, "9/9/2026", at="14.30")
    why = services.visit.why_stays_ended
    assert why(visit) == "Another visit runs. End it first."
    clock.at = time(14, 30)
    services.visit_end.close_visit(second, THREE)
    assert why(visit) == "Another visit was held here after this one."
    assert why(second) == ""
    clock.day += timedelta(days=1)
    assert why(second) == "A visit can only be reopened on the day it ended."
    with pytest.raises(Refused):
        services.visit_end.take_back_end(services.visit_end.ended_earlier(second))
