"""The random data key of a workspace, and the three keys that wrap it.

The data key opens the database; it lives in memory alone. Each of the three keys wraps it by
AES-256-GCM: one made from the passphrase (Argon2id), one from the printed code, and one that the
computer's keychain keeps. A slot is bound to its workspace, its kind and its parameters, so it can
neither be moved nor made cheaper to guess.
"""

from __future__ import annotations

import base64
import secrets
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.domain.language import _
from app.domain.problem import FileDamaged
from app.system.key_file import Slot, canonical
from app.system.passphrase import normal

KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one guess at a passphrase costs by Argon2id."""

    memory_kib: int
    passes: int
    lanes: int

    def is_at_least(self, floor: Cost) -> bool:
        """Whether a guess costs no less memory and no fewer passes than `floor`."""
        return self.memory_kib >= floor.memory_kib and self.passes >= floor.passes


STANDARD = Cost(memory_kib=128 * 1024, passes=3, lanes=4)
FLOOR = Cost(memory_kib=64 * 1024, passes=3, lanes=1)
# Above this a key file asks for more than an ordinary computer has: it has been tampered with.
CEILING = Cost(memory_kib=1024 * 1024, passes=64, lanes=16)


def new_key() -> bytes:
    """Return a random key of 32 bytes."""
    return secrets.token_bytes(KEY_BYTES)


def new_wid() -> str:
    """Return a random name for a workspace."""
    return secrets.token_hex(8)


def sub_key(key: bytes, purpose: str) -> bytes:
    """Return the key for `purpose` ("header", "state", …) that follows from `key`."""
    kdf = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose.encode())
    return kdf.derive(key)


def file_mark(dek: bytes) -> str:
    """Return the name that a file has in common with its copies; it tells nothing of the key."""
    return sub_key(dek, "workspace").hex()[:16]


def passphrase_slot(wid: str, dek: bytes, passphrase: str, cost: Cost) -> Slot:
    """Wrap `dek` by `passphrase`."""
    salt = secrets.token_bytes(SALT_BYTES)
    x: dict[str, str | int] = {
        "salt": salt.hex(),
        "m": cost.memory_kib,
        "t": cost.passes,
        "p": cost.lanes,
    }
    return _wrapped("passphrase", x, wid, dek, _stretched(passphrase, salt, cost))


def passphrase_key(slot: Slot, passphrase: str, floor: Cost) -> bytes:
    """Return the key `slot` asks for; raise `FileDamaged` if it was made cheap to guess."""
    try:
        cost = Cost(memory_kib=int(slot.x["m"]), passes=int(slot.x["t"]), lanes=int(slot.x["p"]))
        salt = bytes.fromhex(str(slot.x["salt"]))
    except (KeyError, ValueError) as error:
        raise _tampered() from error
    too_dear = not CEILING.is_at_least(cost) or cost.lanes > CEILING.lanes
    if too_dear or not cost.is_at_least(floor) or cost.lanes < 1 or len(salt) != SALT_BYTES:
        raise _tampered()
    return _stretched(passphrase, salt, cost)


def code_slot(wid: str, dek: bytes, secret: bytes) -> Slot:
    """Wrap `dek` by the secret of the printed code. It is random: nothing slow is needed."""
    return _wrapped("code", {}, wid, dek, sub_key(secret, "recovery"))


def code_key(secret: bytes) -> bytes:
    """Return the key that the printed code stands for."""
    return sub_key(secret, "recovery")


def keychain_slot(wid: str, dek: bytes, key: bytes, service: str) -> Slot:
    """Wrap `dek` by the key that the keychain keeps under `service`."""
    return _wrapped("keychain", {"service": service}, wid, dek, key)


def opened(slot: Slot, wid: str, key: bytes) -> bytes | None:
    """Return the data key, or None if `key` is not the one `slot` was wrapped by."""
    try:
        dek = AESGCM(key).decrypt(slot.nonce, slot.ct, _bound_to(wid, slot.kind, slot.x))
    except (InvalidTag, ValueError):
        return None
    return dek if len(dek) == KEY_BYTES else None


def as_secret(key: bytes) -> str:
    """Return `key` as the 44 signs a keychain keeps."""
    return base64.b64encode(key).decode()


def from_secret(secret: str) -> bytes:
    """Return the key in `secret`; what is none gives a key that opens nothing."""
    try:
        key = base64.b64decode(secret, validate=True)
    except ValueError:
        key = b""
    return key if len(key) == KEY_BYTES else bytes(KEY_BYTES)


def _wrapped(kind: str, x: dict[str, str | int], wid: str, dek: bytes, key: bytes) -> Slot:
    nonce = secrets.token_bytes(NONCE_BYTES)
    ct = AESGCM(key).encrypt(nonce, dek, _bound_to(wid, kind, x))
    return Slot(kind=kind, nonce=nonce, ct=ct, x=x)


def _bound_to(wid: str, kind: str, x: dict[str, str | int]) -> bytes:
    return canonical([wid, kind, x])


def _stretched(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    argon2 = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    return argon2.derive(normal(passphrase).encode("utf-8", "surrogatepass"))


def _tampered() -> FileDamaged:
    return FileDamaged(
        _("The key file has been changed by something else. Open a copy of the workspace instead.")
    )
