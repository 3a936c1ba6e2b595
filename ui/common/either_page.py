"""A page that shows a list, or one thing of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.draft import DraftKind
from app.domain.problem import NotFound
from ui.common.desk import Desk
from ui.common.going_back import asks_back
from ui.common.page import Page
from ui.common.tab_order import focus_into


class EitherPage(Page):
    """Shows the list while nothing is `shown`. Esc and Alt+← go back to it, and so does the page
    by itself when what it shows is gone."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._shown: UUID | None = None
        self._is_led = False

    def put(self, several: QWidget, one: QWidget) -> None:
        """Take the two sides of the page."""
        self._several, self._one = several, one
        self.body.addWidget(several, 1)
        self.body.addWidget(one, 1)
        one.setVisible(False)

    def read_list(self) -> None:
        """Read the list again."""
        raise NotImplementedError

    def read_one(self, shown: UUID) -> None:
        """Read the one thing again; raise `NotFound` when it is gone."""
        raise NotImplementedError

    def resumed(self, kind: DraftKind, entity: str) -> bool:
        """Open the form as `resume` does; raise `NotFound` when what it is about is gone."""
        raise NotImplementedError

    @override
    @contextmanager
    def led_to(self, entity_id: object | None) -> Iterator[None]:
        # What stood here before is not read for somebody who comes to see another thing.
        self._is_led = entity_id is not None
        try:
            yield
        finally:
            self._is_led = False
            self._reload_if_due()

    def show_one(self, shown: UUID | None) -> None:
        """Show this thing from its beginning; without one, the list."""
        self._shown = shown
        self._read()
        # The row that was opened is hidden now, and Qt would hand the keyboard to the sidebar.
        self._take_keyboard()
        self.stand_at_top()

    def go_back(self) -> None:
        """Show the list."""
        self._shown = None
        self._read()
        self._take_keyboard()

    @override
    def start_over(self) -> None:
        if self._shown is not None:
            self.go_back()

    @override
    def reload(self) -> None:
        if self._shown is not None and not self._is_there(self._shown):
            self._shown = None
        if self._shown is None:
            self.read_list()
        self._several.setVisible(self._shown is None)
        self._one.setVisible(self._shown is not None)
        self.order()

    @override
    def resume(self, kind: DraftKind, entity: str) -> bool:
        try:
            return self.resumed(kind, entity)
        except NotFound:
            return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._shown is not None and asks_back(event):
            self.go_back()
        else:
            super().keyPressEvent(event)

    def _read(self) -> None:
        self._stale = False
        self.reload()

    @override
    def _reload_if_due(self, *, coming: bool = False) -> None:
        if not self._is_led:
            super()._reload_if_due(coming=coming)

    def _take_keyboard(self) -> None:
        if (first := self.primary_focus()) is not None:
            focus_into(first)

    def _is_there(self, shown: UUID) -> bool:
        try:
            self.read_one(shown)
        except NotFound:
            return False
        return True
