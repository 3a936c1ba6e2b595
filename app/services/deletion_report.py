"""The report of who was erased, read from the ledger and compared with the copies that are kept.

A copy is looked into, not guessed at: it knows people by their ids, and the ledger by pseudonyms
that are made of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from app.data.audit import trail_of
from app.data.copy_look import citizens_in
from app.data.erasure import find_erased
from app.data.vault import Vault
from app.domain.audit import moment_of
from app.domain.deletion_report import TOLD_DAYS, DeletionCopy, DeletionLine, DeletionReport
from app.domain.erasure import CopyPlace, Erased, ErasedKind, goes_on
from app.domain.retention import Kept
from app.domain.sender import Sender
from app.services.audit import last_audit_row
from app.services.kept_copies import KeptCopy, is_own, kept_copies, place_of
from app.services.retention import kept_for
from app.system.clock import Today, local


@dataclass(frozen=True, slots=True)
class _Looked:
    """A copy, and the pseudonyms of those it holds; None if it could not be looked into."""

    copy: KeptCopy
    goes_on: date
    place: CopyPlace
    subjects: frozenset[str] | None

    def may_hold(self, entry: Erased) -> bool:
        """Whether the person is in it, or may be as far as anybody can see."""
        if self.subjects is None:
            return self.copy.saved_on <= _day(entry)
        return entry.subject in self.subjects


class DeletionService:
    """Tells who was erased, and what still holds them."""

    def __init__(
        self, vault: Vault, path: Path, today: Today, sender: Callable[[], Sender]
    ) -> None:
        self._vault = vault
        self._path = path
        self._today = today
        self._sender = sender

    def report(self) -> DeletionReport:
        """Return the report of the last year. It opens every copy that is at hand."""
        sender, today = self._sender(), self._today()
        with self._vault.read() as session:
            entries, last = find_erased(session), last_audit_row(session)
            days = kept_for(session).amount(Kept.COPY)
        since = today - timedelta(days=TOLD_DAYS)
        recent = [entry for entry in entries if _day(entry) >= since]
        looked = self._looked(days)
        return DeletionReport(
            since=since,
            lines=tuple(sorted((_line(one, looked) for one in recent), key=_newest_first)),
            earlier=len(entries) - len(recent),
            copies=tuple(_copy(one, entries) for one in looked),
            copy_days=days,
            entry=last.seq if last else 0,
            seal=bytes.fromhex(last.seal) if last else b"",
            printed_on=today,
            sender=sender,
        )

    def count_erased(self) -> int:
        """Return how many stand in the ledger."""
        with self._vault.read() as session:
            return len(find_erased(session))

    def _looked(self, days: int) -> list[_Looked]:
        dek = self._vault.dek
        copies = [copy for copy in kept_copies(self._vault, self._path) if is_own(copy, dek)]
        with self._vault.read() as session:
            subject = trail_of(session).subject
        looked = []
        for copy in copies:
            place = place_of(copy)
            found = None if place is CopyPlace.AWAY else citizens_in(copy.path, dek)
            held = None if found is None else frozenset(subject(person) for person in found)
            looked.append(_Looked(copy, goes_on(copy.saved_on, days), place, held))
        return looked


def _line(entry: Erased, looked: Sequence[_Looked]) -> DeletionLine:
    holding = [one.goes_on for one in looked if one.may_hold(entry)]
    return DeletionLine(
        day=_day(entry),
        reason=entry.reason,
        counts=tuple((kind, entry.counts[kind]) for kind in ErasedKind if entry.counts.get(kind)),
        copies=len(holding),
        gone_on=max(holding, default=None),
    )


def _copy(looked: _Looked, entries: Sequence[Erased]) -> DeletionCopy:
    held = looked.subjects
    return DeletionCopy(
        saved_on=looked.copy.saved_on,
        goes_on=looked.goes_on,
        place=looked.place,
        holds=None if held is None else sum(entry.subject in held for entry in entries),
    )


def _day(entry: Erased) -> date:
    moment = moment_of(entry.at)
    return local(moment).date() if moment is not None else date.min


def _newest_first(line: DeletionLine) -> tuple[int, str]:
    return -line.day.toordinal(), line.reason.value
