"""The four made-up practices, their doctors and the days they are closed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.bootstrap import Services
from app.demo.days import typed
from app.domain.absence import AbsenceDraft
from app.domain.days import monday_of
from app.domain.practice import ClosedDraft, DoctorDraft, PracticeDraft, PracticeId

AUTUMN_WEEK = 42
FRIDAY = 4
COURSE_AHEAD = 12  # weeks


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeUpPractice:
    """One practice of the story; `weeks` says how long before today its first visit was."""

    draft: PracticeDraft
    doctors: tuple[tuple[str, str], ...]
    weekday: int
    weeks: int


PRACTICES = (
    MadeUpPractice(
        draft=PracticeDraft(
            name="Lægehuset Søndergade",
            address="Søndergade 0, 0000 Eksempel",
            phone="00 00 00 01",
            place="Frokoststuen, 1. sal",
            format="all_present",
            at="12.30",
            quick_facts="Parkering i gården. Ring på ved personaleindgangen.",
        ),
        doctors=(
            ("Anna Eksempel", "owner"),
            ("Bjarne Eksempel", "owner"),
            ("Clara Eksempel", "owner"),
            ("David Eksempel", "owner"),
            ("Ellen Eksempel", "employed"),
            ("Frida Eksempel", "trainee"),
        ),
        weekday=2,
        weeks=48,
    ),
    MadeUpPractice(
        draft=PracticeDraft(
            name="Lægerne ved Torvet",
            address="Torvet 0, 0000 Eksempel",
            phone="00 00 00 02",
            place="Konsultation 3",
            format="drop_in",
            at="8.15",
            quick_facts="Meld dig i skranken. Lægerne kommer én ad gangen.",
        ),
        doctors=(
            ("Gustav Eksempel", "owner"),
            ("Hanne Eksempel", "owner"),
            ("Ivar Eksempel", "owner"),
            ("Johanne Eksempel", "employed"),
            ("Karl Eksempel", "trainee"),
        ),
        weekday=3,
        weeks=46,
    ),
    MadeUpPractice(
        draft=PracticeDraft(
            name="Åhavnens Lægehus",
            address="Åhavnen 0, 0000 Eksempel",
            phone="00 00 00 03",
            place="Mødelokalet i stuen",
            format="all_present",
            at="12.00",
            quick_facts="Projektor i lokalet. Kaffe tages med fra køkkenet.",
        ),
        doctors=(
            ("Laura Eksempel", "owner"),
            ("Mads Eksempel", "owner"),
            ("Nora Eksempel", "owner"),
            ("Oscar Eksempel", "employed"),
            ("Petra Eksempel", "trainee"),
        ),
        weekday=3,
        weeks=49,
    ),
    MadeUpPractice(
        draft=PracticeDraft(
            name="Skovbrynets Læger",
            address="Skovbrynet 0, 0000 Eksempel",
            phone="00 00 00 04",
            place="Bagkontoret",
            format="drop_in",
            at="14.30",
            quick_facts="Sidste patient er færdig kl. 14.30.",
        ),
        doctors=(
            ("Rasmus Eksempel", "owner"),
            ("Signe Eksempel", "owner"),
            ("Tove Eksempel", "owner"),
            ("Ulrik Eksempel", "employed"),
        ),
        weekday=1,
        weeks=51,
    ),
)


def add_practices(services: Services, today: date) -> tuple[PracticeId, ...]:
    """Register the practices with their doctors; return their ids in order."""
    return tuple(_add(services, number, today) for number in range(len(PRACTICES)))


def weekday_of(number: int, today: date) -> int:
    """Return the weekday a practice wishes and is visited on: the first one's is that of today
    when today is a working day, so that there is a visit to show."""
    works = today.weekday() <= FRIDAY
    return today.weekday() if number == 0 and works else PRACTICES[number].weekday


def add_closed_week(services: Services, practice_id: PracticeId, today: date) -> None:
    """Let the practice report the autumn week closed: the plan has to move around it."""
    monday = _autumn_monday(today)
    services.practice.add_closed(
        practice_id,
        ClosedDraft(
            first=typed(monday), last=typed(monday + timedelta(days=4)), reason="Efterårsferie"
        ),
    )


def add_absence(services: Services, today: date) -> None:
    """Be away for a week in a while: the plan has to move around that too."""
    monday = monday_of(today) + timedelta(weeks=COURSE_AHEAD)
    services.absence.add_absence(
        AbsenceDraft(first=typed(monday), last=typed(monday + timedelta(days=4)), reason="Kursus")
    )


def _add(services: Services, number: int, today: date) -> PracticeId:
    practice = PRACTICES[number]
    wish = (str(weekday_of(number, today)),)
    practice_id = services.practice.add_practice(replace(practice.draft, weekdays=wish))
    for name, role in practice.doctors:
        services.practice.add_doctor(
            practice_id, DoctorDraft(name=name, role=role, introduced_on=typed(today))
        )
    return practice_id


def _autumn_monday(today: date) -> date:
    monday = date.fromisocalendar(today.year, AUTUMN_WEEK, 1)
    return monday if monday > today else date.fromisocalendar(today.year + 1, AUTUMN_WEEK, 1)
