"""The made-up year reads like a year of work."""

from __future__ import annotations

from app.domain.visit import VisitStatus
from tests.journeys.explorer import Stage


def test_no_practice_asks_the_same_question_twice(busy: Stage) -> None:
    visits = busy.services.visit
    asked = [
        (visit.practice, question.facts.question)
        for visit in visits.list_visits()
        for question in visits.visit(visit.id).questions
    ]
    assert asked
    assert len(asked) == len(set(asked))


def test_a_visit_that_was_held_lasted_about_half_an_hour(busy: Stage) -> None:
    visits = busy.services.visit
    held = [row for row in visits.list_visits() if row.status is VisitStatus.HELD]
    papers = [visits.summary(row.id) for row in held]
    assert papers
    assert all(paper.began and 25 <= paper.minutes <= 35 for paper in papers)


def test_most_flags_have_a_doctor_who_told_of_them(busy: Stage) -> None:
    flags = busy.services.flag.list_flags()
    told = [card for card in flags if card.doctor]
    assert len(flags) / 2 < len(told)


def test_the_consent_form_of_each_person_is_one_page(busy: Stage) -> None:
    services = busy.services
    forms = [
        services.export.prepare_consent_form(row.id, language)
        for row in services.followup.list_followups()
        for language in ("da", "en")
    ]
    assert forms
    assert {form.pages for form in forms} == {1}
