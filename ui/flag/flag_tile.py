"""One flag on the board: everything that may be said of it, and no name.

A tile is one widget that paints itself, and it can say another flag later: a board has many.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from app.domain.flag import FlagCard
from ui.common.badge import BadgeLook, badge_width, code_width, draw_badge, draw_code
from ui.common.focus_ring import Ring, set_ring
from ui.common.fonts import font
from ui.common.icons import draw_icon
from ui.common.paint import CARD_RADIUS, draw_box, draw_text
from ui.common.shown import as_tip
from ui.common.tokens import Token, Tone, colour
from ui.flag.flag_look import badge_within
from ui.flag.tile_layout import (
    TileLine,
    badge_room,
    code_room,
    foot_icon,
    foot_line,
    foot_room,
    rule_room,
    tile_height,
    word_lines,
)
from ui.flag.tile_words import TileWords, words_of

LEAST_WIDTH = 196
_NARROWEST = 155  # in which the widest code and a short badge have room


class FlagTile(QWidget):
    """A card that can be stood on. The board handles its keys."""

    entered = Signal()  # the keyboard or a click came here
    opened = Signal()

    def __init__(self, card: FlagCard, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._selected = False
        self._badge: tuple[BadgeLook, QRect] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        set_ring(self, Ring.SELF, radius=CARD_RADIUS)
        self._say(card, today)

    def show_card(self, card: FlagCard, today: date) -> None:
        """Say this flag instead, unless it is the one that is said."""
        if (card, today) != (self.card, self._today):
            self._say(card, today)

    def words(self) -> TileWords:
        """Return what is written here."""
        return self._words

    def badge(self) -> tuple[BadgeLook, QRect] | None:
        """Return the badge, said in the longest way there is room for, and where it stands: at the
        right, as wide as what it says."""
        return self._badge

    def tip_at(self, spot: QPoint) -> str:
        """Return all of what is cut or said shorter under the pointer; elsewhere the days."""
        if (badge := self.badge()) and badge[1].contains(spot):
            return self._words.badge
        line = next((line for line in self._lines() if line.room.contains(spot)), None)
        return line.text if line is not None and line.is_cut() else self._words.days

    def set_selected(self, selected: bool) -> None:  # noqa: FBT001 -- the state itself
        """Show whether the bar below acts on this flag."""
        if selected != self._selected:
            self._selected = selected
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(_NARROWEST, tile_height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), as_tip(self.tip_at(event.pos())), self)
            return True
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_badge()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill = Token.CANVAS if self.underMouse() and not self._selected else Token.SURFACE
        edge, width = (Token.ACCENT, 2) if self._selected else (Token.LINE, 1)
        draw_box(painter, self.rect(), fill, edge, radius=CARD_RADIUS, width=width)
        self._draw_head(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)  # a crisp line
        painter.fillRect(rule_room(self.width()), colour(Token.LINE))
        self._draw_foot(painter)
        for line in self._lines():
            _draw_line(painter, line)
        painter.end()

    def _say(self, card: FlagCard, today: date) -> None:
        self.card, self._today, self._words = card, today, words_of(card, today)
        self.setObjectName(f"flag_{card.code}")
        self.setAccessibleName(self._words.spoken())
        self.setToolTip(as_tip(self._words.days))
        self._fit_badge()
        self.update()

    def _fit_badge(self) -> None:
        room = badge_room(self.width(), code_width(self.card.code))
        look = badge_within(self.card, room.width())
        if look is not None:
            room.setLeft(max(room.left(), room.right() + 1 - badge_width(look)))
        self._badge = (look, room) if look is not None else None

    def _lines(self) -> list[TileLine]:
        said = self._words
        lines = word_lines(self.width(), said.theme, said.functions, said.where)
        if not said.warns:
            lines.append(foot_line(foot_room(self.width()), said.left))
        return lines

    def _draw_head(self, painter: QPainter) -> None:
        draw_code(painter, code_room(code_width(self.card.code)), self.card.code)
        if badge := self.badge():
            look, room = badge
            draw_badge(painter, room, look)

    def _draw_foot(self, painter: QPainter) -> None:
        foot = foot_room(self.width())
        if not self._words.warns:
            draw_icon(painter, "hourglass", foot_icon(foot), Token.INK2)
            return
        look = BadgeLook(self._words.left, Tone.WARN)
        foot.setWidth(min(foot.width(), badge_width(look)))
        draw_badge(painter, foot, look)


def _draw_line(painter: QPainter, line: TileLine) -> None:
    painter.setFont(font(line.role))
    words = painter.fontMetrics().elidedText(
        line.text, Qt.TextElideMode.ElideRight, line.room.width()
    )
    draw_text(painter, line.room, words, line.ink())
