from __future__ import annotations

import errno

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from app.data.file_error import named_errors
from app.domain.problem import DiskFull, FileDamaged, FileInUse, FileNotWritable


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (5, FileInUse),
        (13, DiskFull),
        (8, FileNotWritable),
        (14, FileNotWritable),
        (10 | 3 << 8, FileNotWritable),  # an I/O error while writing
        (11, FileDamaged),
        (26, FileDamaged),
    ],
)
def test_each_error_about_the_file_has_its_own_sentence(code: int, kind: type[Exception]) -> None:
    error = sqlcipher.OperationalError("disk I/O error")
    error.sqlite_errorcode = code
    with pytest.raises(kind, match=r"^[A-Z].*\.$"), named_errors():
        raise error


@pytest.mark.parametrize(
    ("number", "kind"), [(errno.ENOSPC, DiskFull), (errno.EACCES, FileNotWritable)]
)
def test_the_system_s_errors_have_one_too(number: int, kind: type[Exception]) -> None:
    with pytest.raises(kind), named_errors():
        raise OSError(number, "no")


def test_our_own_mistakes_come_out_as_they_are() -> None:
    with pytest.raises(sqlcipher.OperationalError, match="syntax"), named_errors():
        raise sqlcipher.OperationalError("syntax error")
