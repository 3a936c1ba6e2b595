"""The picture beneath the blocks of the plan: weeks, months, names, and hatching with its words.

Only what is to be seen is drawn: a plan of two hundred practices is as high as twenty windows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter

from app.domain.language import _
from app.domain.plan_shape import OwnCalendar
from ui.common.card_head import SIDE
from ui.common.fonts import Role, font
from ui.common.paint import RADIUS, draw_box, draw_hatch, draw_text
from ui.common.tokens import Token, colour
from ui.visit.plan_ground import (
    Stretch,
    closed_days,
    months,
    off_days,
    off_weeks,
    stretch_words,
    week_of,
    words_of,
)
from ui.visit.plan_names import draw_name
from ui.visit.plan_places import first_words, stand_clear
from ui.visit.plan_room import HEAD, LINE, MONTHS, OFF, WEEKS, PlanRoom
from ui.visit.plan_rows import HalfYear, PlanLine

_PAD = 6
_NAMED = 6  # closed periods of a practice that have room for their names; more have a tool tip
_HATCH = 7  # px from one line of the hatching to the next
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


class PlanPicture:
    """Draws `lines` over `half`, the blocks apart, and knows in words what it hatches."""

    def __init__(
        self, lines: Sequence[PlanLine], half: HalfYear, today: date, own: OwnCalendar
    ) -> None:
        self._lines, self._half = lines, half
        self._months, self._now = months(half), week_of(half, today)
        self._off, self._off_days = off_weeks(half, own), off_days(half, own)
        self._closed = [closed_days(half, line.closed) for line in lines]

    def height(self) -> int:
        """Return how high it is."""
        return HEAD + LINE * len(self._lines)

    def days_off(self) -> Sequence[str]:
        """Return all that is hatched, in words."""
        mine = [stretch_words(one) for one in self._off_days]
        for line, closed in zip(self._lines, self._closed, strict=True):
            mine += [f"{line.facts.name}, {stretch_words(one)}" for one in closed]
        return mine

    def said_at(self, room: PlanRoom, place: QPoint) -> Sequence[str]:
        """Return why the day at `place` is hatched."""
        day, line = room.day_at(place), room.number_at(place.y())
        if day is None:
            return ()
        closed = self._closed[line] if 0 <= line < len(self._closed) else ()
        return [*words_of(closed, day), *words_of(self._off_days, day)]

    def draw(self, painter: QPainter, room: PlanRoom, clip: QRect) -> None:
        """Draw what lies in `clip`."""
        seen = room.lines_in(clip, len(self._lines))
        self._draw_off(painter, room, clip, seen)
        self._draw_today(painter, room)
        self._draw_rules(painter, room, seen)
        if clip.top() < HEAD:
            self._draw_head(painter, room)
        self._draw_closed(painter, room, seen)
        for number in seen:
            place = QRect(SIDE, room.line(number).top(), room.names - SIDE - 8, LINE)
            draw_name(painter, place, self._lines[number])

    def _draw_off(
        self, painter: QPainter, room: PlanRoom, clip: QRect, seen: Sequence[int]
    ) -> None:
        top = MONTHS + WEEKS
        for stretch in self._off_days:
            whole = room.days(stretch, top, self.height() - top)
            # In steps of the whole hatching, or the pieces would not meet; one step further than
            # is seen to both sides, for a line is thinner at its ends.
            steps = max(0, (clip.top() - top) // _HATCH - 1)
            begin, end = top + steps * _HATCH, min(clip.bottom() + _HATCH, whole.bottom()) + 1
            draw_hatch(painter, QRect(whole.left(), begin, whole.width(), end - begin))
        for number in seen:
            for stretch in self._closed[number]:
                draw_hatch(painter, room.days(stretch, room.line(number).top(), LINE))

    def _draw_today(self, painter: QPainter, room: PlanRoom) -> None:
        if 0 <= self._now < self._half.weeks:
            top = MONTHS + WEEKS
            place = room.weeks(Stretch(self._now, self._now, ""), top, self.height() - top)
            painter.fillRect(place, colour(Token.ACCENT_SOFT))
            for edge in (place.left(), place.right()):
                painter.fillRect(edge, top, 1, place.height(), colour(Token.ACCENT_LINE))

    def _draw_rules(self, painter: QPainter, room: PlanRoom, seen: Sequence[int]) -> None:
        line = colour(Token.LINE)
        for month in self._months:
            painter.fillRect(int(room.left(month.first)), 0, 1, self.height(), line)
        for top in (MONTHS + WEEKS, *(room.line(number).top() for number in seen)):
            painter.fillRect(0, top, room.width, 1, line)

    def _draw_head(self, painter: QPainter, room: PlanRoom) -> None:
        painter.setFont(font(Role.SECONDARY_STRONG))
        for month in self._months:
            place = room.weeks(month, 0, MONTHS).adjusted(8, 2, 0, 0)
            words = month.word[:1].upper() + month.word[1:]
            if painter.fontMetrics().horizontalAdvance(words) <= place.width() + 8:
                draw_text(painter, place, words, Token.INK, _LEFT)
        self._draw_weeks(painter, room)
        weeks = [(room.weeks(one, 0, 0).center().x(), one.word) for one in self._off]
        _draw_words(painter, room, weeks, MONTHS + WEEKS)

    def _draw_weeks(self, painter: QPainter, room: PlanRoom) -> None:
        painter.setFont(font(Role.CAPTION))
        place = QRect(SIDE, MONTHS, room.names - SIDE, WEEKS)
        # i18n: Danish: »Uge«, »Ferie og lukket«
        draw_text(painter, place, _("Week"), Token.INK2, _LEFT)
        off = QRect(SIDE, MONTHS + WEEKS, room.names - SIDE, OFF)
        draw_text(painter, off, _("Holidays and closed"), Token.INK2, _LEFT)
        for number in range(self._half.weeks):
            cell = room.weeks(Stretch(number, number, ""), MONTHS, WEEKS)
            if number == self._now:
                draw_box(painter, cell.adjusted(0, 2, 0, -3), Token.ACCENT, None, radius=RADIUS - 2)
            ink = Token.ON_ACCENT if number == self._now else Token.INK2
            monday = self._half.first + timedelta(weeks=number)
            shown = str(monday.isocalendar().week)
            draw_text(painter, cell.adjusted(0, 0, 0, -1), shown, ink, _CENTRE)

    def _draw_closed(self, painter: QPainter, room: PlanRoom, seen: Sequence[int]) -> None:
        for number in seen:
            closed = self._closed[number]
            if len(closed) <= _NAMED:
                days = [(room.days(one, 0, 0).center().x(), one.word) for one in closed]
                _draw_words(painter, room, days, room.line(number + 1).top() - 22)


def _draw_words(
    painter: QPainter, room: PlanRoom, stretches: Sequence[tuple[int, str]], top: int
) -> None:
    """Write why stretches are hatched over their middles, cut where the plan ends; words that
    would lie on one another stand side by side."""
    painter.setFont(font(Role.CAPTION))
    measure = painter.fontMetrics().horizontalAdvance
    shown = []
    for centre, words in stretches:
        most = 2 * min(centre - room.names, room.width - centre) - 2 * _PAD
        fits = partial(_fits, measure, most)
        shown.append(first_words(words[:1].upper() + words[1:], fits))
    widths = [measure(words) + 2 * _PAD for words in shown]
    centres = [centre for centre, _word in stretches]
    places = stand_clear(centres, widths, room.width - 1)
    for words, wide, place in zip(shown, widths, places, strict=True):
        box = QRect(round(place - wide / 2), top + 4, wide, 17)
        draw_box(painter, box, Token.SURFACE, Token.LINE, radius=RADIUS - 2)
        draw_text(painter, box, words, Token.INK2, _CENTRE)


def _fits(measure: Callable[[str], int], most: int, text: str) -> bool:
    return measure(text) <= most
