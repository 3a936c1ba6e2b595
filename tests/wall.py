"""Asking the second wall: raw SQL by hand, past everything the program would say."""

from __future__ import annotations

from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher


def refusal(file: Any, statement: str) -> str:
    """Return the words the file refuses `statement` with; it is a failure if it does not."""
    with pytest.raises(sqlcipher.Error) as caught:
        file.execute(statement)
    return str(caught.value)


def count(file: Any, table: str) -> int:
    return int(file.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608
