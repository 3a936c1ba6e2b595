"""The teaching log: what is planned, what was taught, and the terms of the day among it."""

from __future__ import annotations

import pytest

from app.bootstrap import Services
from app.domain.practice import PracticeId
from app.domain.problem import NotFound, Rejected
from app.domain.visit import AttendanceDraft, VisitId
from tests.builders import followup_draft, lesson_draft, practice_draft, visit_draft
from tests.clock import Clock
from tests.conftest import TODAY


@pytest.fixture
def practice(services: Services) -> PracticeId:
    return services.practice.add_practice(practice_draft())


def hold(services: Services, practice: PracticeId, term: str) -> VisitId:
    visit = services.visit.plan_visit(visit_draft(practice))
    services.visit.start_visit(visit)
    services.visit.note_attendance(visit, AttendanceDraft(doctors="4"))
    services.visit.set_term(visit, term)
    return services.visit.end_visit(visit)


def test_a_topic_without_a_day_or_with_one_ahead_is_planned(
    services: Services, practice: PracticeId
) -> None:
    services.lesson.add_lesson(practice, lesson_draft("Attester"))
    services.lesson.add_lesson(practice, lesson_draft("Samtykke", taught_on="1/10/2026"))
    services.lesson.add_lesson(practice, lesson_draft("Flag", taught_on="9/9/2026"))
    log = services.lesson.log(practice)
    assert [row.facts.topic for row in log.planned] == ["Samtykke", "Attester"]
    assert [row.facts.topic for row in log.taught] == ["Flag"]


def test_the_term_of_a_visit_that_was_held_counts(services: Services, practice: PracticeId) -> None:
    term = services.visit.terms()[0]
    visit = hold(services, practice, term.code)
    (row,) = services.lesson.log(practice).taught
    assert (row.id, row.visit_id, row.facts.taught_on) == (None, visit, TODAY)
    assert term.left in row.facts.topic


def test_a_planned_topic_is_taught_today(
    services: Services, practice: PracticeId, clock: Clock
) -> None:
    lesson = services.lesson.add_lesson(practice, lesson_draft())
    services.lesson.teach_lesson(lesson)
    assert services.lesson.lesson_draft(lesson).taught_on == "09.09.2026"
    assert not services.lesson.log(practice).planned


def test_a_topic_is_corrected_and_removed(services: Services, practice: PracticeId) -> None:
    lesson = services.lesson.add_lesson(practice, lesson_draft())
    services.lesson.correct_lesson(lesson, lesson_draft("Attester", noted="Mange spørgsmål"))
    assert services.lesson.lesson_draft(lesson) == lesson_draft("Attester", noted="Mange spørgsmål")
    services.lesson.remove_lesson(lesson)
    with pytest.raises(NotFound):
        services.lesson.lesson_draft(lesson)


def test_a_topic_says_something_and_names_nobody(services: Services, practice: PracticeId) -> None:
    services.followup.begin(followup_draft("Einer Test Lauridsen"))
    with pytest.raises(Rejected) as caught:
        services.lesson.add_lesson(
            practice, lesson_draft("", taught_on="uge 54 tir", noted="Om Einer Lauridsen")
        )
    assert {problem.field for problem in caught.value.problems} == {"topic", "taught_on", "noted"}
    assert not services.lesson.log(practice).planned


def test_the_topics_go_with_the_practice(services: Services, practice: PracticeId) -> None:
    lesson = services.lesson.add_lesson(practice, lesson_draft())
    services.practice.remove_practice(practice)
    with pytest.raises(NotFound):
        services.lesson.lesson_draft(lesson)
