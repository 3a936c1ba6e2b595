"""The workspace as a file: making it, opening it by any of its three keys, changing those.

Nothing but `make` ever makes a key or a database: a missing key is no reason to make a new one.
A key that does not fit is noticed before the database is touched.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from sqlmodel import Session

from app.changes import ChangeFeed
from app.data.audit import note_act
from app.data.engine import LeakCheck
from app.data.probe import refuse_what_is_no_workspace
from app.data.vault import Vault
from app.domain.audit import Action, Word
from app.domain.language import _, ngettext
from app.domain.problem import Refused, WrongPassphrase
from app.services import workspace
from app.services.audit_note import note_alone, note_apart
from app.services.erased_again import erase_again
from app.services.kept_copies import note_copy
from app.services.ledger import spread_ledger
from app.system import files, key_file, keys, passphrase, paths, recovery_code, unlock
from app.system.clock import Now, Today, now_utc, today
from app.system.key_file import KeyFile, Slot
from app.system.keychain import Keychain, KeychainSilent
from app.system.tries import add_try, forget_tries, read_tries


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeFile:
    """What making a workspace gives: its key, the code to print, and whether the keychain took."""

    dek: bytes = field(repr=False)
    recovery_code: str = field(repr=False)
    keychain_active: bool


class FileService:
    """Everything that happens to the file as a whole."""

    def __init__(
        self,
        today: Today = today,
        *,
        cost: keys.Cost = keys.STANDARD,
        floor: keys.Cost = keys.FLOOR,
        keychain: Keychain | None = None,
    ) -> None:
        self._today = today
        self._cost = cost
        self._floor = floor
        self._keychain = keychain or Keychain()
        self._ways: dict[Path, Word] = {}  # by which key each file was opened last
        self._vaults: dict[Path, Vault] = {}

    @property
    def keychain(self) -> Keychain:
        """This computer's keychain."""
        return self._keychain

    def exists(self, path: Path) -> bool:
        """Whether a workspace is, or was, at this place: then none may be made there."""
        return workspace.is_taken(path)

    def slots(self, path: Path) -> frozenset[str]:
        """Return which keys open the file: `keychain`, `passphrase`, `code`."""
        return key_file.slot_kinds(path)

    def look(self, path: Path) -> frozenset[str]:
        """Return which keys open the file; raise what can be seen to be wrong without a key."""
        refuse_what_is_no_workspace(path)
        return key_file.slot_kinds(path)

    def has_keychain(self) -> bool:
        """Whether this computer has a keychain that answers; may take up to ten seconds."""
        return self._keychain.is_there()

    def propose_passphrase(self) -> str:
        """Return five random words."""
        return passphrase.propose()

    def strength(self, text: str) -> int:
        """Return 0 to 5 for a bar; below 3 `make` refuses it."""
        return passphrase.strength(text)

    def cloud_warning(self, path: Path) -> str:
        """Return a warning if the folder is inside a sync client or a network, else nothing."""
        client = paths.sync_client(path)
        if not client:
            return ""
        return _(
            "This folder is kept elsewhere too, by {client}. That can damage the file, and copies"
            " of it leave this computer. Choose a folder that stays here."
        ).format(client=client)

    def name_warning(self, path: Path) -> str:
        """Return a warning if the file's name tells of somebody, else nothing: anybody reads it."""
        if not files.tells_of_somebody(path.stem):
            return ""
        # i18n: Danish: »Filens navn ser ud til at pege på en person. Giv den et neutralt navn.«
        return _("The name of the file seems to point to a person. Give it a neutral name.")

    def make(self, path: Path, phrase: str, *, keychain: bool) -> MadeFile:
        """Make an empty workspace, or leave nothing behind; raise `Rejected` or `Refused`."""
        phrase = passphrase.settle_passphrase(phrase, [path.stem])
        self._refuse_telling_name(path)
        if self.exists(path):
            raise Refused(_("There is already a file with this name. Choose another name."))
        dek, secret, wid = keys.new_key(), recovery_code.new_secret(), keys.new_wid()
        kept = self._keep_in_keychain(wid, dek, 1) if keychain else None
        with self._undone_on_failure(path, wid, kept), files.named_errors():
            by_phrase = keys.passphrase_slot(wid, dek, phrase, self._cost)
            slots = (by_phrase, keys.code_slot(wid, dek, secret), *((kept,) if kept else ()))
            made = KeyFile(wid=wid, gen=1, slots=slots).sealed(unlock.header_key(dek))
            _write_new(path, dek, made)
        return MadeFile(
            dek=dek,
            recovery_code=recovery_code.as_code(secret),
            keychain_active=kept is not None,
        )

    def open_by_passphrase(self, path: Path, text: str) -> bytes:
        """Return the data key, or raise `WrongPassphrase`. Takes half a second by design."""
        refuse_what_is_no_workspace(path)
        dek = unlock.data_key(
            path, "passphrase", lambda slot: keys.passphrase_key(slot, text, self._floor)
        )
        if dek is None:
            add_try(path, Word.PASSPHRASE)
            # i18n: Danish: »Adgangssætningen passer ikke.«
            raise WrongPassphrase(_("The passphrase does not fit."))
        self._ways[path] = Word.PASSPHRASE
        return dek

    def open_by_code(self, path: Path, text: str) -> bytes:
        """Return the data key; raise `Rejected` naming the wrong group, or `WrongPassphrase`."""
        refuse_what_is_no_workspace(path)
        dek = _opened_by_code(path, text)
        if dek is None:
            add_try(path, Word.CODE)
            raise WrongPassphrase(_("This code belongs to another file, or has been replaced."))
        self._ways[path] = Word.CODE
        return dek

    def open_by_keychain(self, path: Path) -> bytes:
        """Return the data key, or raise `Refused` if the keychain is silent or does not fit."""
        refuse_what_is_no_workspace(path)
        dek = None
        with suppress(KeychainSilent):
            dek = unlock.data_key(path, "keychain", self._key_from_keychain)
        if dek is None:
            raise Refused(
                _("The computer's keychain did not open the file. Write your passphrase.")
            )
        self._ways[path] = Word.KEYCHAIN
        return dek

    def check_code(self, path: Path, dek: bytes, text: str) -> bool:
        """Whether `text` is the code of this file; raise `Rejected` if it cannot be read."""
        return _opened_by_code(path, text) == dek

    def set_passphrase(self, path: Path, dek: bytes, new: str) -> None:
        """Let `new` open the file from now on, and the old one no longer."""
        phrase = passphrase.settle_passphrase(new, [path.stem])
        current = unlock.sealed(path, dek)
        slot = keys.passphrase_slot(current.wid, dek, phrase, self._cost)
        _write(path, current.with_slot(slot, unlock.header_key(dek)))
        self._note(path, Action.KEY_CHANGED, Word.PASSPHRASE, Word.SET)

    def new_recovery_code(self, path: Path, dek: bytes) -> str:
        """Return a new code to print; the old paper opens nothing any longer."""
        secret = recovery_code.new_secret()
        current = unlock.sealed(path, dek)
        slot = keys.code_slot(current.wid, dek, secret)
        _write(path, current.with_slot(slot, unlock.header_key(dek)))
        self._note(path, Action.KEY_CHANGED, Word.CODE, Word.SET)
        return recovery_code.as_code(secret)

    def set_keychain(self, path: Path, dek: bytes, *, on: bool) -> bool:
        """Let the keychain open the file, or no longer; return whether it does now."""
        current = unlock.sealed(path, dek)
        old = current.slot("keychain")
        new = self._keep_in_keychain(current.wid, dek, current.gen + 1) if on else None
        if on and new is None:
            return False
        more = (new,) if new else ()
        _write(path, current.without("keychain", unlock.header_key(dek), more))
        self._forget(old)
        self._note(path, Action.KEY_CHANGED, Word.KEYCHAIN, Word.SET if on else Word.REMOVED)
        return on

    def open_vault(
        self,
        path: Path,
        dek: bytes,
        changes: ChangeFeed,
        *,
        leak_ok: LeakCheck,
        now: Now = now_utc,
    ) -> Vault:
        """Open the file, bringing it up to today's schema on a checked copy if need be; whoever was
        erased since it was copied is erased again."""
        vault = workspace.open_vault(path, dek, changes, leak_ok=leak_ok, now=now)
        vault.when_erased(lambda: spread_ledger(vault, path))
        try:
            erase_again(vault, path)
        except BaseException:
            vault.close()
            raise
        self._vaults[path] = vault
        return vault

    def way_in(self, path: Path) -> Word | None:
        """Return which key opened the file, if it was asked for here."""
        return self._ways.pop(path, None)

    def take_tries(self, path: Path) -> dict[str, int]:
        """Return which keys did not fit since this was asked last, each with how often."""
        tries = read_tries(path)
        forget_tries(path)
        return tries

    def missing_saves_warning(self, vault: Vault) -> str:
        """Return a warning if the file knows of fewer saves than were made, else nothing."""
        count = vault.missing_saves
        if not count:
            return ""
        return ngettext(
            "The last save is missing from this file. It is an older copy, or the disk lost it.",
            "The last {count} saves are missing from this file. It is an older copy, or the disk"
            " lost them.",
            count,
        ).format(count=count)

    def save_copy(self, vault: Vault, path: Path, target: Path) -> Path:
        """Save a checked copy with its key file; `target` is a folder or a new file's name."""
        if not target.is_dir():
            self._refuse_telling_name(target)
        saved = workspace.save_copy(vault, path, target, workspace.COPY, self._today())
        note_apart(vault, lambda session: self._note_copy(session, saved))
        return saved

    def _note_copy(self, session: Session, saved: Path) -> None:
        note_act(session, Action.COPY_SAVED)
        note_copy(session, saved, self._today())

    def _note(self, path: Path, action: Action, *detail: Word) -> None:
        """Note what was done to the keys, if the file is open; a file being made has no trail."""
        vault = self._vaults.get(path)
        if vault is not None and vault.is_open:
            note_alone(vault, action, *detail)

    def _refuse_telling_name(self, path: Path) -> None:
        if warning := self.name_warning(path):
            raise Refused(warning)

    def _key_from_keychain(self, slot: Slot) -> bytes:
        return keys.from_secret(self._keychain.give(str(slot.x.get("service", ""))))

    def _keep_in_keychain(self, wid: str, dek: bytes, gen: int) -> Slot | None:
        """Return a slot that the keychain was seen to open, or None."""
        key = keys.new_key()
        # A new name each time: some keychains go on giving the old secret for an old name.
        slot = keys.keychain_slot(wid, dek, key, f"Fasthold:{wid}:{gen}")
        with suppress(KeychainSilent):
            self._keychain.keep(str(slot.x["service"]), keys.as_secret(key))
            if keys.opened(slot, wid, self._key_from_keychain(slot)) == dek:
                return slot
        self._forget(slot)
        return None

    def _forget(self, slot: Slot | None) -> None:
        if slot is not None:
            self._keychain.forget(str(slot.x["service"]))

    @contextmanager
    def _undone_on_failure(self, path: Path, wid: str, kept: Slot | None) -> Iterator[None]:
        try:
            yield
        except BaseException:
            part = workspace.part_of(path)
            for left in (part, workspace.log_of(part), path):
                with suppress(OSError):
                    left.unlink(missing_ok=True)
            key_file.remove(path, wid)
            self._forget(kept)
            raise


def _write_new(path: Path, dek: bytes, made: KeyFile) -> None:
    """Write database and key file; the database takes its name last."""
    paths.made(path.parent)
    part = workspace.part_of(path)
    part.unlink(missing_ok=True)  # left by a crash; a file that was finished never has this name
    workspace.make_database(part, dek)
    key_file.write_everywhere(path, made)
    files.move(part, path)


def _write(path: Path, changed: KeyFile) -> None:
    with files.named_errors():
        key_file.write_everywhere(path, changed)


def _opened_by_code(path: Path, text: str) -> bytes | None:
    key = keys.code_key(recovery_code.read_code(text))
    return unlock.data_key(path, "code", lambda _slot: key)
