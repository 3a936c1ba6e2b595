"""The register: practices, their doctors, their closed days."""

from __future__ import annotations

import pytest

from app.bootstrap import Services
from app.changes import Topic
from app.domain.practice import DoctorRole, PracticeId, VisitFormat
from app.domain.problem import NotFound, Refused, Rejected
from app.domain.visit import AttendanceDraft
from tests.builders import (
    closed_draft,
    doctor_draft,
    flag_draft,
    lesson_draft,
    practice_draft,
    task_draft,
    visit_draft,
)


@pytest.fixture
def practice(services: Services) -> PracticeId:
    return services.practice.add_practice(practice_draft())


def test_a_new_practice_comes_back_as_it_was_typed(services: Services) -> None:
    typed = practice_draft(
        address="Eksempelvej 1",
        phone="00 00 00 00",
        format="mixed",
        rhythm_weeks="7",
        tolerated_from="6",
        tolerated_to="9",
        minutes="45",
        weekdays=("1", "3"),
        at="12:15",
        quick_facts="Parkér i gården.\nBrug bagdøren.",
    )
    assert services.practice.draft(services.practice.add_practice(typed)) == typed


@pytest.mark.parametrize("name", ["lægehuset søndergade", "Lægehuset S\u00f8nderg\u0430de"])
def test_a_practice_is_known_for_one_that_looks_like_it(
    services: Services, practice: PracticeId, name: str
) -> None:
    assert services.practice.find_alike(name) == "Lægehuset Søndergade"
    assert services.practice.find_alike(name, besides=practice) == ""
    assert services.practice.find_alike("Lægehuset Vestergade") == ""
    services.practice.archive_practice(practice)
    assert services.practice.find_alike(name) == "Lægehuset Søndergade"


def test_the_register_counts_doctors_and_trainees(services: Services, practice: PracticeId) -> None:
    for role in (DoctorRole.OWNER, DoctorRole.EMPLOYED, DoctorRole.TRAINEE):
        services.practice.add_doctor(practice, doctor_draft(role=role.value))
    row = services.practice.list_practices()[0]
    assert (row.doctors, row.trainees) == (2, 1)
    assert row.format is VisitFormat.ALL_PRESENT


def test_a_bad_draft_saves_nothing_and_tells_nobody(services: Services) -> None:
    heard: list[frozenset[Topic]] = []
    services.changes.subscribe(heard.append)
    with pytest.raises(Rejected) as rejection:
        services.practice.add_practice(practice_draft(name=" ", minutes="9999", at="25:00"))
    fields = {problem.field for problem in rejection.value.problems}
    assert fields == {"name", "minutes", "at"}
    assert services.practice.list_practices() == ()
    assert heard == []


def test_a_practice_can_be_corrected(services: Services, practice: PracticeId) -> None:
    services.practice.correct_practice(practice, practice_draft("Lægerne ved Torvet"))
    assert services.practice.practice(practice).facts.name == "Lægerne ved Torvet"


def test_what_is_mended_badly_stays_as_it_was(services: Services, practice: PracticeId) -> None:
    with pytest.raises(Rejected):
        services.practice.correct_practice(practice, practice_draft(rhythm_weeks="-6"))
    assert services.practice.practice(practice).facts.rhythm_weeks == 6


def test_an_archived_practice_leaves_the_list_until_it_is_restored(
    services: Services, practice: PracticeId
) -> None:
    services.practice.archive_practice(practice)
    assert services.practice.list_practices() == ()
    assert services.practice.list_practices(archived=True)[0].archived
    services.practice.restore_practice(practice)
    assert not services.practice.list_practices()[0].archived


def test_a_practice_is_registered_also_when_it_is_archived(services: Services) -> None:
    assert not services.practice.has_practices()
    services.practice.archive_practice(services.practice.add_practice(practice_draft()))
    assert services.practice.has_practices()


def test_removing_a_practice_says_what_goes_with_it(
    services: Services, practice: PracticeId
) -> None:
    services.visit.plan_visit(visit_draft(practice))
    services.flag.raise_flag(practice, None, flag_draft())
    services.flag.raise_flag(practice, None, flag_draft())
    assert (
        services.practice.removal_consequence(practice) == "This also removes 1 visit and 2 flags."
    )


def test_what_was_taught_and_agreed_goes_with_the_practice(services: Services) -> None:
    practice = services.practice.add_practice(practice_draft())
    services.lesson.add_lesson(practice, lesson_draft())
    assert services.practice.removal_consequence(practice).endswith(
        "Its topics and its cooperation agreement go too."
    )


def test_a_removed_practice_takes_its_visits_flags_and_tasks_along(
    services: Services, practice: PracticeId
) -> None:
    services.visit.plan_visit(visit_draft(practice))
    services.flag.raise_flag(practice, None, flag_draft())
    services.task.add_task(task_draft(subject="practice", subject_id=str(practice)))
    services.practice.remove_practice(practice)
    with pytest.raises(NotFound):
        services.practice.practice(practice)
    assert services.visit.list_visits() == ()
    assert services.flag.list_flags() == ()
    assert services.task.list_tasks() == ()


@pytest.mark.parametrize("act", ["remove_practice", "archive_practice"])
def test_a_practice_stays_while_a_visit_runs_there(
    services: Services, practice: PracticeId, act: str
) -> None:
    services.visit.start_visit(services.visit.plan_visit(visit_draft(practice)))
    acts = {
        "remove_practice": services.practice.remove_practice,
        "archive_practice": services.practice.archive_practice,
    }
    with pytest.raises(Refused, match="End the visit first"):
        acts[act](practice)
    assert not services.practice.practice(practice).archived


def test_a_doctor_can_be_added_corrected_and_removed(
    services: Services, practice: PracticeId
) -> None:
    doctor = services.practice.add_doctor(practice, doctor_draft(introduced_on="1/9/2026"))
    mended = doctor_draft("Læge Prøve", role="trainee", introduced_on="02.09.2026")
    services.practice.correct_doctor(doctor, mended)
    assert services.practice.doctor_draft(doctor) == mended
    services.practice.remove_doctor(doctor)
    assert services.practice.practice(practice).doctors == ()


def test_closed_days_can_be_added_corrected_and_removed(
    services: Services, practice: PracticeId
) -> None:
    closed = services.practice.add_closed(practice, closed_draft())
    mended = closed_draft("19.10.2026", "19.10.2026")
    services.practice.correct_closed(closed, mended)
    assert services.practice.closed_draft(closed) == mended
    services.practice.remove_closed(closed)
    assert services.practice.practice(practice).closed == ()


def test_closed_days_that_end_before_they_begin_are_refused(
    services: Services, practice: PracticeId
) -> None:
    with pytest.raises(Rejected):
        services.practice.add_closed(practice, closed_draft("16/10/2026", "12/10/2026"))
    assert services.practice.practice(practice).closed == ()


def test_the_page_of_a_practice_shows_last_and_next_visit_and_open_flags(
    services: Services, practice: PracticeId
) -> None:
    held = services.visit.plan_visit(visit_draft(practice, "29/7/2026"))
    services.visit.start_visit(held)
    services.visit.note_attendance(held, AttendanceDraft(doctors="2"))
    services.visit.end_visit(held)
    services.visit.plan_visit(visit_draft(practice, "14/10/2026"))
    services.flag.raise_flag(practice, None, flag_draft())
    services.flag.raise_flag(practice, None, flag_draft(next_step="advice_only"))
    sheet = services.practice.practice(practice)
    assert sheet.last_held_on is not None
    assert sheet.next_on is not None
    assert (f"{sheet.last_held_on}", f"{sheet.next_on}") == ("2026-07-29", "2026-10-14")
    assert (sheet.open_flags, sheet.visits) == (1, 2)
