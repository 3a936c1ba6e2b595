"""What in the plan somebody has to decide on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.language import N_, _, ngettext
from app.domain.practice import PracticeId
from app.domain.visit import VisitId
from app.domain.words import weekday_and_day


class DecisionKind(StrEnum):
    """Why a decision is needed."""

    UNSETTLED = "unsettled"
    CONFLICT = "conflict"
    DUE = "due"
    LATE = "late"
    IMPOSSIBLE = "impossible"


DECISION_LABELS: dict[DecisionKind, str] = {
    DecisionKind.UNSETTLED: N_("Held or not?"),
    DecisionKind.CONFLICT: N_("Conflict"),
    DecisionKind.DUE: N_("Due"),
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


def clash_words(found: Sequence[Decision]) -> str:
    """Return which visits have to be moved, and why: the first by its day, the others counted."""
    if not found:
        return ""
    first, more = found[0], len(found) - 1
    text = _("The visit at {practice} on {day} has to be moved. {why}")
    said = text.format(practice=first.practice, day=weekday_and_day(first.day), why=first.text)
    if not more:
        return said
    text = ngettext(
        "{n} more visit has to be moved too.", "{n} more visits have to be moved too.", more
    )
    return f"{said} {text.format(n=more)}"
