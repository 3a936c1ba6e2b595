"""Keeps what is typed in a form, so that no lock, crash or closed lid can lose it.

Saved 300 ms after the last key, never later than one second after the first unsaved one, and at
once when focus leaves, the window closes or the lock falls.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from weakref import WeakSet

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.domain.problem import FastholdError
from ui.common.field import FieldValue
from ui.common.form import Form

REST = 300
# What is typed must be on the disk within a second, and a busy machine writes slowly.
LONGEST = 600

Keep = Callable[[str], object]
Drop = Callable[[], object]


class DraftMemory(QObject):
    """Watches a form and hands its values, as JSON, to `keep`; `drop` forgets them.

    `waiting` is what was kept before, if anything. Success is silent; failure is told.
    """

    failed = Signal(object)  # FastholdError

    def __init__(
        self,
        keep: Keep,
        drop: Drop,
        waiting: str | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.waiting = unpack(waiting) if waiting else {}
        self._keep, self._drop = keep, drop
        self._unsaved = self._ended = False
        self._values: Callable[[], Mapping[str, FieldValue]] = dict
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST)
        for timer in (self._rest, self._longest):
            timer.setTimerType(Qt.TimerType.PreciseTimer)
            timer.timeout.connect(self.flush)
        _living.add(self)

    def watch(self, form: Form) -> None:
        """Keep what `form` holds from now on."""
        self._values = form.values
        form.changed.connect(self.note)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusObjectChanged.connect(self._on_focus_changed)

    def watch_values(self, values: Callable[[], Mapping[str, FieldValue]]) -> None:
        """Keep what `values` returns; whoever holds them calls `note` at each change."""
        self._values = values

    def note(self) -> None:
        """Say that something was typed."""
        if self._ended:
            return
        self._unsaved = True
        self._rest.start()
        if not self._longest.isActive():
            self._longest.start()

    def flush(self) -> None:
        """Keep what is unsaved now."""
        self._stop()
        if not self._unsaved:
            return
        try:
            self._keep(pack(self._values()))
        except FastholdError as error:
            self.failed.emit(error)
        else:
            self._unsaved = False

    def drop(self) -> None:
        """Forget what was kept: it has been saved, or thrown away."""
        self._stop()
        self._unsaved = False
        self.waiting = {}
        self._drop()

    def end(self) -> None:
        """Forget what was kept, for good: a field that is left as its form closes may still write
        itself out, `tomorrow` as a date."""
        self._ended = True
        self.drop()

    def _on_focus_changed(self) -> None:
        self.flush()

    def _stop(self) -> None:
        self._rest.stop()
        self._longest.stop()


# The lock must reach every unfinished edit, wherever its window is.
_living: WeakSet[DraftMemory] = WeakSet()


def flush_all() -> None:
    """Keep everything unsaved in every open form; the lock calls this first."""
    for memory in list(_living):
        # A form that was closed takes its memory with it; Python may hold on to the shell.
        if shiboken6.isValid(memory):
            memory.flush()


def pack(values: Mapping[str, FieldValue]) -> str:
    """Return `values` as JSON."""
    return json.dumps(dict(values), ensure_ascii=False)


def unpack(text: str) -> dict[str, FieldValue]:
    """Return the values in `text`; what is not ours is left out."""
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    pairs = found.items() if isinstance(found, dict) else ()
    read = {str(name): _value(value) for name, value in pairs}
    return {name: value for name, value in read.items() if value is not None}


def _value(value: object) -> FieldValue | None:
    if isinstance(value, list):
        return tuple(str(one) for one in value)
    return value if isinstance(value, str | bool) else None
