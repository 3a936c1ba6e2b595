"""The two views of the flags, a board and a list. Only the one that is seen is filled."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.flag import FlagCard, FlagId
from app.domain.language import _
from app.system.clock import Today
from ui.common.card import Card
from ui.common.segments import Segments
from ui.flag.flag_board import FlagBoard
from ui.flag.flag_table import FlagTable

_BOARD, _LIST = "board", "list"


class FlagViews:
    """Shows the same flags in either view; `choice` says in which."""

    def __init__(self, today: Today) -> None:
        self._today = today
        self._cards: Sequence[FlagCard] = ()
        self._unfilled: set[str] = {_BOARD, _LIST}
        # i18n: Danish: »Tavle«, »Liste«
        self.choice = Segments([(_BOARD, _("Board")), (_LIST, _("List"))], name=_("View"))
        self.choice.setObjectName("view")
        self.choice.set_value(_BOARD)
        self.board = FlagBoard()
        self.table = FlagTable(today)
        self._list = Card()
        self._list.add(self.table, flush=True)

    def add_to(self, column: QVBoxLayout) -> None:
        """Stand in `column`."""
        column.addWidget(self.board, 1)
        column.addWidget(self._list)

    def show_cards(self, cards: Sequence[FlagCard]) -> None:
        """Show these; the view that is not seen waits until it is chosen."""
        self._cards, self._unfilled = cards, {_BOARD, _LIST}
        self.fill()

    def fill(self) -> None:
        """Fill the view that is chosen, unless it is filled."""
        view = self.choice.value()
        if view not in self._unfilled:
            return
        self._unfilled.remove(view)
        if view == _BOARD:
            self.board.show_cards(self._cards, self._today())
        else:
            self.table.set_rows(self._cards)

    def set_visible(self, *, shown: bool) -> None:
        """Let the view that is chosen be seen, or none."""
        self.board.setVisible(shown and not self._listed())
        self._list.setVisible(shown and self._listed())

    def current(self) -> FlagCard | None:
        """Return the flag stood on in the view that is chosen."""
        return self.table.current_row() if self._listed() else self.board.current()

    def left_on(self) -> FlagCard | None:
        """Return the flag stood on in the other view, when one has just come from it."""
        return self.board.current() if self._listed() else self.table.current_row()

    def go_to(self, flag_id: FlagId) -> None:
        """Stand on this flag, if it is shown."""
        if self._listed():
            self.table.go_to(flag_id)
        else:
            self.board.go_to(flag_id)

    def region(self) -> QWidget:
        """Return the view that is seen."""
        return self.table if self._listed() else self.board

    def focus(self) -> QWidget | None:
        """Return what the keyboard starts on."""
        return self.table if self._listed() else self.board.focusProxy()

    def _listed(self) -> bool:
        return self.choice.value() == _LIST
