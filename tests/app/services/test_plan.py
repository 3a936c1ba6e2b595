"""The plan over all practices follows from what is stored."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from app.bootstrap import Services
from app.domain.decision import DecisionKind, clash_words
from app.domain.practice import PracticeId
from app.domain.problem import Rejected
from tests.builders import closed_draft, practice_draft, visit_draft
from tests.clock import Clock
from tests.visits import hold


@pytest.fixture
def practice(services: Services) -> PracticeId:
    """A practice last visited on Wednesday 29 July 2026; it likes Wednesdays."""
    practice = services.practice.add_practice(practice_draft(weekdays=("2",)))
    hold(services, practice, "29/7/2026")
    return practice


def days(services: Services, count: int = 3) -> list[str]:
    return [f"{visit.start:%Y-%m-%dT%H:%M}" for visit in services.plan.plan().visits[:count]]


@pytest.mark.usefixtures("practice")
def test_the_plan_counts_six_weeks_from_the_last_visit_held(services: Services) -> None:
    assert days(services) == ["2026-09-09T12:30", "2026-10-21T12:30", "2026-12-02T12:30"]


def test_another_last_visit_gives_another_plan(services: Services, practice: PracticeId) -> None:
    hold(services, practice, "5/8/2026")
    assert days(services)[0] == "2026-09-16T12:30"


def test_closed_days_move_the_plan_and_say_why(services: Services, practice: PracticeId) -> None:
    services.practice.add_closed(practice, closed_draft("9/9/2026", "9/9/2026"))
    first = services.plan.plan().visits[0]
    assert first.start.date() != date(2026, 9, 9)
    assert any("Efterårsferie" in reason for reason in first.reasons)


def test_booked_visits_are_part_of_the_plan_and_later_ones_count_from_them(
    services: Services, practice: PracticeId
) -> None:
    services.visit.plan_visit(visit_draft(practice, "11/9/2026"))
    first, second = services.plan.plan().visits[:2]
    assert (first.booked, f"{first.start.date()}") == (True, "2026-09-11")
    assert (second.booked, second.key) == (False, str(practice))
    assert second.start.date() >= date(2026, 10, 16)


def test_the_plan_begins_and_ends_when_asked(services: Services, practice: PracticeId) -> None:
    plan = services.plan.plan(date(2027, 1, 1), weeks=13)
    assert plan.visits
    assert all(date(2027, 1, 1) <= visit.start.date() < date(2027, 4, 2) for visit in plan.visits)


def test_archived_practices_are_not_planned(services: Services, practice: PracticeId) -> None:
    services.visit.plan_visit(visit_draft(practice, "11/9/2026"))
    services.practice.archive_practice(practice)
    assert services.plan.plan().visits == ()


def test_two_practices_are_never_proposed_for_the_same_time(services: Services) -> None:
    for name in ("Lægehuset Søndergade", "Lægerne ved Torvet"):
        services.practice.add_practice(practice_draft(name))
    starts = [visit.start for visit in services.plan.plan().visits]
    assert len(set(starts)) == len(starts)


def test_an_accepted_proposal_is_booked(services: Services, practice: PracticeId) -> None:
    first = services.plan.plan().visits[0]
    visit = services.plan.accept(practice, first.start, first.minutes)
    assert services.visit.visit(visit).row.start == first.start
    assert services.plan.plan().visits[0].booked


def test_a_proposal_whose_day_has_been_taken_is_refused(
    services: Services, practice: PracticeId
) -> None:
    first = services.plan.plan().visits[0]
    other = services.practice.add_practice(practice_draft("Lægerne ved Torvet"))
    services.visit.plan_visit(visit_draft(other))
    with pytest.raises(Rejected) as rejection:
        services.plan.accept(practice, first.start, first.minutes)
    assert [problem.field for problem in rejection.value.problems] == ["at"]
    assert len(services.visit.list_visits(practice)) == 1


def test_three_dates_are_proposed_best_first_with_reasons(
    services: Services, practice: PracticeId
) -> None:
    best, *others = services.plan.proposals(practice)
    assert f"{best.start.date()}" == "2026-09-09"
    assert best.weeks_since == 6
    assert best.good
    assert len(others) == 2


def test_while_a_visit_runs_the_next_dates_count_from_it(
    services: Services, practice: PracticeId
) -> None:
    services.visit.start_visit(services.visit.plan_visit(visit_draft(practice)))
    assert f"{services.plan.proposals(practice)[0].start.date()}" == "2026-10-21"


def test_a_visit_is_moved_to_one_of_three_other_days(
    services: Services, practice: PracticeId
) -> None:
    visit = services.visit.plan_visit(visit_draft(practice))
    proposed = [date.start.date() for date in services.plan.proposals_for_visit(visit)]
    assert len(proposed) == 3
    assert date(2026, 9, 9) not in proposed
    services.visit.move_visit(visit, visit_draft(practice, f"{proposed[0]}"))
    assert services.visit.visit(visit).row.moved_from == date(2026, 9, 9)


def test_a_practice_over_its_rhythm_is_overdue_and_asks_for_a_date(
    services: Services, clock: Clock, practice: PracticeId
) -> None:
    clock.day = date(2026, 9, 24)
    (row,) = services.plan.overdue()
    assert (row.practice_id, row.days_over) == (practice, 15)
    (decision,) = services.plan.decisions()
    assert (decision.kind, decision.practice_id) == (DecisionKind.LATE, practice)
    assert decision.text == ("Last visited 29 July 2026, 15 days over the rhythm. Find a date.")
    services.visit.plan_visit(visit_draft(practice, "25/9/2026"))
    assert services.plan.decisions() == ()


def test_a_day_that_passed_without_a_word_asks_what_happened(
    services: Services, clock: Clock, practice: PracticeId
) -> None:
    visit = services.visit.plan_visit(visit_draft(practice))
    clock.day = date(2026, 9, 10)
    (decision,) = services.plan.decisions()
    assert (decision.kind, decision.visit_id) == (DecisionKind.UNSETTLED, visit)


def test_a_booked_visit_the_practice_has_closed_for_is_a_conflict(
    services: Services, practice: PracticeId
) -> None:
    visit = services.visit.plan_visit(visit_draft(practice, "14/10/2026"))
    services.practice.add_closed(practice, closed_draft())
    (decision,) = services.plan.decisions()
    assert (decision.kind, decision.visit_id) == (DecisionKind.CONFLICT, visit)
    assert "Efterårsferie" in decision.text


def test_a_practice_closed_for_all_its_tolerated_weeks_is_said_to_be_impossible(
    services: Services, practice: PracticeId
) -> None:
    services.practice.add_closed(practice, closed_draft("1/9/2026", "30/9/2026"))
    decision = services.plan.decisions()[0]
    assert (decision.kind, decision.practice) == (
        DecisionKind.IMPOSSIBLE,
        "Lægehuset Søndergade",
    )


def test_a_new_file_has_nothing_to_plan_or_decide(services: Services) -> None:
    assert services.plan.plan().visits == ()
    assert services.plan.decisions() == ()
    assert services.plan.overdue() == ()


def test_what_a_move_leads_to_is_what_booking_it_says(services: Services) -> None:
    one = services.practice.add_practice(practice_draft())
    other = services.practice.add_practice(practice_draft("Skovbrynets Læger"))
    visit = services.visit.plan_visit(visit_draft(one, "14/9/2026"))
    services.visit.plan_visit(visit_draft(other, "15/9/2026"))
    outlook = services.plan.outlook(visit)
    for day in (14, 15, 16, 19):
        refused = outlook.at(date(2026, 9, day)).refusal is not None
        if refused:
            with pytest.raises(Rejected):
                services.visit.move_visit(visit, visit_draft(one, f"{day}/9/2026"))
        else:
            services.visit.move_visit(visit, visit_draft(one, f"{day}/9/2026"))


def test_the_load_of_a_week_leaves_out_the_visit_that_moves(services: Services) -> None:
    one = services.practice.add_practice(practice_draft())
    visit = services.visit.plan_visit(visit_draft(one, "14/9/2026"))
    day = date(2026, 9, 16)
    assert [load.visits for load in services.plan.week(day)] == [1, 0, 0, 0, 0]
    assert [load.visits for load in services.plan.week(day, one, visit)] == [0, 0, 0, 0, 0]


def test_a_proposed_visit_has_an_outlook_too(services: Services) -> None:
    one = services.practice.add_practice(practice_draft())
    outlook = services.plan.outlook_for(one, datetime.combine(date(2026, 9, 14), time(12)), 30)
    assert outlook.at(date(2026, 9, 16)).rhythm == "It would be the first visit there."


def test_a_visit_whose_day_was_closed_afterwards_has_to_be_moved(services: Services) -> None:
    one = services.practice.add_practice(practice_draft())
    visit = services.visit.plan_visit(visit_draft(one, "14/10/2026"))
    assert services.plan.clashes() == ()
    services.practice.add_closed(one, closed_draft())
    (found,) = services.plan.clashes()
    assert (found.kind, found.visit_id) == (DecisionKind.CONFLICT, visit)
    assert clash_words([found, found]) == (
        "The visit at Lægehuset Søndergade on Wednesday 14 October has to be moved. The practice"
        " is closed on this day (Efterårsferie). Choose another day."
        " 1 more visit has to be moved too."
    )


def test_the_load_of_a_day_counts_the_visits_held_on_it(services: Services) -> None:
    hold(services, services.practice.add_practice(practice_draft()), "7/9/2026")
    week = services.plan.week(date(2026, 9, 9))
    assert [load.visits for load in week] == [1, 0, 0, 0, 0]
