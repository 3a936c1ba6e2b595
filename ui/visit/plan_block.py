"""One visit in the plan: a small box whose edge, icon and date say how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.language import _
from app.domain.words import clock_time, short_day, weekday_and_day
from ui.common.fonts import Role, font
from ui.common.icons import draw_icon
from ui.common.paint import CARD_RADIUS, draw_box, draw_text
from ui.common.tokens import Token
from ui.visit.plan_rows import STATE_LABELS, Block, BlockState

BOX, SMALL_BOX = 30, 22
WIDTH, HEIGHT = 58, 56
_ICON = 16
_TIGHT = 3  # px round a box that has a neighbour
_CARRIED = 0.45  # how much is seen of where a carried visit comes from


@dataclass(frozen=True, slots=True)
class StateLook:
    """How a state is drawn."""

    icon: str
    ink: Token
    fill: Token
    edge: Token | None
    dashed: bool = False


STATE_LOOKS: dict[BlockState, StateLook] = {
    BlockState.HELD: StateLook("check", Token.OK, Token.OK_SOFT, Token.OK),
    BlockState.TODAY: StateLook("play", Token.ON_ACCENT, Token.ACCENT, None),
    BlockState.PLANNED: StateLook("calendar", Token.ACCENT, Token.SURFACE, Token.ACCENT),
    BlockState.PROPOSED: StateLook(
        "circle-question-mark", Token.ACCENT, Token.SURFACE, Token.ACCENT, dashed=True
    ),
    BlockState.MOVED: StateLook("arrow-right", Token.INK2, Token.SURFACE, Token.LINE2, dashed=True),
    BlockState.MISSED: StateLook("x", Token.INK2, Token.SUNKEN, Token.LINE2),
    BlockState.CONFLICT: StateLook("triangle-alert", Token.DANGER, Token.DANGER_SOFT, Token.DANGER),
    BlockState.UNSETTLED: StateLook("circle-alert", Token.WARN, Token.WARN_SOFT, Token.WARN),
}


def draw_state(painter: QPainter, rect: QRect, state: BlockState) -> None:
    """Draw the box of `state` into `rect`, a square."""
    look = STATE_LOOKS[state]
    draw_box(painter, rect, look.fill, look.edge, dashed=look.dashed)
    inset = (rect.width() - min(_ICON, rect.width() - 8)) // 2
    draw_icon(painter, look.icon, rect.adjusted(inset, inset, -inset, -inset), look.ink)


class StateMark(QWidget):
    """The box of a state, standing in the legend."""

    def __init__(self, state: BlockState, size: int = 20) -> None:
        super().__init__()
        self._state = state
        self.setFixedSize(size, size)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_state(painter, self.rect(), self._state)
        painter.end()


@dataclass(frozen=True, slots=True)
class Standing:
    """How a block stands just now: with the keyboard on it, shown beside the plan, under the
    pointer, or being carried elsewhere."""

    focused: bool = False
    chosen: bool = False
    hovered: bool = False
    carried: bool = False


@dataclass(frozen=True, slots=True)
class PlanBlock:
    """A block where it is in the plan, `left` and `top` the corner of its room. With `above` its
    date stands over the box; `before` and `after` are what it has of the room to its neighbours'
    boxes."""

    block: Block
    above: bool
    left: int
    top: int
    before: int = WIDTH
    after: int = WIDTH

    def room(self) -> QRect:
        """Return the room of box and date, where it may lie over a neighbour's."""
        return QRect(self.left, self.top, WIDTH, HEIGHT)

    def box(self) -> QRect:
        """Return where its box is."""
        side = box_side(self.block)
        down = box_top(above=self.above)
        return QRect(self.left + (WIDTH - side) // 2, self.top + down, side, side)

    def frame(self) -> QRect:
        """Return the frame that shows it is chosen: round box and date, or, beside a neighbour,
        round the box alone, so that no two frames cross."""
        beside = (WIDTH - box_side(self.block)) // 2
        if min(self.before, self.after) >= beside:
            return self.room()
        before, after = min(_TIGHT, self.before), min(_TIGHT, self.after)
        return self.box().adjusted(-before, -_TIGHT, after, _TIGHT)

    def draw(self, painter: QPainter, how: Standing) -> None:
        """Draw it."""
        painter.setOpacity(_CARRIED if how.carried else 1)
        if how.chosen or how.focused:
            width = 2 if how.focused else 1.5
            fill = Token.SURFACE if how.chosen else None
            draw_box(painter, self.frame(), fill, Token.ACCENT, radius=CARD_RADIUS, width=width)
        elif how.hovered:
            draw_box(painter, self.frame(), None, Token.LINE2, radius=CARD_RADIUS)
        draw_state(painter, self.box(), self.block.state)
        self._draw_date(painter)
        painter.setOpacity(1)

    def _draw_date(self, painter: QPainter) -> None:
        words = short_day(self.block.day)
        painter.setFont(font(Role.CAPTION))
        wide = painter.fontMetrics().horizontalAdvance(words) + 6
        top = self.top + (2 if self.above else HEIGHT - 20)
        room = QRect(self.left + (WIDTH - wide) // 2, top, wide, 16)
        draw_box(painter, room, Token.SURFACE, None, radius=3)
        draw_text(painter, room, words, Token.INK2, Qt.AlignmentFlag.AlignCenter)


def box_side(block: Block) -> int:
    """Return how wide and high the box of a block is."""
    return SMALL_BOX if block.state is BlockState.MOVED else BOX


def box_top(*, above: bool) -> int:
    """Return how far down its room a box begins."""
    return 19 if above else 4


def block_name(block: Block) -> str:
    """Return what a block is, to be heard."""
    return _("{practice}, {day} at {time}: {state}").format(
        practice=block.practice,
        day=weekday_and_day(block.day),
        time=clock_time(block.start),
        state=_(STATE_LABELS[block.state]),
    )


def block_said(block: Block) -> Sequence[str]:
    """Return what else there is to say of a block: why it is there, and what can be done."""
    drag = [_("Drag it to another day, or hold Shift and press the arrows.")]
    return [*block.reasons, *(drag if block.can_move else ())]
