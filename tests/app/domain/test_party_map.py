"""The map of the parties: solid or dashed lines, and the warnings of a coordinated effort."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from app.domain.consent import (
    CellId,
    CellRow,
    ConsentId,
    ConsentStatus,
    Direction,
    Information,
    PartyId,
)
from app.domain.followup import Outcome
from app.domain.party import PartyDraft, PartyKind, PartyRow, settle_party
from app.domain.party_map import Bond, Doing, PartyMap, Step, Warn, is_same_step, map_of

TODAY = date(2026, 9, 9)
NOTHING = Step(what="", day=None)


def party(kind: PartyKind, number: int = 1, **typed: str | bool) -> PartyRow:
    draft = replace(PartyDraft(kind=kind.value, name=f"{kind.value} {number}"), **typed)  # type: ignore[arg-type]
    order = list(PartyKind).index(kind) * 10 + number
    return PartyRow(id=PartyId(UUID(int=order)), facts=settle_party(draft, TODAY))


def cell(row: PartyRow, until: date, status: ConsentStatus = ConsentStatus.LIVE) -> CellRow:
    return CellRow(
        id=CellId(UUID(int=until.toordinal())),
        consent_id=ConsentId(UUID(int=1)),
        party_id=row.id,
        direction=Direction.PASS_ON,
        information=Information.HOURS,
        until=until,
        status=status,
        ended_on=None,
    )


def drawn(
    parties: Sequence[PartyRow],
    cells: Sequence[CellRow] = (),
    mine: Step = NOTHING,
    *,
    i_drive: bool = True,
    aim: Outcome | None = None,
) -> PartyMap:
    return map_of(parties, cells, mine, Doing(said="", aim=aim), TODAY, i_drive=i_drive)


def warned(one: PartyMap) -> set[Warn]:
    return {warning.kind for warning in one.warnings}


@pytest.mark.parametrize(
    ("until", "bond"),
    [
        (date(2026, 9, 14), Bond.OUTLASTS),
        (date(2026, 9, 13), Bond.ENDS_BEFORE),
    ],
)
def test_a_line_is_solid_when_the_consent_outlasts_the_next_step(until: date, bond: Bond) -> None:
    employer = party(PartyKind.EMPLOYER, next_step="Flytter pladsen", next_on="14/9/2026")
    (box,) = drawn([employer], [cell(employer, until)]).right
    assert box.bond is bond


def test_one_consent_that_ends_before_makes_the_line_dashed() -> None:
    employer = party(PartyKind.EMPLOYER, next_on="14/9/2026")
    cells = [cell(employer, date(2027, 1, 1)), cell(employer, date(2026, 9, 10))]
    (box,) = drawn([employer], cells).right
    assert "A consent ends 10 September 2026, before the next step" in box.said


def test_a_withdrawn_consent_is_none() -> None:
    employer = party(PartyKind.EMPLOYER)
    gone = cell(employer, date(2027, 1, 1), ConsentStatus.WITHDRAWN)
    (box,) = drawn([employer], [gone]).right
    assert (box.bond, box.consent_until) == (Bond.NONE, None)


def test_everybody_has_a_fixed_place() -> None:
    kinds = (PartyKind.FAMILY, PartyKind.GP, PartyKind.EMPLOYER, PartyKind.HOSPITAL)
    one = drawn([party(kind) for kind in sorted(kinds, key=list(PartyKind).index)])
    assert [box.kind for box in one.left] == [None, PartyKind.GP, PartyKind.HOSPITAL]
    assert [box.kind for box in one.right] == [PartyKind.EMPLOYER, PartyKind.FAMILY]


def test_two_of_a_kind_are_told_apart_by_name() -> None:
    one = drawn([party(PartyKind.EMPLOYER, 1), party(PartyKind.EMPLOYER, 2)])
    assert [box.title for box in one.right] == ["employer 1", "employer 2"]


def test_it_is_said_when_nobody_drives() -> None:
    assert warned(drawn([party(PartyKind.GP)], i_drive=False)) == {Warn.NOBODY_DRIVES}
    assert warned(drawn([party(PartyKind.GP, drives=True)], i_drive=False)) == set()


def test_it_is_said_when_aims_pull_apart() -> None:
    employer = party(PartyKind.EMPLOYER, aim_rung="same_job")
    doctor = party(PartyKind.GP, aim_rung="other_duties")
    (warning,) = drawn([employer, doctor]).warnings
    assert warning.text == (
        "The aims pull apart: Employer at same job and Own doctor at other duties, same workplace. "
        "Take it up together."
    )
    assert drawn([employer, party(PartyKind.GP, aim_rung="same_job")]).warnings == ()
    assert drawn([employer, party(PartyKind.GP)]).warnings == ()


def test_the_citizens_own_aim_counts_with_the_others() -> None:
    employer = party(PartyKind.EMPLOYER, aim_rung="same_job")
    (warning,) = drawn([employer], aim=Outcome.OTHER_JOB).warnings
    assert "Employer at same job and The citizen at other job" in warning.text


def test_it_is_said_when_two_do_the_same() -> None:
    employer = party(PartyKind.EMPLOYER, next_step="Finder opgaver på kontoret")
    mine = Step(what="Finder opgaver på kontoret til Einer", day=TODAY)
    (warning,) = drawn([employer], mine=mine).warnings
    assert warning.text.startswith("Me and Employer look set to do the same:")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Flytter pladsen", "flytter pladsen.", True),
        ("Flytte plads", "Flytter pladsen til et roligt hjørne", True),
        ("Ringer", "Ringer til borgeren", False),
        ("Ringer", "ringer", True),
        ("", "", False),
        ("Svarer på LÆ 125", "Flytter pladsen", False),
    ],
)
def test_steps_are_the_same_when_one_holds_all_words_of_the_other(
    one: str, other: str, *, same: bool
) -> None:
    assert is_same_step(one, other) is same
    assert is_same_step(other, one) is same
