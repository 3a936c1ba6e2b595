"""What is stored of one follow-up and its citizen, each table asked once for all that is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from app.data.consent import (
    CitizenRecord,
    ConsentRecord,
    PartyRecord,
    find_cells,
    find_consents,
    find_parties,
    get_citizen,
)
from app.data.followup import FollowupRecord
from app.data.roundtable import RoundtableRecord, find_roundtables
from app.data.task import TaskRecord, find_tasks
from app.domain.consent import CellRow, CitizenId, ConsentKind, ConsentStatus
from app.domain.followup_sheet import ConsentRow
from app.domain.party import PartyKind, PartyRow
from app.domain.roundtable import RoundtableStatus
from app.services.citizen import cells_as_of, consents_as_of, party_row
from app.services.roundtable_view import newest_versions


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One follow-up and its citizen as of `today`: `consents` are the `yeses` as they stand. Tasks
    are by day, those done too; of a roundtable there is the newest version."""

    today: date
    followup: FollowupRecord
    citizen: CitizenRecord
    yeses: Sequence[ConsentRecord]
    consents: tuple[ConsentRow, ...]
    cells: tuple[CellRow, ...]
    parties: Sequence[PartyRecord]
    tasks: Sequence[TaskRecord]
    roundtables: Sequence[RoundtableRecord]

    @property
    def consent_live(self) -> bool:
        """Whether the citizen has a confirmed consent that holds."""
        return any(
            consent.kind is ConsentKind.CONFIRMED and consent.status is ConsentStatus.LIVE
            for consent in self.consents
        )

    @property
    def live_cells(self) -> tuple[CellRow, ...]:
        """The cells that hold."""
        return tuple(cell for cell in self.cells if cell.status is ConsentStatus.LIVE)

    @property
    def employers(self) -> tuple[PartyRecord, ...]:
        """The employers among the parties."""
        return tuple(party for party in self.parties if party.kind is PartyKind.EMPLOYER)

    @property
    def party_rows(self) -> tuple[PartyRow, ...]:
        """The parties as they are shown."""
        return tuple(party_row(party) for party in self.parties)

    @property
    def open_tasks(self) -> tuple[TaskRecord, ...]:
        """The tasks still to be done."""
        return tuple(task for task in self.tasks if task.done_on is None)

    @property
    def final(self) -> RoundtableRecord | None:
        """The newest roundtable that was agreed on, if any."""
        agreed = (one for one in self.roundtables if one.status is RoundtableStatus.FINAL)
        return next(agreed, None)


def person_of(session: Session, followup: FollowupRecord, today: date) -> Person:
    """Read what is stored of a follow-up and its citizen."""
    citizen = get_citizen(session, CitizenId(followup.citizen_id))
    yeses = find_consents(session, citizen.id)
    consents = consents_as_of(yeses, today)
    return Person(
        today=today,
        followup=followup,
        citizen=citizen,
        yeses=yeses,
        consents=consents,
        cells=cells_as_of(find_cells(session, citizen.id), consents, today),
        parties=find_parties(session, citizen.id),
        tasks=find_tasks(session, followup_id=followup.id, done=True),
        roundtables=newest_versions(find_roundtables(session, followup_id=followup.id)),
    )
