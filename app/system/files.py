"""Writing files so that a crash leaves the old one or the new one, never half.

Names are built here and never from what people typed, so a name can neither leave its folder nor
tell whom a file is about.
"""

from __future__ import annotations

import errno
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from app.domain.guard import is_clean
from app.domain.language import _
from app.domain.problem import DiskFull, FastholdError, FileMissing, FileNotWritable, Refused

# On Windows a scanner, indexer or sync client may hold a file open for a moment.
FILES_ARE_HELD = os.name == "nt"
WAITS = (0.05, 0.1, 0.2, 0.4, 0.8)

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,79}\.[a-z0-9]{1,12}(\.[a-z]{1,8})?")
_NUMBERED = re.compile(r"(?<!\d)20[2-4]\d-\d\d(?:-\d{2,3})?(?:-\d{1,3})?(?!\d)")
_BETWEEN = re.compile(r"[-_. ]+")
_KIND = re.compile(r"[a-z]+(-[a-z]+)*")
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ENXIO, errno.ENODEV}


def write_whole(path: Path, content: bytes, *, overwrite: bool = False) -> None:
    """Write `path` whole or not at all; never through a link, over a file only if asked."""
    with named_errors():
        refuse_odd_target(path, overwrite=overwrite)
        part = path.with_name(f".{path.name}.part")
        try:
            _write_synced(part, content)
            move(part, path)
        finally:
            part.unlink(missing_ok=True)


def move(source: Path, target: Path) -> None:
    """Put `source` in the place of `target` in one step, and wait until the folder knows it."""
    for wait in (*WAITS, None):
        try:
            source.replace(target)
            break
        except PermissionError:
            if wait is None or not FILES_ARE_HELD:
                raise
            time.sleep(wait)
    sync_folder(target.parent)


def sync_file(path: Path) -> None:
    """Wait until the disk has what is in `path`."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` durable, where the system can (Windows does it by itself)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read_some(path: Path, most: int) -> bytes:
    """Return the first `most` bytes of a file somebody chose; `Refused` for what is no file."""
    try:
        if not path.is_file():
            raise Refused(_("This is a folder or a device, not a file. Choose a file."))
        with path.open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise Refused(
            _("The file cannot be opened. See whether it is still there and may be read.")
        ) from error


def neutral_name(kind: str, day: date, number: int, ending: str = "pdf") -> str:
    """Return `employer-sheet-2026-09-014.pdf`: kind, month and running number, nobody's name."""
    if not _KIND.fullmatch(kind) or tells_of_somebody(kind):
        raise ValueError("a kind is small English words with dashes, and names nobody")
    return f"{kind}-{day:%Y-%m}-{number:03d}.{ending}"


def free_place(folder: Path, name: str) -> Path:
    """Return `folder/name`, numbered if that is taken; the name must be one of ours."""
    stem, _dot, ending = name.partition(".")
    if not _NAME.fullmatch(name) or tells_of_somebody(stem):
        raise ValueError("not a name Fasthold would build")
    place, number = folder / name, 2
    while os.path.lexists(place):
        place, number = folder / f"{stem}-{number}.{ending}", number + 1
    return place


def tells_of_somebody(stem: str) -> bool:
    """Return whether the guard sees a person in the name of a file; days and running numbers, as
    names here have them, tell of nobody."""
    words = _NUMBERED.sub(" ", stem)
    return not (is_clean(words) and is_clean(_BETWEEN.sub(" ", words)))


def refuse_odd_target(path: Path, *, overwrite: bool) -> None:
    """Raise `Refused` if `path` is a link or a device, or a file that was not to be replaced."""
    if not os.path.lexists(path):
        return
    if path.is_symlink() or not path.is_file():
        raise Refused(_("This name is a link or a device, not a file. Choose another name."))
    if not overwrite:
        raise Refused(_("There is already a file with this name. Choose another name."))


@contextmanager
def named_errors() -> Iterator[None]:
    """Turn what the system says about files into sentences a person can act on."""
    try:
        yield
    except OSError as error:
        raise named(error) from error


def named(error: OSError) -> FastholdError:
    """Return the sentence for `error`."""
    if error.errno in _FULL:
        return DiskFull(_("There is no room left on the disk. Make room, then try again."))
    if error.errno in _GONE:
        return FileMissing(
            _("The folder or file is no longer there. See whether the drive is connected.")
        )
    return FileNotWritable(
        _(
            "Fasthold cannot write here. Close the file in other programs, or choose a folder"
            " that you may write in."
        )
    )


def _write_synced(part: Path, content: bytes) -> None:
    with suppress(FileNotFoundError):
        part.unlink()  # left by a crash; only Fasthold writes under this name
    with open(part, "xb", opener=_private) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
