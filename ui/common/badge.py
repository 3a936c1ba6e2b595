"""Small marks: badges, the dashed tag of an anonymous flag, initials."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.domain.language import _
from ui.common.fonts import Role, font, metrics
from ui.common.icons import draw_icon
from ui.common.paint import draw_box, draw_text
from ui.common.tokens import TONE_FILL, TONE_LINE, TONE_TEXT, Token, Tone

HEIGHT, CODE_HEIGHT = 22, 24
_ICON = 14
TONE_ICONS: Mapping[Tone, str] = {
    Tone.NEUTRAL: "minus",
    Tone.ACCENT: "info",
    Tone.OK: "circle-check",
    Tone.WARN: "hourglass",
    Tone.DANGER: "circle-alert",
}


@dataclass(frozen=True, slots=True)
class BadgeLook:
    """What a badge says: word, tone, and an icon if not the tone's own."""

    text: str
    tone: Tone = Tone.NEUTRAL
    icon: str = ""

    @property
    def said(self) -> str:
        """What is read aloud of it."""
        return self.text

    @property
    def size(self) -> QSize:
        """The room it takes."""
        return QSize(badge_width(self), HEIGHT)

    def draw(self, painter: QPainter, rect: QRect) -> None:
        """Draw it as a badge."""
        draw_badge(painter, rect, self)


def badge_width(look: BadgeLook) -> int:
    """Return how wide the badge is."""
    return metrics(Role.CAPTION_STRONG).horizontalAdvance(look.text) + _ICON + 21


def draw_badge(painter: QPainter, rect: QRect, look: BadgeLook) -> None:
    """Draw a badge into `rect`, cutting its word if `rect` is too narrow."""
    ink = TONE_TEXT[look.tone]
    draw_box(painter, rect, TONE_FILL[look.tone], TONE_LINE[look.tone])
    top = rect.top() + (rect.height() - _ICON) // 2
    name = look.icon or TONE_ICONS[look.tone]
    draw_icon(painter, name, QRect(rect.left() + 7, top, _ICON, _ICON), ink)
    painter.setFont(font(Role.CAPTION_STRONG))
    room = rect.adjusted(_ICON + 12, 0, -6, 0)
    words = painter.fontMetrics().elidedText(
        look.text, Qt.TextElideMode.ElideRight, room.width() + 2
    )
    draw_text(painter, room, words, ink)


class Badge(QWidget):
    """A state in colour, icon and word."""

    def __init__(
        self,
        text: str,
        tone: Tone = Tone.NEUTRAL,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = BadgeLook(text, tone, icon)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_look(self._look)

    def show_look(self, look: BadgeLook) -> None:
        """Say something else."""
        self._look = look
        self.setAccessibleName(look.text)
        self.updateGeometry()
        self.update()

    def look(self) -> BadgeLook:
        """Return what is shown."""
        return self._look

    def text(self) -> str:
        """Return the word shown."""
        return self._look.text

    @override
    def sizeHint(self) -> QSize:
        return QSize(badge_width(self._look), HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_badge(painter, self.rect(), self._look)
        painter.end()


@dataclass(frozen=True, slots=True)
class CodeLook:
    """The code of a flag in its tag; with one `width`, those of several rows stand in a column."""

    code: str
    width: int = 0

    @property
    def said(self) -> str:
        """What is read aloud of it: sign by sign, or a screen reader would make a word of it."""
        return _("Code {code}").format(code=" ".join(self.code))

    @property
    def size(self) -> QSize:
        """The room it takes."""
        return QSize(self.width or code_width(self.code), CODE_HEIGHT)

    def draw(self, painter: QPainter, rect: QRect) -> None:
        """Draw it in its tag."""
        draw_code(painter, rect, self.code)


def code_width(code: str) -> int:
    """Return how wide the tag for `code` is."""
    return metrics(Role.CODE).horizontalAdvance(code) + 15


def draw_code(painter: QPainter, rect: QRect, code: str) -> None:
    """Draw the dashed tag of an anonymous flag."""
    draw_box(painter, rect, Token.CANVAS, Token.LINE2, dashed=True)
    painter.setFont(font(Role.CODE))
    draw_text(painter, rect.adjusted(1, 0, 0, 0), code, Token.INK, Qt.AlignmentFlag.AlignCenter)


class CodeTag(QWidget):
    """The code of an anonymous flag. Only that is ever shown in a dashed tag."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = code
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_code(code)

    def set_code(self, code: str) -> None:
        """Show another code."""
        self._code = code
        self.setAccessibleName(CodeLook(code).said)
        self.updateGeometry()
        self.update()

    def code(self) -> str:
        """Return the code shown."""
        return self._code

    @override
    def sizeHint(self) -> QSize:
        return QSize(code_width(self._code), CODE_HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_code(painter, self.rect(), self._code)
        painter.end()


class Avatar(QWidget):
    """A small square with somebody's initials."""

    def __init__(self, name: str = "", size: int = 32, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._initials = ""
        self.setFixedSize(size, size)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Show the initials of `name`."""
        words = name.split()
        self._initials = "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, self.rect(), Token.ACCENT_SOFT, Token.ACCENT_LINE)
        painter.setFont(font(Role.CAPTION_STRONG))
        draw_text(painter, self.rect(), self._initials, Token.ACCENT, Qt.AlignmentFlag.AlignCenter)
        painter.end()
