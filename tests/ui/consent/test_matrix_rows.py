from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest

from app.domain.consent import CellId, CellRow, ConsentStatus, Direction, Information, PartyId
from app.domain.language import use_language
from app.domain.party import PartyDraft, PartyKind, PartyRow, settle_party
from ui.consent.matrix import LOOKS
from ui.consent.matrix_rows import CellState, MatrixCell, matrix_rows

TODAY = date(2026, 9, 9)
EMPLOYER = PartyId(UUID(int=1))


def party(kind: PartyKind = PartyKind.EMPLOYER, number: int = 1) -> PartyRow:
    facts = settle_party(PartyDraft(kind=kind.value, name=f"{kind.value} {number}"), TODAY)
    return PartyRow(id=PartyId(UUID(int=number)), facts=facts)


def cell(
    status: ConsentStatus = ConsentStatus.LIVE,
    until: date = date(2027, 2, 20),
    ended_on: date | None = None,
    direction: Direction = Direction.PASS_ON,
) -> CellRow:
    return CellRow(
        consent_id=uuid4(),
        id=CellId(uuid4()),
        party_id=EMPLOYER,
        direction=direction,
        information=Information.HOURS,
        until=until,
        status=status,
        ended_on=ended_on,
    )


def hours(*cells: CellRow) -> MatrixCell:
    """The cell for hours passed on to the employer."""
    rows = matrix_rows([party()], cells, TODAY)
    return next(one for one in rows[0].cells if one.information is Information.HOURS)


def test_a_party_shows_the_row_that_makes_sense_before_anything_is_given() -> None:
    rows = matrix_rows([party(), party(PartyKind.GP, 2)], [], TODAY)
    assert [(row.party.facts.kind, row.direction) for row in rows] == [
        (PartyKind.EMPLOYER, Direction.PASS_ON),
        (PartyKind.EMPLOYER, Direction.TAKE_PART),
        (PartyKind.GP, Direction.OBTAIN),
        (PartyKind.GP, Direction.FEEDBACK),
    ]


def test_a_row_is_there_once_something_was_given_in_it() -> None:
    rows = matrix_rows([party()], [cell(direction=Direction.TAKE_PART)], TODAY)
    assert [row.direction for row in rows] == [Direction.PASS_ON, Direction.TAKE_PART]


def test_nothing_said_is_none() -> None:
    assert hours().state is CellState.NONE
    assert hours().words()[0] == "None"
    assert not hours().holds


def test_what_is_given_says_until_when() -> None:
    given = hours(cell())
    assert (given.state, given.words()) == (CellState.GIVEN, ("to 20 Feb", "to\n20 Feb"))
    assert given.sentence() == "Given until 20 February 2027."


def test_a_whole_year_ahead_says_the_year_too() -> None:
    words = hours(cell(until=date(2027, 9, 9))).words()
    assert words == ("to 9 Sep 2027", "to\n09/09/27")


@pytest.mark.parametrize(
    ("until", "state"),
    [(date(2026, 10, 9), CellState.SOON), (date(2026, 10, 10), CellState.GIVEN)],
)
def test_thirty_days_before_its_end_a_cell_counts_the_days(until: date, state: CellState) -> None:
    assert hours(cell(until=until)).state is state


def test_the_days_left_are_counted() -> None:
    assert hours(cell(until=date(2026, 9, 30))).words()[0] == "21 days"
    assert hours(cell(until=date(2026, 9, 10))).words()[0] == "1 day"


def test_what_was_withdrawn_says_when() -> None:
    back = hours(cell(ConsentStatus.WITHDRAWN, ended_on=date(2026, 9, 2)))
    assert (back.state, back.words()[0]) == (CellState.WITHDRAWN, "Off 2/9")
    assert back.words()[1] == "Off\n2 Sep"
    assert not back.holds


def test_what_ran_out_says_when() -> None:
    over = hours(cell(ConsentStatus.EXPIRED, until=date(2026, 9, 1)))
    assert (over.state, over.sentence()) == (CellState.EXPIRED, "Ran out on 1 September 2026.")


def test_a_new_yes_counts_more_than_an_old_withdrawal() -> None:
    old = cell(ConsentStatus.WITHDRAWN, ended_on=date(2026, 9, 2))
    assert hours(cell(), old).state is CellState.GIVEN


def test_the_last_end_counts() -> None:
    first = cell(ConsentStatus.EXPIRED, until=date(2026, 8, 1))
    last = cell(ConsentStatus.WITHDRAWN, ended_on=date(2026, 9, 2))
    assert hours(last, first).state is CellState.WITHDRAWN


def test_a_cell_is_read_aloud_whole() -> None:
    row = matrix_rows([party()], [cell()], TODAY)[0]
    said = row.spoken(next(one for one in row.cells if one.holds))
    assert said == "employer 1, Pass on, Hours: Given until 20 February 2027."


def test_in_danish_a_cell_says_it_in_danish() -> None:
    use_language("da")
    assert hours(cell()).words()[0] == "til 20. feb."
    assert hours(cell(until=date(2027, 9, 9))).words() == ("til 9. sep. 2027", "til\n09.09.27")
    assert hours(cell(ConsentStatus.WITHDRAWN, ended_on=date(2026, 9, 2))).words()[0] == (
        "Trukket 2/9"
    )


@pytest.mark.parametrize(
    ("status", "state", "said", "sentence"),
    [
        (ConsentStatus.REFUSED, CellState.REFUSED, "No 2/9", "The citizen said no on"),
        (ConsentStatus.WITHDRAWN, CellState.WITHDRAWN, "Off 2/9", "Withdrawn on"),
        (ConsentStatus.INVALID, CellState.INVALID, "Wrong 2/9", "Recorded by mistake"),
        (ConsentStatus.FULFILLED, CellState.FULFILLED, "Done 2/9", "the purpose was reached"),
    ],
)
def test_each_end_has_its_own_state_words_and_look(
    status: ConsentStatus, state: CellState, said: str, sentence: str
) -> None:
    ended = hours(cell(status, ended_on=date(2026, 9, 2)))
    assert (ended.state, ended.words()[0]) == (state, said)
    assert sentence in ended.sentence()
    assert not ended.holds


def test_no_two_states_look_or_mean_the_same() -> None:
    assert len({LOOKS[state][3] for state in CellState}) == len(CellState)
    effects = {
        MatrixCell(information=Information.HOURS, state=state, cell=None, today=TODAY).effect()
        for state in CellState
    }
    assert len(effects) == len(CellState)


def test_of_one_day_what_was_taken_back_counts_and_not_what_it_replaced() -> None:
    day = date(2026, 9, 9)
    replaced = cell(ConsentStatus.FULFILLED, ended_on=day)
    taken = cell(ConsentStatus.WITHDRAWN, ended_on=day)
    assert hours(taken, replaced).state is CellState.WITHDRAWN
