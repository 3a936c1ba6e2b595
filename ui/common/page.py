"""A page of the main window: shows what is saved, and reads it again when it changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.changes import Topic
from app.domain.draft import DraftKind
from ui.common.desk import Desk
from ui.common.ears import closed_ears
from ui.common.keyboard import LAID_OUT
from ui.common.scroll_area import ScrollArea
from ui.common.tab_order import order_tabs

Keys = Sequence[tuple[str, str]]  # key names, what they do
Spot = tuple[int, str]  # px scrolled, objectName of what has the keyboard
SETTLED = 30  # ms without another size after which a page is measured again
_BEGINNING = 32  # px of what has the keyboard, enough to know it by


class Page(QWidget):
    """Reloads when one of its `TOPICS` changes: at once if in view, else when next shown.

    Put the content into `body`. A page scrolls up and down, never sideways.
    """

    TOPICS: ClassVar[frozenset[Topic]] = frozenset()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stale = True
        self._ordered: list[QWidget] = []
        self._settled = QTimer(self, singleShot=True, interval=SETTLED)
        self._settled.timeout.connect(self._measure_again)
        self.body = QVBoxLayout()
        self._lay_out()
        desk.changes.changed.connect(self._on_changed)

    def reload(self) -> None:
        """Read everything shown here again."""
        raise NotImplementedError

    def new(self) -> None:
        """Begin something new: what Ctrl+N means here. Nothing unless a page says otherwise."""

    @contextmanager
    def led_to(self, entity_id: object | None) -> Iterator[None]:
        """Come into view, and be shown the thing with this id if there is one."""
        yield

    def read_ahead(self) -> None:
        """Read again what has changed, before it comes into view: Qt shows and lays out once what
        is put in meanwhile."""
        self._reload_if_due(coming=True)

    def show_entity(self, entity_id: object) -> None:
        """Show the one thing with this id. Nothing unless a page says otherwise."""

    def start_over(self) -> None:
        """Show what the page begins with: its key was pressed on it. Nothing unless it says so."""

    def resume(self, kind: DraftKind, entity: str) -> bool:
        """Open the form an unfinished edit belongs to; False if this page has no such form."""
        return False

    def primary_focus(self) -> QWidget | None:
        """Return what the keyboard starts on, if the page has a wish."""
        return None

    def keys(self) -> Keys:
        """Return the keys that work on this page only, for the list of keys."""
        return ()

    def regions(self) -> Sequence[QWidget]:
        """Return the parts of the page that F6 goes through, in order."""
        return (self,)

    def may_leave(self) -> bool:
        """Whether another page may take this one's place now."""
        return True

    def spot(self) -> Spot:
        """Return how far the page is scrolled, and the name of what has the keyboard."""
        here = self.window().focusWidget()
        name = here.objectName() if here is not None and self.isAncestorOf(here) else ""
        return self.area.verticalScrollBar().value(), name

    def sees_keyboard_from_top(self) -> bool:
        """Whether what has the keyboard would be seen, at least its beginning, from the top."""
        here, body = self.window().focusWidget(), self.area.widget()
        if here is None or body is None or not body.isAncestorOf(here):
            return True
        below = here.mapTo(body, QPoint(0, 0)).y() + _BEGINNING
        return below <= self.area.viewport().height()

    def stand_at_top(self) -> None:
        """Show the beginning, title and all, wherever the keyboard is put on opening."""
        self._scroll_up()
        # What gets the keyboard brings itself into view once more when it has been laid out.
        QTimer.singleShot(LAID_OUT, self, self._scroll_up)

    def return_to(self, spot: Spot) -> None:
        """Be where another page of this kind was."""
        scrolled, name = spot
        here = self.findChild(QWidget, name) if name else None
        if here is not None:
            here.setFocus()
        bar = self.area.verticalScrollBar()
        QTimer.singleShot(LAID_OUT, self, lambda: bar.setValue(scrolled))

    def order(self) -> None:
        """Let Tab go through the page as it is laid out; while the same things are in it, it does.

        What only changes places inside a group does not matter: of a group one part is a stop.
        """
        inside = self.findChildren(QWidget)
        if inside != self._ordered:
            self._ordered = inside
            order_tabs(self)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._reload_if_due()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._settled.start()
        return False

    def _scroll_up(self) -> None:
        # Asked for each time: a kept wrapper of what belongs to a scroll area goes stale.
        self.area.verticalScrollBar().setValue(0)

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if topics & self.TOPICS:
            self._stale = True
            self._reload_if_due()

    def _reload_if_due(self, *, coming: bool = False) -> None:
        if self._stale and (coming or self.isVisible()):
            self._stale = False
            with closed_ears():
                self.reload()
                self.order()
            self._settled.start()

    def _measure_again(self) -> None:
        """Let every part that is cut say once more how tall it is at the width it has.

        Seen on a busy machine: a page was measured before its parts had their last width, and
        what broke over two lines then stayed cut to one until the page was shown anew.
        """
        body = self.area.widget()
        if body is None:
            return
        cut = [part for part in body.findChildren(QWidget) if _is_cut(part)]
        for part in (*cut, *([body] if cut else [])):
            part.updateGeometry()
        if cut:
            QCoreApplication.postEvent(self.area, QEvent(QEvent.Type.LayoutRequest))

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setLayout(self.body)
        self.body.setContentsMargins(24, 20, 24, 20)
        self.body.setSpacing(16)
        self.area = ScrollArea(inner)
        inner.installEventFilter(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)


def _is_cut(part: QWidget) -> bool:
    """Return whether what breaks over several lines has not the room for all of them."""
    if part.layout() is not None or not part.hasHeightForWidth() or not part.isVisible():
        return False
    return part.height() < part.heightForWidth(part.width())
