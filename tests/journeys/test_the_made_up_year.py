"""The made-up year reads like a year of work."""

from __future__ import annotations

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
