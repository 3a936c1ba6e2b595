"""What hears of every event before it reaches whom it is meant for.

To ask Python about an event takes longer than many an event itself, and a page that is read anew
makes tens of thousands of them. So all who want to hear share one pair of ears, and these are
closed while a page is filled: what comes from a hand comes in between, never meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from weakref import WeakKeyDictionary

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QHelpEvent, QInputEvent, QInputMethodEvent

from ui.common.override import override

Hear = Callable[[QObject, QEvent], bool]  # tells whether nobody else is to get it

_HEARD = (QInputEvent, QInputMethodEvent, QHelpEvent)


def listen(owner: QObject, hear: Hear) -> None:
    """Let `hear` know of what hands do and of tool tips asked for, as long as `owner` lives."""
    ears = _ears()
    if ears is not None:
        ears.add(owner, hear)


def leave(owner: QObject) -> None:
    """Let `owner` hear nothing any longer."""
    ears = _ears()
    if ears is not None:
        ears.remove(owner)


@contextmanager
def closed_ears() -> Iterator[None]:
    """Hear nothing while what makes many events is done at once."""
    ears = _ears()
    if ears is None:
        yield
        return
    ears.close()
    try:
        yield
    finally:
        ears.open()


class _Ears(QObject):
    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        self._listening: list[tuple[QObject, Hear]] = []
        self._closed = 0

    def add(self, owner: QObject, hear: Hear) -> None:
        """Ask `hear` first from now on."""
        self._listening.insert(0, (owner, hear))
        self._attend()

    def remove(self, owner: QObject) -> None:
        """Forget whatever `owner` listens with."""
        self._listening = [pair for pair in self._listening if pair[0] is not owner]
        self._attend()

    def close(self) -> None:
        """Hear nothing until opened as often as closed."""
        self._closed += 1
        self._attend()

    def open(self) -> None:
        """Hear again."""
        self._closed -= 1
        self._attend()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The kind first: every event comes by here, and asking its type costs ten times as much.
        if not isinstance(event, _HEARD):
            return False
        self._listening = [pair for pair in self._listening if shiboken6.isValid(pair[0])]
        return any(hear(watched, event) for _owner, hear in self._listening)

    def _attend(self) -> None:
        self._app.removeEventFilter(self)
        if self._listening and not self._closed:
            self._app.installEventFilter(self)


_of: WeakKeyDictionary[QCoreApplication, _Ears] = WeakKeyDictionary()


def _ears() -> _Ears | None:
    """Return the ears of the program, made once. They are kept here: to look for them among Qt's
    children of the program takes 11 ms of the time to a first picture."""
    app = QCoreApplication.instance()
    if app is None:
        return None
    ears = _of.get(app)
    if ears is None or not shiboken6.isValid(ears):
        ears = _of[app] = _Ears(app)
    return ears
