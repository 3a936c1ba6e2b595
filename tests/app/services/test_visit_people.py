"""Who comes to a visit: a line, a list, and never a name on paper."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.bootstrap import Services
from app.domain.practice import DoctorDraft, DoctorId, PracticeId
from app.domain.problem import NotFound, Refused
from app.domain.visit import AttendanceDraft, VisitId
from app.domain.visit_people import Attendance, count_present, one_step_on, waiting_line
from tests.builders import practice_draft, sender_draft, visit_draft

NAMES = ("Anna Eksempel", "Bo Eksempel", "Cilla Eksempel")


@pytest.fixture
def practice(services: Services) -> PracticeId:
    return services.practice.add_practice(practice_draft(format="drop_in"))


@pytest.fixture
def doctors(services: Services, practice: PracticeId) -> list[DoctorId]:
    roles = ("owner", "employed", "trainee")
    for name, role in zip(NAMES, roles, strict=True):
        services.practice.add_doctor(practice, DoctorDraft(name=name, role=role))
    return [row.id for row in services.practice.practice(practice).doctors]


@pytest.fixture
def visit(services: Services, practice: PracticeId) -> VisitId:
    visit = services.visit.plan_visit(visit_draft(practice))
    services.visit.start_visit(visit)
    return visit


def states(services: Services, visit: VisitId) -> list[Attendance | None]:
    return [one.attendance for one in services.visit.visit(visit).people]


def test_every_doctor_of_the_practice_is_listed_and_none_is_there_yet(
    services: Services, doctors: list[DoctorId], visit: VisitId
) -> None:
    people = services.visit.visit(visit).people
    assert [(one.name, one.attendance) for one in people] == [(name, None) for name in NAMES]


def test_the_line_is_served_in_the_order_of_coming(
    services: Services, doctors: list[DoctorId], visit: VisitId
) -> None:
    for doctor in (doctors[2], doctors[0]):
        services.visit_people.note_doctor(visit, doctor, Attendance.WAITING)
    waiting = waiting_line(services.visit.visit(visit).people)
    assert [one.name for one in waiting] == ["Cilla Eksempel", "Anna Eksempel"]
    assert services.visit_people.next_doctor(visit) == doctors[2]
    assert services.visit_people.next_doctor(visit) == doctors[0]
    assert states(services, visit) == [Attendance.IN_ROOM, None, Attendance.SEEN]
    assert services.visit_people.next_doctor(visit) is None
    assert states(services, visit) == [Attendance.SEEN, None, Attendance.SEEN]


def test_who_comes_back_into_the_line_goes_to_its_end(
    services: Services, doctors: list[DoctorId], visit: VisitId
) -> None:
    for doctor in doctors:
        services.visit_people.note_doctor(visit, doctor, Attendance.WAITING)
    services.visit_people.note_doctor(visit, doctors[0], Attendance.WAITING)
    waiting = waiting_line(services.visit.visit(visit).people)
    assert [one.id for one in waiting] == [doctors[1], doctors[2], doctors[0]]


def test_a_doctor_is_taken_off_the_list_and_everyone_put_back_again(
    services: Services, doctors: list[DoctorId], visit: VisitId
) -> None:
    services.visit_people.note_doctor(visit, doctors[1], Attendance.WAITING)
    services.visit_people.note_doctor(visit, doctors[0], Attendance.IN_ROOM)
    before = services.visit.visit(visit).people
    services.visit_people.next_doctor(visit)
    services.visit_people.note_doctor(visit, doctors[0], None)
    services.visit_people.restore(visit, before)
    assert states(services, visit) == [Attendance.IN_ROOM, Attendance.WAITING, None]


def test_the_list_counts_doctors_and_trainees(
    services: Services, doctors: list[DoctorId], visit: VisitId
) -> None:
    services.visit_people.note_doctor(visit, doctors[0], Attendance.SEEN)
    services.visit_people.note_doctor(visit, doctors[1], Attendance.WAITING)
    services.visit_people.note_doctor(visit, doctors[2], Attendance.IN_ROOM)
    assert count_present(services.visit.visit(visit).people) == (1, 1)


def test_nobody_comes_to_a_visit_that_has_not_begun_or_from_another_practice(
    services: Services, practice: PracticeId, doctors: list[DoctorId], visit: VisitId
) -> None:
    planned = services.visit.plan_visit(visit_draft(practice, "21/10/2026"))
    with pytest.raises(Refused, match="has not been held"):
        services.visit_people.note_doctor(planned, doctors[0], Attendance.SEEN)
    other = services.practice.add_practice(practice_draft("Lægerne ved Torvet"))
    services.practice.add_doctor(other, DoctorDraft(name="Dan Eksempel"))
    (stranger,) = services.practice.practice(other).doctors
    with pytest.raises(NotFound, match="not at the practice"):
        services.visit_people.note_doctor(visit, stranger.id, Attendance.SEEN)


def test_a_doctor_who_leaves_the_practice_leaves_the_list(
    services: Services, doctors: list[DoctorId], visit: VisitId
) -> None:
    services.visit_people.note_doctor(visit, doctors[0], Attendance.SEEN)
    services.practice.remove_doctor(doctors[0])
    assert [one.name for one in services.visit.visit(visit).people] == list(NAMES[1:])


def test_the_paper_counts_and_names_no_doctor(
    services: Services, doctors: list[DoctorId], visit: VisitId
) -> None:
    services.settings.save_sender(sender_draft())
    services.visit_people.note_doctor(visit, doctors[0], Attendance.SEEN)
    services.visit.note_attendance(visit, AttendanceDraft(doctors="1"))
    summary = services.visit.summary(services.visit.end_visit(visit))
    assert "Anna" not in repr(replace(summary, practice=""))


def test_one_key_takes_a_doctor_through_the_visit() -> None:
    steps: list[Attendance | None] = [None]
    for _press in range(4):
        steps.append(one_step_on(steps[-1]))
    assert steps == [None, Attendance.WAITING, Attendance.IN_ROOM, Attendance.SEEN, None]
