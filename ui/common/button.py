"""Buttons: primary, secondary, quiet and destructive, each with room for an icon and a key."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum, StrEnum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.common.focus_ring import Ring, set_ring
from ui.common.fonts import Role, font
from ui.common.icons import draw_icon
from ui.common.keys import HINT_HEIGHT, draw_hint, hint_width, key_text, sequences
from ui.common.override import override
from ui.common.paint import draw_box, draw_text
from ui.common.shown import as_tip
from ui.common.tokens import Token


class Kind(StrEnum):
    """How much a button asks for attention."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    DESTRUCTIVE = "destructive"


class Size(IntEnum):
    """Heights of controls in px."""

    INLINE = 24
    COMPACT = 32
    STANDARD = 36
    LARGE = 40
    LOCK = 44


class Look:
    """The colours of a button in one state."""

    __slots__ = ("edge", "fill", "ink")

    def __init__(self, ink: Token, fill: Token | None, edge: Token | None) -> None:
        self.ink, self.fill, self.edge = ink, fill, edge


OFF = Look(Token.INK3, Token.SUNKEN, Token.LINE)
_QUIET_OFF = Look(Token.INK3, None, None)
_LOOKS: dict[Kind, tuple[Look, Look, Look]] = {  # at rest, under the pointer, pressed
    Kind.PRIMARY: (
        Look(Token.ON_ACCENT, Token.ACCENT, None),
        Look(Token.ON_ACCENT, Token.ACCENT_HOVER, None),
        Look(Token.ON_ACCENT, Token.ACCENT_HOVER, None),
    ),
    Kind.SECONDARY: (
        Look(Token.INK, Token.SURFACE, Token.LINE2),
        Look(Token.INK, Token.CANVAS, Token.LINE2),
        Look(Token.INK, Token.SUNKEN, Token.LINE2),
    ),
    Kind.QUIET: (
        Look(Token.ACCENT, None, None),
        Look(Token.ACCENT, None, None),
        Look(Token.ACCENT_HOVER, None, None),
    ),
    Kind.DESTRUCTIVE: (
        Look(Token.DANGER, Token.SURFACE, Token.DANGER),
        Look(Token.DANGER, Token.DANGER_SOFT, Token.DANGER),
        Look(Token.DANGER, Token.DANGER_SOFT, Token.DANGER),
    ),
}
_ICON = 18
_GAP = 8


class Button(QAbstractButton):
    """A button. `keys` is shown inside it, and pressing them presses the button, if it `listens`.

    Keys of the window frame (Ctrl+N and the like) and of focus (Enter, Del) are only shown:
    there the frame or the focused list calls the act.
    """

    def __init__(
        self,
        text: str,
        kind: Kind = Kind.SECONDARY,
        *,
        icon: str = "",
        keys: str = "",
        size: Size = Size.STANDARD,
        trailing: str = "",
        listens: bool = True,
        pressed: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind, self._icon, self._keys, self._trailing = kind, icon, keys, trailing
        self._size = size
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # painted anew under the pointer
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        danger = kind is Kind.DESTRUCTIVE
        set_ring(self, Ring.SELF, token=Token.DANGER if danger else Token.ACCENT)
        self.setAccessibleDescription(key_text(keys))
        if listens:
            self._listen()
        if pressed is not None:
            self.clicked.connect(lambda: pressed())

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon = name
        self.updateGeometry()
        self.update()

    def kind(self) -> Kind:
        """Return how much it asks for attention."""
        return self._kind

    def destroys(self) -> bool:
        """Whether pressing it takes something away for good."""
        return self._kind is Kind.DESTRUCTIVE or self._icon == "trash-2"

    @override
    def sizeHint(self) -> QSize:
        side = 0 if self._kind is Kind.QUIET and self._size <= Size.INLINE else self._padding()
        return QSize(self._content_width() + 2 * side, self._size)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = self._look()
        if look.fill or look.edge:
            draw_box(painter, self.rect(), look.fill, look.edge)
        left = (self.width() - self._content_width()) // 2
        left = self._draw_icon(painter, self._icon, left, look.ink)
        left = self._draw_words(painter, left, look.ink)
        left = self._draw_keys(painter, left, look)
        self._draw_icon(painter, self._trailing, left, look.ink)
        painter.end()

    def _listen(self) -> None:
        if keys := sequences(self._keys):
            from PySide6.QtGui import QShortcut

            shortcut = QShortcut(self)
            shortcut.setKeys(keys)
            shortcut.activated.connect(self.click)

    def _padding(self) -> int:
        if self._kind is Kind.QUIET:
            return 8
        return 12 if self._size <= Size.COMPACT else 14

    def _font(self) -> Role:
        return Role.SECONDARY_STRONG if self._size <= Size.COMPACT else Role.ROW_TITLE

    def _content_width(self) -> int:
        words = QFontMetrics(font(self._font())).horizontalAdvance(self.text())
        pieces = [_ICON if self._icon else 0, words, hint_width(self._keys)]
        pieces.append(_ICON if self._trailing else 0)
        shown = [piece for piece in pieces if piece]
        return sum(shown) + _GAP * (len(shown) - 1)

    def _look(self) -> Look:
        if not self.isEnabled():
            return _QUIET_OFF if self._kind is Kind.QUIET else OFF
        rest, hover, pressed = _LOOKS[self._kind]
        if self.isDown() or self.isChecked():
            return pressed
        return hover if self.underMouse() else rest

    def _draw_icon(self, painter: QPainter, name: str, left: int, ink: Token) -> int:
        if not name:
            return left
        draw_icon(painter, name, QRect(left, (self.height() - _ICON) // 2, _ICON, _ICON), ink)
        return left + _ICON + _GAP

    def _draw_words(self, painter: QPainter, left: int, ink: Token) -> int:
        if not self.text():
            return left
        made = font(self._font())
        if self._kind is Kind.QUIET and self.underMouse() and self.isEnabled():
            made = type(made)(made)
            made.setUnderline(True)
        painter.setFont(made)
        width = painter.fontMetrics().horizontalAdvance(self.text())
        draw_text(painter, QRect(left, 0, width + 2, self.height()), self.text(), ink)
        return left + width + _GAP

    def _draw_keys(self, painter: QPainter, left: int, look: Look) -> int:
        width = hint_width(self._keys)
        if not width:
            return left
        rect = QRect(left, (self.height() - HINT_HEIGHT) // 2, width, HINT_HEIGHT)
        strong = self._kind is Kind.PRIMARY and self.isEnabled()
        edge = Token.ON_ACCENT if strong else Token.LINE
        fill = None if strong or not self.isEnabled() else Token.CANVAS
        ink = look.ink if strong else Token.INK3 if not self.isEnabled() else Token.INK2
        draw_hint(painter, rect, self._keys, ink, edge, fill)
        return left + width + _GAP


class IconButton(Button):
    """A button that shows only an icon; `name` is read aloud and shown as a tool tip."""

    def __init__(
        self,
        icon: str,
        name: str,
        *,
        kind: Kind = Kind.QUIET,
        size: Size = Size.COMPACT,
        pressed: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", kind, icon=icon, size=size, pressed=pressed, parent=parent)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Say what the button does."""
        self.setAccessibleName(name)
        self.setToolTip(as_tip(name))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._kind is Kind.QUIET and self.isEnabled() and self.underMouse():
            painter = QPainter(self)
            draw_box(painter, self.rect(), Token.SUNKEN, None)
            painter.end()
        super().paintEvent(event)
