"""Lists of rows inside a card: one Tab stop, arrows move, Enter opens, Space ticks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.language import ngettext
from ui.common.alike import Parts, keep_or_make, spread, take_after
from ui.common.badge import Badge, CodeTag
from ui.common.card_head import SIDE
from ui.common.check import BOX, draw_tick_box
from ui.common.focus_ring import Ring, set_ring
from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.paint import draw_box
from ui.common.roving import Roving
from ui.common.row_column import Heading, kept_headings, stand_below
from ui.common.shown import as_tip
from ui.common.text import ShortText, Text
from ui.common.tokens import Token, colour

_TICK_AREA = SIDE + BOX + 12
AT_ONCE = 20  # rows of a long list that are shown, and that are added to them
REST = "rest"  # the key of the row that shows more

Thing = TypeVar("Thing")


class Row(QAbstractButton):
    """One line of a list: something leading, a title, a detail beneath, marks at the right.

    `key` is what the row is about; the list hands it back when the row is opened. `done` makes
    it a row to tick. What does not fit ends in …, unless `wrap` lets the row grow.
    """

    ticked = Signal(bool)
    opened = Signal()

    def __init__(
        self,
        title: str,
        detail: str = "",
        *,
        key: object = None,
        leading: QWidget | None = None,
        trailing: Sequence[QWidget] = (),
        opens: bool = True,
        done: bool | None = None,
        role: Role = Role.ROW_TITLE,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.key, self.done, self.opens = key, done, opens
        self._row = QHBoxLayout(self)
        self._parts: list[QWidget] = []
        self._title = Text(title, role, wrap=True) if wrap else ShortText(title, role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._fill(detail, leading, trailing)
        marks = [_said(widget) for widget in (leading, *trailing) if widget is not None]
        self.setAccessibleName(", ".join(part for part in (title, detail, *marks) if part))
        self.setCheckable(done is not None)
        self.setChecked(bool(done))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # painted anew under the pointer
        set_ring(self, Ring.NONE)

    def title(self) -> str:
        """Return the first line."""
        return self._title.text()

    def become(self, other: Row) -> bool:
        """Be about what `other` is about, if it is made of the same parts; tell whether it is."""
        kind = (self.opens, self.done is None, len(self._parts))
        if kind != (other.opens, other.done is None, len(other._parts)):
            return False
        if not take_after(self._parts, other._parts):
            return False
        self.key, self.done = other.key, other.done
        self.setChecked(bool(other.done))
        self.setAccessibleName(other.accessibleName())
        self.setToolTip(as_tip(other.toolTip()))
        self.update()
        return True

    @override
    def nextCheckState(self) -> None:
        """Ticking is asked for with `ticked`; what is shown follows when the list is read again."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.done is not None:
            self._tick()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.opens:
            self.opened.emit()
        else:
            event.ignore()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.isDown() and self.rect().contains(event.position().toPoint())
        self.setDown(False)
        if inside and self.done is not None and event.position().x() < _TICK_AREA:
            self._tick()
        elif inside and self.opens:
            self.opened.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.property("selected"):
            painter.fillRect(self.rect(), colour(Token.ACCENT_SOFT))
        elif self.underMouse() and (self.opens or self.done is not None):
            painter.fillRect(self.rect(), colour(Token.CANVAS))
        if self.hasFocus():
            inner = self.rect().adjusted(2, 2, -2, -2)
            draw_box(painter, inner, None, Token.ACCENT, width=2)
        if self.done is not None:
            box = QRect(SIDE, (self.height() - BOX) // 2, BOX, BOX)
            draw_tick_box(painter, box, on=self.done, hover=self.underMouse())
        painter.end()

    def _tick(self) -> None:
        self.ticked.emit(not self.done)

    def _fill(self, detail: str, leading: QWidget | None, trailing: Sequence[QWidget]) -> None:
        left = SIDE if self.done is None else _TICK_AREA
        self._row.setContentsMargins(left, 6, SIDE, 6)
        self._row.setSpacing(12)
        if leading is not None:
            self._row.addWidget(leading)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        if detail:
            wrap = self._title.wordWrap()
            shown = (
                Text(detail, Role.CAPTION, wrap=True) if wrap else ShortText(detail, Role.CAPTION)
            )
            words.addWidget(shown)
            self._parts.append(shown)
        words.addStretch(1)
        self._row.addLayout(words, 1)
        for widget in trailing:
            self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        if self.opens and self.done is not None:
            self._row.addWidget(IconLabel("chevron-right", Token.INK2, 16))
        self._parts += [self._title, *([leading] if leading is not None else []), *trailing]
        self._stand(52 if detail else 44)

    def _stand(self, height: int) -> None:
        if not self._title.wordWrap():
            self.setFixedHeight(height)
            return
        self.setMinimumHeight(height)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


def tick_row(
    title: str,
    detail: str = "",
    *,
    done: bool,
    key: object = None,
    trailing: Sequence[QWidget] = (),
    opens: bool = True,
) -> Row:
    """Return a row that can be ticked; it grows with what is to be done."""
    return Row(title, detail, key=key, trailing=trailing, opens=opens, done=done, wrap=True)


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
        self._column.setSpacing(0)
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
        """Show the rows of these parts, each part under its heading; focus stays as it does."""
        self._things = ()
        headings = [Heading(part.heading, part.mark) if part.heading else None for part in parts]
        self._put(parts, headings, self._standing())

    def show_things(
        self,
        parts: Sequence[tuple[str, Sequence[Thing]]],
        make: Callable[[Thing], Row],
        *,
        alike: bool = False,
    ) -> None:
        """Show a row for each thing, the things of each part under its heading. A thing that is
        shown already keeps its row: what has not changed is not touched. Where rows are `alike`
        but for their words and marks, those of things that go serve for things that come."""
        things = tuple((heading, tuple(part)) for heading, part in parts)
        if things == self._things:
            return
        standing = self._standing()
        shown = zip(spread(self._things), self._rows, strict=False)
        rows = keep_or_make(things, shown, make, alike=alike)
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
            row.setProperty("selected", key is not None and row.key == key)
            row.update()

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
        if row.key is REST:
            row.opened.connect(self._show_more)
            return
        row.opened.connect(lambda: self.opened.emit(row.key))
        row.ticked.connect(lambda on: self.ticked.emit(row.key, on))

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
        return Row(words, key=REST, leading=IconLabel("chevron-down", Token.INK2, 18))


def _nothing() -> None:
    """Show no more: nothing was given yet."""


def _said(widget: QWidget) -> str:
    if isinstance(widget, Text):
        return widget.text()
    return widget.accessibleName() if isinstance(widget, Badge | CodeTag) else ""
