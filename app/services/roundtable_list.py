"""The lines of the list of roundtables: a few questions for all of them, none for each."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from app.data.roundtable_list import (
    Listed,
    Seated,
    employers_at_tables,
    find_listed,
    seated_of_several,
)
from app.domain.followup import FollowupId
from app.domain.roundtable import RoundtableId, RoundtableRow, employer_of_plan


def listed_rows(session: Session) -> tuple[RoundtableRow, ...]:
    """Return the newest version of every roundtable, newest day first."""
    employers = employers_at_tables(session)
    several = any(len(mine) > 1 for mine in employers.values())
    seats = seated_of_several(session) if several else frozenset()
    return tuple(
        _row(one, employers.get(one.citizen_id, {}), seats) for one in find_listed(session)
    )


def _row(one: Listed, employers: dict[UUID, str], seats: frozenset[Seated]) -> RoundtableRow:
    seated = [party for party in employers if (one.id, party) in seats]
    employer = employer_of_plan(list(employers), seated)
    return RoundtableRow(
        id=RoundtableId(one.id),
        followup_id=FollowupId(one.followup_id),
        citizen=one.citizen,
        employer="" if employer is None else employers[employer],
        day=one.day,
        at=one.at,
        place=one.place,
        status=one.status,
        version=one.version,
        review_on=one.review_on,
    )
