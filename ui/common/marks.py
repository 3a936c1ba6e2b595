"""What stands at the ends of a row: painted where it can be, for a widget takes long to make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.common.badge import Badge, CodeLook, CodeTag
from ui.common.fonts import Role, font, metrics
from ui.common.icons import IconLabel
from ui.common.keys import KeyHint
from ui.common.paint import draw_text
from ui.common.shown import as_shown
from ui.common.text import Text, ink_token
from ui.common.tokens import TONE_TEXT, Token, Tone


class Mark(Protocol):
    """Something small: a badge, a code, an icon, a key, a word or two."""

    @property
    def said(self) -> str:
        """What is read aloud of it."""

    @property
    def size(self) -> QSize:
        """The room it takes."""

    def draw(self, painter: QPainter, rect: QRect) -> None:
        """Draw it into a rect of its size."""


@dataclass(frozen=True, slots=True)
class WordsLook:
    """A word or two; with one `width`, those of several rows stand below each other."""

    words: str
    role: Role = Role.CAPTION
    tone: Tone | Token | None = None
    width: int = 0

    @property
    def said(self) -> str:
        """What is read aloud of it."""
        return self.words

    @property
    def size(self) -> QSize:
        """The room it takes."""
        size = metrics(self.role).size(0, as_shown(self.words))
        return QSize(self.width or size.width(), size.height())

    def draw(self, painter: QPainter, rect: QRect) -> None:
        """Draw the words."""
        tone = self.tone or ink_token(self.role)
        painter.setFont(font(self.role))
        draw_text(painter, rect, self.words, TONE_TEXT[tone] if isinstance(tone, Tone) else tone)


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """Something to press: it stays the widget it is, and speaks for itself."""

    widget: QWidget

    @property
    def said(self) -> str:
        """Nothing."""
        return ""

    @property
    def size(self) -> QSize:
        """The room it asks for."""
        least, most = self.widget.minimumSize(), self.widget.maximumSize()
        return self.widget.sizeHint().expandedTo(least).boundedTo(most)

    def draw(self, painter: QPainter, rect: QRect) -> None:
        """Draw nothing: it does so itself."""


def mark_of(part: Mark | QWidget) -> Mark:
    """Return `part` as a mark: what only shows something need not be a widget."""
    if not isinstance(part, QWidget):
        return part
    if part.toolTip() or part.objectName():
        return Held(part)
    if isinstance(part, Badge | IconLabel | KeyHint):
        return part.look()
    fixed = part.minimumWidth() if part.minimumWidth() == part.maximumWidth() else 0
    if isinstance(part, CodeTag):
        return CodeLook(part.code(), fixed)
    if type(part) is Text and not part.wordWrap():
        return WordsLook(part.text(), part.role(), part.tone(), fixed)
    return Held(part)
