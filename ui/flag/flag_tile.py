"""One flag on the board: everything that may be said of it, and no name."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.flag import FlagCard
from app.domain.flag_choice import THEME_LABELS
from app.domain.language import _
from ui.common.badge import HEIGHT as BADGE_HEIGHT
from ui.common.badge import Badge, BadgeLook, CodeTag, badge_width, draw_badge
from ui.common.card import Rule
from ui.common.focus_ring import Ring, set_ring
from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.paint import CARD_RADIUS, draw_box
from ui.common.shown import as_tip
from ui.common.text import ShortText
from ui.common.tokens import Token, Tone
from ui.flag.flag_look import (
    age_of,
    badge_of,
    badge_within,
    days_of,
    deletion_of,
    functions_of,
    goes_soon,
)

LEAST_WIDTH = 196
_SIDE = 9


class FlagTile(QWidget):
    """A card that can be stood on. The board handles its keys."""

    entered = Signal()  # the keyboard or a click came here
    opened = Signal()

    def __init__(self, card: FlagCard, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = card
        self._selected = False
        self.setObjectName(f"flag_{card.code}")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        set_ring(self, Ring.SELF, radius=CARD_RADIUS)
        self._build(today)

    def set_selected(self, selected: bool) -> None:  # noqa: FBT001 -- the state itself
        """Show whether the bar below acts on this flag."""
        self._selected = selected
        self.update()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return super().event(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill = Token.CANVAS if self.underMouse() and not self._selected else Token.SURFACE
        edge, width = (Token.ACCENT, 2) if self._selected else (Token.LINE, 1)
        draw_box(painter, self.rect(), fill, edge, radius=CARD_RADIUS, width=width)
        painter.end()

    def _build(self, today: date) -> None:
        theme = _(THEME_LABELS[self.card.facts.theme])
        functions = functions_of(self.card)
        where = _("{practice} · {age}").format(
            practice=self.card.practice, age=age_of(self.card, today)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 9, _SIDE, 9)
        column.setSpacing(1)
        column.addLayout(self._head())
        column.addSpacing(4)
        column.addWidget(ShortText(theme, Role.ROW_TITLE))
        column.addWidget(ShortText(functions, Role.SECONDARY))
        column.addWidget(ShortText(where, Role.CAPTION))
        column.addSpacing(5)
        column.addWidget(Rule())
        column.addSpacing(5)
        column.addLayout(self._foot(today))
        said = (self.card.code, theme, functions, where, deletion_of(self.card, today))
        self.setAccessibleName(", ".join(said))
        self.setToolTip(as_tip(days_of(self.card)))

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(CodeTag(self.card.code))
        look = badge_of(self.card)
        if look is None:
            row.addStretch(1)
        else:
            row.addWidget(_FittingBadge(self.card, look), 1)
        return row

    def _foot(self, today: date) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        words = deletion_of(self.card, today)
        if goes_soon(self.card, today):
            row.addWidget(Badge(words, Tone.WARN))
        else:
            row.addWidget(IconLabel("hourglass", Token.INK2, 14))
            row.addWidget(ShortText(words, Role.CAPTION), 1)
        row.addStretch()
        # As high with words as with a badge: the cards of a column keep one height.
        row.addSpacerItem(QSpacerItem(0, BADGE_HEIGHT))
        return row


class _FittingBadge(Badge):
    """A badge at the right that says what it says in the longest way that fits; all of it is in the
    tool tip."""

    def __init__(self, card: FlagCard, look: BadgeLook) -> None:
        self._card, self._all = card, look.text
        super().__init__(look.text, look.tone, look.icon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(badge_width(badge_within(card, 0) or look))
        self.setObjectName("why")
        self.setToolTip(as_tip(look.text))

    @override
    def show_look(self, look: BadgeLook) -> None:
        super().show_look(look)
        self.setAccessibleName(self._all)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_look(badge_within(self._card, self.width()) or self.look())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = self.look()
        room = self.rect()
        room.setLeft(max(0, room.right() + 1 - badge_width(look)))
        draw_badge(painter, room, look)
        painter.end()
