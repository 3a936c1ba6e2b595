"""What each citizen let others know: once before, and now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from uuid import UUID, uuid4

from sqlmodel import Session, col, update

from app.data.consent import CellRecord, ConsentRecord
from app.demo.decade.people import Followed, giving
from app.demo.decade.story import Story, write
from app.domain.consent import CitizenId, ConsentStatus, Direction, Information, PartyId
from app.domain.grant import GrantFacts
from app.domain.purpose import Purpose
from app.services.consent_record import granted_record

HOLDS = 180  # days
EARLIER = 400  # days ago
_NOW = 150  # days ago, at most
_PLACES = (
    (0, Direction.PASS_ON, Purpose.PLAN, (Information.FUNCTION, Information.HOURS)),
    (0, Direction.TAKE_PART, Purpose.ROUNDTABLE, (Information.CONSIDERATIONS,)),
    (1, Direction.OBTAIN, Purpose.ABILITY, (Information.DURATION,)),
)

Grant = tuple[ConsentRecord, list[CellRecord]]


def add_grants(session: Session, story: Story, everybody: Sequence[Followed]) -> None:
    """Write the consents and their cells. A cell needs a consent that holds, so those that ran out
    long ago are ended afterwards."""
    grants = [grant for one in everybody for grant in _grants(story, one)]
    over = [consent.id for consent, _cells in grants if consent.expires_on < story.today]
    write(session, [consent for consent, _cells in grants])
    write(session, [cell for _consent, cells in grants for cell in cells])
    for first in range(0, len(over), 500):
        _end(session, over[first : first + 500])


def _grants(story: Story, one: Followed) -> Iterator[Grant]:
    for place, direction, purpose, information in _PLACES:
        for day in _days(story, one):
            facts = GrantFacts(
                party_id=PartyId(one.parties[place]),
                direction=direction,
                information=information,
                until=day + timedelta(days=HOLDS),
                giving=giving(day),
                purpose_code=purpose,
                purpose="",
                hold_back="",
                hold_back_why="",
            )
            consent = granted_record(facts, CitizenId(one.citizen_id))
            yield consent, [_cell(story, consent, facts, kind) for kind in information]


def _days(story: Story, one: Followed) -> Iterator[date]:
    if one.started_on < story.ago(EARLIER):
        yield story.ago(EARLIER)
    yield max(one.started_on, story.ago(one.number * 7 % _NOW))


def _cell(story: Story, consent: ConsentRecord, facts: GrantFacts, kind: Information) -> CellRecord:
    over = facts.until < story.today
    return CellRecord(
        id=uuid4(),
        consent_id=consent.id,
        party_id=facts.party_id,
        direction=facts.direction,
        information=kind,
        until=facts.until,
        status=ConsentStatus.EXPIRED if over else ConsentStatus.LIVE,
        ended_on=facts.until if over else None,
    )


def _end(session: Session, consent_ids: Sequence[UUID]) -> None:
    over = {"status": ConsentStatus.EXPIRED, "ended_on": ConsentRecord.expires_on}
    session.exec(update(ConsentRecord).where(col(ConsentRecord.id).in_(consent_ids)).values(over))
