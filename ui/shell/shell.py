"""The frame at work: sidebar, top bar, the page in view, status bar."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.language import _
from ui.common.change_bridge import ChangeBridge
from ui.common.cover import CoverButtons, LockClock
from ui.common.desk import Desk
from ui.common.ears import closed_ears
from ui.common.message_bar import MessageBar
from ui.common.page import Keys, Page
from ui.common.sealed_room import SealedRoom
from ui.common.tab_order import focus_into, order_tabs
from ui.common.tasks import TaskRunner
from ui.shell.band import Band
from ui.shell.curtain import Curtain
from ui.shell.hot_keys import HotKeys
from ui.shell.idle import Idle
from ui.shell.key_list import key_list
from ui.shell.nav import NavItem
from ui.shell.palette import Find, Palette
from ui.shell.seal import Seal
from ui.shell.sidebar import Sidebar
from ui.shell.status_bar import StatusBar
from ui.shell.top_bar import TopBar

if TYPE_CHECKING:
    from app.bootstrap import Services

Enter = Callable[[Desk, object], object]  # shows the room of the thing with this id

SLIM_BELOW = 1_180
LEAST = (880, 480)
IDLE_SECONDS = 300


@runtime_checkable
class HasKeys(Protocol):
    """A page, or a room that tells which keys work in it."""

    def keys(self) -> Keys:
        """Return the keys and what they do."""


@runtime_checkable
class HasSearch(Protocol):
    """A room that finds by itself what may be seen in it."""

    def search(self) -> None:
        """Ask for what is to be found."""


class Shell(QWidget):
    """Shows one page at a time, or a room that takes the whole window; `rooms` are entered by name.

    `start()` once it is shown; `stop()` before it is thrown away (the lock does both).
    """

    lock_requested = Signal()
    leave_requested = Signal()  # of made-up data
    leave_room_requested = Signal()  # of a sealed room: the key is to be asked for
    page_changed = Signal(str)  # a NavItem's name

    def __init__(
        self,
        services: Services,
        changes: ChangeBridge,
        tasks: TaskRunner,
        navigation: Sequence[NavItem],
        find: Find,
        *,
        made_up: bool = False,
        rooms: Mapping[str, Enter] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rooms = rooms or {}
        self._items = {item.name: item for item in navigation}
        self._pages: dict[str, Page] = {}
        self._current = ""
        self._room: QWidget | None = None
        self.message = MessageBar(self)
        self.desk = Desk(services, changes, tasks, self.go, self.message, self.show_room)
        self.sidebar = Sidebar(navigation)
        self.top_bar = TopBar()
        self.status = StatusBar()
        self.idle = Idle(IDLE_SECONDS, self)
        self._curtain = Curtain(self)
        self._seal = Seal(self)
        self._hot_keys = HotKeys(self)
        self._made_up = made_up
        self._room_band = self._band()
        self._build()
        self.palette_list = Palette(self.top_bar.search, self.top_bar.box, find, self)
        self._connect()
        self._listen()

    def start(self) -> None:
        """Begin to watch for rest and for the keys of curtain and lock; show the first page."""
        self.idle.start()
        self._hot_keys.start()
        if not self._current and self._items:
            self.go(next(iter(self._items)))

    def stop(self) -> None:
        """Watch no longer; lift the curtain, so that the lock page is not covered."""
        self.idle.stop()
        self._hot_keys.stop()
        self._seal.lift()
        if self._curtain.is_down:
            self._curtain.lift()

    def sealed_room(self) -> SealedRoom | None:
        """Return the room that only the key opens, if one is shown."""
        return self._room if isinstance(self._room, SealedRoom) else None

    def leave_sealed_room(self) -> None:
        """Go back to the page: the key has been given."""
        if self.sealed_room() is not None:
            self._take_room(None)
            self.message.set_quiet(quiet=False)
            self._seal.open()

    def go(self, page: str, entity_id: object | None = None) -> None:
        """Show the page called `page`, and there the thing with `entity_id`, or enter a room."""
        leaving = self._pages.get(self._current)
        if self._room is not None or (leaving is not None and not leaving.may_leave()):
            return
        if page in self._rooms:
            self._rooms[page](self.desk, entity_id)
            return
        with closed_ears():
            self._turn_to(page, entity_id)
        self.page_changed.emit(page)

    def add_notice(self, notice: QWidget) -> None:
        """Let `notice` stand above every page until it is discarded; Tab comes by it before."""
        self._notices.addWidget(notice)
        order_tabs(self._frame)

    def page(self) -> Page | None:
        """Return the page in view."""
        return self._pages.get(self._current)

    def page_name(self) -> str:
        """Return the name of the page in view."""
        return self._current

    def show_room(self, room: QWidget | None) -> None:
        """Let `room` take the whole window; None goes back to the page. A sealed room stays."""
        if self.sealed_room() is not None:
            return
        if isinstance(room, SealedRoom):
            self._seal.close()
            self.message.set_quiet(quiet=True)
            room.leave_requested.connect(self.leave_room_requested)
        self._take_room(room)

    def _take_room(self, room: QWidget | None) -> None:
        if self._room is not None:
            self._room.hide()
            self._room.deleteLater()
        self._room = room
        self._frame.setVisible(room is None)
        sealed = isinstance(room, SealedRoom)
        self._room_band.setVisible(self._made_up and room is not None and not sealed)
        if room is not None:
            self.message.clear()  # others look on, and it may name somebody
            self._outer.addWidget(room, 1)
            self.message.lie_over(room)
            self._connect_cover(room)
            room.show()
            focus_into(room)
            return
        self.message.lie_over(self._stack)
        if (page := self.page()) is not None:
            focus_into(page.primary_focus() or page)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sidebar.set_slim(slim=self.width() < SLIM_BELOW)
        self.palette_list.hide()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.stop()
        super().closeEvent(event)

    def _page(self, name: str) -> Page:
        if name not in self._pages:
            self._pages[name] = self._items[name].factory(self.desk)
            self._stack.addWidget(self._pages[name])
        return self._pages[name]

    def _build(self) -> None:
        self.setMinimumSize(*LEAST)
        self._stack = QStackedWidget()
        self._stack.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._frame = QWidget()
        across = QHBoxLayout(self._frame)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.sidebar)
        across.addLayout(self._middle(), 1)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._outer.addWidget(self._room_band)
        self._outer.addWidget(self._frame, 1)
        self._room_band.setVisible(False)
        self.message.lie_over(self._stack)

    def _middle(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        if self._made_up:
            column.addWidget(self._band())
        self._notices = QVBoxLayout()
        column.addLayout(self._notices)
        column.addWidget(self._stack, 1)
        column.addWidget(self.status)
        return column

    def _turn_to(self, page: str, entity_id: object | None) -> None:
        leaving = self._pages.get(self._current)
        fresh = page not in self._pages
        shown = self._page(page)
        with shown.led_to(entity_id):
            shown.read_ahead()
            self._stack.setCurrentWidget(shown)
            self._current = page
            self.sidebar.set_current(page)
            if entity_id is not None:
                shown.show_entity(entity_id)
            elif shown is leaving:
                shown.start_over()
        focus_into(shown.primary_focus() or shown)
        if entity_id is None and (fresh or shown.sees_keyboard_from_top()):
            shown.stand_at_top()
        self.message.lie_anew()

    def _band(self) -> Band:
        band = Band()
        band.leave_requested.connect(self.leave_requested)
        return band

    def _connect(self) -> None:
        self.sidebar.chosen.connect(self.go)
        for source in (self.sidebar, self.idle, self._hot_keys):
            source.lock_requested.connect(self.lock_requested)
        self._connect_cover(self.top_bar)
        self._hot_keys.curtain_requested.connect(self._curtain.toggle)
        self._curtain.moved.connect(self._on_curtain_moved)
        self._curtain.moved.connect(self.idle.ignore_hands)

    def _connect_cover(self, part: QWidget) -> None:
        """Let clock and buttons in `part` tell the time and be heard."""
        for clock in part.findChildren(LockClock):
            self.idle.remaining_changed.connect(clock.set_remaining)
        for buttons in part.findChildren(CoverButtons):
            buttons.curtain_requested.connect(self._curtain.toggle)
            buttons.lock_requested.connect(self.lock_requested)

    def _listen(self) -> None:
        for item in self._items.values():
            self._on(item.keys, lambda name=item.name: self.go(name))
        self._on("Ctrl+K", self._on_search_asked)
        self._on("Ctrl+N", self._on_new)
        self._on("F6", self._on_next_region)
        for keys in ("F1", "?"):
            self._on(keys, self._on_keys_asked)

    def _on(self, keys: str, act: object) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _on_search_asked(self) -> None:
        # In a room others look on: what is found there may be a citizen's name.
        if self._room is None:
            self.palette_list.open()
        elif isinstance(self._room, HasSearch):
            self._room.search()

    def _on_new(self) -> None:
        page = self.page()
        if page is not None and self._room is None:
            page.new()

    def _on_keys_asked(self) -> None:
        if self.sealed_room() is not None:
            return
        shown, title = self._room or self.page(), ""
        if shown is not None:
            title = shown.accessibleName() if self._room else _(self._items[self._current].label)
        keys = shown.keys() if isinstance(shown, HasKeys) else ()
        pages = [(item.keys, _(item.label)) for item in self._items.values()]
        key_list(title, keys, pages, self).open()

    def _on_curtain_moved(self, down: bool) -> None:  # noqa: FBT001 -- a signal's payload
        self._hot_keys.swallow = down

    def _on_next_region(self) -> None:
        page = self.page()
        if page is None or self._room is not None:
            return
        regions = [self.sidebar, *self._notice_regions(), *page.regions(), self.top_bar]
        if self.message.isVisible():
            regions.append(self.message)
        here = self.focusWidget()
        at = next((i for i, part in enumerate(regions) if here and part.isAncestorOf(here)), 0)
        focus_into(regions[(at + 1) % len(regions)])

    def _notice_regions(self) -> Sequence[QWidget]:
        items = (self._notices.itemAt(place) for place in range(self._notices.count()))
        stand = [item.widget() for item in items if item is not None]
        return [notice for notice in stand if notice is not None and notice.isVisible()]
