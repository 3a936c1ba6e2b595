"""The rhythm that was kept: said in a sentence, and drawn as a strip of visits."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.domain.language import _, pgettext
from app.domain.rhythm import Gap, RhythmKept, gap_words, rhythm_words
from app.domain.words import long_day, number, short_day
from ui.common.card import Card
from ui.common.fonts import Role, font
from ui.common.paint import draw_text
from ui.common.shown import as_tip
from ui.common.text import Text
from ui.common.tokens import Token, colour

_HEIGHT = 76
_LINE = 44  # from the top
_DOT = 5
_SIDE = 26  # room for half a date
_WIDEST = 96
_CENTRE = Qt.AlignmentFlag.AlignCenter


class RhythmCard(Card):
    """How many visits came in time; the strip shows which ones did not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Rhythm kept"), detail=_("the last twelve months"), parent=parent)
        self._said = Text("", Role.BODY, wrap=True)
        self._said.setObjectName("rhythm_words")
        self._strip = RhythmStrip()
        self.add(self._said)
        self.add(self._strip)

    def show_rhythm(self, kept: RhythmKept) -> None:
        """Show this rhythm."""
        self._said.setText(rhythm_words(kept))
        self._strip.show_rhythm(kept)
        self._strip.setVisible(bool(kept.gaps))
        self.set_empty(None if kept.gaps else rhythm_words(kept))


class RhythmStrip(QWidget):
    """A dot for each visit held, and between two of them the weeks; a gap out of rhythm is dashed
    and says so. What is drawn can also be read aloud."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = RhythmKept(tolerated_from=0, tolerated_to=0, gaps=())
        self.setObjectName("rhythm_strip")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rhythm(self, kept: RhythmKept) -> None:
        """Draw this rhythm."""
        self._kept = kept
        told = "; ".join(self._told(gap) for gap in kept.gaps)
        self.setAccessibleName(rhythm_words(kept))
        self.setAccessibleDescription(told)
        self.setToolTip(as_tip(told.replace("; ", "\n")))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(2 * _SIDE + _WIDEST * len(self._kept.gaps), _HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gaps = self._kept.gaps
        step = min(_WIDEST, (self.width() - 2 * _SIDE) // max(1, len(gaps)))
        for place, gap in enumerate(gaps):
            self._draw_gap(painter, gap, _SIDE + place * step, step)
        if gaps:
            days = [gaps[0].first, *(gap.last for gap in gaps)]
            for place, day in enumerate(days):
                self._draw_visit(painter, short_day(day), _SIDE + place * step, step)
        painter.end()

    def _draw_gap(self, painter: QPainter, gap: Gap, left: int, step: int) -> None:
        pen = QPen(colour(Token.OK if gap.inside else Token.WARN), 3)
        if not gap.inside:
            pen.setDashPattern([2, 2])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(left + _DOT, _LINE, left + step - _DOT, _LINE)
        painter.setFont(font(Role.CAPTION if gap.inside else Role.CAPTION_STRONG))
        # i18n: Danish: »6 u.«
        weeks = pgettext("a gap", "{n} wk").format(n=number(round(gap.days / 7, 1)))
        ink = Token.INK2 if gap.inside else Token.WARN
        draw_text(painter, QRect(left, _LINE - 24, step, 16), weeks, ink, _CENTRE)
        if not gap.inside:
            draw_text(painter, QRect(left, _LINE - 40, step, 16), self._fault(gap), ink, _CENTRE)

    def _draw_visit(self, painter: QPainter, day: str, x: int, step: int) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(Token.ACCENT))
        painter.drawEllipse(QPoint(x, _LINE), _DOT, _DOT)
        painter.setFont(font(Role.CAPTION))
        draw_text(painter, QRect(x - step // 2, _LINE + 10, step, 16), day, Token.INK2, _CENTRE)

    def _fault(self, gap: Gap) -> str:
        early = gap.days < self._kept.tolerated_from * 7
        return _("too early") if early else _("too late")

    def _told(self, gap: Gap) -> str:
        text = _("{first} to {last}: {weeks}")
        said = text.format(
            first=long_day(gap.first), last=long_day(gap.last), weeks=gap_words(gap.days)
        )
        return said if gap.inside else f"{said}, {self._fault(gap)}"
