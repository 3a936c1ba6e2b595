"""A visit is moved with the ones planned after it, all of them or none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.bootstrap import Services
from app.domain.absence import AbsenceDraft
from app.domain.practice import PracticeId
from app.domain.problem import Refused, Rejected
from app.domain.visit import MissedDraft, VisitDraft, VisitId
from tests.builders import practice_draft, visit_draft

DAYS = ("16/9/2026", "28/10/2026", "9/12/2026")


@pytest.fixture
def practice(services: Services) -> PracticeId:
    return services.practice.add_practice(practice_draft(weekdays=("2",)))


@pytest.fixture
def visits(services: Services, practice: PracticeId) -> list[VisitId]:
    return [services.visit.plan_visit(visit_draft(practice, day)) for day in DAYS]


def moved_to(services: Services, visit: VisitId, day: str) -> VisitDraft:
    return replace(services.visit.visit_draft(visit), day=day)


def days(services: Services) -> list[str]:
    return [f"{row.start:%d/%m}" for row in services.visit.list_visits()]


def test_a_move_leaves_the_following_visits_unless_they_are_taken_along(
    services: Services, visits: list[VisitId]
) -> None:
    draft = moved_to(services, visits[0], "17/9/2026")
    services.visit.move_visit(visits[0], draft)
    assert days(services) == ["17/09", "28/10", "09/12"]


def test_what_is_shown_before_is_what_is_saved(services: Services, visits: list[VisitId]) -> None:
    services.absence.add_absence(AbsenceDraft(first="29/10/2026", reason="Kursus"))
    assert services.plan.following(visits[0]) == 2
    draft = moved_to(services, visits[0], "17/9/2026")
    shown = services.plan.series(visits[0], draft)
    assert shown[0].reasons == ("Not Thursday 29 October: you are away (Kursus).",)
    assert days(services) == ["16/09", "28/10", "09/12"]
    services.plan.move_series(visits[0], draft)
    assert days(services) == ["17/09", *(f"{move.new_start:%d/%m}" for move in shown)]


def test_the_first_visit_may_take_the_day_of_one_that_moves_on(
    services: Services, visits: list[VisitId]
) -> None:
    services.plan.move_series(visits[0], moved_to(services, visits[0], "28/10/2026"))
    assert days(services) == ["28/10", "09/12", "20/01"]


def test_nothing_moves_if_the_first_visit_cannot(services: Services, visits: list[VisitId]) -> None:
    with pytest.raises(Rejected):
        services.plan.move_series(visits[0], moved_to(services, visits[0], "19/9/2026"))
    assert days(services) == ["16/09", "28/10", "09/12"]


def test_a_move_of_several_can_be_taken_back(services: Services, visits: list[VisitId]) -> None:
    before = services.plan.move_series(visits[0], moved_to(services, visits[0], "17/9/2026"))
    services.plan.move_back(before)
    assert days(services) == ["16/09", "28/10", "09/12"]
    assert services.visit.visit(visits[1]).row.moved_from is None


def test_a_visit_that_was_not_planned_any_longer_moves_nothing(
    services: Services, visits: list[VisitId]
) -> None:
    services.visit.miss_visit(visits[0], MissedDraft(reason="forgotten"))
    with pytest.raises(Refused):
        services.plan.move_series(visits[0], moved_to(services, visits[0], "17/9/2026"))
    assert days(services)[1:] == ["28/10", "09/12"]


def test_after_a_visit_that_did_not_happen_another_day_is_proposed_at_once(
    services: Services, practice: PracticeId
) -> None:
    visit = services.visit.plan_visit(visit_draft(practice, "9/9/2026"))
    services.visit.miss_visit(visit, MissedDraft(reason="forgotten"))
    first = services.plan.plan().visits[0]
    assert date(2026, 9, 9) < first.start.date() <= date(2026, 10, 7)
    proposed = [one.start.date() for one in services.plan.proposals(practice)]
    assert len(proposed) == 3
    assert date(2026, 9, 9) not in proposed
