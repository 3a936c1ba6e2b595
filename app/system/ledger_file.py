"""The ledger of erasures outside the file, so that an older copy learns whom to erase.

It lies beside the file, beside every copy at hand, and in the folder of machine settings, where
any copy that is opened on this computer finds it. What stands in it is sealed by a key that follows
from the data key: nobody else can read it, nor add a person to be erased. Places that differ are
added up; nothing is ever taken out.
"""

from __future__ import annotations

import json
import logging
import secrets
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.domain.erasure import Erased, ErasedKind, ErasureReason
from app.domain.problem import FastholdError
from app.system import log
from app.system.files import write_whole
from app.system.paths import config_folder, made

VERSION = 1
SIZE_LIMIT = 16 * 1024 * 1024
_NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class LedgerSeal:
    """Whose ledger it is, and the key it is sealed by."""

    wid: str
    key: bytes = field(repr=False)


def beside(workspace: Path) -> Path:
    """Return where the ledger of `workspace` lies beside it."""
    return workspace.with_name(f"{workspace.name}.erased")


def read_everywhere(workspace: Path, seal: LedgerSeal) -> tuple[Erased, ...]:
    """Return everybody who stands in any ledger that can be read, oldest first."""
    found = {one.subject: one for place in _places(workspace, seal) for one in _read(place, seal)}
    return tuple(sorted(found.values(), key=lambda one: (one.at, one.subject)))


def write_everywhere(
    workspace: Path, seal: LedgerSeal, entries: Iterable[Erased], copies: Iterable[Path] = ()
) -> None:
    """Write the ledger wherever somebody is missing in it: beside the file and its `copies` too."""
    known = {one.subject: one for one in entries}
    for place in (*_places(workspace, seal), *map(beside, copies)):
        there = {one.subject: one for one in _read(place, seal)}
        if set(known) <= set(there):
            continue
        try:
            write_whole(place, _sealed(there | known, seal), overwrite=True)
        except (OSError, FastholdError):
            log.event("ledger.not_written", logging.WARNING)


def _places(workspace: Path, seal: LedgerSeal) -> tuple[Path, Path]:
    return beside(workspace), made(config_folder() / "erased") / f"{seal.wid}.erased"


def _read(place: Path, seal: LedgerSeal) -> list[Erased]:
    try:
        if place.stat().st_size > SIZE_LIMIT:
            return []
        sealed = place.read_bytes()
        opened = AESGCM(seal.key).decrypt(
            sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], _bound_to(seal)
        )
        return [_entry(plain) for plain in json.loads(opened)]
    except (OSError, InvalidTag, ValueError, TypeError, KeyError, RecursionError):
        return []


def _sealed(entries: dict[str, Erased], seal: LedgerSeal) -> bytes:
    plain = [_plain(entries[subject]) for subject in sorted(entries)]
    nonce = secrets.token_bytes(_NONCE_BYTES)
    body = json.dumps(plain, separators=(",", ":")).encode()
    return nonce + AESGCM(seal.key).encrypt(nonce, body, _bound_to(seal))


def _plain(entry: Erased) -> dict[str, Any]:
    counts = {kind.value: n for kind, n in entry.counts.items()}
    return {
        "subject": entry.subject,
        "at": entry.at,
        "reason": entry.reason.value,
        "counts": counts,
    }


def _entry(plain: dict[str, Any]) -> Erased:
    """Return one entry; a newer Fasthold may have written codes that this one does not know."""
    reasons, kinds = set(ErasureReason), set(ErasedKind)
    reason, counts = plain["reason"], Counter[ErasedKind]()
    for kind, n in plain["counts"].items():
        counts[ErasedKind(kind) if kind in kinds else ErasedKind.OTHER] += int(n)
    return Erased(
        subject=str(plain["subject"]),
        at=str(plain["at"]),
        reason=ErasureReason(reason) if reason in reasons else ErasureReason.ASKED,
        counts=dict(counts),
    )


def _bound_to(seal: LedgerSeal) -> bytes:
    return f"fasthold ledger {VERSION} {seal.wid}".encode()
