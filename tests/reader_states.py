"""Random states of consent, and a person in them of whom there is something to read everywhere.

What may go which way is worked out from the state alone.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto
from uuid import UUID, uuid4

from sqlalchemy import insert
from sqlmodel import Session

from app.bootstrap import Services
from app.data.consent import CellRecord, ConsentRecord
from app.domain.audience import Audience
from app.domain.consent import ConsentKind, ConsentStatus, Direction, Information, PartyId
from app.domain.followup import FollowupId
from app.domain.purpose import Purpose
from app.domain.remark import RemarkDraft
from app.domain.roundtable import RoundtableId
from app.domain.scheme import OTHER, SchemeDraft
from app.domain.visit import AttendanceDraft, VisitId
from tests.builders import (
    action_draft,
    agreement_draft,
    flag_draft,
    followup_draft,
    party_draft,
    practice_draft,
    roundtable_draft,
    sender_draft,
    step_draft,
    visit_draft,
)

TODAY = date(2026, 9, 9)
EMPLOYER, DOCTOR, UNION = "Eksempel Tømmerhandel A/S", "Lægen", "TR"
# The words of the plan, each of them in one place only.
AGREED: dict[Audience, str] = {
    Audience.OWN: "Ene",
    Audience.CITIZEN: "Bo",
    Audience.DOCTOR: "Dok",
    Audience.EMPLOYER: "Arb",
    Audience.ALL: "Fæl",
}
SAID: dict[Audience, str] = {audience: f"{start}bemærkning" for audience, start in AGREED.items()}
HELD = "Går hos psykolog om torsdagen"


class Fate(Enum):
    """What became of one cell."""

    HOLDS = auto()
    LAST_DAY = auto()
    RAN_OUT = auto()
    REFUSED = auto()
    WITHDRAWN = auto()
    EXPIRED = auto()
    INVALID = auto()
    FULFILLED = auto()


class YesFate(Enum):
    """What became of the yes that the cells of one party and direction belong to."""

    HOLDS = auto()
    FELL = auto()
    RAN_OUT = auto()


HOLDING = (Fate.HOLDS, Fate.LAST_DAY)
ENDED: dict[Fate, ConsentStatus] = {
    Fate.REFUSED: ConsentStatus.REFUSED,
    Fate.WITHDRAWN: ConsentStatus.WITHDRAWN,
    Fate.EXPIRED: ConsentStatus.EXPIRED,
    Fate.INVALID: ConsentStatus.INVALID,
    Fate.FULFILLED: ConsentStatus.FULFILLED,
}
UNTILS: dict[Fate, date] = {
    Fate.LAST_DAY: TODAY,
    Fate.RAN_OUT: TODAY - timedelta(days=1),
}
Way = tuple[PartyId, Direction]
Place = tuple[PartyId, Direction, Information]


@dataclass(frozen=True, slots=True)
class Yes:
    """What one party may hear one way: the yes, and a fate for each cell it has."""

    fate: YesFate
    cells: dict[Information, Fate]


State = dict[Way, Yes]


@dataclass(frozen=True, slots=True)
class Stage:
    """A person whose plan, flag and parties are there; what may be read changes with the state."""

    services: Services
    followup: FollowupId
    citizen: UUID
    roundtable: RoundtableId
    visit: VisitId
    parties: dict[str, PartyId]


def set_stage(services: Services) -> Stage:
    """Make the person: everything a plan can hold, each kind in its own words."""
    services.settings.save_sender(sender_draft())
    practice = services.practice.add_practice(practice_draft())
    flag = services.flag.raise_flag(practice, None, flag_draft())
    followup = services.followup.begin(followup_draft(flag_id=flag.id.hex, origin="flag"))
    add = services.party.add_party
    parties = {
        EMPLOYER: add(followup, party_draft(EMPLOYER)),
        DOCTOR: add(followup, party_draft(DOCTOR, kind="gp")),
        UNION: add(followup, party_draft(UNION, kind="union_rep")),
    }
    roundtable = _plan(services, followup)
    visit = services.visit.plan_visit(visit_draft(practice))
    services.visit.start_visit(visit)
    services.visit.give_feedback(visit, flag.id)
    services.visit.note_attendance(visit, AttendanceDraft(doctors="2"))
    citizen = services.followup.followup(followup).citizen_id
    return Stage(services, followup, citizen, roundtable, visit, parties)


def _plan(services: Services, followup: FollowupId) -> RoundtableId:
    """Plan the roundtable: a line for each audience, and everything else a plan can hold."""
    words = {"duration": "Varighedsordet", "colleagues_told": "Kollegaordet"}
    draft = roundtable_draft(disagreements="Uenighedsordet", **words)
    roundtable = services.roundtable.plan_roundtable(followup, draft)
    for audience, start in AGREED.items():
        names = {"task": f"{start}opgave", "adjustment": f"{start}tilpasning"}
        draft_of = agreement_draft(f"{start}funktion", audience=audience.value, **names)
        services.agreement.add_agreement(roundtable, draft_of)
    for audience, text in SAID.items():
        services.remark.add_remark(roundtable, RemarkDraft(text=text, audience=audience.value))
    services.remark.add_remark(roundtable, RemarkDraft(text=HELD, audience=Audience.ALL.value))
    services.agreement.add_step(roundtable, step_draft(hours="17,25"))
    services.agreement.add_action(roundtable, action_draft("Handleordet"))
    services.agreement.add_scheme(roundtable, SchemeDraft(scheme=OTHER, name="Ordningsordet"))
    return roundtable


def random_state(stage: Stage, dice: random.Random) -> State:
    """Return a state: mostly nothing, and of the rest every fate as often as any."""
    filled = dice.choice((0.1, 0.4, 0.8))
    fates = list(Fate)
    return {
        (party, direction): Yes(
            dice.choice((*(YesFate.HOLDS,) * 6, YesFate.FELL, YesFate.RAN_OUT)),
            {kind: dice.choice(fates) for kind in Information if dice.random() < filled},
        )
        for party in stage.parties.values()
        for direction in Direction
        if dice.random() < filled
    }


def may_read(state: State, party: PartyId, direction: Direction) -> frozenset[Information]:
    """Return what the state lets go this way."""
    yes = state.get((party, direction))
    if yes is None or yes.fate is not YesFate.HOLDS:
        return frozenset()
    return frozenset(kind for kind, fate in yes.cells.items() if fate in HOLDING)


def allowed_in(state: State) -> set[Place]:
    """Return everything that the state lets go."""
    return {(*way, kind) for way in state for kind in may_read(state, *way)}


@contextmanager
def in_state(stage: Stage, session: Session, state: State) -> Iterator[None]:
    """Let the file hold `state` inside the block, and be as before after it."""
    with session.begin_nested() as nested:
        _store(stage, session, state)
        session.expire_all()
        yield
        nested.rollback()
    session.expire_all()


def _store(stage: Stage, session: Session, state: State) -> None:
    consents, cells, fell = [], [], []
    for (party, direction), yes in state.items():
        consent = uuid4()
        ran_out = yes.fate is YesFate.RAN_OUT
        ends = TODAY - timedelta(days=1) if ran_out else date(2027, 8, 1)
        consents.append(_consent(consent, stage.citizen, ends))
        fell += [consent] if yes.fate is YesFate.FELL else []
        for information, fate in yes.cells.items():
            status = ENDED.get(fate, ConsentStatus.LIVE)
            cell = {"id": uuid4(), "consent_id": consent, "party_id": party, "status": status}
            cell |= {"direction": direction, "information": information}
            cell["until"] = min(ends, UNTILS.get(fate, ends))
            cell["ended_on"] = None if status is ConsentStatus.LIVE else TODAY
            cells.append(cell)
    if consents:
        session.execute(insert(ConsentRecord), consents)
    if cells:
        session.execute(insert(CellRecord), cells)
    for consent in fell:
        record = session.get_one(ConsentRecord, consent)
        record.status, record.ended_on = ConsentStatus.WITHDRAWN, TODAY
    session.flush()


def _consent(consent: UUID, citizen: UUID, ends: date) -> dict[str, object]:
    return {
        "id": consent,
        "citizen_id": citizen,
        "kind": ConsentKind.CONFIRMED,
        "form": "spoken",
        "status": ConsentStatus.LIVE,
        "given_on": date(2026, 8, 20),
        "expires_on": ends,
        "purpose": "",
        "purpose_code": Purpose.PLAN,
        "relayed_by": "",
        "original_at": "",
        "wording_version": 1,
        "received_by": "",
        "received_place": "",
        "told": "",
        "wording_hash": "",
        "hold_back": "",
        "hold_back_why": "",
    }
