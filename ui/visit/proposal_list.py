"""Three dates to choose from, each with what speaks for and against it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.language import _, ngettext
from app.domain.plan_shape import Candidate
from app.domain.words import clock_time, short_weekday_and_day, week
from ui.common.badge import Badge
from ui.common.discard import clear
from ui.common.focus_ring import Ring, set_ring
from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.paint import CARD_RADIUS, draw_box
from ui.common.roving import GroupButton, Roving, digit_of
from ui.common.shown import as_tip
from ui.common.text import Text
from ui.common.tokens import Token, Tone, colour

_RADIO = 18
_MOST = 2  # reasons shown on a card


class ProposalList(QWidget):
    """Choose with a click, an arrow or a digit; `chosen` tells that a hand did."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roving = Roving(self)
        self._cards: list[_ProposalCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_dates(self, dates: Sequence[Candidate], *, choose_first: bool) -> None:
        """Offer these dates, best first."""
        self._roving.set_items(())
        clear(self._column)
        self._cards = [_ProposalCard(one, place) for place, one in enumerate(dates)]
        for place, card in enumerate(self._cards):
            card.clicked.connect(lambda _on=False, place=place: self.choose(place))
            self._column.addWidget(card)
            card.setVisible(True)
        self._roving.set_items(self._cards)
        if choose_first and self._cards:
            self._cards[0].setChecked(True)

    def choose(self, place: int) -> bool:
        """Choose the date at `place` (from 0), if there is one."""
        if place >= len(self._cards):
            return False
        for number, card in enumerate(self._cards):
            card.setChecked(number == place)
        self._roving.set_current(place)
        self.chosen.emit()
        return True

    def value(self) -> Candidate | None:
        """Return the date chosen, if one is."""
        return next((card.date for card in self._cards if card.isChecked()), None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = digit_of(event)
        if place is not None and self.choose(place):
            self._roving.focus(place)
        elif self._roving.step(event):
            current = self._roving.current()
            self.choose(next((n for n, card in enumerate(self._cards) if card is current), 0))
        else:
            super().keyPressEvent(event)


class _ProposalCard(GroupButton):
    def __init__(self, shown: Candidate, place: int) -> None:
        words = _day_words(shown)
        super().__init__(str(place + 1), words)
        self.date = shown
        self.setObjectName(f"proposal_{place + 1}")
        self.setAccessibleName(". ".join((words, _since(shown), *shown.good, *shown.bad)))
        self.setToolTip(as_tip("\n".join((*shown.good, *shown.bad))))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_ring(self, Ring.SELF, radius=CARD_RADIUS)
        self._fill(words, best=place == 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        on = self.isChecked()
        fill = Token.ACCENT_SOFT if on else Token.CANVAS if self.underMouse() else Token.SURFACE
        edge = Token.ACCENT if on else Token.LINE2
        draw_box(painter, self.rect(), fill, edge, radius=CARD_RADIUS, width=2 if on else 1)
        painter.setPen(QPen(colour(edge), 5 if on else 1.5))
        painter.setBrush(colour(Token.SURFACE))
        inset = 3.0 if on else 1.0
        radio = QRectF(12, 12, _RADIO, _RADIO).adjusted(inset, inset, -inset, -inset)
        painter.drawEllipse(radio)
        painter.end()

    def _fill(self, words: str, *, best: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 10, 10, 10)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Text(words, Role.ROW_TITLE, wrap=True), 1)
        if best:
            # i18n: Danish: »Bedst«
            head.addWidget(Badge(_("Best"), Tone.ACCENT, "star"), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(Text(_since(self.date), Role.CAPTION, tone=Token.INK2, wrap=True))
        # What speaks against it comes first; what there is no room for is in the tooltip.
        bad, good = self.date.bad[:_MOST], self.date.good[: max(_MOST - len(self.date.bad), 0)]
        if good:
            column.addLayout(reason_line("check", Token.OK, " · ".join(good)))
        for reason in bad:
            column.addLayout(reason_line("triangle-alert", Token.WARN, reason))
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def reason_line(icon: str, ink: Token, reason: str) -> QHBoxLayout:
    """Return one reason with its icon."""
    line = QHBoxLayout()
    line.setSpacing(6)
    line.addWidget(IconLabel(icon, ink, 14), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Text(reason, Role.SECONDARY, tone=Token.INK, wrap=True), 1)
    return line


def _day_words(shown: Candidate) -> str:
    day = short_weekday_and_day(shown.start.date())
    text = _("{day} at {time}")
    return text.format(day=day[:1].upper() + day[1:], time=clock_time(shown.start))


def _since(shown: Candidate) -> str:
    """Return the week, and how many weeks after the last visit it is."""
    number = week(shown.start.date())
    number = number[:1].upper() + number[1:]
    if shown.weeks_since is None:
        return _("{week} · first visit").format(week=number)
    # i18n: Danish: »Uge 41 · 5 uger efter sidste besøg«
    text = ngettext(
        "{week} · {n} week after the last visit",
        "{week} · {n} weeks after the last visit",
        shown.weeks_since,
    )
    return text.format(week=number, n=shown.weeks_since)
