"""One column of the board: who has the ball, and the flags that stand there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.domain.flag import FlagCard
from app.domain.flag_choice import STATUS_LABELS, FlagStatus
from app.domain.language import N_, _, ngettext
from ui.common.button import Button, Kind, Size
from ui.common.discard import discard
from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.paint import CARD_RADIUS, draw_box
from ui.common.text import ShortText, Text
from ui.common.tokens import Token
from ui.flag.flag_look import STATUS_ICONS
from ui.flag.flag_tile import LEAST_WIDTH, FlagTile

# i18n: Danish: »Mangler aftalt næste skridt«, »Bolden ligger hos lægen«, »Bolden ligger hos
# borgeren«, »Forløb er oprettet som ny post«, »Slettes efter tilbagemelding«
BALL: dict[FlagStatus, str] = {
    FlagStatus.RAISED: N_("No next step agreed"),
    FlagStatus.DOCTOR_ASKS: N_("The doctor has the ball"),
    FlagStatus.AWAITING: N_("The citizen has the ball"),
    FlagStatus.CONSENTED: N_("A follow-up is kept apart"),
    FlagStatus.CLOSED: N_("Deleted after feedback"),
}
_SIDE = 8

MakeTile = Callable[[FlagCard, date], FlagTile]


class Lane(QWidget):
    """A head and tiles below each other, or beside each other where the lane is wide."""

    def __init__(self, status: FlagStatus, make: MakeTile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.status = status
        self._make = make
        self._tiles: list[FlagTile] = []
        self._across = 1
        # i18n: Danish: »Ingen flag her.«
        self._empty = Text(_("No flags here."), Role.SECONDARY, wrap=True)
        self._count = Text("0", Role.SECONDARY_STRONG, tone=Token.INK2)
        self.more = Button("", Kind.QUIET, icon="chevron-down", size=Size.COMPACT)
        self.more.setObjectName(f"more_{status.value}")
        self._grid = QGridLayout()
        self._build()
        self.show_cards((), 0, date.min)

    def tiles(self) -> Sequence[FlagTile]:
        """Return what stands here, from the top."""
        return self._tiles

    def across(self) -> int:
        """Return how many tiles stand beside each other."""
        return self._across

    def show_cards(self, cards: Sequence[FlagCard], count: int, today: date) -> None:
        """Show these, of `count` that stand here. A flag keeps its tile; that of one that has gone
        says one that has come."""
        before = self._tiles
        self._tiles = self._tiles_for(cards, today)
        if self._tiles != before:
            self._arrange()
        for tile in self._tiles:
            if tile.isHidden():
                tile.setVisible(True)  # at once: what is not shown yet cannot have the keyboard
        self._say(count)
        if self._tiles != before and (layout := self.layout()) is not None:
            layout.activate()  # what is given the keyboard is brought into view where it stands

    def _tiles_for(self, cards: Sequence[FlagCard], today: date) -> list[FlagTile]:
        here = {tile.card.id: tile for tile in self._tiles}
        staying = {card.id: here.pop(card.id) for card in cards if card.id in here}
        free, tiles = list(here.values()), []
        for card in cards:
            tile = staying.get(card.id) or (free.pop(0) if free else self._make(card, today))
            tile.show_card(card, today)
            tiles.append(tile)
        for left in free:
            discard(left)
        return tiles

    def _say(self, count: int) -> None:
        self._count.setText(str(count))
        left = count - len(self._tiles)
        self.more.setText(ngettext("Show more ({n})", "Show more ({n})", left).format(n=left))
        self.more.setVisible(left > 0)
        self._empty.setVisible(not self._tiles)
        name = _("{column}: {count}").format(column=_(STATUS_LABELS[self.status]), count=count)
        self.setAccessibleName(name)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        across = max(1, (self.width() - _SIDE) // (LEAST_WIDTH + _SIDE))
        if across != self._across:
            self._across = across
            self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, self.rect(), Token.SUNKEN, Token.LINE, radius=CARD_RADIUS)
        painter.end()

    def _arrange(self) -> None:
        while self._grid.count():
            self._grid.takeAt(0)
        for place, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, place // self._across, place % self._across)
        # Also a column nothing stands in keeps its share: a lone card is as wide as the others.
        for column in range(len(self._tiles), self._across):
            self._grid.addItem(QSpacerItem(0, 0), 0, column)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < self._across else 0)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(ShortText(_(STATUS_LABELS[self.status]), Role.ROW_TITLE), 1)
        head.addWidget(self._count)
        ball = QHBoxLayout()
        ball.setSpacing(6)
        ball.addWidget(IconLabel(STATUS_ICONS[self.status], Token.INK2, 14))
        ball.addWidget(ShortText(_(BALL[self.status]), Role.CAPTION), 1)
        self._grid.setSpacing(_SIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 9, _SIDE, _SIDE)
        column.setSpacing(0)
        for line in (head, ball):
            line.setContentsMargins(4, 0, 4, 0)
            column.addLayout(line)
        column.addSpacing(7)
        column.addWidget(self._empty)
        self._empty.setContentsMargins(4, 4, 4, 4)
        column.addLayout(self._grid)
        column.addWidget(self.more)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
