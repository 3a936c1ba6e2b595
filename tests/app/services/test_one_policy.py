"""A name is refused in every field whose words go on a paper of nobody, and by the door if it got
into the file past the fields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import pytest
from sqlalchemy import text

from app.bootstrap import Services
from app.changes import Topic
from app.data.setting import put_setting
from app.domain.cooperation import CooperationId, DutyDraft, DutyId
from app.domain.flag import FlagId
from app.domain.lesson import LessonDraft, LessonId
from app.domain.paper import Prepared
from app.domain.practice import ClosedId, PracticeDraft, PracticeId
from app.domain.problem import Refused, Rejected
from app.domain.roundtable import RoundtableId
from app.domain.slip import SlipDraft, SlipLanguage
from app.domain.visit import AttendanceDraft, VisitId
from app.domain.visit_note import PromiseId, QuestionId
from tests.builders import (
    action_draft,
    agreement_draft,
    closed_draft,
    cooperation_draft,
    doctor_draft,
    flag_draft,
    followup_draft,
    grant_draft,
    lesson_draft,
    party_draft,
    practice_draft,
    promise_draft,
    question_draft,
    roundtable_draft,
    sender_draft,
    visit_draft,
)

Draft = TypeVar("Draft", PracticeDraft, LessonDraft, DutyDraft, SlipDraft)
NAME = "Fatima Yilmaz"


@dataclass(frozen=True)
class File:
    """A file in which every paper of nobody can be printed."""

    services: Services
    practice: PracticeId
    visit: VisitId
    question: QuestionId
    promise: PromiseId
    lesson: LessonId
    closed: ClosedId
    cooperation: CooperationId
    duty: DutyId
    flag: FlagId


@pytest.fixture
def file(services: Services) -> File:
    services.settings.save_sender(sender_draft())
    practice = services.practice.add_practice(practice_draft())
    services.practice.add_doctor(practice, doctor_draft("Zeynep Yilmaz"))
    flag = services.flag.raise_flag(practice, None, flag_draft()).id
    visit = services.visit.plan_visit(visit_draft(practice))
    services.visit.start_visit(visit)
    question = services.visit.add_question(visit, question_draft())
    promise = services.visit.add_promise(visit, promise_draft())
    services.visit.note_attendance(visit, AttendanceDraft(doctors="4", trainees="1"))
    services.visit.end_visit(visit)
    cooperation = services.cooperation.add_cooperation(practice, cooperation_draft())
    duty = services.cooperation.add_duty(cooperation, DutyDraft(what="Melder ferie"))
    lesson = services.lesson.add_lesson(practice, lesson_draft())
    closed = services.practice.add_closed(practice, closed_draft())
    return File(
        services, practice, visit, question, promise, lesson, closed, cooperation, duty, flag
    )


PAPERS: dict[str, Callable[[File, str], Prepared]] = {
    "visit summary": lambda f, code: f.services.export.prepare_visit_summary(f.visit, code),
    "preparation sheet": lambda f, code: f.services.export.prepare_preparation_sheet(
        f.practice, code
    ),
    "cooperation agreement": lambda f, code: f.services.export.prepare_cooperation_agreement(
        f.cooperation, code
    ),
    "slip": lambda f, code: f.services.export.prepare_slip(f.flag, code),
    "slips to cut out": lambda f, code: f.services.export.prepare_slip_sheet(f.flag, code),
    "deletion report": lambda f, code: f.services.export.prepare_deletion_report(code),
    "blank consent form": lambda f, code: f.services.export.prepare_consent_form(None, code),
}


@dataclass(frozen=True)
class Place:
    """Where words are typed and kept, and on which papers they stand."""

    typed: Callable[[File, str], object]
    table: str
    column: str
    papers: tuple[str, ...]


def _changed(draft: Draft, field: str, words: str) -> Draft:
    changes: Any = {field: words}
    return replace(draft, **changes)


def _practice(field: str) -> Callable[[File, str], object]:
    return lambda f, words: f.services.practice.correct_practice(
        f.practice, _changed(f.services.practice.draft(f.practice), field, words)
    )


def _lesson(field: str) -> Callable[[File, str], object]:
    return lambda f, words: f.services.lesson.correct_lesson(
        f.lesson, _changed(f.services.lesson.lesson_draft(f.lesson), field, words)
    )


def _duty(field: str) -> Callable[[File, str], object]:
    return lambda f, words: f.services.cooperation.correct_duty(
        f.duty, _changed(DutyDraft(what="Melder ferie"), field, words)
    )


PLACES = {
    "question": Place(
        lambda f, words: f.services.visit.correct_question(
            f.question, question_draft(question=words)
        ),
        "visit_question",
        "question",
        ("visit summary", "preparation sheet"),
    ),
    "answer": Place(
        lambda f, words: f.services.visit.correct_question(f.question, question_draft(words)),
        "visit_question",
        "answer",
        ("visit summary",),
    ),
    "promise": Place(
        lambda f, words: f.services.visit.correct_promise(f.promise, promise_draft(words)),
        "visit_promise",
        "what",
        ("visit summary", "preparation sheet"),
    ),
    "topic": Place(_lesson("topic"), "lesson", "topic", ("preparation sheet",)),
    "noted": Place(_lesson("noted"), "lesson", "noted", ("preparation sheet",)),
    "reason": Place(
        lambda f, words: f.services.practice.correct_closed(
            f.closed, replace(closed_draft(), reason=words)
        ),
        "closed_period",
        "reason",
        ("preparation sheet",),
    ),
    "room": Place(
        _practice("place"), "practice", "place", ("preparation sheet", "cooperation agreement")
    ),
    "quick facts": Place(
        _practice("quick_facts"), "practice", "quick_facts", ("preparation sheet",)
    ),
    "duty": Place(_duty("what"), "cooperation_duty", "what", ("cooperation agreement",)),
    "when": Place(_duty("timing"), "cooperation_duty", "timing", ("cooperation agreement",)),
}


def force(services: Services, table: str, column: str, words: str) -> None:
    """Write `words` into the file as somebody would who goes round fields and triggers."""
    guards = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%leak_ok%'"
    with services.vault.write(Topic.SETTINGS) as session:
        file = session.connection()
        for (trigger,) in file.execute(text(guards)).all():
            file.execute(text(f'DROP TRIGGER "{trigger}"'))
        update = f"UPDATE {table} SET {column} = :words"  # noqa: S608 -- names of this test
        file.execute(text(update), {"words": words})


@pytest.mark.parametrize("paper", PAPERS)
def test_every_paper_of_nobody_comes_out_in_both_languages(file: File, paper: str) -> None:
    for code in ("da", "en"):
        assert PAPERS[paper](file, code).pages >= 1


@pytest.mark.parametrize("place", PLACES)
def test_a_name_is_refused_in_the_field_and_by_the_door(file: File, place: str) -> None:
    told = PLACES[place]
    with pytest.raises(Rejected, match="name"):
        told.typed(file, NAME)
    force(file.services, told.table, told.column, NAME)
    for paper in told.papers:
        with pytest.raises(Refused, match="name"):
            PAPERS[paper](file, "da")


@pytest.mark.parametrize("language", list(SlipLanguage))
def test_a_name_is_refused_in_the_words_of_every_slip_and_by_the_door(
    file: File, language: SlipLanguage
) -> None:
    slips = file.services.slip
    for field in ("title", "lead", "body"):
        draft = _changed(slips.slip_draft(language), field, f"{NAME} {{days}}")
        with pytest.raises(Rejected, match="name"):
            slips.save_texts(language, draft)
        with file.services.vault.write(Topic.SETTINGS) as session:
            put_setting(session, f"slip.{language}.{field}", NAME)
        for paper in ("slip", "slips to cut out"):
            with pytest.raises(Refused, match="name"):
                PAPERS[paper](file, language)
        slips.use_shipped_texts(language)


def test_those_who_work_there_stand_on_the_papers_by_right(file: File) -> None:
    _practice("quick_facts")(file, "Zeynep Yilmaz har nøglen, spørg efter dr. Yilmaz")
    services = file.services
    services.settings.save_sender(sender_draft(name="Fatima Hansen"))
    for paper in PAPERS.values():
        assert paper(file, "da").pages >= 1


ILLNESS = "På grund af depression"
LINES: dict[str, tuple[str, str]] = {
    "function": ("agreement", "function"),
    "task": ("agreement", "task"),
    "adjustment": ("agreement", "adjustment"),
    "owner": ("agreement", "owner"),
    "who": ("roundtable_action", "who"),
    "what": ("roundtable_action", "what"),
    "colleagues": ("roundtable", "colleagues_told"),
    "duration": ("roundtable", "duration"),
}


@pytest.mark.parametrize("line", LINES)
def test_an_illness_is_refused_in_every_line_for_the_employer_and_by_the_door(
    services: Services, line: str
) -> None:
    services.settings.save_sender(sender_draft())
    followup = services.followup.begin(followup_draft())
    employer = services.party.add_party(followup, party_draft())
    services.consent.grant(
        followup, grant_draft(employer, "function", "considerations", "hours", "duration")
    )
    plan = services.roundtable.plan_roundtable(
        followup, roundtable_draft(disagreements=ILLNESS, duration="10 uger")
    )
    services.agreement.add_agreement(plan, agreement_draft())
    services.agreement.add_action(plan, action_draft())
    assert services.export.prepare_employer_sheet(plan, "da").pages == 1
    table, column = LINES[line]
    with pytest.raises(Rejected, match="illness"):
        _typed_line(services, plan, column)
    force(services, table, column, ILLNESS)
    with pytest.raises(Refused, match="no employer may read"):
        services.export.prepare_employer_sheet(plan, "da")


def _typed_line(services: Services, plan: RoundtableId, column: str) -> None:
    changes: Any = {column: ILLNESS}
    if column in ("who", "what"):
        services.agreement.add_action(plan, replace(action_draft(), **changes))
    elif column in ("colleagues_told", "duration"):
        services.roundtable.correct_roundtable(plan, roundtable_draft(**changes))
    else:
        services.agreement.add_agreement(plan, agreement_draft(**changes))
