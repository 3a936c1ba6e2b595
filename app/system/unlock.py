"""From a key file and one of its keys to the data key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from app.domain.language import _
from app.domain.problem import FileDamaged
from app.system import key_file, keys
from app.system.key_file import KeyFile, Slot

KeyOf = Callable[[Slot], bytes]


def data_key(workspace: Path, kind: str, key_of: KeyOf) -> bytes | None:
    """Return the data key by the slot of `kind`, or None if its key does not fit.

    Every copy of the key file is tried, and mended from the newest whole one. Raises `FileDamaged`
    if there is none, or if something else has changed it.
    """
    copies = key_file.read_copies(workspace)
    if not copies:
        raise _missing()
    tried: dict[str, bytes] = {}
    tampered: FileDamaged | None = None
    for copy in copies:
        try:
            dek = _opened_by(copy, kind, key_of, tried)
            if dek is not None and _is_in_force(copies, copy, kind, dek):
                key_file.heal(workspace, sealed(workspace, dek))
                return dek
        except FileDamaged as error:
            tampered = error
    if tampered is not None:
        raise tampered
    return None


def sealed(workspace: Path, dek: bytes) -> KeyFile:
    """Return the newest key file under the seal of `dek`, or raise `FileDamaged`."""
    found = _newest_sealed(key_file.read_copies(workspace), dek)
    if found is None:
        raise _missing()
    return found


def header_key(dek: bytes) -> bytes:
    """Return the key that seals the key file."""
    return keys.sub_key(dek, "header")


def _opened_by(copy: KeyFile, kind: str, key_of: KeyOf, tried: dict[str, bytes]) -> bytes | None:
    """Return the data key in `copy`, deriving the slow key of equal slots only once."""
    slot = copy.slot(kind)
    if slot is None:
        return None
    made_from = repr(sorted(slot.x.items()))
    if made_from not in tried:
        tried[made_from] = key_of(slot)
    return keys.opened(slot, copy.wid, tried[made_from])


def _is_in_force(copies: Sequence[KeyFile], copy: KeyFile, kind: str, dek: bytes) -> bool:
    """Whether the slot that opened is the newest of its kind, and not one that was replaced."""
    newest = _newest_sealed(copies, dek)
    if newest is None:
        raise FileDamaged(
            _("The key file has been changed by something else. Open a copy of the file instead.")
        )
    return newest.slot(kind) == copy.slot(kind)


def _newest_sealed(copies: Sequence[KeyFile], dek: bytes) -> KeyFile | None:
    return next((copy for copy in copies if copy.is_sealed_by(header_key(dek))), None)


def _missing() -> FileDamaged:
    return FileDamaged(
        _("The key file is missing. Put it back beside the file, or open a copy of the file.")
    )
