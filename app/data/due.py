"""Whose time may be over: asked of everybody at once, so that a day begins fast however many there
are. Each one found is looked at closely afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import text
from sqlmodel import Session, col, select

from app.data.consent import CitizenRecord, ConsentRecord
from app.domain.consent import ConsentStatus

# With something stored as live whose day is over, or without anything that holds. Which index is
# used is said: the one by day would be read from end to end for each person.
_LAPSED = text("""
    citizen.id IN (
        SELECT citizen_id FROM consent WHERE status = 'live' AND expires_on < :today
        UNION SELECT c.citizen_id FROM consent_cell x JOIN consent c ON c.id = x.consent_id
        WHERE x.status = 'live' AND x.until < :today)
    OR NOT EXISTS (
        SELECT 1 FROM consent c INDEXED BY consent_of_person
        WHERE c.citizen_id = citizen.id AND c.status = 'live' AND c.expires_on >= :today)
""")
# All of whose follow-ups ended before the one day, or no consent of whom held after the other. What
# is stored as live has not ended, so its last day is when it falls.
_OVER = text("""
    citizen.restricted_at IS NULL AND (
        EXISTS (SELECT 1 FROM followup f WHERE f.citizen_id = citizen.id)
        AND NOT EXISTS (
            SELECT 1 FROM followup f
            WHERE f.citizen_id = citizen.id AND (f.ended_on IS NULL OR f.ended_on >= :ended))
        OR NOT EXISTS (
            SELECT 1 FROM consent c INDEXED BY consent_of_person
            WHERE c.citizen_id = citizen.id AND c.status = 'live' AND c.expires_on >= :fell)
        AND NOT EXISTS (
            SELECT 1 FROM consent c WHERE c.citizen_id = citizen.id
            AND min(c.expires_on, coalesce(c.ended_on, c.expires_on)) >= :fell))
""")


def find_lapsed(session: Session, today: date) -> Sequence[CitizenRecord]:
    """Return the citizens of whose consents something has run out, by name."""
    query = select(CitizenRecord).where(_LAPSED.bindparams(today=today.isoformat()))
    return session.exec(query.order_by(col(CitizenRecord.name))).all()


def find_over(session: Session, ended: date, fell: date) -> Sequence[CitizenRecord]:
    """Return the citizens whose follow-ups ended before `ended`, or whose last consent fell before
    `fell`, by name; whoever is restricted stays, and is left out."""
    days = {"ended": ended.isoformat(), "fell": fell.isoformat()}
    query = select(CitizenRecord).where(_OVER.bindparams(**days))
    return session.exec(query.order_by(col(CitizenRecord.name))).all()


def find_relayed(session: Session) -> Sequence[tuple[CitizenRecord, ConsentRecord]]:
    """Return the citizens with a relayed yes that is stored as live, by name, and that yes."""
    query = (
        select(CitizenRecord, ConsentRecord)
        .join(ConsentRecord, col(ConsentRecord.citizen_id) == col(CitizenRecord.id))
        .where(
            text("consent.kind = 'relayed'"),  # word for word as the index of them has it
            ConsentRecord.status == ConsentStatus.LIVE,
        )
    )
    order = (col(CitizenRecord.name), col(ConsentRecord.given_on), col(ConsentRecord.id))
    return session.exec(query.order_by(*order)).all()
