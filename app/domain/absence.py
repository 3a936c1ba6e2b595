"""Days on which the consultant is away: nobody is visited then."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import NewType
from uuid import UUID

from app.domain.settling import Settling
from app.domain.typed import NAME_LIMIT, read_line

AbsenceId = NewType("AbsenceId", UUID)


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceDraft:
    """Days away as typed. An empty last day means one day; `source` is where it is written."""

    first: str = ""
    last: str = ""
    reason: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceFacts:
    """Days away, both ends included."""

    first: date
    last: date
    reason: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceRow:
    """One line of the list of absences."""

    id: AbsenceId
    facts: AbsenceFacts


def settle_absence(
    draft: AbsenceDraft, today: date, known_names: Collection[str] = ()
) -> AbsenceFacts:
    """Return the days away as facts, or raise `Rejected`."""
    form = Settling()
    first, last = form.span(draft.first, draft.last, today)
    reason = form.read("reason", lambda: read_line(draft.reason, NAME_LIMIT), "")
    source = form.read("source", lambda: read_line(draft.source, NAME_LIMIT), "")
    form.guard("reason", draft.reason, known_names)
    form.guard("source", draft.source, known_names)
    form.finish()
    return AbsenceFacts(first=first, last=last, reason=reason, source=source)
