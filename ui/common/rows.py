"""Lists of rows inside a card: one Tab stop, arrows move, Enter opens, Space ticks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.language import ngettext
from ui.common.alike import Parts, keep_or_make, spread
from ui.common.icons import IconLook
from ui.common.roving import Roving
from ui.common.row import Row as Row
from ui.common.row import tick_row as tick_row
from ui.common.row_column import LINE, Heading, draw_lines, kept_headings, stand_below

AT_ONCE = 20  # rows of a long list that are shown, and that are added to them
REST = "rest"  # the key of the row that shows more

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPart:
    """Rows that belong together, under a small heading if they have one, with a mark beside it."""

    rows: Sequence[Row]
    heading: str = ""
    mark: QWidget | None = None


class RowList(QWidget):
    """Rows with a line between them. Where one stood is where one stands after a reload.

    A line parts the first row from the head above it, unless there is none (`bare`).
    """

    opened = Signal(object)  # the row's key
    ticked = Signal(object, bool)  # the row's key, and the state asked for
    current_changed = Signal(object)  # the row's key
    more_asked = Signal()  # for `most` things

    def __init__(
        self,
        rows: Sequence[Row] = (),
        parent: QWidget | None = None,
        *,
        bare: bool = False,
        at_once: int = AT_ONCE,
    ) -> None:
        super().__init__(parent)
        self._bare = bare
        self._roving = Roving(self)
        self._rows: list[Row] = []
        self._things: Parts[object] = ()
        self._most = at_once  # how many of a long list are shown
        self._again: Callable[[], None] = _nothing
        self._more: Callable[[], None] = _nothing
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(LINE)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.set_rows(rows)

    @property
    def most(self) -> int:
        """How many things of a long list may be shown."""
        return self._most + 1

    def rows(self) -> Sequence[Row]:
        """Return the rows in order."""
        return self._rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; focus stays on the row with the same key, or near it."""
        self.set_parts([RowPart(rows=rows)])

    def show_first(
        self,
        things: Sequence[Thing],
        make: Callable[[Thing], Row],
        *,
        beside: object = None,
        count: int | None = None,
    ) -> None:
        """Show a row for each of the first things, and one that shows more: of hundreds nobody
        reads all, and every row takes time. A row is kept while its thing is the same, and what it
        is told `beside`, such as the day. Of a longer list, `things` may be the first of so many:
        then `more_asked` asks for `most` of them."""
        every = len(things) if count is None else count
        self._again = lambda: self._show_made(things, make, beside, every)
        self._more = self._again if count is None else self.more_asked.emit
        self._again()

    def show_at_least(self, count: int) -> None:
        """Show so many of the things given to `show_first`, if there are so many."""
        if count > self._most:
            self._most = count
            self._more()

    def set_parts(self, parts: Sequence[RowPart]) -> None:
        """Show what these rows show, each part under its heading; focus stays as it does."""
        self._things, standing, spare = (), self._standing(), list(reversed(self._rows))
        parts = [
            replace(part, rows=[_serve(spare.pop() if spare else row, row) for row in part.rows])
            for part in parts
        ]
        headings = [Heading(part.heading, part.mark) if part.heading else None for part in parts]
        self._put(parts, headings, standing)

    def show_things(
        self,
        parts: Sequence[tuple[str, Sequence[Thing]]],
        make: Callable[[Thing], Row],
    ) -> None:
        """Show a row for each thing, the things of each part under its heading. A thing that is
        shown already keeps its row: what has not changed is not touched. Rows of things that go
        serve for those that come."""
        things = tuple((heading, tuple(part)) for heading, part in parts)
        if things == self._things:
            return
        standing = self._standing()
        shown = zip(spread(self._things), self._rows, strict=False)
        rows = keep_or_make(things, shown, make)
        made = [
            RowPart(heading=heading, rows=rows[part]) for part, (heading, _) in enumerate(things)
        ]
        self._things = things
        headings = kept_headings(self._column, [heading for heading, _part in things])
        self._put(made, headings, standing)

    def stand_on(self, place: int) -> None:
        """Put the keyboard on the row at `place`."""
        self._roving.focus(place)

    def select(self, key: object) -> None:
        """Mark the row with `key` as the one shown beside the list; None marks none."""
        for row in self._rows:
            row.select(selected=key is not None and row.key == key)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_lines(painter, self._column)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._roving.step(event):
            super().keyPressEvent(event)
            return
        current = self._roving.current()
        if isinstance(current, Row):
            self.current_changed.emit(current.key)

    def _standing(self) -> tuple[object, int]:
        """Return the key of the focused row, and the place Tab leads to."""
        place = next((i for i, row in enumerate(self._rows) if row is self._roving.current()), 0)
        here = self.window().focusWidget()  # also while a dialog stands before the window
        focused = next((row.key for row in self._rows if row is here), None)
        return focused, place

    def _put(
        self,
        parts: Sequence[RowPart],
        headings: Sequence[Heading | None],
        standing: tuple[object, int],
    ) -> None:
        """Let these rows stand below each other; focus stays on the row with the same key."""
        focused, place = standing
        self._roving.set_items(())
        before = set(self._rows)
        self._rows = [row for part in parts for row in part.rows]
        laid = [(heading, part.rows) for heading, part in zip(headings, parts, strict=True)]
        stand_below(self._column, laid, bare=self._bare)
        for part in parts:
            for row in part.rows:
                row.setAccessibleDescription(part.heading)  # arrows lead past the headings
                if row not in before:
                    self._listen_to(row)
        keys = [row.key for row in self._rows]
        here = keys.index(focused) if focused in keys else place
        self._roving.set_items(self._rows, here)
        if focused is not None and self._rows:
            self._roving.focus(min(here, len(self._rows) - 1))

    def _listen_to(self, row: Row) -> None:
        row.opened.connect(lambda: self._on_opened(row))
        row.ticked.connect(lambda on: self.ticked.emit(row.key, on))

    def _on_opened(self, row: Row) -> None:
        if row.key is REST:
            self._show_more()
        else:
            self.opened.emit(row.key)

    def _show_made(
        self, things: Sequence[Thing], make: Callable[[Thing], Row], beside: object, count: int
    ) -> None:
        def row(told: tuple[Thing | _Rest, object]) -> Row:
            one, _beside = told
            return one.row() if isinstance(one, _Rest) else make(one)

        # A row that shows one more would take the room of that one.
        shown = things[: self._most if count > self.most else self.most]
        told: list[tuple[Thing | _Rest, object]] = [(thing, beside) for thing in shown]
        if left := max(0, count - len(shown)):
            told.append((_Rest(min(left, AT_ONCE)), None))
        self.show_things([("", told)], row)

    def _show_more(self) -> None:
        first_new = self._most
        self._most += AT_ONCE
        self._more()
        if first_new < len(self._rows):  # what is asked for may not have come
            self.stand_on(first_new)


@dataclass(frozen=True, slots=True)
class _Rest:
    """What stands below the first of many: how many more are shown next."""

    count: int

    def row(self) -> Row:
        """Return the row that shows them."""
        words = ngettext("Show {n} more", "Show {n} more", self.count).format(n=self.count)
        return Row(words, key=REST, leading=IconLook("chevron-down", side=18))


def _serve(old: Row, new: Row) -> Row:
    """Return the row that is there already, showing what the new one shows, or else that one."""
    return old if old.become(new) else new


def _nothing() -> None:
    """Show no more: nothing was given yet."""
