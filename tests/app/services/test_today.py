"""Today: where to go, what to bring back, what is late."""

from __future__ import annotations

from datetime import date

import pytest

from app.bootstrap import Services
from app.domain.consent import Direction
from app.domain.flag_choice import FlagStatus
from app.domain.followup import FollowupDraft
from app.domain.grant import GrantDraft
from app.domain.party import PartyDraft
from app.domain.practice import PracticeId
from app.domain.visit import MissedDraft, MissedReason
from tests.builders import (
    doctor_draft,
    flag_draft,
    practice_draft,
    promise_draft,
    question_draft,
    task_draft,
    visit_draft,
)
from tests.clock import Clock
from tests.visits import hold

NANCY = "Nancy Ann Test Berggren"


@pytest.fixture
def practice(services: Services) -> PracticeId:
    return services.practice.add_practice(practice_draft("Skovbrynets Læger"))


def test_a_new_file_has_a_quiet_day(services: Services) -> None:
    sheet, due = services.today.today(), services.today.due()
    assert (sheet.next_visit, sheet.overdue, sheet.waiting.rows) == (None, (), ())
    assert (due.expiring, due.tasks) == ((), ())


def test_the_next_visit_comes_with_people_habits_and_feedback(
    services: Services, practice: PracticeId
) -> None:
    services.practice.correct_practice(
        practice, practice_draft("Skovbrynets Læger", quick_facts="Parkér i gården.")
    )
    services.practice.add_doctor(practice, doctor_draft())
    services.practice.add_doctor(practice, doctor_draft(role="trainee"))
    hold(services, practice, "29/7/2026")
    card = services.flag.raise_flag(practice, None, flag_draft(next_step="patient_rings"))
    services.visit.plan_visit(visit_draft(practice))
    visit = services.today.today().next_visit
    assert visit is not None
    assert (visit.row.practice, visit.doctors, visit.trainees) == ("Skovbrynets Læger", 1, 1)
    assert (f"{visit.last_held_on}", visit.quick_facts) == ("2026-07-29", "Parkér i gården.")
    assert [(line.code, line.text) for line in visit.feedback] == [
        (card.code, "Nothing to report.")
    ]


def test_what_was_promised_and_asked_last_time_is_to_be_brought(
    services: Services, practice: PracticeId
) -> None:
    hold(services, practice, "29/7/2026")
    (earlier,) = services.visit.list_visits(practice)
    services.visit.add_promise(earlier.id, promise_draft())
    services.visit.add_question(earlier.id, question_draft())
    services.visit.plan_visit(visit_draft(practice))
    visit = services.today.today().next_visit
    assert visit is not None
    assert [row.facts.what for row in visit.owed] == ["Tager attestark med"]
    assert len(visit.owed_questions) == 1


def test_a_late_practice_says_how_late_and_why(services: Services, practice: PracticeId) -> None:
    hold(services, practice, "7/7/2026")
    missed = services.visit.plan_visit(visit_draft(practice, "18/8/2026"))
    services.visit.miss_visit(missed, MissedDraft(reason="practice_cancelled"))
    (row,) = services.today.today().overdue
    assert (row.practice, row.days_over) == ("Skovbrynets Læger", 22)
    assert (f"{row.last_held_on}", f"{row.missed_on}") == ("2026-07-07", "2026-08-18")
    assert row.missed_reason is MissedReason.PRACTICE_CANCELLED
    assert row.next_on is None


def test_a_late_practice_shows_the_date_that_is_found(
    services: Services, practice: PracticeId
) -> None:
    hold(services, practice, "7/7/2026")
    services.visit.plan_visit(visit_draft(practice, "15/9/2026"))
    (row,) = services.today.today().overdue
    assert row.next_on == date(2026, 9, 15)


def test_who_was_visited_in_time_or_is_archived_is_not_late(
    services: Services, practice: PracticeId
) -> None:
    hold(services, practice, "15/7/2026")
    archived = services.practice.add_practice(practice_draft("Væk"))
    hold(services, archived, "1/6/2026")
    services.practice.archive_practice(archived)
    assert services.today.today().overdue == ()


def test_the_latest_practice_stands_first(services: Services, practice: PracticeId) -> None:
    other = services.practice.add_practice(practice_draft("Lægerne ved Torvet"))
    hold(services, practice, "7/7/2026")
    hold(services, other, "1/6/2026")
    assert [row.practice for row in services.today.today().overdue] == [
        "Lægerne ved Torvet",
        "Skovbrynets Læger",
    ]


def test_flags_the_doctor_has_the_ball_of_wait_oldest_first(
    services: Services, practice: PracticeId, clock: Clock
) -> None:
    clock.day = date(2026, 7, 7)
    old = services.flag.raise_flag(practice, None, flag_draft(next_step="doctor_talks"))
    clock.day = date(2026, 9, 3)
    new = services.flag.raise_flag(practice, None, flag_draft())
    services.flag.raise_flag(practice, None, flag_draft(next_step="patient_rings"))
    clock.day = date(2026, 9, 9)
    waiting = services.today.today().waiting.rows
    assert [(row.code, row.age_days, f"{row.shrinks_on}") for row in waiting] == [
        (old.code, 64, "2026-10-05"),
        (new.code, 6, "2026-12-02"),
    ]
    assert [row.status for row in waiting] == [FlagStatus.DOCTOR_ASKS, FlagStatus.RAISED]


def test_consents_that_end_within_thirty_days_are_due(services: Services) -> None:
    followup = services.followup.begin(
        FollowupDraft(name=NANCY, given_on="1/9/2026", told_voluntary=True)
    )
    party = services.party.add_party(followup, PartyDraft(name="Eksempel Transport ApS"))
    for direction, until in ((Direction.PASS_ON, "14/9/2026"), (Direction.OBTAIN, "14/12/2026")):
        services.consent.grant(
            followup,
            GrantDraft(
                party_id=str(party),
                direction=direction.value,
                information=("hours",),
                given_on="1/9/2026",
                until=until,
                purpose_code="plan",
                told_voluntary=True,
            ),
        )
    (row,) = services.today.due().expiring
    assert (row.citizen, row.party, row.direction) == (
        NANCY,
        "Eksempel Transport ApS",
        Direction.PASS_ON,
    )


def test_tasks_of_the_week_and_late_ones_are_due(services: Services) -> None:
    for what, day in (("Sent", "8/9/2026"), ("Snart", "16/9/2026"), ("Senere", "17/9/2026")):
        services.task.add_task(task_draft(what, due_on=day))
    assert [task.what for task in services.today.due().tasks] == ["Sent", "Snart"]


def test_the_side_with_codes_holds_no_name_and_the_side_with_names_no_code(
    services: Services, practice: PracticeId
) -> None:
    card = services.flag.raise_flag(practice, None, flag_draft(next_step="patient_rings"))
    followup = services.followup.begin(
        FollowupDraft(name=NANCY, given_on="1/9/2026", told_voluntary=True, flag_id=str(card.id))
    )
    services.task.add_task(
        task_draft(f"Ring til {NANCY}", subject="followup", subject_id=str(followup))
    )
    services.visit.plan_visit(visit_draft(practice))
    sheet, due = f"{services.today.today()}", f"{services.today.due()}"
    assert card.code in sheet
    assert "Nancy" not in sheet
    assert "Nancy" in due
    assert card.code not in due


def test_the_moment_is_the_danish_clock_of_the_day(services: Services) -> None:
    assert f"{services.today.moment():%Y-%m-%d %H:%M}" == "2026-09-09 12:30"


def test_a_flag_is_without_feedback_until_the_doctor_has_been_told(
    services: Services, practice: PracticeId
) -> None:
    told = services.flag.raise_flag(practice, None, flag_draft(next_step="advice_only"))
    services.flag.raise_flag(practice, None, flag_draft(next_step="patient_rings"))
    visit = services.visit.plan_visit(visit_draft(practice))
    (row,) = services.today.today().untold
    assert (row.practice, row.flags, row.to_tell) == ("Skovbrynets Læger", 2, 1)
    assert row.next_on == date(2026, 9, 9)
    services.visit.start_visit(visit)
    services.visit.give_feedback(visit, told.id)
    (row,) = services.today.today().untold
    assert (row.flags, row.to_tell) == (1, 0)


def test_the_practice_visited_first_stands_first_among_flags_without_feedback(
    services: Services, practice: PracticeId
) -> None:
    other = services.practice.add_practice(practice_draft("Lægerne ved Torvet"))
    for place in (other, practice):
        services.flag.raise_flag(place, None, flag_draft())
    services.visit.plan_visit(visit_draft(practice))
    named = [row.practice for row in services.today.today().untold]
    assert named == ["Skovbrynets Læger", "Lægerne ved Torvet"]
