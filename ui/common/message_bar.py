"""A quiet sentence above the page, with undo where there is something to undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from app.domain.language import _
from ui.common.announce import announce
from ui.common.button import Button, IconButton, Size
from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.paint import draw_box
from ui.common.text import Text
from ui.common.tokens import TONE_FILL, TONE_LINE, TONE_TEXT, Token, Tone

SECONDS = 10
SIDE, ABOVE = 24, 12  # as the page below it; hidden, the bar takes no room
_ICONS = {Tone.OK: "circle-check", Tone.WARN: "triangle-alert", Tone.DANGER: "circle-alert"}


class MessageBar(QWidget):
    """Says one thing for ten seconds. Errors stay until they are closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.OK
        self._undo: Callable[[], object] | None = None
        self._icon = IconLabel("circle-check", Token.OK, 18)
        self._text = Text("", Role.BODY, wrap=True)
        self._undo_button = Button(_("Undo"), size=Size.COMPACT, icon="undo-2", keys="Ctrl+Z")
        self._undo_button.clicked.connect(self._on_undo_clicked)
        self._close = IconButton("x", _("Close"), pressed=self.clear)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.clear)
        self._build()
        self.setVisible(False)

    def say(
        self, text: str, *, tone: Tone = Tone.OK, undo: Callable[[], object] | None = None
    ) -> None:
        """Show `text`; `undo` is offered as long as it is shown."""
        self._tone, self._undo = tone, undo
        self._text.setText(text)
        self._icon.set_icon(_ICONS.get(tone, "info"), TONE_TEXT[tone])
        self._undo_button.setVisible(undo is not None)
        self.setAccessibleName(text)
        self.setVisible(True)
        self.update()
        announce(self, text)
        self._timer.stop()
        if tone is not Tone.DANGER:
            self._timer.start(int(SECONDS * 1_000))

    def clear(self) -> None:
        """Say nothing any more."""
        self._timer.stop()
        self._undo = None
        self.setVisible(False)

    def text(self) -> str:
        """Return what is said, or nothing."""
        return "" if self.isHidden() else self._text.text()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = self.rect().adjusted(SIDE, ABOVE, -SIDE, 0)
        draw_box(painter, box, TONE_FILL[self._tone], TONE_LINE[self._tone])
        painter.end()

    def _on_undo_clicked(self) -> None:
        undo = self._undo
        self.clear()
        if undo is not None:
            undo()

    def _build(self) -> None:
        self._undo_button.setObjectName("undo")
        self._text.setObjectName("message")
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE + 14, ABOVE + 6, SIDE + 6, 6)
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)
        row.addWidget(self._undo_button)
        row.addWidget(self._close)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
