"""The preparation sheet: what is owed and open, who is new, how the practice likes it."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.bootstrap import Services
from app.domain.feedback import CLOSED_TEXTS
from app.domain.flag_choice import CloseReason, Theme
from app.domain.party import PartyDraft
from app.domain.practice import PracticeId
from app.domain.practice_history import Meeting
from app.domain.problem import Refused
from app.domain.visit import AttendanceDraft, VisitId
from app.domain.visit_people import Attendance
from tests.builders import (
    closed_draft,
    cooperation_draft,
    doctor_draft,
    feedback_draft,
    flag_draft,
    followup_draft,
    lesson_draft,
    practice_draft,
    promise_draft,
    question_draft,
    sender_draft,
    visit_draft,
)
from tests.clock import Clock
from tests.conftest import TODAY

NEXT = date(2026, 10, 21)


@pytest.fixture
def practice(services: Services) -> PracticeId:
    return services.practice.add_practice(practice_draft(quick_facts="Parkering i gården."))


def hold(services: Services, practice: PracticeId, day: str = "9/9/2026") -> VisitId:
    visit = services.visit.plan_visit(visit_draft(practice, day))
    services.visit.start_visit(visit)
    services.visit.note_attendance(visit, AttendanceDraft(doctors="4"))
    return visit


def test_a_practice_nobody_has_visited_has_nothing_open(
    services: Services, practice: PracticeId
) -> None:
    sheet = services.preparation.preparation(practice)
    assert (sheet.start, sheet.last_held_on, sheet.minutes) == (None, None, 30)
    lists = (sheet.owed, sheet.waiting, sheet.questions, sheet.promises, sheet.topics)
    assert not any(lists)
    assert sheet.habits.quick_facts == "Parkering i gården."


def test_what_was_left_open_at_earlier_visits_comes_along(
    services: Services, practice: PracticeId, clock: Clock
) -> None:
    visit = hold(services, practice)
    services.visit.add_question(visit, question_draft())
    services.visit.add_question(visit, question_draft("Ja."))
    done = services.visit.add_promise(visit, promise_draft("Sender attestark"))
    services.visit.keep_promise(done, kept=True)
    services.visit.add_promise(visit, promise_draft("Undersøger reglerne", due_on="1/10/2026"))
    services.visit.end_visit(visit)
    clock.day = NEXT
    services.visit.plan_visit(visit_draft(practice, "21/10/2026"))
    sheet = services.preparation.preparation(practice)
    assert [one.asked_on for one in sheet.questions] == [TODAY]
    assert [row.facts.what for row in sheet.promises] == ["Undersøger reglerne"]
    assert (sheet.last_held_on, f"{sheet.start}") == (TODAY, "2026-10-21 12:30:00")


@pytest.mark.parametrize("reason", CLOSED_TEXTS)
def test_a_closed_flag_told_at_the_last_visit_is_not_asked_about_again(
    services: Services, practice: PracticeId, clock: Clock, reason: CloseReason
) -> None:
    flag = services.flag.raise_flag(practice, None, flag_draft())
    services.flag.close_flag(flag.id, reason)
    visit = hold(services, practice)
    services.visit.give_feedback(visit, flag.id)
    services.visit.end_visit(visit)
    clock.day += timedelta(days=3)
    sheet = services.preparation.preparation(practice)
    assert (sheet.owed, sheet.waiting) == ((), ())


@pytest.mark.parametrize("language", ["da", "en"])
def test_days_of_promises_beside_each_other_are_no_trace_of_a_person(
    services: Services, practice: PracticeId, language: str
) -> None:
    services.settings.save_sender(sender_draft())
    visit = hold(services, practice)
    for what in ("Sender attestark", "Undersøger reglerne"):
        services.visit.add_promise(visit, promise_draft(what, due_on="1/10/2026"))
    services.visit.end_visit(visit)
    assert services.export.prepare_preparation_sheet(practice, language).pages == 1


def test_only_what_consent_allows_is_told_of_a_flag(
    services: Services, practice: PracticeId
) -> None:
    told, closed, rung = (
        services.flag.raise_flag(practice, None, flag_draft(theme=theme))
        for theme in ("pain", "overview", "home_money")
    )
    services.flag.close_flag(closed.id, CloseReason.PATIENT_DECLINED)
    services.flag.close_flag(rung.id, CloseReason.CITIZEN_ADVISED)
    followup = services.followup.begin(followup_draft(flag_id=str(told.id)))
    assert [flag.code for flag in services.preparation.preparation(practice).owed] == [closed.code]
    party = services.party.add_party(followup, PartyDraft(kind="gp", name="Lægehuset"))
    services.consent.grant(followup, feedback_draft(party))
    sheet = services.preparation.preparation(practice)
    assert {flag.code: flag.told for flag in sheet.owed} == {
        told.code: "We are in contact with the citizen.",
        closed.code: "The patient said no. The flag is closed.",
    }
    assert [(flag.code, flag.theme, flag.told) for flag in sheet.waiting] == [
        (rung.code, Theme.HOME_MONEY, "")
    ]


def test_flags_of_the_visit_that_runs_are_not_owed_there(
    services: Services, practice: PracticeId
) -> None:
    visit = hold(services, practice)
    services.flag.raise_flag(practice, visit, flag_draft())
    assert services.preparation.preparation(practice).waiting == ()


def test_new_faces_topics_closed_days_and_the_review_are_on_the_sheet(
    services: Services, practice: PracticeId, clock: Clock
) -> None:
    services.visit.end_visit(hold(services, practice))
    services.practice.add_doctor(practice, doctor_draft(introduced_on="1/9/2026"))
    services.practice.add_doctor(practice, doctor_draft("Ny Eksempel"))
    services.lesson.add_lesson(practice, lesson_draft())
    services.practice.add_closed(practice, closed_draft())
    services.cooperation.add_cooperation(
        practice, cooperation_draft("1/10/2025", review_on="20/9/2026")
    )
    sheet = services.preparation.preparation(practice)
    assert [(one.facts.name, one.meeting) for one in sheet.newcomers] == [
        ("Ny Eksempel", Meeting.NOT_MET)
    ]
    assert [topic.topic for topic in sheet.topics] == ["Delvis raskmelding"]
    assert [one.first for one in sheet.closed] == [date(2026, 10, 12)]
    assert sheet.review_on == date(2026, 9, 20)


def test_who_came_to_a_visit_is_met(services: Services, practice: PracticeId, clock: Clock) -> None:
    came, stayed_away = (
        services.practice.add_doctor(practice, doctor_draft(name, introduced_on=day))
        for name, day in (("Anna Eksempel", ""), ("Bo Eksempel", "1/6/2026"))
    )
    for weeks in (6, 12, 18):
        clock.day = TODAY + timedelta(weeks=weeks)
        visit = hold(services, practice, f"{clock.day:%d.%m.%Y}")
        services.visit_people.note_doctor(visit, came, Attendance.SEEN)
        services.visit.end_visit(visit)
    met = services.practice.history(practice).meetings
    assert (met[came], met[stayed_away]) == (Meeting.UNTOLD, Meeting.AWAY)


def test_the_term_chosen_for_the_next_visit_is_on_the_sheet(
    services: Services, practice: PracticeId
) -> None:
    visit = services.visit.plan_visit(visit_draft(practice, "21/10/2026"))
    term = services.visit.terms()[0]
    services.visit.set_term(visit, term.code)
    assert services.preparation.preparation(practice).term == term


def test_the_paper_names_a_doctor_who_is_called_like_a_citizen(
    services: Services, practice: PracticeId
) -> None:
    services.settings.save_sender(sender_draft())
    services.practice.add_doctor(practice, doctor_draft("Nancy Eksempel"))
    services.followup.begin(followup_draft())
    pdf = services.export.prepare_preparation_sheet(practice, "en")
    assert pdf.file_name == "preparation-sheet-2026-09-001.pdf"
    assert "Nancy Eksempel" in "".join(
        page.extract_text() for page in PdfReader(BytesIO(pdf.pdf)).pages
    )


def test_a_name_of_one_letter_does_not_blind_the_guard(
    services: Services, practice: PracticeId
) -> None:
    services.settings.save_sender(sender_draft())
    services.practice.add_doctor(practice, doctor_draft("S"))
    draft = services.practice.draft(practice)
    services.practice.correct_practice(
        practice, practice_draft(draft.name, quick_facts="Spørg efter Schwendlund i skranken")
    )
    services.followup.begin(followup_draft("Schwendlund Test Mosebryggersen"))
    with pytest.raises(Refused):
        services.export.prepare_preparation_sheet(practice, "en")


def test_the_paper_needs_a_sender(services: Services, practice: PracticeId) -> None:
    with pytest.raises(Refused):
        services.preparation.paper(practice)
