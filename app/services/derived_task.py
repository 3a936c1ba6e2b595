"""What is to be done because of a consent, an agreement or a visit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sqlmodel import Session

from app.data.flag import FlagRecord
from app.data.followup import FollowupRecord
from app.data.measure import find_asked
from app.data.roundtable import AgreementRecord, find_parts
from app.data.visit import find_visits
from app.domain.consent import DIRECTION_LABELS, WARN_DAYS, CellRow, Direction, PartyId
from app.domain.derived_task import DerivedFrom, DerivedTask
from app.domain.language import _
from app.domain.visit import VisitStatus
from app.services.agreed import newest_final
from app.services.citizen import live_cells, party_rows

AHEAD = timedelta(days=WARN_DAYS)
BEFORE_REVIEW = timedelta(days=7)  # an adjustment that was asked about then has been looked at


def derived_tasks(
    session: Session, followup: FollowupRecord, today: date
) -> tuple[DerivedTask, ...]:
    """Return them by day; none of a follow-up that has ended."""
    if followup.ended_on is not None:
        return ()
    cells = live_cells(session, followup.citizen_id, today)
    found = [
        *_renewals(session, followup, cells, today),
        *_reviews(session, followup, today),
        *_feedback(session, followup, cells, today),
    ]
    return tuple(sorted(found, key=lambda task: (task.due_on, task.what)))


def _renewals(
    session: Session, followup: FollowupRecord, cells: tuple[CellRow, ...], today: date
) -> Iterator[DerivedTask]:
    """Yield what to ask again about, one for each party and direction."""
    names = {party.id: party.facts.name for party in party_rows(session, followup.citizen_id)}
    ends: dict[tuple[PartyId, Direction], date] = {}
    for cell in cells:
        if cell.until <= today + AHEAD:
            place = (cell.party_id, cell.direction)
            ends[place] = min(cell.until, ends.get(place, cell.until))
    for (party_id, direction), until in ends.items():
        text = _("Ask for the consent again: {party}, {direction}")
        yield DerivedTask(
            source=DerivedFrom.CONSENT,
            what=text.format(
                party=names[party_id], direction=_(DIRECTION_LABELS[direction]).lower()
            ),
            due_on=until,
            party_id=party_id,
            direction=direction,
        )


def _reviews(session: Session, followup: FollowupRecord, today: date) -> Iterator[DerivedTask]:
    """Yield the adjustments to look at, until a measure has asked about them."""
    final = newest_final(session, followup)
    if final is None:
        return
    asked = find_asked(session, followup.id)
    for agreement in find_parts(session, AgreementRecord, final.id):
        soon = agreement.review_on <= today + AHEAD
        since = agreement.review_on - BEFORE_REVIEW
        seen = any(said == agreement.adjustment and day >= since for said, day in asked)
        if soon and not seen:
            text = _("Look at the adjustment: {adjustment}")
            yield DerivedTask(
                source=DerivedFrom.AGREEMENT,
                what=text.format(adjustment=agreement.adjustment),
                due_on=agreement.review_on,
            )


def _feedback(
    session: Session, followup: FollowupRecord, cells: tuple[CellRow, ...], today: date
) -> Iterator[DerivedTask]:
    """Yield the feedback the citizen lets the doctor have at the next visit. Neither the flag nor
    its practice is named."""
    flag = session.get(FlagRecord, followup.flag_id) if followup.flag_id else None
    if flag is None or not any(cell.direction is Direction.FEEDBACK for cell in cells):
        return
    days = [
        visit.start.date()
        for visit in find_visits(
            session, practice_id=flag.practice_id, statuses=(VisitStatus.PLANNED,)
        )
        if visit.start.date() >= today
    ]
    if days:
        what = _("Tell the doctor at the next visit what the citizen lets you tell")
        yield DerivedTask(source=DerivedFrom.VISIT, what=what, due_on=min(days))
