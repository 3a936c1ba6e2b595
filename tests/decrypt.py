"""Every byte of a closed or open workspace in the clear: its pages, and those in its log.

Past the driver and past SQL, as somebody with the key and a stolen disk would look: what was
deleted and still lies on a page is seen here. Nothing is decrypted on the disk.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

PAGE = 4096
RESERVED, IV, SALT = 80, 16, 16
LOG_HEAD, FRAME_HEAD = 32, 24


def everything_in(path: Path, dek: bytes) -> bytes:
    """Return all pages of the file and of its log, one after the other."""
    return b"".join([*pages(path, dek), *frames(path, dek)])


def pages(path: Path, dek: bytes) -> Iterator[bytes]:
    """Yield each page of the file."""
    content = path.read_bytes()
    assert content
    assert len(content) % PAGE == 0
    for start in range(0, len(content), PAGE):
        yield _plain(content[start : start + PAGE], dek, first=start == 0)


def frames(path: Path, dek: bytes) -> Iterator[bytes]:
    """Yield each page in the log, old ones that a newer one has taken the place of too."""
    log = path.with_name(f"{path.name}-wal")
    content = log.read_bytes() if log.exists() else b""
    for start in range(LOG_HEAD, len(content), FRAME_HEAD + PAGE):
        head = content[start : start + FRAME_HEAD]
        page = content[start + FRAME_HEAD : start + FRAME_HEAD + PAGE]
        if len(page) == PAGE:
            yield _plain(page, dek, first=int.from_bytes(head[:4], "big") == 1)


def _plain(page: bytes, dek: bytes, *, first: bool) -> bytes:
    iv = page[PAGE - RESERVED : PAGE - RESERVED + IV]
    cipher = Cipher(AES(dek), CBC(iv)).decryptor()
    sealed = page[SALT if first else 0 : PAGE - RESERVED]
    return cipher.update(sealed) + cipher.finalize()
