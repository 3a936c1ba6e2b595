"""What a row shows, and how that is laid out and painted in the room there is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter

from ui.common.card_head import SIDE
from ui.common.check import BOX, draw_tick_box
from ui.common.fonts import Role, font, metrics
from ui.common.icons import IconLook
from ui.common.marks import Held, Mark
from ui.common.shown import as_shown
from ui.common.text import ink_token
from ui.common.tokens import colour

TICK_AREA = SIDE + BOX + 12
_EDGE, _GAP = 6, 12  # above and below everything, and between things beside each other
_LOW, _HIGH = 44, 52  # of a row of one line, and of two
_ALIGN = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WRAP = int(_ALIGN | Qt.TextFlag.TextWordWrap)
_LEAST_CUT, _LEAST_WRAPPED = 48, 72  # px that words keep where there is too little room
_SIGNS = 80  # of a wrapped row, that would like to stand on a line
_ENDLESS = 100_000
_OPENS = IconLook("chevron-right")


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFace:
    """A title, a detail beneath, marks at both ends, and a box to tick if it can be `done`."""

    title: str
    detail: str
    leading: Mark | None
    trailing: tuple[Mark, ...]
    opens: bool
    done: bool | None
    role: Role
    wrap: bool
    _tall: dict[int, tuple[int, ...]] = field(default_factory=dict, compare=False, repr=False)

    def said(self) -> str:
        """Return all that is shown, as it is read aloud."""
        marks = [mark.said for mark in (self.leading, *self.trailing) if mark is not None]
        return ", ".join(part for part in (self.title, self.detail, *marks) if part)

    def held(self) -> list[Held]:
        """Return the marks that are widgets."""
        return [mark for mark in (self.leading, *self.trailing) if isinstance(mark, Held)]

    def lowest(self) -> int:
        """Return how tall it is at least."""
        return _HIGH if self.detail else _LOW

    def least_width(self) -> int:
        """Return how narrow it can be."""
        least = _LEAST_WRAPPED if self.wrap else _LEAST_CUT
        return self._taken() + max(min(width, least) for width in self._widths())

    def wish(self) -> QSize:
        """Return how large it would like to be."""
        width = max(self._widths())
        if not self.wrap:
            return QSize(self._taken() + width, self.lowest())
        width = self._taken() + min(width, metrics(self.role).averageCharWidth() * _SIGNS)
        return QSize(width, self.height_for(width))

    def height_for(self, width: int) -> int:
        """Return how tall it is at this width."""
        if not self.wrap:
            return self.lowest()
        marks = [mark.size.height() for mark in (self.leading, *self._ends()) if mark is not None]
        return max(self.lowest(), *(tall + 2 * _EDGE for tall in (sum(self._lines(width)), *marks)))

    def draw(self, painter: QPainter, rect: QRect, *, hover: bool) -> None:
        """Paint it all."""
        if self.done is not None:
            box = QRect(SIDE, rect.top() + (rect.height() - BOX) // 2, BOX, BOX)
            draw_tick_box(painter, box, on=self.done, hover=hover)
        for text, role, place in self._words(rect):
            self._draw_words(painter, text, role, place)
        for mark, place in self.places(rect):
            mark.draw(painter, place)

    def places(self, rect: QRect) -> Iterator[tuple[Mark, QRect]]:
        """Yield the marks, and where each stands."""
        if self.leading is not None:
            yield self.leading, _middle(rect, self._left(), self.leading.size)
        right = rect.right() + 1 - SIDE
        for mark in reversed(self._ends()):
            size = mark.size
            right -= size.width()
            yield mark, _middle(rect, right, size)
            right -= _GAP

    def cut_at(self, place: QPoint, rect: QRect) -> str:
        """Return the words there, if they are not shown to their end."""
        for text, role, room in self._words(rect):
            cut = not self.wrap and metrics(role).horizontalAdvance(as_shown(text)) > room.width()
            if cut and room.contains(place):
                return text
        return ""

    def _texts(self) -> list[tuple[str, Role]]:
        texts = [(self.title, self.role), (self.detail, Role.CAPTION)]
        return texts if self.detail else texts[:1]

    def _widths(self) -> list[int]:
        return [metrics(role).size(0, as_shown(text)).width() for text, role in self._texts()]

    def _ends(self) -> tuple[Mark, ...]:
        return (*self.trailing, _OPENS) if self.opens and self.done is not None else self.trailing

    def _left(self) -> int:
        return SIDE if self.done is None else TICK_AREA

    def _before(self) -> int:
        """Return how far from the left the words begin."""
        lead = 0 if self.leading is None else self.leading.size.width() + _GAP
        return self._left() + lead

    def _taken(self) -> int:
        """Return the width that is not left to the words."""
        return self._before() + sum(mark.size.width() + _GAP for mark in self._ends()) + SIDE

    def _lines(self, width: int) -> tuple[int, ...]:
        """Return how tall title and detail are in a row of this width."""
        if width not in self._tall:
            room = QRect(0, 0, max(width - self._taken(), 1), _ENDLESS)
            self._tall[width] = tuple(
                metrics(role).boundingRect(room, _WRAP, as_shown(text)).height()
                if self.wrap
                else metrics(role).height()
                for text, role in self._texts()
            )
        return self._tall[width]

    def _words(self, rect: QRect) -> Iterator[tuple[str, Role, QRect]]:
        talls = self._lines(rect.width())
        top = rect.top() + _EDGE + (rect.height() - 2 * _EDGE - sum(talls)) // 2
        for (text, role), tall in zip(self._texts(), talls, strict=True):
            yield text, role, QRect(self._before(), top, rect.width() - self._taken(), tall)
            top += tall

    def _draw_words(self, painter: QPainter, text: str, role: Role, room: QRect) -> None:
        painter.setFont(font(role))
        painter.setPen(colour(ink_token(role)))
        shown = as_shown(text)
        if not self.wrap:
            shown = metrics(role).elidedText(shown, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _WRAP if self.wrap else int(_ALIGN), shown)


def _middle(rect: QRect, left: int, size: QSize) -> QRect:
    return QRect(QPoint(left, rect.top() + (rect.height() - size.height()) // 2), size)
