"""How follow-ups are shown: a line of the list, the page, an act of consenting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.complexity import Complexity
from app.domain.consent import (
    CellRow,
    CitizenId,
    ConsentForm,
    ConsentKind,
    ConsentStatus,
    ReachKind,
)
from app.domain.consent_fall import Fall
from app.domain.contact import Attempts, ContactRow
from app.domain.derived_task import DerivedTask
from app.domain.flag_choice import Employment
from app.domain.followup import FollowupFacts, FollowupId, Origin, Outcome
from app.domain.followup_advice import Advice
from app.domain.followup_clock import FollowupClock
from app.domain.giving import has_original
from app.domain.goal import Goal
from app.domain.hold import HoldRow
from app.domain.measure_chart import MeasureView
from app.domain.party import PartyRow
from app.domain.party_map import PartyMap
from app.domain.restriction import Restriction
from app.domain.retention import GoingRow
from app.domain.ringing import Ringing
from app.domain.roundtable import RoundtableRow
from app.domain.task import TaskRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRow:
    """One act of consenting. `worded`: the numbered text was said, and its hash is kept."""

    id: UUID
    kind: ConsentKind
    given_on: date
    expires_on: date
    form: ConsentForm
    status: ConsentStatus
    purpose: str
    ended_on: date | None
    received_by: str
    received_place: str
    original_at: str
    told: str
    wording_version: int
    worded: bool
    hold_back: str
    hold_back_why: str

    @property
    def original_wanted(self) -> bool:
        """Whether something signed lies somewhere."""
        return has_original(self.form)


@dataclass(frozen=True, slots=True, kw_only=True)
class RelayedRow:
    """A citizen known only by a relayed yes: one first contact is allowed."""

    citizen_id: CitizenId
    name: str
    reach_kind: ReachKind
    reach: str
    safe_when: str
    relayed_by: str
    given_on: date
    expires_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowupRow:
    """One line of the list of follow-ups. Never holds a flag's code."""

    id: FollowupId
    number: str
    citizen: str
    employer: str
    employment: Employment
    origin: Origin
    started_on: date
    ended_on: date | None
    outcome: Outcome | None
    consent_live: bool
    next_task: str
    archived: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowupSheet:
    """Everything the page of one follow-up shows. The flag's code is not part of it."""

    row: FollowupRow
    citizen_id: CitizenId
    facts: FollowupFacts
    advice: Advice
    clock: FollowupClock
    goal: Goal
    complexity: Complexity
    map: PartyMap
    going: GoingRow | None
    consents: tuple[ConsentRow, ...]
    cells: tuple[CellRow, ...]
    parties: tuple[PartyRow, ...]
    contacts: tuple[ContactRow, ...]  # the newest; the timeline has them all
    contact_count: int
    attempts: Attempts
    tasks: tuple[TaskRow, ...]
    derived: tuple[DerivedTask, ...]
    roundtables: tuple[RoundtableRow, ...]
    disclosures: tuple[str, ...]
    falls: tuple[Fall, ...]
    from_flag: bool
    ringing: Ringing
    measures: MeasureView
    uncopied: int
    restriction: Restriction | None
    held: HoldRow | None

    def silent_parties(self) -> dict[str, str]:
        """Return the parties nothing may be shared with today, their names by id as text."""
        live = {cell.party_id for cell in self.cells if cell.status is ConsentStatus.LIVE}
        return {party.id.hex: party.facts.name for party in self.parties if party.id not in live}
