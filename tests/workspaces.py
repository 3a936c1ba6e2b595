"""Encrypted files for tests. A guess at a passphrase is cheap here; nothing else is less real."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import text

from app.changes import ChangeFeed, Topic
from app.data.probe import keyed
from app.data.vault import Vault
from app.services.file import FileService
from app.services.workspace import make_database, open_vault
from app.system import key_file, keys, unlock
from app.system.clock import Today
from app.system.key_file import KeyFile
from app.system.keychain import Keychain
from app.system.keys import Cost

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
PHRASE = "havre-kaffe-vindue-bro-lygte"
DEK = bytes(range(32))
TODAY = date(2026, 9, 9)
make_from_nothing = make_database  # as the program does it, through every migration


def file_service(patience: float = 5, today: Today = lambda: TODAY) -> FileService:
    return FileService(today, cost=CHEAP, floor=CHEAP, keychain=Keychain(patience))


def made_database(folder: Path, name: str = "w.fasthold") -> Path:
    path = folder / name
    path.write_bytes(_empty_database())
    return path


@cache
def _empty_database() -> bytes:
    """Migrated once for all tests of a run."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "empty.fasthold"
        make_database(path, DEK)
        return path.read_bytes()


def make_from_one(path: Path, dek: bytes) -> None:
    """Make an empty file as the program does, from the one that was migrated already."""
    path.touch(mode=0o600, exist_ok=False)
    path.write_bytes(_empty_database())
    if dek != DEK:
        connection = keyed(str(path), DEK)
        connection.execute(f"PRAGMA rekey = \"x'{dek.hex()}'\"")
        connection.close()


def add_keys(path: Path, dek: bytes = DEK) -> None:
    """Lay the key file that a file needs to be copied, beside one that was made without."""
    wid = keys.new_wid()
    slot = keys.passphrase_slot(wid, dek, PHRASE, CHEAP)
    made = KeyFile(wid=wid, gen=1, slots=(slot,)).sealed(unlock.header_key(dek))
    key_file.write_everywhere(path, made)


def opened(path: Path, dek: bytes = DEK, changes: ChangeFeed | None = None) -> Vault:
    return open_vault(path, dek, changes or ChangeFeed(), leak_ok=passes)


def passes(text: str) -> bool:
    return True


def save(vault: Vault, name: str, value: str = "") -> None:
    with vault.write(Topic.SETTINGS) as session:
        session.execute(
            text("INSERT INTO setting (name, value) VALUES (:name, :value)"),
            {"name": name, "value": value},
        )


def saved(vault: Vault) -> list[str]:
    with vault.read() as session:
        return list(session.execute(text("SELECT name FROM setting ORDER BY rowid")).scalars())


def saved_in(path: Path, dek: bytes = DEK) -> list[str]:
    vault = opened(path, dek)
    try:
        return saved(vault)
    finally:
        vault.close()


def contents(folder: Path) -> dict[str, bytes]:
    """Every file under `folder` with its bytes: what must be the same before and after."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def flip_bit(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1 << (place % 8)
    path.write_bytes(content)
