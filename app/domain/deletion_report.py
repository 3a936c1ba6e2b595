"""Who was erased when, by which rule, and which copies still hold them; it names nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.erasure import CopyPlace, ErasedKind, ErasureReason
from app.domain.sender import Sender

TOLD_DAYS = 365  # those who went earlier are counted


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletionLine:
    """One person who was erased: the day, why, how much of each kind went, and when the last copy
    that still holds them goes; None if none does."""

    day: date
    reason: ErasureReason
    counts: tuple[tuple[ErasedKind, int], ...]
    copies: int
    gone_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletionCopy:
    """A saved copy: the day it was saved, the day it goes by itself, where it is, and how many of
    the erased it holds; None if it could not be looked into."""

    saved_on: date
    goes_on: date
    place: CopyPlace
    holds: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletionReport:
    """All that the report tells, the newest first. `earlier` is how many went before the time it
    is about, `copy_days` how long a copy is kept; `entry` and `seal` are the newest entry of the
    audit trail, in bytes: its signs look like somebody's number."""

    since: date
    lines: tuple[DeletionLine, ...]
    earlier: int
    copies: tuple[DeletionCopy, ...]
    copy_days: int
    entry: int
    seal: bytes
    printed_on: date
    sender: Sender
