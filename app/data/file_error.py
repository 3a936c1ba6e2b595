"""What SQLite says about the file, turned into sentences a person can act on."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import DBAPIError

from app.domain.language import _
from app.domain.problem import DiskFull, FastholdError, FileDamaged, FileInUse, FileNotWritable
from app.domain.restriction import restricted

NOT_A_DATABASE = 26
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
RESTRICTED = "this person is restricted"  # what the triggers of a restriction say
_PRIMARY = 0xFF  # the low byte says what kind of error, the rest where it came from


@contextmanager
def named_errors() -> Iterator[None]:
    """Let errors about the file come out as sentences; errors of ours come out as they are."""
    try:
        yield
    except OSError as error:
        raise (_full() if error.errno in _NO_ROOM else _not_writable()) from error
    except (DBAPIError, sqlcipher.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        if RESTRICTED in str(cause):
            raise restricted() from error
        make = _SENTENCES.get(code(cause))
        if make is None:
            raise
        raise make() from error


def code(error: Any) -> int:
    """Return SQLite's primary code of `error`, 0 if it has none."""
    return int(vars(error).get("sqlite_errorcode", 0)) & _PRIMARY


def damaged() -> FileDamaged:
    """The sentence for a file whose parts do not fit together."""
    return FileDamaged(
        _("Parts of the file are damaged. Nothing has been changed; open your newest copy.")
    )


def _in_use() -> FileInUse:
    return FileInUse(_("The file is open in another window of Fasthold. Close it there first."))


def _full() -> DiskFull:
    return DiskFull(
        _("There is no room left on the disk. Make room and save again; what was saved is safe.")
    )


def _not_writable() -> FileNotWritable:
    return FileNotWritable(
        _("Fasthold may not write in the folder of the file. Ask for the right, or move the file.")
    )


def _no_answer() -> FileNotWritable:
    return FileNotWritable(
        _("The disk did not take what was to be saved. See whether it is connected and has room.")
    )


_SENTENCES: dict[int, Callable[[], FastholdError]] = {
    3: _not_writable,  # PERM
    5: _in_use,  # BUSY
    6: _in_use,  # LOCKED
    8: _not_writable,  # READONLY
    10: _no_answer,  # IOERR
    11: damaged,  # CORRUPT
    13: _full,  # FULL
    14: _not_writable,  # CANTOPEN
    NOT_A_DATABASE: damaged,
}
