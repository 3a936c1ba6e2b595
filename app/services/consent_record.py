"""How an act of consenting is stored: relayed, granted, renewed; and closed when it is empty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from sqlmodel import Session, col, select

from app.data.audit import note_act
from app.data.consent import (
    CellRecord,
    CitizenRecord,
    ConsentRecord,
    PartyRecord,
    find_consents,
)
from app.domain.audit import Action, Word
from app.domain.consent import (
    CitizenId,
    ConsentForm,
    ConsentKind,
    ConsentStatus,
    Direction,
    Information,
    PartyId,
    RelayedFacts,
)
from app.domain.giving import GivingFacts, read_original
from app.domain.grant import GrantFacts
from app.domain.guard import About
from app.domain.language import _
from app.domain.problem import Refused
from app.domain.purpose import Purpose
from app.domain.renewal import RenewalFacts
from app.domain.settling import Settling
from app.services.consent_wording import wording_on


def relayed_records(facts: RelayedFacts) -> tuple[ConsentRecord, CitizenRecord]:
    """Return a relayed yes and the citizen it is about, neither stored yet."""
    citizen_id, consent_id = uuid4(), uuid4()
    consent = ConsentRecord(
        id=consent_id,
        citizen_id=citizen_id,
        kind=ConsentKind.RELAYED,
        form=facts.form,
        status=ConsentStatus.LIVE,
        given_on=facts.given_on,
        expires_on=facts.expires_on,
        relayed_by=facts.relayed_by,
        purpose_code=Purpose.FIRST_CONTACT,
        wording_version=wording_on(facts.given_on).version,  # none of it was said: it has no hash
    )
    citizen = CitizenRecord(
        id=citizen_id,
        name=facts.name,
        reach_kind=facts.reach_kind,
        reach=facts.reach,
        safe_when=facts.safe_when,
        root_consent_id=consent_id,
    )
    return consent, citizen


def granted_record(facts: GrantFacts, citizen_id: CitizenId) -> ConsentRecord:
    """Return a yes for one party and one direction, not stored yet."""
    return ConsentRecord(
        id=uuid4(),
        citizen_id=citizen_id,
        kind=ConsentKind.CONFIRMED,
        status=ConsentStatus.LIVE,
        expires_on=facts.until,
        purpose_code=facts.purpose_code,
        purpose=facts.purpose,
        hold_back=facts.hold_back,
        hold_back_why=facts.hold_back_why,
        **_given(facts.giving),
    )


def together_record(facts: RenewalFacts, citizen_id: UUID) -> ConsentRecord:
    """Return a yes to working together, not stored yet."""
    return ConsentRecord(
        id=uuid4(),
        citizen_id=citizen_id,
        kind=ConsentKind.CONFIRMED,
        status=ConsentStatus.LIVE,
        expires_on=facts.expires_on,
        purpose_code=Purpose.TOGETHER,
        **_given(facts.giving),
    )


def _given(giving: GivingFacts) -> dict[str, Any]:
    """Return the columns of how it was given, and which text was said that day."""
    wording = wording_on(giving.given_on)
    return {
        **asdict(giving),
        "wording_version": wording.version,
        "wording_hash": wording.texts.fingerprint(),
    }


class Refusal(NamedTuple):
    """What was said no to."""

    party_id: PartyId
    direction: Direction
    information: tuple[Information, ...]


def record_refusal(
    session: Session, citizen_id: CitizenId, place: Refusal, receiver: str, day: date
) -> None:
    """Store a no: a consent that never held, with a cell for each kind of information."""
    consent = ConsentRecord(
        id=uuid4(),
        citizen_id=citizen_id,
        kind=ConsentKind.CONFIRMED,
        form=ConsentForm.SPOKEN,
        status=ConsentStatus.LIVE,  # the file takes no cells of one that has ended
        given_on=day,
        expires_on=day,
        purpose_code=Purpose.OTHER,
        received_by=receiver,
        wording_version=wording_on(day).version,
    )
    session.add(consent)
    session.flush()
    for information in place.information:
        cell = CellRecord(
            consent_id=consent.id,
            party_id=place.party_id,
            direction=place.direction,
            information=information,
            until=day,
            status=ConsentStatus.REFUSED,
            ended_on=day,
        )
        session.add(cell)
    session.flush()
    consent.status, consent.ended_on = ConsentStatus.REFUSED, day


def settle_original(form: ConsentForm, typed: str) -> str:
    """Return where the original lies, or raise `Rejected`."""
    settling = Settling()
    place = settling.read("original_at", lambda: read_original(form, typed), "")
    settling.guard("original_at", typed, about=About.CONTACT)
    settling.finish()
    return place


def replace_root(session: Session, citizen: CitizenRecord, facts: RenewalFacts, day: date) -> None:
    """Let a new yes to working together take the place of the one before."""
    old = session.get_one(ConsentRecord, citizen.root_consent_id)
    new = together_record(facts, citizen.id)
    session.add(new)
    session.flush()
    citizen.root_consent_id = new.id
    if old.status is ConsentStatus.LIVE:
        old.status, old.ended_on = ConsentStatus.FULFILLED, day


def relayed_consent(session: Session, citizen_id: UUID, today: date) -> ConsentRecord:
    """Return the relayed yes that allows a first contact today; `Refused` when it has lapsed."""
    for consent in find_consents(session, citizen_id):
        relayed = consent.kind is ConsentKind.RELAYED and consent.status is ConsentStatus.LIVE
        if relayed and consent.expires_on >= today:
            return consent
    raise Refused(_("The relayed yes no longer holds. Start anew when the citizen says yes."))


def stored_live(session: Session, party_id: PartyId, direction: Direction) -> Sequence[CellRecord]:
    """Return the cells of one party and direction that nobody has ended; days are not looked at."""
    return session.exec(
        select(CellRecord).where(
            CellRecord.party_id == party_id,
            CellRecord.direction == direction,
            col(CellRecord.status) == ConsentStatus.LIVE,
        )
    ).all()


def note_end(
    session: Session,
    citizen_id: UUID,
    status: ConsentStatus,
    cells: Sequence[CellRecord],
    *,
    everything: bool,
) -> None:
    """Note that these cells hold no more; without any, the yes to working together."""
    what = [Word.EVERYTHING] if everything else _what_ended(session, cells)
    note_act(session, Action.CONSENT_ENDED, status, *what, person=citizen_id)


def _what_ended(session: Session, cells: Sequence[CellRecord]) -> Sequence[StrEnum | int]:
    """Return which cells; where they are about several parties or directions, how many."""
    if not cells:
        return [ConsentKind.CONFIRMED]
    if len({(cell.party_id, cell.direction) for cell in cells}) > 1:
        return [len(cells)]
    kind = session.get_one(PartyRecord, cells[0].party_id).kind
    return [kind, cells[0].direction, *(cell.information for cell in cells)]


def close_emptied(session: Session, citizen_id: UUID, status: ConsentStatus, day: date) -> None:
    """End every yes about a party whose cells have all ended: it allows nothing any more."""
    for consent in find_consents(session, citizen_id):
        cells = session.exec(select(CellRecord).where(CellRecord.consent_id == consent.id)).all()
        ended = bool(cells) and all(cell.status is not ConsentStatus.LIVE for cell in cells)
        if ended and consent.status is ConsentStatus.LIVE:
            consent.status, consent.ended_on = status, day
