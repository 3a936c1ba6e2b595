"""What the employer may not read, and why."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from app.domain.audience import Reader, may_read
from app.domain.consent import INFORMATION_LABELS, Direction, Information
from app.domain.language import N_, _
from app.domain.roundtable import RoundtableSheet
from app.domain.words import long_day
from ui.consent.matrix_rows import CellState, MatrixCell, MatrixRow

_RAN_OUT = N_("The consent to pass on {kind} ran out on {day}.")
_REASONS: dict[CellState, str] = {
    CellState.WITHDRAWN: N_("The citizen took back the consent to pass on {kind} on {day}."),
    CellState.REFUSED: N_("The citizen said no on {day} to passing on {kind}."),
    CellState.INVALID: N_("The consent to pass on {kind} was a mistake, as was seen on {day}."),
    CellState.FULFILLED: N_("The consent to pass on {kind} ended with its purpose on {day}."),
}


def written_kinds(
    sheet: RoundtableSheet, reader: Reader = Reader.EMPLOYER
) -> tuple[Information, ...]:
    """Return the kinds of information the roundtable holds something of for this reader."""
    lines = [row for row in sheet.agreements if may_read(reader, row.facts.audience)]
    said = [
        row for row in sheet.remarks if may_read(reader, row.facts.audience, held=row.facts.held)
    ]
    plan = reader is not Reader.DOCTOR and (sheet.actions or sheet.facts.colleagues_told)
    filled = {
        Information.FUNCTION: bool(lines),
        Information.CONSIDERATIONS: bool(lines or said or plan),
        Information.HOURS: bool(sheet.steps),
        Information.DURATION: bool(sheet.facts.duration),
        Information.SCHEMES: bool(sheet.schemes),
    }
    return tuple(kind for kind in Information if filled.get(kind, False))


def left_out(sheet: RoundtableSheet) -> tuple[Information, ...]:
    """Return what is written but not covered."""
    return tuple(kind for kind in written_kinds(sheet) if kind not in sheet.employer_may_see)


def employer_row(rows: Sequence[MatrixRow], employer_id: UUID | None) -> MatrixRow | None:
    """Return the row of the matrix that decides what the employer may read."""
    for row in rows:
        if row.party.id == employer_id and row.direction is Direction.PASS_ON:
            return row
    return None


def why_blocked(kind: Information, row: MatrixRow | None) -> str:
    """Return one sentence on why the employer may not read `kind`, and what becomes of it."""
    # i18n: Danish: »… Feltet bliver i din egen sag og er udeladt i planen til arbejdsgiver.«
    kept = _("It stays in your own file and is left out of the employer's plan.")
    return f"{_reason(kind, row)} {kept}"


def _reason(kind: Information, row: MatrixRow | None) -> str:
    name = _(INFORMATION_LABELS[kind]).lower()
    cell = _cell(kind, row)
    if cell is None or cell.cell is None:
        return _("The consent does not cover passing on {kind}.").format(kind=name)
    ended = cell.cell.ended_on or cell.cell.until
    day = long_day(cell.cell.until if cell.state is CellState.EXPIRED else ended)
    reason = _REASONS.get(cell.state, _RAN_OUT)
    return _(reason).format(kind=name, day=day)


def _cell(kind: Information, row: MatrixRow | None) -> MatrixCell | None:
    if row is None:
        return None
    return next((cell for cell in row.cells if cell.information is kind), None)
