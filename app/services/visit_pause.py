"""Stopping the clock of a visit, and letting it go on. The time it stood is kept."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from app.changes import Topic
from app.data.vault import Vault
from app.data.visit import VisitRecord, get_visit
from app.data.visit_pause import VisitPauseRecord, end_pause, find_pauses
from app.domain.language import _
from app.domain.problem import Refused
from app.domain.visit import VisitId, VisitStatus
from app.domain.visit_pause import Pause, PauseKind
from app.system.clock import Now, local, now_utc


class VisitPauseService:
    """Pause a visit, or note that it was interrupted."""

    def __init__(self, vault: Vault, now: Now = now_utc) -> None:
        self._vault = vault
        self._now = now

    def stop_clock(self, visit_id: VisitId, kind: PauseKind) -> None:
        """Let the clock stand from now on; one that stands already stands for this reason now."""
        with self._vault.write(Topic.VISIT) as session:
            if get_visit(session, visit_id).status is not VisitStatus.RUNNING:
                raise Refused(_("This visit does not run. Start it first."))
            end_pause(session, visit_id, self._now())
            session.flush()
            session.add(VisitPauseRecord(visit_id=visit_id, kind=kind, began_at=self._now()))

    def go_on(self, visit_id: VisitId) -> None:
        """Let the clock go on, if it stands."""
        with self._vault.write(Topic.VISIT) as session:
            end_pause(session, visit_id, self._now())


def visit_pauses(session: Session, visit: VisitRecord) -> tuple[Pause, ...]:
    """Return every time the clock of the visit stood, in local time."""
    return tuple(
        Pause(
            kind=record.kind,
            began_at=_wall(record.began_at),
            ended_at=None if record.ended_at is None else _wall(record.ended_at),
        )
        for record in find_pauses(session, visit.id)
    )


def _wall(moment: datetime) -> datetime:
    return local(moment).replace(tzinfo=None)
