"""The board: five columns in the order a flag lives, one Tab stop, arrows from card to card."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from app.domain.flag import FlagCard, FlagId
from app.domain.flag_choice import FlagStatus
from ui.common.tab_order import order_tabs
from ui.flag.flag_tile import LEAST_WIDTH, FlagTile
from ui.flag.lane import Lane

_GAP = 12
AT_ONCE = 15  # cards of a column that are shown, and that are added to them
NARROW = len(FlagStatus) * (LEAST_WIDTH - 8) + (len(FlagStatus) - 1) * _GAP


class FlagBoard(QWidget):
    """Shows flags by where they stand; where the window is narrow the columns stack."""

    current_changed = Signal(object)  # the FlagCard stood on, or None
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes = [Lane(status, self._tile) for status in FlagStatus]
        self._current: FlagTile | None = None
        self._cards: Sequence[FlagCard] = ()
        self._today = date.min
        self._most = dict.fromkeys(FlagStatus, AT_ONCE)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        for lane in self._lanes:
            lane.more.clicked.connect(lambda _on=False, lane=lane: self._show_more(lane))
            self._row.addWidget(lane, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def current(self) -> FlagCard | None:
        """Return the flag stood on, if any."""
        return self._current.card if self._current else None

    def lane(self, status: FlagStatus) -> Lane:
        """Return the column of this state."""
        return self._lanes[list(FlagStatus).index(status)]

    def show_cards(self, cards: Sequence[FlagCard], today: date) -> None:
        """Show these; the keyboard stays on the flag it was on, or near it."""
        here = self._current
        focused = here is not None and here.hasFocus()
        place = here.card.id if here else None
        near = self._place_of(here) if here else (0, 0)
        self._current = None
        self._cards, self._today = cards, today
        for lane in self._lanes:
            self._fill(lane)
        tile = self._find(place) or (self._near(near) if here else self._first())
        self._stand_on(tile, focus=focused)

    def go_to(self, flag_id: FlagId) -> bool:
        """Stand on this flag; False if it is not shown."""
        tile = self._find(flag_id) or self._brought_in(flag_id)
        if tile is not None:
            self._stand_on(tile, focus=True)
        return tile is not None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current:
            self.opened.emit()
            return
        target = self._target(event) if self._current and not _has_modifier(event) else None
        if target is None:
            super().keyPressEvent(event)
        else:
            self._stand_on(target, focus=True)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH + 16, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self.width() < NARROW
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)

    def _fill(self, lane: Lane) -> None:
        """Show the first cards of a column: of hundreds nobody looks at all at once."""
        cards = [card for card in self._cards if card.status is lane.status]
        lane.show_cards(cards[: self._most[lane.status]], len(cards), self._today)

    def _show_more(self, lane: Lane) -> None:
        first_new = self._most[lane.status]
        self._most[lane.status] += AT_ONCE
        self._current = None
        self._fill(lane)
        order_tabs(self)
        self._stand_on(lane.tiles()[first_new], focus=True)

    def _brought_in(self, flag_id: FlagId) -> FlagTile | None:
        """Return the tile of a card further down, shown now with all above it; or nothing."""
        for lane in self._lanes:
            ids = [card.id for card in self._cards if card.status is lane.status]
            if flag_id in ids:
                self._most[lane.status] = ids.index(flag_id) + 1
                self._fill(lane)
                order_tabs(self)
                return self._find(flag_id)
        return None

    def _tile(self, card: FlagCard, today: date) -> FlagTile:
        tile = FlagTile(card, today)
        tile.entered.connect(lambda: self._stand_on(tile, focus=False))
        tile.opened.connect(self.opened)
        return tile

    def _stand_on(self, tile: FlagTile | None, *, focus: bool) -> None:
        if tile is not None and focus and not tile.hasFocus():
            tile.setFocus(Qt.FocusReason.OtherFocusReason)
        if tile is self._current and tile is not None:
            return
        self._current = tile
        for other in self._tiles():
            here = other is tile
            other.set_selected(here)
            policy = Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus
            if other.focusPolicy() != policy:
                other.setFocusPolicy(policy)
        if tile is not None:
            self.setFocusProxy(tile)
        self.current_changed.emit(self.current())

    def _target(self, event: QKeyEvent) -> FlagTile | None:
        if self._current is None:
            return None
        column, row = self._place_of(self._current)
        across = self._lanes[column].across()
        match event.key():
            case Qt.Key.Key_Down:
                return self._at(column, row + across)
            case Qt.Key.Key_Up:
                return self._at(column, row - across)
            case Qt.Key.Key_Right:
                return self._beside(column, row, 1)
            case Qt.Key.Key_Left:
                return self._beside(column, row, -1)
            case Qt.Key.Key_Home:
                return self._at(column, 0)
            case Qt.Key.Key_End:
                return self._at(column, len(self._lanes[column].tiles()) - 1)
            case _:
                return None

    def _beside(self, column: int, row: int, by: int) -> FlagTile | None:
        """Return the flag beside this one, in the next column that has any."""
        if self._lanes[column].across() > 1 and (found := self._at(column, row + by)):
            return found
        column += by
        while 0 <= column < len(self._lanes):
            tiles = self._lanes[column].tiles()
            if tiles:
                return tiles[min(row, len(tiles) - 1)]
            column += by
        return self._current

    def _at(self, column: int, row: int) -> FlagTile | None:
        tiles = self._lanes[column].tiles()
        return tiles[row] if 0 <= row < len(tiles) else None

    def _near(self, place: tuple[int, int]) -> FlagTile | None:
        column, row = place
        tiles = self._lanes[column].tiles()
        return tiles[min(row, len(tiles) - 1)] if tiles else self._first()

    def _place_of(self, tile: FlagTile) -> tuple[int, int]:
        for column, lane in enumerate(self._lanes):
            if tile in lane.tiles():
                return column, list(lane.tiles()).index(tile)
        return 0, 0

    def _first(self) -> FlagTile | None:
        return next(iter(self._tiles()), None)

    def _find(self, flag_id: FlagId | None) -> FlagTile | None:
        return next((tile for tile in self._tiles() if tile.card.id == flag_id), None)

    def _tiles(self) -> list[FlagTile]:
        return [tile for lane in self._lanes for tile in lane.tiles()]


def _has_modifier(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
