"""A card: a title, a count, actions at the right, and what it holds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.language import _
from ui.common.card_head import SIDE, CardHead
from ui.common.icons import IconLabel
from ui.common.notice import Notice
from ui.common.paint import CARD_RADIUS, draw_box
from ui.common.tokens import TONE_LINE, TONE_TEXT, Token, Tone, colour


class Rule(QWidget):
    """A line of one pixel from edge to edge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(Token.LINE))
        painter.end()


class Card(QWidget):
    """A flat box. `add` puts content in; `set_empty` shrinks it to one line instead.

    `flush=True` content (rows, tables) reaches the edges; other content has the card's padding.
    """

    def __init__(
        self,
        title: str = "",
        *,
        detail: str = "",
        tone: Tone | None = None,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._head = CardHead()
        self._error = Notice(Tone.DANGER, "", beside=True)
        self._error.setVisible(False)
        self._content = QWidget()
        self._gap = QWidget()
        self._body = QVBoxLayout(self._content)
        self._build(icon)
        self.set_title(title)
        self.set_detail(detail)

    def set_title(self, title: str) -> None:
        """Show `title`; without one there is no header."""
        self._head.title.setText(title)
        self._head.setVisible(bool(title))
        self.setAccessibleName(title)

    def set_count(self, count: int | str | None) -> None:
        """Show a number beside the title."""
        self._head.count.setText("" if count is None else str(count))
        self._head.count.setVisible(count is not None)

    def set_detail(self, detail: str) -> None:
        """Show a quiet remark beside the title."""
        self._head.detail.setText(detail)
        self._head.detail.setVisible(bool(detail))

    def add_action(self, widget: QWidget) -> None:
        """Put a compact control at the right of the header."""
        self._head.acts.addWidget(widget)

    def add(self, widget: QWidget, *, flush: bool = False, stretch: int = 0) -> None:
        """Add content below what is there."""
        if flush:
            # Square rows must not paint over the card's round corners.
            self._body.setContentsMargins(0, 0 if self._head.title.text() else 4, 0, 4)
            self._body.addWidget(widget, stretch)
            return
        cell = QWidget()
        row = QVBoxLayout(cell)
        row.setContentsMargins(SIDE, 0 if self._head.title.text() else SIDE, SIDE, SIDE)
        row.addWidget(widget)
        self._body.addWidget(cell, stretch)

    def add_rule(self) -> None:
        """Draw a line below what is there."""
        self._body.addWidget(Rule())

    def set_empty(self, text: str | None) -> None:
        """Show `text` instead of the content; None brings the content back."""
        self._head.set_empty(text)
        self._head.setVisible(text is not None or bool(self._head.title.text()))
        self._show(None if text is not None else self._content)

    def set_error(self, what: str, retry: Callable[[], object]) -> None:
        """Say that the content could not be read, with a way to try again."""
        self._error.set_words(what)
        self._error.set_acts(((_("Try again"), retry),))
        self._head.set_empty(None)
        self._show(self._error)

    def set_tone(self, tone: Tone | None) -> None:
        """Tint the edge (warn, danger, accent); None gives the plain edge."""
        self._tone = tone
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        edge = TONE_LINE[self._tone] if self._tone else Token.LINE
        draw_box(painter, self.rect(), Token.SURFACE, edge, radius=CARD_RADIUS)
        painter.end()

    def _show(self, shown: QWidget | None) -> None:
        self._content.setVisible(shown is self._content)
        self._error.setVisible(shown is self._error)
        self._gap.setVisible(shown is self._error)

    def _build(self, icon: str) -> None:
        if icon:
            self._head.set_icon(IconLabel(icon, TONE_TEXT[self._tone or Tone.NEUTRAL], 20))
        self._gap.setFixedHeight(14)
        self._gap.setVisible(False)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._head, 0, Qt.AlignmentFlag.AlignTop)
        trouble = QVBoxLayout()
        trouble.setContentsMargins(SIDE, 0, SIDE, 0)
        trouble.addWidget(self._error)
        column.addLayout(trouble)
        column.addWidget(self._content, 1)
        column.addWidget(self._gap)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
