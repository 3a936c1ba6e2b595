"""Consents that fell, in the file: tables, and the questions asked of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Index, Integer
from sqlmodel import Field, Session, SQLModel, col, select

from app.data.columns import UidText, a_day, coded, key, link, whole, words, yes_no
from app.data.consent import CellRecord, PartyRecord
from app.data.disclosure import DisclosureCellRecord, DisclosureRecord
from app.data.found import found
from app.domain.consent_fall import FallId, FallKind, Route, StopKind
from app.domain.language import _


class FallRecord(SQLModel, table=True):
    """One time a consent fell, and what of it is counted."""

    __tablename__ = "consent_fall"
    __table_args__ = (Index("consent_fall_citizen", "citizen_id"),)

    id: UUID = key()
    citizen_id: UUID = link("citizen.id")
    consent_id: UUID | None = link("consent.id", nullable=True)  # of an invalid one
    kind: FallKind = coded(FallKind)
    day: date = a_day()
    route: Route | None = coded(Route, nullable=True)
    everything: int = yes_no()
    cells: int = whole()
    forms: int = whole()
    links: int = whole()


class StopRecord(SQLModel, table=True):
    """One thing that stopped with it, in its place in the list."""

    __tablename__ = "consent_fall_stop"

    fall_id: UUID = Field(
        sa_column=Column(
            UidText, ForeignKey("consent_fall.id", ondelete="CASCADE"), primary_key=True
        )
    )
    place: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    kind: StopKind = coded(StopKind)
    words: str = words()
    day: date | None = a_day(nullable=True)


class ToldRecord(SQLModel, table=True):
    """One party to be told, and when it was."""

    __tablename__ = "consent_fall_told"

    fall_id: UUID = Field(
        sa_column=Column(
            UidText, ForeignKey("consent_fall.id", ondelete="CASCADE"), primary_key=True
        )
    )
    party_id: UUID = Field(
        sa_column=Column(UidText, ForeignKey("party.id", ondelete="CASCADE"), primary_key=True)
    )
    told_on: date | None = a_day(nullable=True)


def get_fall(session: Session, fall_id: FallId) -> FallRecord:
    """Return the fall, or raise `NotFound`."""
    return found(session.get(FallRecord, fall_id), _("This person is no longer in the file."))


def find_falls(session: Session, citizen_id: UUID) -> Sequence[FallRecord]:
    """Return what fell of a citizen's consents, newest first."""
    query = select(FallRecord).where(FallRecord.citizen_id == citizen_id)
    return session.exec(query.order_by(col(FallRecord.day).desc(), col(FallRecord.id))).all()


def find_stops(session: Session, fall_id: UUID) -> Sequence[StopRecord]:
    """Return what stopped with it, in order."""
    query = select(StopRecord).where(StopRecord.fall_id == fall_id)
    return session.exec(query.order_by(col(StopRecord.place))).all()


def find_told(session: Session, fall_id: UUID) -> Sequence[tuple[ToldRecord, str]]:
    """Return who is to be told, with the name of each."""
    query = (
        select(ToldRecord, PartyRecord.name)
        .join(PartyRecord, col(PartyRecord.id) == col(ToldRecord.party_id))
        .where(ToldRecord.fall_id == fall_id)
    )
    return session.exec(query.order_by(col(PartyRecord.name))).all()


def find_shared_on(session: Session, consent_id: UUID) -> Sequence[DisclosureRecord]:
    """Return what left on any cell of a consent, newest first."""
    on_them = (
        select(DisclosureCellRecord.disclosure_id)
        .join(CellRecord, col(CellRecord.id) == col(DisclosureCellRecord.cell_id))
        .where(CellRecord.consent_id == consent_id)
    )
    query = select(DisclosureRecord).where(col(DisclosureRecord.id).in_(on_them))
    return session.exec(query.order_by(col(DisclosureRecord.at).desc())).all()
