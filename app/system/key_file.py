"""The small file of wrapped keys beside a workspace, and the copies that heal one another.

Losing it would mean losing the work, so it lies in three places: `.keys`, `.keys.bak`, and one in
the folder of machine settings; a saved copy of the workspace carries its own.

A change is written to `.keys` first and read back; only then do the others follow. So a crash
leaves one whole generation, and a passphrase that was replaced is gone from every copy.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.domain.problem import FastholdError
from app.system import log
from app.system.files import write_whole
from app.system.paths import config_folder, made

VERSION = 1
KINDS = frozenset({"keychain", "passphrase", "code"})
SIZE_LIMIT = 64 * 1024

_WID = re.compile(r"[0-9a-f]{16}")  # it becomes part of a file name


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """The data key wrapped by one of the three keys; `x` is what that key is made from."""

    kind: str
    nonce: bytes
    ct: bytes
    x: dict[str, str | int]

    def plain(self) -> dict[str, Any]:
        """Return the slot as JSON holds it."""
        return {"kind": self.kind, "nonce": self.nonce.hex(), "ct": self.ct.hex(), "x": self.x}


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFile:
    """One generation of the wrapped keys of workspace `wid`."""

    wid: str
    gen: int
    slots: tuple[Slot, ...]
    mac: bytes = b""

    def sealed(self, mac_key: bytes) -> KeyFile:
        """Return the file under its seal, so that an added or weakened slot shows."""
        return replace(self, mac=hmac.digest(mac_key, self._body(), "sha256"))

    def is_sealed_by(self, mac_key: bytes) -> bool:
        """Whether the seal is whole."""
        return hmac.compare_digest(self.mac, hmac.digest(mac_key, self._body(), "sha256"))

    def with_slot(self, slot: Slot, mac_key: bytes) -> KeyFile:
        """Return the next generation, `slot` in place of the one of its kind."""
        return self.without(slot.kind, mac_key, (slot,))

    def without(self, kind: str, mac_key: bytes, more: Iterable[Slot] = ()) -> KeyFile:
        """Return the next generation without the slot of `kind`."""
        kept = tuple(slot for slot in self.slots if slot.kind != kind)
        return replace(self, gen=self.gen + 1, slots=(*kept, *more)).sealed(mac_key)

    def slot(self, kind: str) -> Slot | None:
        """Return the slot of `kind`, if there is one."""
        return next((slot for slot in self.slots if slot.kind == kind), None)

    def content(self) -> bytes:
        """Return the file as it is written."""
        return canonical({**json.loads(self._body()), "mac": self.mac.hex()}) + b"\n"

    def _body(self) -> bytes:
        slots = [slot.plain() for slot in self.slots]
        return canonical({"v": VERSION, "wid": self.wid, "gen": self.gen, "slots": slots})


def canonical(value: Any) -> bytes:
    """Return `value` as the one JSON text it has."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def main_place(workspace: Path) -> Path:
    """Return where the key file of `workspace` lies."""
    return workspace.with_name(f"{workspace.name}.keys")


def spare_place(workspace: Path) -> Path:
    """Return where the second copy lies, beside the first."""
    return workspace.with_name(f"{workspace.name}.keys.bak")


def read_copies(workspace: Path) -> tuple[KeyFile, ...]:
    """Return every readable copy, newest generation first; whether it is sealed is not known."""
    beside = _readable((main_place(workspace), spare_place(workspace)))
    far = _readable(sorted(_far_folder().glob(f"{far_mark(workspace)}-*.keys")))
    # Another workspace may have lain at this place before; its keys are kept and not tried.
    wids = {copy.wid for copy in beside}
    found = [*beside, *(copy for copy in far if copy.wid in wids or not wids)]
    return tuple(sorted(found, key=lambda copy: -copy.gen))


def slot_kinds(workspace: Path) -> frozenset[str]:
    """Return which keys the newest copy knows, without opening anything."""
    return frozenset(slot.kind for copy in read_copies(workspace)[:1] for slot in copy.slots)


def read_one(place: Path) -> KeyFile | None:
    """Return the key file at `place`, or None if there is none that can be read."""
    try:
        if place.stat().st_size > SIZE_LIMIT:
            return None
        return _parsed(json.loads(place.read_bytes()))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def write_everywhere(workspace: Path, key_file: KeyFile) -> None:
    """Write `key_file` to `.keys`, read it back, then to the other places."""
    main = main_place(workspace)
    write_whole(main, key_file.content(), overwrite=True)
    if read_one(main) != key_file:
        raise OSError("the key file does not read back as written")
    heal(workspace, key_file)


def heal(workspace: Path, key_file: KeyFile) -> None:
    """Write `key_file` wherever it is missing or different."""
    for place in _places(workspace, key_file.wid):
        if read_one(place) == key_file:
            continue
        try:
            write_whole(place, key_file.content(), overwrite=True)
            log.event("keys.healed", gen=key_file.gen)
        except (OSError, FastholdError):
            log.event("keys.not_healed", logging.WARNING, gen=key_file.gen)


def remove(workspace: Path, wid: str) -> None:
    """Take away every copy: only for a workspace whose making failed."""
    for place in _places(workspace, wid):
        place.unlink(missing_ok=True)


def _places(workspace: Path, wid: str) -> tuple[Path, ...]:
    far = _far_folder() / f"{far_mark(workspace)}-{wid}.keys"
    return (main_place(workspace), spare_place(workspace), far)


def _far_folder() -> Path:
    return made(config_folder() / "keys")


def far_mark(workspace: Path) -> str:
    """A hash, because a folder's name here would tell where somebody's files are."""
    return hashlib.sha256(os.fsencode(workspace.absolute())).hexdigest()[:24]


def _readable(places: Iterable[Path]) -> list[KeyFile]:
    return [copy for place in places if (copy := read_one(place)) is not None]


def _parsed(plain: dict[str, Any]) -> KeyFile:
    if plain["v"] != VERSION or set(plain) != {"v", "wid", "gen", "slots", "mac"}:
        raise ValueError("not a key file of this version")
    wid, gen = plain["wid"], plain["gen"]
    if (
        not isinstance(wid, str)
        or not _WID.fullmatch(wid)
        or not isinstance(gen, int)
        or isinstance(gen, bool)
    ):
        raise TypeError("wid and gen")
    slots = tuple(_parsed_slot(slot) for slot in plain["slots"])
    return KeyFile(wid=wid, gen=gen, slots=slots, mac=bytes.fromhex(plain["mac"]))


def _parsed_slot(plain: dict[str, Any]) -> Slot:
    if plain["kind"] not in KINDS or set(plain) != {"kind", "nonce", "ct", "x"}:
        raise ValueError("not a slot")
    if not all(type(value) in (str, int) for value in plain["x"].values()):
        raise TypeError("x")
    nonce, ct = bytes.fromhex(plain["nonce"]), bytes.fromhex(plain["ct"])
    return Slot(kind=plain["kind"], nonce=nonce, ct=ct, x=dict(plain["x"]))
