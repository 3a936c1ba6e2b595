"""What is promised and asked at a visit comes up again until it is done."""

from __future__ import annotations

import pytest

from app.bootstrap import Services
from app.changes import Topic
from app.domain.followup import FollowupDraft
from app.domain.practice import PracticeId
from app.domain.problem import NotFound, Rejected
from app.domain.visit import AttendanceDraft, VisitId
from app.domain.visit_note import PromiseId, Promiser, QuestionDraft, QuestionId
from tests.builders import practice_draft, promise_draft, question_draft, sender_draft, visit_draft

NANCY = "Nancy Ann Test Berggren"


@pytest.fixture
def practice(services: Services) -> PracticeId:
    return services.practice.add_practice(practice_draft())


@pytest.fixture
def visit(services: Services, practice: PracticeId) -> VisitId:
    return services.visit.plan_visit(visit_draft(practice))


@pytest.fixture
def earlier(services: Services, practice: PracticeId) -> VisitId:
    """A visit held six weeks ago."""
    earlier = services.visit.plan_visit(visit_draft(practice, "29/7/2026"))
    services.visit.start_visit(earlier)
    services.visit.note_attendance(earlier, AttendanceDraft(doctors="4"))
    return services.visit.end_visit(earlier)


def test_a_promise_can_be_noted_corrected_and_removed(services: Services, visit: VisitId) -> None:
    promise = services.visit.add_promise(visit, promise_draft())
    mended = promise_draft("Spørger patienten", who="doctor", due_on="23.09.2026")
    services.visit.correct_promise(promise, mended)
    assert services.visit.promise_draft(promise) == mended
    (row,) = services.visit.visit(visit).promises
    assert (row.facts.who, str(row.made_on)) == (Promiser.DOCTOR, "2026-09-09")
    services.visit.remove_promise(promise)
    assert services.visit.visit(visit).promises == ()


def test_a_question_can_be_asked_answered_and_removed(services: Services, visit: VisitId) -> None:
    question = services.visit.add_question(visit, question_draft())
    services.visit.correct_question(question, question_draft("Nej, ring til os."))
    assert services.visit.question_draft(question) == question_draft("Nej, ring til os.")
    services.visit.remove_question(question)
    assert services.visit.visit(visit).questions == ()


def test_questions_stand_in_the_order_they_were_asked(services: Services, visit: VisitId) -> None:
    asked = [f"{number}. Hvem betaler?" for number in (10, 2, 1, 11)]
    for words in asked:
        services.visit.add_question(visit, QuestionDraft(question=words))
    questions = services.visit.visit(visit).questions
    assert [row.facts.question for row in questions] == asked
    services.visit.correct_question(questions[1].id, QuestionDraft(question="Aaa?", answer="Ja."))
    questions = services.visit.visit(visit).questions
    assert [row.facts.question for row in questions] == [asked[0], "Aaa?", *asked[2:]]


def test_what_was_promised_last_time_is_owed_until_it_is_kept(
    services: Services, visit: VisitId, earlier: VisitId
) -> None:
    promise = services.visit.add_promise(earlier, promise_draft())
    (owed,) = services.visit.visit(visit).owed
    assert (owed.facts.what, str(owed.made_on)) == ("Tager attestark med", "2026-07-29")
    services.visit.keep_promise(promise, kept=True)
    assert services.visit.visit(visit).owed == ()
    services.visit.keep_promise(promise, kept=False)
    assert len(services.visit.visit(visit).owed) == 1


def test_a_question_without_an_answer_is_owed_next_time(
    services: Services, visit: VisitId, earlier: VisitId
) -> None:
    question = services.visit.add_question(earlier, question_draft())
    services.visit.add_question(earlier, question_draft("Ja.", question="Gælder LÆ 285 endnu?"))
    assert [row.id for row in services.visit.visit(visit).owed_questions] == [question]
    services.visit.correct_question(question, question_draft("Nej, ring til os."))
    assert services.visit.visit(visit).owed_questions == ()


def test_an_answer_given_at_a_later_visit_is_told_at_that_visit_and_on_its_paper(
    services: Services, visit: VisitId, earlier: VisitId
) -> None:
    services.settings.save_sender(sender_draft())
    question = services.visit.add_question(earlier, question_draft())
    services.visit.add_question(visit, question_draft(question="Gælder LÆ 285 endnu?"))
    services.visit.start_visit(visit)
    services.visit.correct_question(question, question_draft("Nej, ring til os."))
    answers = ["Nej, ring til os.", ""]
    assert [row.facts.answer for row in services.visit.visit(visit).questions] == answers
    assert [row.id for row in services.visit.visit(earlier).questions] == [question]
    services.visit.note_attendance(visit, AttendanceDraft(doctors="4"))
    services.visit.end_visit(visit)
    assert [facts.answer for facts in services.visit.summary(visit).questions] == answers
    services.visit.correct_question(question, question_draft())
    assert question not in [row.id for row in services.visit.visit(visit).questions]


def test_an_answer_is_not_told_at_another_practice(services: Services, earlier: VisitId) -> None:
    question = services.visit.add_question(earlier, question_draft())
    practice = services.practice.add_practice(practice_draft("Lægerne ved Torvet"))
    other = services.visit.plan_visit(visit_draft(practice, at="8"))
    services.visit.start_visit(other)
    services.visit.correct_question(question, question_draft("Nej, ring til os."))
    assert services.visit.visit(other).questions == ()


def test_nothing_is_owed_to_another_practice(services: Services, earlier: VisitId) -> None:
    services.visit.add_promise(earlier, promise_draft())
    services.visit.add_question(earlier, question_draft())
    other = services.practice.add_practice(practice_draft("Lægerne ved Torvet"))
    sheet = services.visit.visit(services.visit.plan_visit(visit_draft(other, at="8")))
    assert (sheet.owed, sheet.owed_questions, sheet.last_held_on) == ((), (), None)


@pytest.mark.parametrize("text", [f"Ring om {NANCY}", "Ring 23 45 67 89", "251248-9996"])
def test_neither_promise_nor_question_may_point_to_a_person(
    services: Services, visit: VisitId, text: str
) -> None:
    services.followup.begin(FollowupDraft(name=NANCY, given_on="1/9/2026", told_voluntary=True))
    heard: list[frozenset[Topic]] = []
    services.changes.subscribe(heard.append)
    with pytest.raises(Rejected):
        services.visit.add_promise(visit, promise_draft(text))
    with pytest.raises(Rejected):
        services.visit.add_question(visit, question_draft(question=text))
    with pytest.raises(Rejected):
        services.visit.add_question(visit, question_draft(text))
    sheet = services.visit.visit(visit)
    assert (sheet.promises, sheet.questions) == ((), ())
    assert set(heard) == {frozenset({Topic.AUDIT})}, "only that it was refused"


def test_a_bad_mending_leaves_the_promise_as_it_was(services: Services, visit: VisitId) -> None:
    promise = services.visit.add_promise(visit, promise_draft())
    with pytest.raises(Rejected) as rejection:
        services.visit.correct_promise(promise, promise_draft(" ", due_on="31/2"))
    assert {problem.field for problem in rejection.value.problems} == {"what", "due_on"}
    assert services.visit.promise_draft(promise) == promise_draft()


def test_what_is_gone_says_so(services: Services, visit: VisitId) -> None:
    promise = services.visit.add_promise(visit, promise_draft())
    question = services.visit.add_question(visit, question_draft())
    services.visit.remove_promise(promise)
    services.visit.remove_question(question)
    with pytest.raises(NotFound, match="promise"):
        services.visit.promise_draft(PromiseId(promise))
    with pytest.raises(NotFound, match="question"):
        services.visit.question_draft(QuestionId(question))
