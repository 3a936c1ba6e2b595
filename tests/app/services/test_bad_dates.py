"""Days and times that are none are refused at their field, in a sentence; nothing is kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.bootstrap import Services
from app.domain.absence import AbsenceDraft
from app.domain.practice import ClosedDraft, PracticeId
from app.domain.problem import Rejected
from tests.builders import practice_draft, visit_draft

YEAR = "Write a year between 2000 and 2100."
WEEK = "Write a week from 1 to 53."
CLOCK = "Write the time like 12:30, from 00:00 to 23:59."
LONG = "Write at most a year at a time."


@pytest.fixture
def practice(services: Services) -> PracticeId:
    return services.practice.add_practice(practice_draft())


def told(act: Callable[[], object]) -> list[tuple[str, str]]:
    with pytest.raises(Rejected) as refused:
        act()
    return [(problem.field, problem.text) for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("day", "at", "said"),
    [
        ("16/9/2026", "25:61", [("at", CLOCK)]),
        ("uge 54", "12.30", [("day", WEEK)]),
        ("16/9/0000", "12.30", [("day", YEAR)]),
        ("0000-09-16", "25:61", [("day", YEAR), ("at", CLOCK)]),
        ("31/2", "12.30", [("day", "There is no such day. Write the day like 9/9/2026.")]),
        ("16/9/2030", "12.30", [("day", "Choose a day within two years of today.")]),
    ],
)
def test_a_visit_on_no_day_is_neither_planned_nor_moved(
    services: Services, practice: PracticeId, day: str, at: str, said: list[tuple[str, str]]
) -> None:
    visit = services.visit.plan_visit(visit_draft(practice, "14/9/2026"))
    before = services.visit.list_visits()
    bad = visit_draft(practice, day, at=at)
    acts: tuple[Callable[[], object], ...] = (
        lambda: services.visit.plan_visit(bad),
        lambda: services.visit.move_visit(visit, bad),
        lambda: services.plan.move_series(visit, bad),
    )
    for act in acts:
        assert told(act) == said
    assert services.visit.list_visits() == before


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("1/1/2026", "18/5/2053", [("last", LONG)]),  # ten thousand days
        ("uge 54", "", [("first", WEEK)]),
        ("1/1/0000", "uge 54", [("first", YEAR), ("last", WEEK)]),
        ("2/9/2026", "1/9/2026", [("last", "Write a last day that is not before the first.")]),
    ],
)
def test_days_closed_or_away_that_are_none_are_not_kept(
    services: Services, practice: PracticeId, first: str, last: str, said: list[tuple[str, str]]
) -> None:
    closed, away = ClosedDraft(first=first, last=last), AbsenceDraft(first=first, last=last)
    assert told(lambda: services.practice.add_closed(practice, closed)) == said
    assert told(lambda: services.absence.add_absence(away)) == said
    assert services.practice.practice(practice).closed == ()
    assert services.absence.list_absences() == ()
