"""The doctor who told of a flag: its feedback is owed to that doctor, and listed under the name.

A doctor is a professional of the practice and never the person a flag is about. Nothing is counted
per doctor, and no paper that leaves the municipality's own hands says who told of what.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from app.domain.language import _
from app.domain.practice import DoctorId


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagDoctor:
    """A doctor as the lines about flags know them."""

    id: DoctorId
    name: str

    @property
    def by_right(self) -> tuple[str, ...]:
        """The name: a doctor is no patient."""
        return (self.name,)


class AboutFlag(Protocol):
    """A line about a flag."""

    @property
    def told_by(self) -> FlagDoctor | None:
        """Who told of the flag, if that was said."""


Line = TypeVar("Line", bound=AboutFlag)


# No slots: Python 3.11 refuses them on a generic class.
@dataclass(frozen=True, kw_only=True)
class OwedTo(Generic[Line]):
    """What is owed to one doctor, or to the practice; `heading` is empty where nobody is named."""

    heading: str
    in_turn: bool
    lines: tuple[Line, ...]


def by_doctor(
    lines: Iterable[Line], in_turn: Collection[DoctorId] = ()
) -> tuple[OwedTo[Line], ...]:
    """Return the lines under the doctor each is owed to: those `in_turn` first, then by name; what
    nobody is known to have told of stands last, under the practice."""
    owed: dict[FlagDoctor | None, list[Line]] = {}
    for line in lines:
        owed.setdefault(line.told_by, []).append(line)
    of_the_practice = owed.pop(None, [])
    doctors = sorted(
        (doctor for doctor in owed if doctor is not None),
        key=lambda doctor: (doctor.id not in in_turn, doctor.name, str(doctor.id)),
    )
    found = [
        OwedTo(heading=doctor.name, in_turn=doctor.id in in_turn, lines=tuple(owed[doctor]))
        for doctor in doctors
    ]
    if of_the_practice:
        heading = _("The practice") if found else ""
        found.append(OwedTo(heading=heading, in_turn=False, lines=tuple(of_the_practice)))
    return tuple(found)
