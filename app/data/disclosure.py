"""What left the machine: tables, and the questions asked of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Index
from sqlmodel import Field, Session, SQLModel, col, select

from app.data.columns import UidText, coded, key, link, moment, words
from app.domain.consent import Direction, Information


class Basis(StrEnum):
    """Why it may leave: a consent, to the person themselves, or because it speaks of nobody."""

    CONSENT = "consent"
    SELF = "self"
    NONE = "none"


class DisclosureRecord(SQLModel, table=True):
    """One thing that left: what, to whom, when, on what basis, and the file's hash."""

    __tablename__ = "disclosure"
    __table_args__ = (Index("disclosure_of_person", "citizen_id"),)

    id: UUID = key()
    basis: Basis = coded(Basis)
    consent_id: UUID | None = link("consent.id", nullable=True)
    citizen_id: UUID | None = link("citizen.id", nullable=True)
    party_id: UUID | None = link("party.id", nullable=True)
    direction: Direction | None = coded(Direction, nullable=True)
    paper: str = words()
    file_name: str = words()
    at: datetime = moment()
    sha256: str = words()


class DisclosureCellRecord(SQLModel, table=True):
    """One consent cell a disclosure rests on; written before the disclosure itself."""

    __tablename__ = "disclosure_cell"

    disclosure_id: UUID = Field(
        sa_column=Column(
            UidText,
            ForeignKey("disclosure.id", ondelete="CASCADE", deferrable=True, initially="DEFERRED"),
            primary_key=True,
        )
    )
    cell_id: UUID = Field(
        sa_column=Column(
            UidText, ForeignKey("consent_cell.id", ondelete="CASCADE"), primary_key=True
        )
    )
    information: Information = coded(Information)


def find_disclosures(session: Session, citizen_id: UUID) -> Sequence[DisclosureRecord]:
    """Return what left about a citizen, newest first."""
    query = select(DisclosureRecord).where(DisclosureRecord.citizen_id == citizen_id)
    return session.exec(query.order_by(col(DisclosureRecord.at).desc())).all()


def cells_of(session: Session, disclosure_id: UUID) -> Sequence[DisclosureCellRecord]:
    """Return the consent cells that a disclosure rests on."""
    query = select(DisclosureCellRecord)
    return session.exec(query.where(DisclosureCellRecord.disclosure_id == disclosure_id)).all()


def was_told(session: Session, party_id: UUID) -> bool:
    """Return whether a paper was ever handed to the party."""
    query = select(DisclosureRecord.id).where(DisclosureRecord.party_id == party_id)
    return session.exec(query).first() is not None


def is_noted(
    session: Session, paper: str, file_name: str, sha256: str, citizen_id: UUID | None
) -> bool:
    """Return whether this very file left under this name, about this citizen or about nobody."""
    query = (
        select(DisclosureRecord.id)
        .where(DisclosureRecord.paper == paper)
        .where(DisclosureRecord.file_name == file_name)
        .where(DisclosureRecord.sha256 == sha256)
        .where(DisclosureRecord.citizen_id == citizen_id)
    )
    return session.exec(query).first() is not None


def count_files(session: Session, prefix: str) -> int:
    """Return how many files with this beginning of the name have left."""
    query = select(DisclosureRecord.id).where(
        col(DisclosureRecord.file_name).startswith(prefix, autoescape=True)
    )
    return len(session.exec(query).all())
