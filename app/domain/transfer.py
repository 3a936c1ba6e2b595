"""What has been copied to the municipality's case system, and what still is to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.language import _
from app.domain.settling import Settling
from app.domain.typed import read_day


class TransferKind(StrEnum):
    """What kind of entry is copied."""

    CONTACT = "contact"
    CONSENT = "consent"
    CONSENT_END = "consent_end"
    ROUNDTABLE = "roundtable"
    MEASURE = "measure"
    DISCLOSURE = "disclosure"


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferKey:
    """Which entry of which kind."""

    kind: TransferKind
    entry: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferRow:
    """One entry that is not in the case system yet."""

    key: TransferKey
    day: date
    title: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferDraft:
    """Which entries were copied, by their keys as text, and on which day, as typed."""

    entries: tuple[str, ...] = ()
    transferred_on: str = ""


def write_key(key: TransferKey) -> str:
    """Return the key as text."""
    return f"{key.kind.value}:{key.entry}"


def settle_transfer(
    draft: TransferDraft, waiting: Sequence[TransferRow], today: date
) -> tuple[tuple[TransferRow, ...], date]:
    """Return which of the entries that wait were copied, and the day, or raise `Rejected`."""
    form = Settling()
    chosen = tuple(row for row in waiting if write_key(row.key) in draft.entries)
    day = form.read("transferred_on", lambda: read_day(draft.transferred_on, today), today)
    if not chosen:
        form.refuse("entries", _("Tick what you have copied."))
    if day > today:
        form.refuse("transferred_on", _("Choose today or an earlier day."))
    elif any(row.day > day for row in chosen):
        form.refuse("transferred_on", _("Choose a day on which all of it had happened."))
    form.finish()
    return chosen, day
