"""What is to be done because of a consent, an agreement or a visit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sqlmodel import Session

from app.data.flag import FlagRecord
from app.data.measure import find_asked
from app.data.roundtable import AgreementRecord, find_parts
from app.data.visit import find_visits
from app.domain.consent import DIRECTION_LABELS, WARN_DAYS, Direction, PartyId
from app.domain.derived_task import DerivedFrom, DerivedTask
from app.domain.language import _
from app.domain.visit import VisitStatus
from app.services.person import Person

AHEAD = timedelta(days=WARN_DAYS)
BEFORE_REVIEW = timedelta(days=7)  # an adjustment that was asked about then has been looked at


def derived_tasks(session: Session, person: Person) -> tuple[DerivedTask, ...]:
    """Return them by day; none of a follow-up that has ended."""
    if person.followup.ended_on is not None:
        return ()
    found = [*_renewals(person), *_reviews(session, person), *_feedback(session, person)]
    return tuple(sorted(found, key=lambda task: (task.due_on, task.what)))


def _renewals(person: Person) -> Iterator[DerivedTask]:
    """Yield what to ask again about, one for each party and direction."""
    names = {party.id: party.name for party in person.parties}
    ends: dict[tuple[PartyId, Direction], date] = {}
    for cell in person.live_cells:
        if cell.until <= person.today + AHEAD:
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


def _reviews(session: Session, person: Person) -> Iterator[DerivedTask]:
    """Yield the adjustments to look at, until a measure has asked about them."""
    agreed = () if person.final is None else find_parts(session, AgreementRecord, person.final.id)
    soon = [one for one in agreed if one.review_on <= person.today + AHEAD]
    asked = find_asked(session, person.followup.id) if soon else ()
    for agreement in soon:
        since = agreement.review_on - BEFORE_REVIEW
        if not any(said == agreement.adjustment and day >= since for said, day in asked):
            text = _("Look at the adjustment: {adjustment}")
            yield DerivedTask(
                source=DerivedFrom.AGREEMENT,
                what=text.format(adjustment=agreement.adjustment),
                due_on=agreement.review_on,
            )


def _feedback(session: Session, person: Person) -> Iterator[DerivedTask]:
    """Yield the feedback the citizen lets the doctor have at the next visit. Neither the flag nor
    its practice is named."""
    flag_id = person.followup.flag_id
    if flag_id is None or not any(
        cell.direction is Direction.FEEDBACK for cell in person.live_cells
    ):
        return
    practice_id = session.get_one(FlagRecord, flag_id).practice_id
    ahead = find_visits(
        session, practice_id=practice_id, statuses=(VisitStatus.PLANNED,), first=person.today
    )
    if ahead:
        what = _("Tell the doctor at the next visit what the citizen lets you tell")
        yield DerivedTask(source=DerivedFrom.VISIT, what=what, due_on=ahead[0].start.date())
