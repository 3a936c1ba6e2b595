"""Many papers saved in one go, as one numbered set: what is in it, and what became of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from app.domain.paper import PaperKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPaper:
    """One paper of a set: its kind, what it is made from, whom it is about (None: nobody), the day
    that stands in its name, and what it is called in the window."""

    kind: PaperKind
    subject: UUID
    citizen_id: UUID | None
    day: date
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotSaved:
    """A paper that was not saved, and the sentence that says why."""

    label: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSet:
    """What became of a set: files saved now, those that were there, and what was refused."""

    folder: Path
    saved: int
    there: int
    refused: tuple[NotSaved, ...]


def set_name(number: int, paper: SetPaper) -> str:
    """Return the file's name in the set, like `001-visit-summary-2026-09.pdf`: it tells nobody
    whom the paper is about, and is the same each time the set is saved."""
    return f"{number:03}-{paper.kind.value}-{paper.day:%Y-%m}.pdf"
