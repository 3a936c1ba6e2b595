"""Search and commands: what fits the words typed, by group, under the search field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.flag_code import looks_like_a_code
from app.domain.language import _
from ui.common.announce import announce
from ui.common.discard import discard
from ui.common.fonts import Role, font
from ui.common.icons import draw_icon
from ui.common.paint import CARD_RADIUS, draw_box, draw_text
from ui.common.scroll_area import ScrollArea
from ui.common.text import Text
from ui.common.tokens import Token

WIDTH = 560
_LINE = 36
_TALLEST = 440


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: the group it stands in, what it says, and what opening it does."""

    group: str
    title: str
    detail: str
    icon: str
    open: Callable[[], object]


Find = Callable[[str], Sequence[Hit]]
Kept = TypeVar("Kept", bound=QWidget)


class Palette(QWidget):
    """The list under the search field. The keyboard stays in the field while arrows choose."""

    def __init__(self, field: QLineEdit, anchor: QWidget, find: Find, parent: QWidget) -> None:
        super().__init__(parent)
        self._field, self._anchor, self._find = field, anchor, find
        self._window = parent
        self._heads: list[Text] = []
        self._lines: list[_HitLine] = []
        self._nothing = _quiet_words()
        self._current = 0
        self._before: QWidget | None = None
        self._build()
        self.hide()
        field.installEventFilter(self)
        field.textEdited.connect(self._search)

    def open(self) -> None:
        """Go to the field and show what it can do."""
        if not self._field.hasFocus():
            self._before = QApplication.focusWidget()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        self._search()

    def close_list(self) -> None:
        """Hide the list and forget the words."""
        self.hide()
        self._field.clear()

    def hits(self) -> Sequence[Hit]:
        """Return what is listed."""
        return [line.hit for line in self._lines]

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and watched is self._field:
            self.hide()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            # With Alt a letter is somebody's key, and no key of ours: it is not to be typed.
            alone = event.modifiers() == Qt.KeyboardModifier.AltModifier
            return (alone and bool(event.text())) or self._on_key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, self.rect(), Token.SURFACE, Token.LINE2, radius=CARD_RADIUS)
        painter.end()

    def _build(self) -> None:
        self._column = QVBoxLayout()
        self._column.setContentsMargins(8, 8, 8, 8)
        self._column.setSpacing(0)
        inner = QWidget()
        inner.setLayout(self._column)
        self._area = ScrollArea(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(self._area)

    def _search(self) -> None:
        hits = self._find(self._field.text().strip())
        self._fill(hits)
        self._place()
        self.show()
        self.raise_()
        self._go_to(0)

    def _fill(self, hits: Sequence[Hit]) -> None:
        """Say these on the lines there are: somebody types, and every key press comes here."""
        parts = [(group, list(some)) for group, some in groupby(hits, lambda hit: hit.group)]
        self._heads = _as_many(self._heads, len(parts), _group_head)
        self._lines = _as_many(self._lines, len(hits), lambda: _HitLine(self._open))
        while self._column.takeAt(0) is not None:
            pass  # what stays is put in again, in its new place
        self._nothing.hide()
        lines = iter(self._lines)
        for head, (group, some) in zip(self._heads, parts, strict=True):
            head.setText(group)
            self._add(head)
            for hit, line in zip(some, lines, strict=False):
                line.show_hit(hit)
                self._add(line)
        if not hits:
            self._nothing.setText(_nothing(self._field.text()))
            self._add(self._nothing)
        self._column.addStretch(1)

    def _add(self, widget: QWidget) -> None:
        # Qt shows it a moment later only, and until then it takes no room: the list is
        # placed at once.
        self._column.addWidget(widget)
        widget.setVisible(True)

    def _place(self) -> None:
        corner = self._anchor.mapTo(self._window, QPoint(0, self._anchor.height() + 4))
        room = self._window.rect()
        width = min(max(WIDTH, self._anchor.width()), room.width() - corner.x() - 12)
        self._column.activate()
        height = min(
            self._column.sizeHint().height() + 2, _TALLEST, room.bottom() - corner.y() - 12
        )
        self.setGeometry(QRect(corner.x(), corner.y(), width, height))

    def _on_key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Down and not self.isVisible():
            self._search()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._lines:
            step = 1 if key == Qt.Key.Key_Down else -1
            self._go_to((self._current + step) % len(self._lines))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._lines and self.isVisible():
            self._open(self._lines[self._current].hit)
        elif key == Qt.Key.Key_Escape:
            self.close_list()
            self._go_back()
        else:
            return False
        return True

    def _go_back(self) -> None:
        """Put the keyboard where it was before the search."""
        self._field.clearFocus()
        if self._before is not None and shiboken6.isValid(self._before):
            self._before.setFocus()

    def _go_to(self, place: int) -> None:
        self._current = place
        for at, line in enumerate(self._lines):
            line.set_current(current=at == place)
        if self._lines:
            line = self._lines[place]
            self._area.ensureWidgetVisible(line, 0, 40)
            announce(self._field, line.accessibleName())

    def _open(self, hit: Hit) -> None:
        self.close_list()
        hit.open()


class _HitLine(QWidget):
    def __init__(self, chosen: Callable[[Hit], None]) -> None:
        super().__init__()
        self._chosen, self._current = chosen, False
        self.setFixedHeight(_LINE)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_hit(self, hit: Hit) -> None:
        """Say what this hit is."""
        self.hit = hit
        self.setAccessibleName(", ".join(part for part in (hit.title, hit.detail) if part))
        self.update()

    def set_current(self, *, current: bool) -> None:
        """Mark this line as the one Enter opens."""
        self._current = current
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._chosen(self.hit)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._current:
            draw_box(painter, self.rect(), Token.ACCENT_SOFT, None)
        elif self.underMouse():
            draw_box(painter, self.rect(), Token.CANVAS, None)
        ink = Token.ACCENT if self._current else Token.INK2
        draw_icon(painter, self.hit.icon, QRect(10, (_LINE - 18) // 2, 18, 18), ink)
        painter.setFont(font(Role.ROW_TITLE))
        room = self.rect().adjusted(40, 0, -12, 0)
        measure = painter.fontMetrics()
        title = measure.elidedText(self.hit.title, Qt.TextElideMode.ElideRight, room.width())
        draw_text(painter, room, title, Token.INK)
        left = measure.horizontalAdvance(title) + 12
        painter.setFont(font(Role.SECONDARY))
        rest = room.adjusted(left, 0, 0, 0)
        detail = painter.fontMetrics().elidedText(
            self.hit.detail, Qt.TextElideMode.ElideRight, max(rest.width(), 0)
        )
        draw_text(painter, rest, detail, Token.INK2)
        painter.end()


def _as_many(widgets: list[Kept], count: int, make: Callable[[], Kept]) -> list[Kept]:
    """Return so many of these, those there are first; who is over is let go of, name and all."""
    for spare in widgets[count:]:
        discard(spare)
    return [*widgets[:count], *(make() for _more in range(count - len(widgets)))]


def _group_head() -> Text:
    head = Text("", Role.CAPTION_STRONG)
    head.setContentsMargins(10, 8, 10, 4)
    return head


def _quiet_words() -> Text:
    words = Text("", Role.QUIET, wrap=True)
    words.setContentsMargins(10, 10, 10, 10)
    return words


def _nothing(typed: str) -> str:
    if looks_like_a_code(typed):
        return _("No flag has this code. Ask for it sign by sign.")
    return _("Nothing found. Try a practice, a code or a page.")
