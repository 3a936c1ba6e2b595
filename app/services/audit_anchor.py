"""Where the newest seal of the audit trail is noted outside the file, and what differs from it.

In the keychain it is noted once a day, under the place of the file: a copy that lies elsewhere has
a trail of its own. What is noted there is no secret. Where the trail differs from it, the note
stays as it is until somebody has said that it is to go on from here; an older copy that was put
back is told of once, noted in the trail, and followed from then on.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlmodel import Session

from app.data.audit import Head, head_of, last_of, note_act
from app.data.audit_anchor import (
    compare,
    end_in_copy,
    opened,
    put_back_in,
    saves_of,
    seal_at,
    stands_in_copy,
)
from app.data.audit_begin import begin_of
from app.data.vault import Vault
from app.domain.audit import Action, Word, moment_of
from app.domain.audit_anchor import (
    DIFFERS,
    AnchorKind,
    AnchorRow,
    Holding,
    Noted,
    SealDraft,
    settle_seal,
)
from app.domain.erasure import CopyPlace, CopyRow
from app.services.audit_note import note_apart
from app.services.copies import CopyService
from app.system import keys
from app.system.clock import Today, local
from app.system.keychain import Keychain, KeychainSilent

LARGEST_COUNT = 99_999
PLACE_SIGNS = 12


class AuditAnchorService:
    """Notes the end of the trail where the file is not, and compares it with what stands there."""

    def __init__(
        self, vault: Vault, path: Path, today: Today, keychain: Keychain, copies: CopyService
    ) -> None:
        self._vault, self._today = vault, today
        self._keychain, self._copies = keychain, copies
        place = hashlib.sha256(str(path.absolute()).encode()).hexdigest()[:PLACE_SIGNS]
        with vault.read() as session:
            self._then = opened(session)
        self._name = f"Fasthold:{keys.file_mark(vault.dek)}:anchor-{place}"

    def follow(self) -> AnchorRow:
        """Compare the trail with what the keychain knows, and let it know today's end. May take as
        long as the keychain lets one wait."""
        row = self._keychain_row()
        if row.holding in DIFFERS | {Holding.OLDER}:
            note_apart(self._vault, lambda session: _note_once(session, row))
        if row.holding in DIFFERS | {Holding.SILENT} or row.on == self._today():
            return row
        return row if self._keep() else AnchorRow(kind=row.kind, holding=Holding.SILENT)

    def go_on_from_here(self) -> tuple[AnchorRow, ...]:
        """Let the keychain know the trail as it is now, whatever it knew before; compare anew."""
        self._keep()
        return self.anchors()

    def anchors(self) -> tuple[AnchorRow, ...]:
        """Compare the trail with every place but paper. May take as long as `follow`."""
        copies = (self._copy_row(copy) for copy in self._copies.list_copies())
        return (self._state_row(), self._keychain_row(), *copies)

    def compare_printed(self, draft: SealDraft) -> AnchorRow:
        """Compare the trail with a seal from paper; raise `Rejected` for what is none."""
        facts = settle_seal(draft)
        with self._vault.read() as session:
            seal, end = seal_at(session, facts.seq), head_of(session).seq
            if facts.seq <= begin_of(session).seq:
                holding = Holding.BEFORE
            elif seal is None:
                holding = Holding.MISSING
            else:
                holding = Holding.AGREES if seal.startswith(facts.signs) else Holding.OTHER
        missing = max(0, facts.seq - end)
        return AnchorRow(kind=AnchorKind.PRINTED, holding=holding, seq=facts.seq, missing=missing)

    def _state_row(self) -> AnchorRow:
        """Return what was found when the file was opened; nothing that followed is missing."""
        vault, kind = self._vault, AnchorKind.STATE
        with vault.read() as session:
            seq = head_of(session).seq
        if vault.is_copy:
            return AnchorRow(kind=kind, holding=Holding.NOTHING)
        if vault.missing_saves:
            return AnchorRow(kind=kind, holding=Holding.OLDER, seq=seq)
        if vault.audit_end.missing:
            missing = vault.audit_end.missing
            return AnchorRow(kind=kind, holding=Holding.MISSING, seq=seq, missing=missing)
        holding = Holding.OTHER if vault.audit_end.other else Holding.AGREES
        return AnchorRow(kind=kind, holding=holding, seq=seq)

    def _keychain_row(self) -> AnchorRow:
        try:
            noted = _parsed(self._keychain.give(self._name))
        except KeychainSilent:
            known = self._keychain.is_there()
            holding = Holding.NOTHING if known else Holding.SILENT
            return AnchorRow(kind=AnchorKind.KEYCHAIN, holding=holding)
        if noted is None:
            return AnchorRow(kind=AnchorKind.KEYCHAIN, holding=Holding.NOTHING)
        head = Head(noted.seq, noted.mac)
        return self._row(AnchorKind.KEYCHAIN, head, noted.saves, noted.on)

    def _copy_row(self, copy: CopyRow) -> AnchorRow:
        kind = AnchorKind.COPY
        dek = self._vault.dek
        end = end_in_copy(copy.path, dek) if copy.place is CopyPlace.HERE else None
        if end is None:
            return AnchorRow(kind=kind, holding=Holding.SILENT, on=copy.saved_on)
        row = self._row(kind, end.head, end.saves, copy.saved_on)
        if row.holding in DIFFERS:
            with self._vault.read() as session:
                entry = put_back_in(session, end.head.seq)
            if entry is not None and not stands_in_copy(copy.path, dek, entry):
                return replace(row, holding=Holding.OLDER, missing=0)
        return row

    def _row(self, kind: AnchorKind, head: Head, saves: int, day: date) -> AnchorRow:
        with self._vault.read() as session:
            holding, missing = compare(session, self._then, head, saves)
        return AnchorRow(kind=kind, holding=holding, seq=head.seq, missing=missing, on=day)

    def _keep(self) -> bool:
        """Let the keychain know the newest entry; return whether it does."""
        with self._vault.read() as session:
            head, saves = head_of(session), saves_of(session)
        told = {"seq": head.seq, "mac": head.mac, "saves": saves}
        words = json.dumps({**told, "on": self._today().isoformat()}, separators=(",", ":"))
        self._keychain.forget(self._name)  # some keychains go on giving what was there before
        with suppress(KeychainSilent):
            self._keychain.keep(self._name, words)
            return True
        return False


def _note_once(session: Session, row: AnchorRow) -> None:
    """Note what differs, unless that was done since the keychain was told last."""
    last = last_of(session, Action.END_MISSING)
    at = moment_of(last.at) if last else None
    told = last is not None and last.detail.startswith(f'["{Word.KEYCHAIN}",')
    if told and row.holding in DIFFERS and at and row.on and local(at).date() >= row.on:
        return
    words: list[Word | int] = [Word.KEYCHAIN]
    if row.holding is Holding.MISSING:
        words += [Word.MISSING, min(row.missing, LARGEST_COUNT)]
    else:
        words += [Word.OLDER if row.holding is Holding.OLDER else Word.OTHER]
    note_act(session, Action.END_MISSING, *words)


def _parsed(words: str) -> Noted | None:
    """Return what was noted; None for what this program did not write."""
    try:
        told = json.loads(words)
        return Noted(
            seq=int(told["seq"]),
            mac=str(told["mac"]),
            saves=int(told["saves"]),
            on=date.fromisoformat(told["on"]),
        )
    except (ValueError, TypeError, KeyError):
        return None
