"""Two hundred practices: plainly made-up names, and the doctors of the made-up year again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from sqlmodel import Session

from app.bootstrap import Services
from app.data.practice import find_doctors
from app.demo.days import typed
from app.demo.decade.story import Story
from app.demo.practices import PRACTICES
from app.domain.practice import DoctorDraft

WEEKS, DAYS = 6, 5  # a round
FIRST_HOUR = 8
_KINDS = ("Lægehuset", "Lægerne", "Klinikken", "Lægefællesskabet")
_TREES = ("Bøge", "Ege", "Birke", "Linde", "Ahorn", "Kastanje", "Hassel", "Tjørne", "Pile", "Aske")
_ROADS = ("vej", "torv", "stræde", "allé", "gade")


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """One practice: where it stands in the round of visits, and who works there."""

    id: UUID
    number: int
    doctors: tuple[UUID, ...]

    @property
    def weekday(self) -> int:
        """The weekday it is visited on."""
        return self.number % DAYS

    @property
    def week(self) -> int:
        """The week of the round it is visited in."""
        return self.number // DAYS % WEEKS

    @property
    def hour(self) -> int:
        """The hour it is visited at: no two practices are at the same."""
        return FIRST_HOUR + self.number // (DAYS * WEEKS) % 8


def add_offices(services: Services, session: Session, story: Story) -> tuple[Office, ...]:
    """Register them through the services, as one would by hand."""
    return tuple(_add(services, session, story, number) for number in range(story.scale.practices))


def practice_name(number: int) -> tuple[str, str]:
    """Return the name of a practice and its road, in their order unlike the one before."""
    trees, roads = len(_TREES), len(_ROADS)
    road = f"{_TREES[number % trees]}{_ROADS[number // trees % roads]}"
    place, kinds = number // (trees * roads), len(_KINDS)
    more = f" {place // kinds + 1}" if place >= kinds else ""
    return f"{_KINDS[place % kinds]} {road}{more}", road


def _add(services: Services, session: Session, story: Story, number: int) -> Office:
    model = PRACTICES[number % len(PRACTICES)]
    name, road = practice_name(number)
    office = Office(id=UUID(int=0), number=number, doctors=())
    practice_id = services.practice.add_practice(
        replace(
            model.draft,
            name=name,
            address=f"{road} 0, 0000 Eksempel",
            weekdays=(str(office.weekday),),
            at=f"{office.hour}.00",
        )
    )
    for doctor, role in model.doctors:
        draft = DoctorDraft(name=doctor, role=role, introduced_on=typed(story.first_day))
        services.practice.add_doctor(practice_id, draft)
    doctors = tuple(doctor.id for doctor in find_doctors(session, practice_id))
    return replace(office, id=practice_id, doctors=doctors)
