"""What of everybody's consents ends soon, for Today."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlmodel import Session

from app.data.expiring import Ending, find_ending_cells, find_ending_together
from app.domain.consent import CitizenId, Direction, ExpiringRow, Information

_Group = tuple[UUID | None, Direction | None, date]


def expiring_rows(session: Session, today: date, last: date) -> tuple[ExpiringRow, ...]:
    """Return what ends by `last`, the first to end first: the yes to working together, and one row
    per party, direction and day."""
    groups: dict[_Group, list[Ending]] = {}
    for cell in find_ending_cells(session, today, last):
        groups.setdefault((cell.party_id, cell.direction, cell.until), []).append(cell)
    rows = [_row(one, ()) for one in find_ending_together(session, today, last)]
    for cells in groups.values():
        kinds = {cell.information for cell in cells}
        rows.append(_row(cells[0], tuple(kind for kind in Information if kind in kinds)))
    return tuple(sorted(rows, key=lambda row: (row.until, row.citizen, row.party)))


def _row(one: Ending, information: tuple[Information, ...]) -> ExpiringRow:
    return ExpiringRow(
        citizen_id=CitizenId(one.citizen_id),
        followup_id=one.followup_id,
        citizen=one.citizen,
        party=one.party,
        direction=one.direction,
        information=information,
        until=one.until,
    )
