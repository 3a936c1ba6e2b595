"""One point of the agenda: its number or a check, its minutes, how far it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.language import _
from ui.common.focus_ring import Ring, set_ring
from ui.common.fonts import Role, font
from ui.common.icons import draw_icon
from ui.common.paint import CARD_RADIUS, SMALL_RADIUS, draw_box, draw_text
from ui.common.roving import GroupButton
from ui.common.text import ShortText, Text
from ui.common.tokens import Token, Tone
from ui.visit.room.visit_clock import over_words

_MARK = 24


class AgendaItemButton(GroupButton):
    """Chooses what the middle of the room shows."""

    def __init__(self, code: str, place: int, title: str, minutes: int) -> None:
        super().__init__(code, title)
        self._mark = _Mark(str(place))
        self._minutes = Text("", Role.SECONDARY)
        self._detail = ShortText("", Role.SECONDARY)
        self._place, self._state, self._over = place, "", 0
        self.setObjectName(f"agenda_{code}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        set_ring(self, Ring.SELF, radius=CARD_RADIUS)
        self._build(title)
        if minutes:
            self._minutes.setText(_("{n} min").format(n=minutes))

    def show_over(self, minutes: int) -> None:
        """Say in words how far the visit is behind at this point; 0 says how far the point is."""
        self._over = minutes
        self._detail.setText(over_words(minutes) if minutes else self._state)
        self._detail.set_tone(Tone.DANGER if minutes else None)

    def show_state(self, detail: str, *, done: bool) -> None:
        """Say how far this point is."""
        self._state = detail
        self.show_over(self._over)
        self._mark.done = done
        self._mark.update()
        said = (self.text(), self._minutes.text(), detail, _("done") if done else "")
        self.setAccessibleName(", ".join(part for part in said if part))
        self.setAccessibleDescription(f"Alt+{self._place}")

    def set_current(self, current: bool) -> None:  # noqa: FBT001 -- the state itself
        """Show that this point is in the middle of the room."""
        self.setChecked(current)
        self._mark.current = current
        self.update()
        self._mark.update()

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.isChecked():
            draw_box(painter, self.rect(), Token.SURFACE, Token.ACCENT, radius=CARD_RADIUS, width=2)
        elif self.underMouse():
            draw_box(painter, self.rect(), Token.SUNKEN, None, radius=CARD_RADIUS)
        painter.end()

    def _build(self, title: str) -> None:
        head = QHBoxLayout()
        head.addWidget(ShortText(title, Role.ROW_TITLE), 1)
        head.addWidget(self._minutes)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(head)
        words.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class _Mark(QWidget):
    def __init__(self, number: str) -> None:
        super().__init__()
        self._number = number
        self.done = self.current = False
        self.setFixedSize(_MARK, _MARK)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(Role.CAPTION_STRONG))
        if self.done:
            draw_box(painter, self.rect(), Token.OK_SOFT, Token.OK_LINE, radius=SMALL_RADIUS)
            draw_icon(painter, "check", self.rect().adjusted(4, 4, -4, -4), Token.OK, bold=True)
        elif self.current:
            draw_box(painter, self.rect(), Token.ACCENT, None, radius=SMALL_RADIUS)
            draw_text(
                painter, self.rect(), self._number, Token.ON_ACCENT, Qt.AlignmentFlag.AlignCenter
            )
        else:
            draw_box(painter, self.rect(), Token.SURFACE, Token.LINE2, radius=SMALL_RADIUS)
            draw_text(painter, self.rect(), self._number, Token.INK2, Qt.AlignmentFlag.AlignCenter)
        painter.end()
