"""What in the plan somebody has to decide on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.language import N_
from app.domain.practice import PracticeId
from app.domain.visit import VisitId


class DecisionKind(StrEnum):
    """Why a decision is needed."""

    UNSETTLED = "unsettled"
    CONFLICT = "conflict"
    LATE = "late"
    IMPOSSIBLE = "impossible"


DECISION_LABELS: dict[DecisionKind, str] = {
    DecisionKind.UNSETTLED: N_("Held or not?"),
    DecisionKind.CONFLICT: N_("Conflict"),
    DecisionKind.LATE: N_("Over the rhythm"),
    DecisionKind.IMPOSSIBLE: N_("No free day"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One thing to decide: about a visit if there is one, else about the practice's next one."""

    kind: DecisionKind
    practice_id: PracticeId
    practice: str
    visit_id: VisitId | None
    day: date
    text: str
