"""What a move would lead to, beside the visit while it is moved and before it is let go."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.language import _
from app.domain.plan_move import Consequence
from app.domain.words import quoted
from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.paint import CARD_RADIUS, draw_box
from ui.common.text import Text
from ui.common.tokens import Token
from ui.visit.week_strip import WeekStrip

_WIDTH, _ROUND, _APART, _ICON = 540, 14, 10, 16

_DOUBT = ("triangle-alert", Token.WARN)


class MoveBubble(QWidget):
    """Lies over the window beside the visit that moves; the mouse goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._when = Text("", Role.ROW_TITLE)
        self._lines = {name: _Line() for name in ("refusal", "rhythm", "soft", "following")}
        self._strip = WeekStrip()
        self._hint = Text("", Role.CAPTION, wrap=True)
        self._when.setObjectName("move_when")
        self._hint.setObjectName("move_hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(_ROUND, 10, _ROUND, 10)
        column.setSpacing(6)
        column.addWidget(self._when)
        for name, line in self._lines.items():
            line.text.setObjectName(f"move_{name}")
            column.addWidget(line)
        column.addWidget(self._strip)
        column.addWidget(self._hint)
        self.setVisible(False)

    def show_consequence(self, told: Consequence, hint: str, beside: QRect) -> None:
        """Show what comes of a day; `beside` is where the visit is, in the window."""
        self._when.setText(told.when)
        self._lines["refusal"].show_words(told.refusal or "", "ban", Token.DANGER)
        tone = ("circle-check", Token.OK) if told.in_window else _DOUBT
        self._lines["rhythm"].show_words(told.rhythm, *tone)
        self._lines["soft"].show_words(" ".join(told.soft), "circle-alert", Token.WARN)
        tone = ("calendar-days", Token.INK2) if told.fits_following else _DOUBT
        self._lines["following"].show_words(told.following, *tone)
        self._strip.show_loads(told.loads, told.start.date())
        self._hint.setText(hint)
        self.setAccessibleName(told.words())
        self._lie(beside)
        self.setVisible(True)
        self.raise_()
        self._lie(beside)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, self.rect(), Token.SURFACE, Token.LINE2, radius=CARD_RADIUS)
        painter.end()

    def _lie(self, beside: QRect) -> None:
        """Lie under the visit, or over it where there is no room, within the window."""
        room = self.window().rect().adjusted(8, 8, -8, -8)
        width = min(_WIDTH, room.width())
        self.ensurePolished()
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout else self.height()
        left = max(room.left(), min(beside.center().x() - width // 2, room.right() - width))
        under, over = beside.bottom() + _APART, beside.top() - _APART - height
        top = under if under + height <= room.bottom() or over < room.top() else over
        top = max(room.top(), min(top, room.bottom() - height))
        self.setGeometry(QRect(QPoint(left, top), QPoint(left + width - 1, top + height - 1)))


class _Line(QWidget):
    """An icon and a sentence; away when there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("circle-check", Token.OK, _ICON)
        self.text = Text("", Role.SECONDARY, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)

    def show_words(self, words: str, icon: str, tone: Token) -> None:
        """Say `words`."""
        self._icon.set_icon(icon, tone)
        self.text.setText(words)
        self.setVisible(bool(words))


def hint_words(*, stays: bool, at_end: bool, by_mouse: bool, books: bool) -> str:
    """Return what can be done with a visit that is being moved: to a day it `stays` away from,
    or `at_end` of what the plan shows. One that is only proposed is booked by it (`books`)."""
    if at_end:
        # i18n: Danish: »En anden dag …«
        other = quoted(_("Another day …"))
        return _("The half-year ends here; {other} goes further.").format(other=other)
    if by_mouse:
        act = _("Let go to book the visit here.") if books else _("Let go to move the visit here.")
        if stays:
            act = _("Let go, and the visit stays where it is.")
        ways = _("Sideways: weeks. Up and down: days. Esc gives up.")
    else:
        # i18n: Danish: »Enter flytter besøget hertil.«
        act = _("Enter books the visit here.") if books else _("Enter moves the visit here.")
        act = "" if stays else act
        ways = _("← → weeks, ↑ ↓ days, Esc gives up.")
    return f"{act} {ways}".strip()
