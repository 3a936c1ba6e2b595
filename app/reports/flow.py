"""Laying rows out on pages. Always ends: what does not fit on a whole page is divided."""

from __future__ import annotations

from collections.abc import Iterable

from app.reports.row import Row


class Flow:
    """Pages being filled from the top; `room` is the height of each."""

    def __init__(self, room: float) -> None:
        self._room = room
        self._left = room
        self.pages: list[list[Row]] = [[]]

    def fill(self, rows: Iterable[Row]) -> None:
        """Place all rows, in order."""
        waiting = list(rows)
        while waiting:
            group = _group(waiting)
            if not self._fits(group) and self.pages[-1]:
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
        while start > 0 and page[start - 1].keep:
            start -= 1
        moved = page[start:] if start > 0 and sum(map(_full, page[start:])) < self._room / 2 else []
        del page[len(page) - len(moved) :]
        self._turn()
        for row in moved:
            self._place(row)

    def _fits(self, group: list[Row]) -> bool:
        needed = sum(map(_full, group[:-1])) + group[-1].above + group[-1].least
        return needed <= self._left

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
        parts = row.split(self._left - above) if row.height > self._left - above else None
        self._place(parts[0] if parts else row)
        return parts[1] if parts else None

    def _turn(self) -> None:
        self.pages.append([])
        self._left = self._room


def _group(rows: list[Row]) -> list[Row]:
    """Return the leading rows that must stay together."""
    last = next((place for place, row in enumerate(rows) if not row.keep), len(rows) - 1)
    return rows[: last + 1]


def _full(row: Row) -> float:
    return row.above + row.height
