"""Laying rows out on pages. Always ends: what does not fit on a whole page is divided."""

from __future__ import annotations

from collections.abc import Iterable

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
        while waiting:
            group = self._group(waiting)
            if _needed(group) > self._left - self._spare and self.pages[-1]:
                self._turn()
                continue
            for row in group[:-1]:
                self._place(row)
            rest = self._place_or_split(group[-1])
            waiting[: len(group)] = [rest] if rest else []

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

    def _group(self, rows: list[Row]) -> list[Row]:
        """Return the leading rows that are placed together."""
        group = _held(rows)
        while group[-1].company and len(group) < len(rows):
            more = group + _held(rows[len(group) :])
            if _needed(more) > self._room / _COMPANY:
                break
            group = more
        return group

    def _place(self, row: Row) -> None:
        if not self.pages[-1] and row.head is not None:
            self._place(row.head)
        if self.pages[-1]:
            self._left -= row.above
        self._left -= row.height
        self.pages[-1].append(row)

    def _place_or_split(self, row: Row) -> Row | None:
        above = row.above if self.pages[-1] else 0.0
        if not self.pages[-1] and row.head is not None:
            self._place(row.head)
        room = self._left - above - (self._spare if row.flows else 0)
        parts = row.split(room) if row.height > room else None
        self._place(parts[0] if parts else row)
        return parts[1] if parts else None

    def _turn(self) -> None:
        self.pages.append([])
        self._left = self._room


def _held(rows: list[Row]) -> list[Row]:
    """Return the leading rows that must stay together."""
    last = next((place for place, row in enumerate(rows) if not row.keep), len(rows) - 1)
    return rows[: last + 1]


def _needed(group: list[Row]) -> float:
    return sum(map(_full, group[:-1])) + group[-1].above + group[-1].least


def _full(row: Row) -> float:
    return row.above + row.height
