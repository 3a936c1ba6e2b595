"""News that something was saved, so that whoever shows it can read it again."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto


class Topic(Enum):
    """A kind of thing that changes."""

    PRACTICE = auto()
    VISIT = auto()
    CALENDAR = auto()
    FLAG = auto()
    CONSENT = auto()
    FOLLOWUP = auto()
    ROUNDTABLE = auto()
    TASK = auto()
    DISCLOSURE = auto()
    SETTINGS = auto()
    DRAFT = auto()
    AUDIT = auto()


Listener = Callable[[frozenset[Topic]], None]


class ChangeFeed:
    """Tells every listener which topics a finished transaction touched."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> None:
        """Call `listener` after each write, on the thread that wrote."""
        self._listeners.append(listener)

    def publish(self, topics: frozenset[Topic]) -> None:
        """Pass the news on."""
        for listener in self._listeners:
            listener(topics)
