"""What the consent matrix shows: a row per party and direction, a cell per kind of information."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from app.domain.consent import (
    DIRECTION_LABELS,
    INFORMATION_LABELS,
    WARN_DAYS,
    CellRow,
    ConsentStatus,
    Direction,
    Information,
)
from app.domain.language import N_, _, ngettext
from app.domain.party import USUAL_WAYS, PartyRow
from app.domain.words import long_day, numeric_day, short_day, tight_day

_CLEAR_WITHOUT_YEAR = 330  # days: further ahead a day and a month could be this year's too


class CellState(Enum):
    """What a cell says; only `GIVEN` and `SOON` allow anything."""

    NONE = auto()
    GIVEN = auto()
    SOON = auto()
    REFUSED = auto()
    WITHDRAWN = auto()
    EXPIRED = auto()
    INVALID = auto()
    FULFILLED = auto()


_STATES: dict[ConsentStatus, CellState] = {
    ConsentStatus.REFUSED: CellState.REFUSED,
    ConsentStatus.WITHDRAWN: CellState.WITHDRAWN,
    ConsentStatus.EXPIRED: CellState.EXPIRED,
    ConsentStatus.INVALID: CellState.INVALID,
    ConsentStatus.FULFILLED: CellState.FULFILLED,
}
_ENDED: dict[CellState, str] = {
    # i18n: Danish: »Trukket 2/9«
    CellState.WITHDRAWN: N_("Off {day}"),
    # i18n: Danish: »Nej 2/9«
    CellState.REFUSED: N_("No {day}"),
    # i18n: Danish: »Fejl 2/9«
    CellState.INVALID: N_("Wrong {day}"),
    # i18n: Danish: »Nået 2/9«
    CellState.FULFILLED: N_("Done {day}"),
}
_ENDED_ON: dict[CellState, str] = {
    CellState.WITHDRAWN: N_("Withdrawn on {day}."),
    CellState.REFUSED: N_("The citizen said no on {day}."),
    CellState.INVALID: N_("Recorded by mistake; that was seen on {day}. It never held."),
    CellState.FULFILLED: N_("Ended on {day}: the purpose was reached."),
}
_EFFECTS: dict[CellState, str] = {
    CellState.NONE: N_("It is closed until the citizen says yes."),
    CellState.GIVEN: N_("It is open, for this purpose and no other."),
    CellState.SOON: N_("It is open. Ask the citizen in good time whether it may go on."),
    CellState.REFUSED: N_("It stays closed. Ask again only if the citizen brings it up."),
    CellState.WITHDRAWN: N_("It is closed. What was lawfully shared before stays listed."),
    CellState.EXPIRED: N_("It closed by itself. Ask the citizen before you go on."),
    CellState.INVALID: N_("It is closed. What was shared on it is listed with what was stopped."),
    CellState.FULFILLED: N_("It closed with its purpose. For another one, ask the citizen anew."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """One cell: its state, and the cell of the file behind it if it was ever filled."""

    information: Information
    state: CellState
    cell: CellRow | None
    today: date

    @property
    def holds(self) -> bool:
        """Whether it allows anything today."""
        return self.state in (CellState.GIVEN, CellState.SOON)

    def words(self) -> tuple[str, str]:
        """Return the few words in the cell: in one line, and in two for a narrow one."""
        if self.cell is None or self.state is CellState.NONE:
            return _("None"), "–"  # i18n: Danish: »Ingen«
        until, ended = self.cell.until, self.cell.ended_on or self.cell.until
        if self.state is CellState.GIVEN:
            # i18n: Danish: »til 20. feb.«
            return self._in_both(_("to {day}"), until, short_day(until))
        if self.state is CellState.SOON:
            days = (until - self.today).days
            said = ngettext("{n} day", "{n} days", days).format(n=days)
            return said, _in_two(said)
        if self.state is CellState.EXPIRED:
            return self._in_both(_("Over {day}"), until, tight_day(until))
        return self._in_both(_(_ENDED[self.state]), ended, tight_day(ended))

    def _in_both(self, said: str, day: date, in_line: str) -> tuple[str, str]:
        """Return the words with their day. The longest consent ends on this very day next year,
        and must not read as today: a day so far off has its year."""
        if abs((day - self.today).days) > _CLEAR_WITHOUT_YEAR:
            in_year = _in_two(said.format(day=numeric_day(day)))
            return said.format(day=f"{short_day(day)} {day.year}"), in_year
        return said.format(day=in_line), _in_two(said.format(day=short_day(day)))

    def sentence(self) -> str:
        """Return the whole state, for reading aloud and for the cell's own window."""
        if self.cell is None or self.state is CellState.NONE:
            return _("Not given.")
        if self.holds:
            return _("Given until {day}.").format(day=long_day(self.cell.until))
        if self.state is CellState.EXPIRED:
            return _("Ran out on {day}.").format(day=long_day(self.cell.until))
        ended = self.cell.ended_on or self.cell.until
        return _(_ENDED_ON[self.state]).format(day=long_day(ended))

    def effect(self) -> str:
        """Return what the state means for what may be done."""
        return _(_EFFECTS[self.state])


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One row: a party, a direction, six cells."""

    party: PartyRow
    direction: Direction
    cells: tuple[MatrixCell, ...]

    @property
    def holds(self) -> bool:
        """Whether any cell of the row allows anything today."""
        return any(cell.holds for cell in self.cells)

    def spoken(self, cell: MatrixCell) -> str:
        """Return what a screen reader says of a cell of this row."""
        return _("{party}, {direction}, {information}: {state}").format(
            party=self.party.facts.name,
            direction=_(DIRECTION_LABELS[self.direction]),
            information=_(INFORMATION_LABELS[cell.information]),
            state=cell.sentence(),
        )


def matrix_rows(
    parties: Sequence[PartyRow], cells: Sequence[CellRow], today: date
) -> tuple[MatrixRow, ...]:
    """Return the rows that hold or held something, and those that make sense for each party."""
    return tuple(
        MatrixRow(
            party=party,
            direction=direction,
            cells=tuple(_cell(mine, information, today) for information in Information),
        )
        for party in parties
        for direction, mine in _directions(party, cells)
    )


def _directions(party: PartyRow, cells: Sequence[CellRow]) -> list[tuple[Direction, list[CellRow]]]:
    found = [
        (direction, [cell for cell in cells if _place(cell) == (party.id, direction)])
        for direction in (
            Direction.PASS_ON,
            Direction.OBTAIN,
            Direction.FEEDBACK,
            Direction.TAKE_PART,
        )
    ]
    sensible = USUAL_WAYS[party.facts.kind]
    return [(direction, mine) for direction, mine in found if mine or direction in sensible]


def _place(cell: CellRow) -> tuple[object, Direction]:
    return cell.party_id, cell.direction


def _cell(cells: Sequence[CellRow], information: Information, today: date) -> MatrixCell:
    """Return the cell that counts: a live one, else the one that ended last."""
    mine = [cell for cell in cells if cell.information is information]
    live = [cell for cell in mine if cell.status is ConsentStatus.LIVE]
    ended = sorted(mine, key=_ended)
    counts = next(iter(live or ended[-1:]), None)
    return MatrixCell(
        information=information, state=_state(counts, today), cell=counts, today=today
    )


def _ended(cell: CellRow) -> tuple[date, bool]:
    """Return what sorts the one that ended last to the end; of a day, the replaced one first."""
    return cell.ended_on or cell.until, cell.status is not ConsentStatus.FULFILLED


def _state(cell: CellRow | None, today: date) -> CellState:
    if cell is None:
        return CellState.NONE
    if cell.status is ConsentStatus.LIVE:
        soon = (cell.until - today).days <= WARN_DAYS
        return CellState.SOON if soon else CellState.GIVEN
    return _STATES[cell.status]


def _in_two(said: str) -> str:
    return said.replace(" ", "\n", 1)
