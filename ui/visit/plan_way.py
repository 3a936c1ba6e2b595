"""Where the keyboard begins in the plan, and where an arrow leads from a visit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt

from app.domain.days import monday_of
from ui.visit.plan_rows import Block, PlanLine

_ASIDE = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_DOWN = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


def first_ahead(lines: Sequence[PlanLine], today: date) -> Block | None:
    """Return the first visit from this week on, or else the first one there is."""
    blocks, monday = [block for line in lines for block in line.blocks], monday_of(today)
    ahead = [block for block in blocks if block.day >= monday]
    return min(ahead, key=lambda block: block.day) if ahead else next(iter(blocks), None)


def step_from(lines: Sequence[PlanLine], number: int, place: int, key: Qt.Key) -> Block | None:
    """Return the visit a key leads to from that at `place` in the line `number`; None if it is no
    key that leads anywhere."""
    row = lines[number].blocks
    if key in _ASIDE:
        return row[max(0, min(place + _ASIDE[key], len(row) - 1))]
    if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        return row[0] if key == Qt.Key.Key_Home else row[-1]
    if key in _DOWN:
        return _nearest(lines, number, row[place], _DOWN[key])
    return None


def _nearest(lines: Sequence[PlanLine], number: int, here: Block, step: int) -> Block:
    """Return the visit nearest in time in the next line that has any, down or up."""
    further = lines[number + 1 :] if step > 0 else lines[:number][::-1]
    row = next((line.blocks for line in further if line.blocks), (here,))
    return min(row, key=lambda other: abs(other.day - here.day))
