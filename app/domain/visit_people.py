"""Who comes to a visit: a line to wait in, or simply who is there. Doctors, never patients."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.language import N_
from app.domain.practice import DoctorId, DoctorRole


class Attendance(StrEnum):
    """Where a doctor is in the course of a visit."""

    WAITING = "waiting"
    IN_ROOM = "in_room"
    SEEN = "seen"


ATTENDANCE_LABELS: dict[Attendance, str] = {
    Attendance.WAITING: N_("Waits"),
    Attendance.IN_ROOM: N_("In the room"),
    Attendance.SEEN: N_("Was here"),
}

_STEPS: dict[Attendance | None, Attendance | None] = {
    None: Attendance.WAITING,
    Attendance.WAITING: Attendance.IN_ROOM,
    Attendance.IN_ROOM: Attendance.SEEN,
    Attendance.SEEN: None,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitDoctor:
    """One doctor of the practice, and whether they are at the visit; `place` is 0 if not."""

    id: DoctorId
    name: str
    role: DoctorRole
    attendance: Attendance | None
    place: int

    @property
    def is_present(self) -> bool:
        """Whether the doctor is, or was, in the room."""
        return self.attendance in (Attendance.IN_ROOM, Attendance.SEEN)


def one_step_on(attendance: Attendance | None) -> Attendance | None:
    """Return what comes after this: into the line, into the room, out again, and not here."""
    return _STEPS[attendance]


def count_present(people: Iterable[VisitDoctor]) -> tuple[int, int]:
    """Return how many doctors and how many trainees were there."""
    there = [one.role is DoctorRole.TRAINEE for one in people if one.is_present]
    return there.count(False), there.count(True)


def waiting_line(people: Iterable[VisitDoctor]) -> Sequence[VisitDoctor]:
    """Return who waits, the next one first."""
    waiting = (one for one in people if one.attendance is Attendance.WAITING)
    return sorted(waiting, key=lambda one: one.place)


def in_the_room(people: Iterable[VisitDoctor]) -> Sequence[VisitDoctor]:
    """Return who is in the room now: in a line, whose turn it is."""
    return [one for one in people if one.attendance is Attendance.IN_ROOM]


def may_tell(people: Sequence[VisitDoctor]) -> Sequence[VisitDoctor]:
    """Return who may have told of a flag: who is or was in the room, or everyone before anyone
    is noted there."""
    return [one for one in people if one.is_present] or people


def teller(people: Iterable[VisitDoctor]) -> DoctorId | None:
    """Return who tells of a flag raised now, if the line says so: the one whose turn it is."""
    there = in_the_room(people)
    return there[0].id if len(there) == 1 else None
