"""Days away are kept, and nobody is visited then."""

from __future__ import annotations

from datetime import date

import pytest

from app.bootstrap import Services
from app.domain.absence import AbsenceDraft
from app.domain.decision import DecisionKind
from app.domain.problem import NotFound, Rejected
from tests.builders import practice_draft, visit_draft

COURSE = AbsenceDraft(first="12/10/2026", last="16/10/2026", reason="Kursus")


def test_days_away_are_listed_the_first_one_first(services: Services) -> None:
    services.absence.add_absence(COURSE)
    services.absence.add_absence(AbsenceDraft(first="21/9/2026", source="Vagtplan"))
    rows = [row.facts for row in services.absence.list_absences()]
    assert [(one.first, one.reason, one.source) for one in rows] == [
        (date(2026, 9, 21), "", "Vagtplan"),
        (date(2026, 10, 12), "Kursus", ""),
    ]


def test_days_away_can_be_corrected_and_removed(services: Services) -> None:
    absence = services.absence.add_absence(COURSE)
    draft = services.absence.absence_draft(absence)
    assert (draft.first, draft.last) == ("12.10.2026", "16.10.2026")
    services.absence.correct_absence(absence, AbsenceDraft(first="13/10/2026", reason="Kursus"))
    assert services.absence.list_absences()[0].facts.last == date(2026, 10, 13)
    services.absence.remove_absence(absence)
    assert services.absence.list_absences() == ()
    with pytest.raises(NotFound):
        services.absence.absence_draft(absence)


def test_a_booked_visit_on_a_day_away_asks_for_a_decision(services: Services) -> None:
    practice = services.practice.add_practice(practice_draft())
    visit = services.visit.plan_visit(visit_draft(practice, "14/10/2026"))
    services.absence.add_absence(COURSE)
    found = [one for one in services.plan.decisions() if one.visit_id == visit]
    assert [one.kind for one in found] == [DecisionKind.CONFLICT]
    assert "you are away (Kursus)" in found[0].text


def test_a_visit_cannot_be_planned_on_a_day_away(services: Services) -> None:
    practice = services.practice.add_practice(practice_draft())
    services.absence.add_absence(COURSE)
    with pytest.raises(Rejected) as rejection:
        services.visit.plan_visit(visit_draft(practice, "14/10/2026"))
    (problem,) = rejection.value.problems
    assert problem.text == "You are away on this day (Kursus). Choose another day."
    assert services.visit.list_visits() == ()


def test_days_away_are_part_of_the_calendar_of_the_plan(services: Services) -> None:
    services.absence.add_absence(COURSE)
    (away,) = services.plan.calendar().absences
    assert (away.first, away.reason) == (date(2026, 10, 12), "Kursus")
