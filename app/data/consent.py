"""Citizens, consents, cells and parties in the file: tables, and the questions asked of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Session, SQLModel, col, select

from app.data.columns import a_day, coded, key, late_link, link, moment, whole, words, yes_no
from app.data.found import found
from app.domain.consent import (
    CitizenId,
    ConsentForm,
    ConsentKind,
    ConsentStatus,
    Direction,
    Information,
    ReachKind,
)
from app.domain.followup import Outcome
from app.domain.language import _
from app.domain.party import PartyKind
from app.domain.purpose import Purpose


class CitizenRecord(SQLModel, table=True):
    """One person who said yes; never stored without a consent."""

    __tablename__ = "citizen"

    id: UUID = key()
    name: str = words()
    reach_kind: ReachKind = coded(ReachKind)
    reach: str = words()
    safe_when: str = words()
    root_consent_id: UUID = late_link("consent.id")
    restricted_at: datetime | None = moment(nullable=True)
    no_ring: int = yes_no()


class ConsentRecord(SQLModel, table=True):
    """One act of consenting; its facts never change."""

    __tablename__ = "consent"
    __table_args__ = (
        Index("consent_of_person", "citizen_id", "status", "kind", "expires_on"),
        Index("consent_by_day", "status", "expires_on"),
        Index("consent_relayed", "status", sqlite_where=text("kind = 'relayed'")),
    )

    id: UUID = key()
    citizen_id: UUID = late_link("citizen.id", then="CASCADE")
    kind: ConsentKind = coded(ConsentKind)
    form: ConsentForm = coded(ConsentForm)
    status: ConsentStatus = coded(ConsentStatus)
    given_on: date = a_day()
    expires_on: date = a_day()
    ended_on: date | None = a_day(nullable=True)
    purpose: str = words()
    relayed_by: str = words()
    original_at: str = words()
    wording_version: int = whole()
    purpose_code: Purpose = coded(Purpose)
    received_by: str = words()
    received_place: str = words()
    told: str = words()
    wording_hash: str = words()
    hold_back: str = words()
    hold_back_why: str = words()


class PartyRecord(SQLModel, table=True):
    """One party of a citizen's follow-up."""

    __tablename__ = "party"
    __table_args__ = (Index("party_of_person", "citizen_id"),)

    id: UUID = key()
    citizen_id: UUID = link("citizen.id")
    kind: PartyKind = coded(PartyKind)
    name: str = words()
    person: str = words()
    phone: str = words()
    email: str = words()
    aim: str = words()
    next_step: str = words()
    next_on: date | None = a_day(nullable=True)
    drives: int = yes_no()
    aim_rung: Outcome | None = coded(Outcome, nullable=True)


class CellRecord(SQLModel, table=True):
    """One yes of the matrix: party, direction, information, until."""

    __tablename__ = "consent_cell"
    __table_args__ = (
        Index(
            "consent_cell_live",
            "party_id",
            "direction",
            "information",
            unique=True,
            sqlite_where=text("status = 'live'"),
        ),
        Index("consent_cell_of_person", "consent_id"),
        Index("consent_cell_by_day", "status", "until"),
    )

    id: UUID = key()
    consent_id: UUID = link("consent.id")
    party_id: UUID = link("party.id")
    direction: Direction = coded(Direction)
    information: Information = coded(Information)
    until: date = a_day()
    status: ConsentStatus = coded(ConsentStatus)
    ended_on: date | None = a_day(nullable=True)


def get_citizen(session: Session, citizen_id: CitizenId) -> CitizenRecord:
    """Return the citizen, or raise `NotFound`."""
    return found(session.get(CitizenRecord, citizen_id), _("This person is no longer in the file."))


def find_citizens(session: Session) -> Sequence[CitizenRecord]:
    """Return every citizen by name."""
    return session.exec(select(CitizenRecord).order_by(col(CitizenRecord.name))).all()


def known_names(session: Session) -> frozenset[str]:
    """Return the name of every citizen in the file: no flag may hold one."""
    return frozenset(session.exec(select(CitizenRecord.name)).all())


def find_consents(session: Session, citizen_id: UUID) -> Sequence[ConsentRecord]:
    """Return a citizen's consents, oldest first."""
    query = select(ConsentRecord).where(ConsentRecord.citizen_id == citizen_id)
    return session.exec(query.order_by(col(ConsentRecord.given_on), col(ConsentRecord.id))).all()


def find_cells(session: Session, citizen_id: UUID) -> Sequence[CellRecord]:
    """Return every cell a citizen ever filled, live ones last."""
    query = (
        select(CellRecord)
        .join(ConsentRecord, col(ConsentRecord.id) == col(CellRecord.consent_id))
        .where(ConsentRecord.citizen_id == citizen_id)
        .order_by(col(CellRecord.ended_on).is_(None), col(CellRecord.ended_on))
    )
    return session.exec(query).all()


def cells_of_consent(session: Session, consent_id: UUID) -> list[CellRecord]:
    """Return the cells of one act of consenting, whatever became of them."""
    return list(session.exec(select(CellRecord).where(CellRecord.consent_id == consent_id)))


def cells_about(session: Session, party_id: UUID) -> Sequence[CellRecord]:
    """Return every cell about one party, whatever became of it."""
    return session.exec(select(CellRecord).where(CellRecord.party_id == party_id)).all()


def find_parties(session: Session, citizen_id: UUID) -> Sequence[PartyRecord]:
    """Return a citizen's parties, in the order of the list of kinds, then by name."""
    query = select(PartyRecord).where(PartyRecord.citizen_id == citizen_id)
    order = list(PartyKind)
    return sorted(session.exec(query), key=lambda party: (order.index(party.kind), party.name))
