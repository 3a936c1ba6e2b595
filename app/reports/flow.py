"""Laying rows out on pages. Always ends: what does not fit on a whole page is divided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.reports.row import Row

_COMPANY = 3  # rows that like company take no more than this part of a page together


class Flow:
    """Pages being filled from the top; `room` is the height of each, `spare` what is left free of
    it."""

    def __init__(self, room: float, spare: float = 0.0) -> None:
        self._room, self._spare = room, spare
        self._left = room
        self.pages: list[list[Row]] = [[]]

    @property
    def filled(self) -> float:
        """How much of the page being filled is taken, from 0 to 1."""
        return 1 - self._left / self._room

    def fill(self, rows: Iterable[Row]) -> None:
        """Place all rows, in order."""
        waiting = list(rows)
        first = 0
        while first < len(waiting):
            last = self._last_of_group(waiting, first)
            group = waiting[first : last + 1]
            if _needed(group) > self._left - self._spare and self.pages[-1]:
                self._turn()
                continue
            for row in group[:-1]:
                self._place(row)
            rest = self._place_or_split(group[-1])
            first = last if rest else last + 1
            waiting[last] = rest or group[-1]

    def close(self, foot: float) -> None:
        """Leave `foot` points free on the last page; its last row moves along to a new page."""
        page = self.pages[-1]
        if self._left >= foot:
            return
        start = len(page) - 1
        while start > 0 and (page[start - 1].keep or page[start - 1].company):
            start -= 1
        moved = page[start:] if start > 0 and sum(map(_full, page[start:])) < self._room / 2 else []
        del page[len(page) - len(moved) :]
        self._turn()
        for row in moved:
            self._place(row)

    def _last_of_group(self, rows: Sequence[Row], first: int) -> int:
        """Return the place of the last of the rows that are placed together from `first` on."""
        last = _last_held(rows, first)
        while rows[last].company and last + 1 < len(rows):
            more = _last_held(rows, last + 1)
            if _needed(rows[first : more + 1]) > self._room / _COMPANY:
                break
            last = more
        return last

    def _place(self, row: Row) -> None:
        if not self.pages[-1] and row.head is not None:
            self._place(replace(row.head, repeated=True))
        if self.pages[-1]:
            self._left -= row.above
        self._left -= row.height
        self.pages[-1].append(row)

    def _place_or_split(self, row: Row) -> Row | None:
        above = row.above if self.pages[-1] else 0.0
        if not self.pages[-1] and row.head is not None:
            self._place(replace(row.head, repeated=True))
        room = self._left - above - (self._spare if row.flows else 0)
        parts = row.split(room) if row.height > room else None
        self._place(parts[0] if parts else row)
        return parts[1] if parts else None

    def _turn(self) -> None:
        self.pages.append([])
        self._left = self._room


def _last_held(rows: Sequence[Row], first: int) -> int:
    """Return the place of the last of the rows that must stay together from `first` on."""
    while rows[first].keep and first + 1 < len(rows):
        first += 1
    return first


def _needed(group: Sequence[Row]) -> float:
    return sum(map(_full, group[:-1])) + group[-1].above + group[-1].least


def _full(row: Row) -> float:
    return row.above + row.height
