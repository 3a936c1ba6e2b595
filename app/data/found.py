"""One record that was asked for by its id."""

from __future__ import annotations

from typing import TypeVar

from app.domain.problem import NotFound

Record = TypeVar("Record")


def found(record: Record | None, gone: str) -> Record:
    """Return the record, or raise `NotFound` with the sentence `gone`."""
    if record is None:
        raise NotFound(gone)
    return record
