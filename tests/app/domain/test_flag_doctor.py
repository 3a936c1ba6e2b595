from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.domain.flag_doctor import FlagDoctor, by_doctor
from app.domain.practice import DoctorId


@dataclass(frozen=True)
class Line:
    code: str
    told_by: FlagDoctor | None


def doctor(number: int, name: str) -> FlagDoctor:
    return FlagDoctor(id=DoctorId(UUID(int=number)), name=name)


ANNA, BO = doctor(1, "Anna Eksempel"), doctor(2, "Bo Eksempel")
LINES = (Line("A", BO), Line("B", None), Line("C", ANNA), Line("D", BO))


def told(in_turn: tuple[DoctorId, ...] = ()) -> list[tuple[str, str]]:
    return [
        (owed.heading, "".join(line.code for line in owed.lines))
        for owed in by_doctor(LINES, in_turn)
    ]


def test_what_is_owed_stands_under_each_doctor_by_name_and_last_under_the_practice() -> None:
    assert told() == [("Anna Eksempel", "C"), ("Bo Eksempel", "AD"), ("The practice", "B")]


def test_whoever_has_the_turn_comes_first() -> None:
    assert told((BO.id,)) == [("Bo Eksempel", "AD"), ("Anna Eksempel", "C"), ("The practice", "B")]
    assert [owed.in_turn for owed in by_doctor(LINES, (BO.id,))] == [True, False, False]


def test_where_nobody_is_named_there_is_no_heading() -> None:
    [owed] = by_doctor([Line("B", None)])
    assert (owed.heading, owed.in_turn) == ("", False)
    assert by_doctor([]) == ()


def test_two_doctors_of_one_name_are_two() -> None:
    namesake = doctor(3, "Anna Eksempel")
    assert len(by_doctor([Line("A", ANNA), Line("B", namesake)])) == 2
