"""Erasing a person: what goes, what was handed over before, which copies hold them and how long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from app.domain.draft import DraftKind
from app.domain.language import N_, _
from app.domain.problem import Problem, Rejected

COPY_DAYS = 35  # how long a saved copy may stand at most (product rule)


class ErasureReason(StrEnum):
    """Why a person went."""

    ASKED = "asked"
    DECLINED = "declined"
    LAPSED = "lapsed"
    ENDED = "ended"
    CONSENT_FELL = "consent_fell"


REASON_LABELS: dict[ErasureReason, str] = {
    ErasureReason.ASKED: N_("by hand, on the person's page"),
    ErasureReason.DECLINED: N_("said no to the first contact"),
    ErasureReason.LAPSED: N_("no contact within the days of a relayed yes"),
    ErasureReason.ENDED: N_("the time after the follow-up's end was over"),
    ErasureReason.CONSENT_FELL: N_("the time after the last consent was over"),
}


class ErasedKind(StrEnum):
    """What of a person goes, as it is counted. Parts of something are not counted beside it."""

    FOLLOWUPS = "followups"
    CONSENTS = "consents"
    PARTIES = "parties"
    CONTACTS = "contacts"
    TASKS = "tasks"
    ROUNDTABLES = "roundtables"
    DISCLOSURES = "disclosures"
    DRAFTS = "drafts"
    OTHER = "other"


KIND_LABELS: dict[ErasedKind, str] = {
    ErasedKind.FOLLOWUPS: N_("Follow-ups"),
    ErasedKind.CONSENTS: N_("Consents"),
    ErasedKind.PARTIES: N_("Parties"),
    ErasedKind.CONTACTS: N_("Contacts"),
    ErasedKind.TASKS: N_("Tasks"),
    ErasedKind.ROUNDTABLES: N_("Roundtables"),
    ErasedKind.DISCLOSURES: N_("Notes of what was handed over"),
    ErasedKind.DRAFTS: N_("Unfinished edits"),
    ErasedKind.OTHER: N_("Other entries"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """One person in the ledger: a pseudonym, when and why they went, and how much that was. `at`
    is a moment in UTC as text, just as it stands in the file."""

    subject: str
    at: str
    reason: ErasureReason
    counts: dict[ErasedKind, int]


class CopyPlace(StrEnum):
    """Where a copy is."""

    HERE = "here"  # it can be opened, and was looked into
    AWAY = "away"  # its drive is not connected
    IN_USE = "in_use"  # somebody works in it: it is a file of its own now


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyRow:
    """A saved copy that the program knows of, and the day it goes by itself."""

    path: Path
    saved_on: date
    goes_on: date
    place: CopyPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedTask:
    """A task of one's own, or of a practice, that names the person; `surely` if by more than one
    part of the name."""

    id: UUID
    what: str
    surely: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDraft:
    """An unfinished edit of something else that names the person."""

    kind: DraftKind
    entity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasurePreview:
    """What erasing a person would do. `disclosures` is what was handed over before, in words;
    `named_in` says where else the name stands, and stays."""

    name: str
    counts: dict[ErasedKind, int]
    disclosures: tuple[str, ...]
    tasks: tuple[NamedTask, ...]
    drafts: tuple[NamedDraft, ...]
    named_in: tuple[str, ...]

    @property
    def initials(self) -> str:
        """What has to be written to erase this person."""
        return initials_of(self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureDraft:
    """What was typed and chosen: the initials, which tasks elsewhere go too, and whether the old
    copies are to go now."""

    initials: str = ""
    tasks: tuple[str, ...] = ()
    copies: bool = False


def settle_erasure(draft: ErasureDraft, preview: ErasurePreview) -> frozenset[UUID]:
    """Return the tasks that go too, or raise `Rejected`: the initials show that this person is
    meant."""
    if initials_written(draft.initials) != preview.initials:
        words = _("These are not the initials of the person on this page.")
        raise Rejected([Problem("initials", words)])
    return frozenset(task.id for task in preview.tasks if task.id.hex in draft.tasks)


def initials_of(name: str) -> str:
    """Return the first letter of each name, as capitals; of what has no letters, all of it."""
    words = (_letters(word)[:1] for word in name.replace("-", " ").split())
    return "".join(words) or name.strip()


def initials_written(text: str) -> str:
    """Return the initials in what was written, however it was."""
    return _letters(text) or text.strip()


def goes_on(saved_on: date, days: int) -> date:
    """Return the day a copy saved on `saved_on` goes by itself."""
    return saved_on + timedelta(days=days)


def count_words(counts: dict[ErasedKind, int]) -> str:
    """Return how much of each kind there is, in the order of the kinds; nothing of none."""
    # i18n: Danish: »Kontakter: 13«
    words = [
        _("{what}: {n}").format(what=_(KIND_LABELS[kind]), n=counts[kind])
        for kind in ErasedKind
        if counts.get(kind)
    ]
    return " · ".join(words)


def copies_here(copies: Sequence[CopyRow]) -> tuple[CopyRow, ...]:
    """Return those that can be erased now."""
    return tuple(copy for copy in copies if copy.place is CopyPlace.HERE)


def _letters(text: str) -> str:
    return "".join(sign for sign in text.upper() if sign.isalpha())
