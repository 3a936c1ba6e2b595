"""The clock of a follow-up: the weeks on a line, the deadlines on it, and the days won."""

from __future__ import annotations

from datetime import date
from math import ceil

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.clock_rule import rule_title
from app.domain.followup_clock import ClockMark, FollowupClock, clock_line, won_line
from app.domain.language import _
from app.domain.words import long_day, short_day
from ui.common.badge import Badge
from ui.common.card import Card
from ui.common.fonts import Role, font
from ui.common.news import News
from ui.common.paint import draw_box, draw_text
from ui.common.rows import Row, RowList
from ui.common.shown import as_tip
from ui.common.text import Text
from ui.common.tokens import Token, Tone, colour

SOON = 14
LEAST_WEEKS = 8
TRACK = 8
HEIGHT = 44
BETWEEN = 6  # px between two numbers


class ClockCard(Card):
    """Says how long it has gone on and what lies ahead; `list.opened` asks for the deadlines."""

    def __init__(self) -> None:
        # i18n: Danish: »Ur«
        super().__init__(_("Clock"))
        self._news = News()
        self._line = ClockLine()
        self._said = Text("", Role.SECONDARY, tone=Token.INK, wrap=True)
        self._won = Text("", Role.SECONDARY, wrap=True)
        self.list = RowList()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._said, self._line, self._won):
            column.addWidget(part)
        self.add(content)
        self.add(self.list, flush=True)

    def show_clock(self, clock: FollowupClock) -> None:
        """Show where `clock` stands."""
        if not self._news.are(clock):
            return
        self._line.show_clock(clock)
        self._said.setText(clock_line(clock))
        self._won.setText(won_line(clock) or _no_leave(clock))
        self._won.setVisible(bool(self._won.text()))
        ahead = [(mark, mark.day, clock.at) for mark in clock.marks if mark.day]
        self.list.show_things([("", ahead)], lambda listed: _row(*listed))
        self.list.setVisible(bool(self.list.rows()))


class ClockLine(QWidget):
    """Weeks from left to right: how many have gone by, and where the deadlines stand."""

    def __init__(self) -> None:
        super().__init__()
        self._clock: FollowupClock | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_clock(self, clock: FollowupClock) -> None:
        """Show where `clock` stands; what the line shows is said in words beneath it too."""
        self._clock = clock
        self.setAccessibleName(clock_line(clock))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._clock is None:
            return
        painter = QPainter(self)
        painter.setFont(font(Role.CAPTION))
        track = QRect(8, 8, self.width() - 16, TRACK)
        draw_box(painter, track, Token.SUNKEN, Token.LINE, radius=TRACK / 2)
        gone = self._place(self._clock.days / 7)
        draw_box(painter, QRect(8, 8, max(gone - 8, TRACK), TRACK), Token.ACCENT, None, radius=4)
        taken = self._draw_week(painter, 0, strong=False)
        for mark in sorted(self._clock.marks, key=lambda mark: mark.rule.weeks):
            strong = mark.day is not None
            taken = self._draw_week(painter, mark.rule.weeks, strong=strong, after=taken)
        painter.end()

    def _draw_week(self, painter: QPainter, week: int, *, strong: bool, after: int = 0) -> int:
        """Draw a week's tick, and its number where there is room `after` the one before it; the
        list below says them all. Return where what is written ends."""
        at = self._place(week)
        if week:
            tick = QRect(at - 1, 4, 2, TRACK + 8)
            painter.fillRect(tick, colour(Token.INK2 if strong else Token.LINE2))
        words = _("{n} w").format(n=week) if week else "0"
        wide = painter.fontMetrics().horizontalAdvance(words)
        left = max(0, min(at - wide // 2, self.width() - wide))
        if week and left < after + BETWEEN:
            return after
        draw_text(painter, QRect(left, 22, wide + 2, 18), words, Token.INK2)
        return left + wide

    def _place(self, weeks: float) -> int:
        return 8 + round(min(weeks / self._span(), 1) * (self.width() - 16))

    def _span(self) -> int:
        """Return how many weeks the line is long."""
        clock = self._clock
        if clock is None:
            return LEAST_WEEKS
        marks = [mark.rule.weeks for mark in clock.marks]
        return max(LEAST_WEEKS, *marks, ceil((clock.days + 1) / 7)) + 1


def _row(mark: ClockMark, day: date, at: date) -> Row:
    badges = [_badge(day, at)]
    if mark.rule.is_old(at):
        badges.insert(0, Badge(_("Check again"), Tone.WARN, "triangle-alert"))
    title, step = rule_title(mark.rule), mark.rule.step
    row = Row(title, step, key=mark, trailing=badges, wrap=True)
    row.setToolTip(as_tip(mark.rule.source))
    row.setAccessibleDescription(mark.rule.source)
    return row


def _badge(day: date, at: date) -> Badge:
    left = (day - at).days
    if left < 0:
        return Badge(_("Passed {day}").format(day=short_day(day)), Tone.NEUTRAL, "check")
    return Badge(short_day(day), Tone.WARN if left <= SOON else Tone.NEUTRAL, "calendar")


def _no_leave(clock: FollowupClock) -> str:
    if clock.on_sick_leave:
        return ""
    text = _("Not on sick leave: no deadline runs. The clock counts from {day}.")
    return text.format(day=long_day(clock.since))
