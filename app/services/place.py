"""The order of the lines of a roundtable."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from app.data.roundtable import AgreementRecord, PointRecord, RemarkRecord

Placed = TypeVar("Placed", PointRecord, RemarkRecord, AgreementRecord)


def exchange(lines: Sequence[Placed], line: Placed, by: int) -> None:
    """Let `line` change places with the one before (-1) or after it (1); at an end it stays."""
    ordered = sorted(lines, key=lambda each: each.position)
    place = ordered.index(line)
    if not 0 <= place + by < len(ordered):
        return
    ordered[place], ordered[place + by] = ordered[place + by], ordered[place]
    for position, each in enumerate(ordered):
        each.position = position
