"""The ledger of erasures: written as somebody goes, and told to every place where a copy may learn
of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC
from pathlib import Path

from sqlmodel import Session

from app.data.audit import trail_of
from app.data.erasure import add_erased, find_erased
from app.data.reach import Rows, rows_about
from app.data.vault import Vault
from app.domain.consent import CitizenId
from app.domain.erasure import CopyPlace, Erased, ErasedKind, ErasureReason
from app.services.kept_copies import is_own, kept_copies, place_of
from app.system import keys
from app.system.ledger_file import LedgerSeal, read_everywhere, write_everywhere

# What of the tables about a person is counted, and as what; the others are parts of these.
KINDS: dict[str, ErasedKind] = {
    "followup": ErasedKind.FOLLOWUPS,
    "consent": ErasedKind.CONSENTS,
    "party": ErasedKind.PARTIES,
    "contact": ErasedKind.CONTACTS,
    "task": ErasedKind.TASKS,
    "roundtable": ErasedKind.ROUNDTABLES,
    "disclosure": ErasedKind.DISCLOSURES,
    "draft": ErasedKind.DRAFTS,
}
PARTS = frozenset(
    {
        *("citizen", "consent_cell", "relayed_flag", "disclosure_cell", "transfer"),
        *("consent_fall", "consent_fall_stop", "consent_fall_told"),
        *("participant", "agenda_point", "remark"),
        *("agreement", "hours_step", "roundtable_action", "roundtable_scheme"),
        *("restriction", "hold"),
    }
)


def counts_about(rows: Mapping[str, Rows]) -> dict[ErasedKind, int]:
    """Return how much of each kind there is; a table that nobody has named a kind for is other."""
    counts = Counter[ErasedKind]()
    for table, found in rows.items():
        if table not in PARTS:
            counts[KINDS.get(table, ErasedKind.OTHER)] += len(found)
    return {kind: counts[kind] for kind in ErasedKind if counts[kind]}


def enter_erased(
    session: Session, citizen_id: CitizenId, reason: ErasureReason, tasks: int = 0, drafts: int = 0
) -> dict[ErasedKind, int]:
    """Enter a person who is about to be deleted in the same transaction, with `tasks` and `drafts`
    that named them elsewhere; return how much goes."""
    trail = trail_of(session)
    counts = Counter(counts_about(rows_about(session, citizen_id)))
    counts += Counter({ErasedKind.TASKS: tasks, ErasedKind.DRAFTS: drafts})
    entry = Erased(
        subject=trail.subject(citizen_id),
        at=trail.now().astimezone(UTC).isoformat(timespec="seconds"),
        reason=reason,
        counts=dict(counts),
    )
    add_erased(session, [entry])
    return entry.counts


def known_erased(vault: Vault, path: Path) -> tuple[Erased, ...]:
    """Return everybody who stands in the ledger beside the file, or on this computer."""
    return read_everywhere(path, _seal(vault))


def spread_ledger(vault: Vault, path: Path) -> None:
    """Tell the ledger to the places beside the file, and beside its copies that are at hand."""
    with vault.read() as session:
        entries = find_erased(session)
    if entries:
        write_everywhere(path, _seal(vault), entries, _copies_at_hand(vault, path))


def _copies_at_hand(vault: Vault, path: Path) -> Iterable[Path]:
    for copy in kept_copies(vault, path):
        if place_of(copy) is not CopyPlace.AWAY and is_own(copy, vault.dek):
            yield copy.path


def _seal(vault: Vault) -> LedgerSeal:
    dek = vault.dek
    return LedgerSeal(keys.file_mark(dek), keys.sub_key(dek, "ledger"))
