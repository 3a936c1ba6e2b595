"""Keys: how they are shown, and which of them a button may listen to."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.language import _
from ui.common.fonts import Role, font, metrics
from ui.common.override import override
from ui.common.paint import SMALL_RADIUS, draw_box, draw_text
from ui.common.tokens import Token

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QKeySequence

HINT_HEIGHT = 20

# The window frame listens to these for the page in view; a second listener would make Qt
# call the key ambiguous and serve neither.
FRAME_KEYS = frozenset(
    {"Ctrl+N", "Ctrl+K", "Ctrl+L", "Ctrl+,", "F1", "F6", "F9", *(f"Ctrl+{n}" for n in range(1, 10))}
)
# These belong to whatever has focus.
FOCUS_KEYS = frozenset({"Enter", "Esc", "Space", "Tab", "Del"})


def key_text(keys: str) -> str:
    """Return `keys` as this system writes them."""
    if sys.platform == "darwin":
        keys = keys.replace("Ctrl+", "⌘").replace("Alt+", "⌥")
    return _("Space") if keys == "Space" else keys


def sequences(keys: str) -> list[QKeySequence]:
    """Return what a shortcut for `keys` listens to; Enter means both Enter keys."""
    if keys in FRAME_KEYS or keys in FOCUS_KEYS or len(keys) < 2:
        return []
    from PySide6.QtGui import QKeySequence

    if keys.endswith("+Enter"):
        return [QKeySequence(keys), QKeySequence(keys.replace("Enter", "Return"))]
    return [QKeySequence(_plain(keys))]


def is_command(event: QKeyEvent) -> bool:
    """Whether Alt is held with a letter: a key of the room or the page, never a letter typed.

    On a Mac that pair is how signs such as @ are typed; there it is.
    """
    held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    alone = held == Qt.KeyboardModifier.AltModifier
    return alone and event.text().isalpha() and sys.platform != "darwin"


def hint_width(keys: str) -> int:
    """Return how wide the hint for `keys` is; 0 if there is none."""
    if not keys:
        return 0
    advance = metrics(Role.CAPTION).horizontalAdvance(key_text(keys))
    return max(HINT_HEIGHT - 1, advance + 12)


def draw_hint(
    painter: QPainter, rect: QRect, keys: str, ink: Token, edge: Token, fill: Token | None
) -> None:
    """Draw the small framed key name into `rect`."""
    draw_box(painter, rect, fill, edge, radius=SMALL_RADIUS)
    painter.setFont(font(Role.CAPTION))
    draw_text(painter, rect, key_text(keys), ink, Qt.AlignmentFlag.AlignCenter)


@dataclass(frozen=True, slots=True)
class KeyLook:
    """A key name in a frame, beside what the key does; nothing is said of it."""

    keys: str

    @property
    def said(self) -> str:
        """Nothing."""
        return ""

    @property
    def size(self) -> QSize:
        """The room it takes."""
        advance = metrics(Role.CAPTION).horizontalAdvance(key_text(self.keys))
        return QSize(max(HINT_HEIGHT, advance + 12), HINT_HEIGHT)

    def draw(self, painter: QPainter, rect: QRect) -> None:
        """Draw it in its frame."""
        draw_hint(painter, rect, self.keys, Token.INK2, Token.LINE, Token.CANVAS)


class KeyHint(QWidget):
    """A key name in a frame, standing alone (lists of keys, the search field)."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setAccessibleName(key_text(keys))
        self.setFixedSize(self.sizeHint())

    def look(self) -> KeyLook:
        """Return what is shown."""
        return KeyLook(self._keys)

    @override
    def sizeHint(self) -> QSize:
        return self.look().size

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.look().draw(painter, self.rect())
        painter.end()


def _plain(keys: str) -> str:
    arrows = {"→": "Right", "←": "Left", "↑": "Up", "↓": "Down"}
    return "".join(arrows.get(sign, sign) for sign in keys)
