"""Roundtables take the consultant's time: no visit is planned into them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from app.bootstrap import Services
from app.domain.decision import DecisionKind
from app.domain.plan_times import ROUNDTABLE_MINUTES, PlanTimesDraft
from app.domain.problem import Rejected
from tests.builders import practice_draft, roundtable_draft, visit_draft
from tests.followups import SENDER, held, started, with_employer

MEETING = datetime.combine(date(2026, 9, 16), time(11))


def plan_roundtable(services: Services, **typed: str) -> None:
    draft = roundtable_draft(day="16/9/2026", at="11", **typed)
    services.roundtable.plan_roundtable(started(services), draft)


def starts(services: Services) -> list[datetime]:
    return [one.start for one in services.plan.calendar().appointments]


def test_a_roundtable_and_its_next_meeting_take_time_when_they_have_one(
    services: Services,
) -> None:
    plan_roundtable(services)
    review = datetime.combine(date(2026, 10, 9), time(13))
    assert starts(services) == [MEETING, review]
    (first, _review) = services.plan.calendar().appointments
    assert first.minutes == ROUNDTABLE_MINUTES


def test_a_roundtable_without_a_time_of_day_takes_none(services: Services) -> None:
    plan_roundtable(services, review_at="")
    assert starts(services) == [MEETING]


def test_a_corrected_roundtable_takes_its_time_once(services: Services) -> None:
    services.settings.save_sender(SENDER)
    roundtable = held(services, with_employer(services, "function"))
    services.roundtable.finalise(roundtable)
    before = starts(services)
    services.roundtable.new_version(roundtable)
    assert starts(services) == before


def test_a_visit_cannot_be_planned_into_a_roundtable_or_the_way_to_it(
    services: Services,
) -> None:
    practice = services.practice.add_practice(practice_draft())
    plan_roundtable(services)
    with pytest.raises(Rejected) as rejection:
        services.visit.plan_visit(visit_draft(practice, "16/9/2026", at="12.15"))
    (problem,) = rejection.value.problems
    assert problem.field == "at"
    assert problem.text.startswith("A roundtable is held at 11:00 that day.")
    services.visit.plan_visit(visit_draft(practice, "16/9/2026", at="12.30"))


def test_a_roundtable_planned_into_a_visit_asks_for_a_decision_and_names_nobody(
    services: Services,
) -> None:
    practice = services.practice.add_practice(practice_draft())
    services.visit.plan_visit(visit_draft(practice, "16/9/2026", at="11.15"))
    plan_roundtable(services)
    (found,) = [one for one in services.plan.decisions() if one.kind is DecisionKind.CONFLICT]
    assert found.text == "Conflict: a roundtable is too close. Move the visit."


def test_the_plan_leaves_as_much_room_for_the_way_as_is_set(services: Services) -> None:
    one = services.practice.add_practice(practice_draft())
    other = services.practice.add_practice(practice_draft("Skovbrynets Læger"))
    services.visit.plan_visit(visit_draft(one, "16/9/2026", at="12"))
    services.settings.save_plan_times(PlanTimesDraft(travel="45", roundtable="60"))
    with pytest.raises(Rejected, match="Leave 45 minutes for the way"):
        services.visit.plan_visit(visit_draft(other, "16/9/2026", at="13.10"))
    services.settings.save_plan_times(PlanTimesDraft(travel="0", roundtable="60"))
    services.visit.plan_visit(visit_draft(other, "16/9/2026", at="12.30"))


def test_a_longer_roundtable_takes_more_time(services: Services) -> None:
    plan_roundtable(services)
    services.settings.save_plan_times(PlanTimesDraft(travel="30", roundtable="90"))
    assert {one.minutes for one in services.plan.calendar().appointments} == {90}


def test_times_that_nothing_takes_are_refused_together(services: Services) -> None:
    with pytest.raises(Rejected) as refused:
        services.settings.save_plan_times(PlanTimesDraft(travel="-1", roundtable="14"))
    assert [problem.field for problem in refused.value.problems] == ["travel", "roundtable"]
    assert services.settings.plan_times_draft() == PlanTimesDraft()
