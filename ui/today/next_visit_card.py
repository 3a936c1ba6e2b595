"""The card of the next visit: when, where, with whom, what one brings back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.decision import DecisionKind
from app.domain.language import _, ngettext
from app.domain.practice import FORMAT_LABELS
from app.domain.today import NextVisit, TodaySheet
from app.domain.visit import VisitStatus
from app.domain.words import (
    clock_time,
    day_and_month,
    days_left,
    joined,
    short_weekday_and_day,
    weekday_and_day,
)
from ui.common.button import Button, Kind, Size
from ui.common.card import Card, Rule
from ui.common.card_head import SIDE
from ui.common.discard import clear
from ui.common.flow_layout import FlowLayout
from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.text import ShortText, Text
from ui.common.tokens import Token, Tone, colour
from ui.today.feedback_table import FeedbackTable

_NARROW = 560  # below this the buttons stand under the facts


class NextVisitCard(Card):
    """Shows the visit to get ready for; `start_requested` asks to go into its room."""

    start_requested = Signal()
    plan_requested = Signal()
    preparation_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.start = Button(
            _("Start visit"), Kind.PRIMARY, icon="play", keys="Ctrl+B", size=Size.LARGE
        )
        # i18n: Danish: »Forberedelse«
        self._prepare = Button(_("Preparation"), icon="printer", keys="Ctrl+P")
        self._see = Button(_("See it in the plan"), icon="calendar-days")
        self._first = Button(_("Plan a visit"), icon="calendar-plus", size=Size.COMPACT)
        self._none_today = Text("", Role.BODY, wrap=True)
        self._when = _When()
        self._practice = Text("", Role.PAGE_TITLE, wrap=True)
        self._facts = QWidget()
        self._said: tuple[tuple[str, str], ...] = ()  # the facts as they stand there
        self._feedback = FeedbackTable()
        self._owed = Text("", Role.SECONDARY, tone=Token.INK, wrap=True)
        self._asked = Text("", Role.SECONDARY, tone=Token.INK, wrap=True)
        self._quick = Text("", Role.SECONDARY, wrap=True)
        self._build_card()

    def show_visit(self, shown: NextVisit, now: datetime) -> None:
        """Show `shown` as it looks at the moment `now`."""
        self.set_title("")
        self.set_empty(None)
        self._first.setVisible(False)
        self._prepare.setVisible(True)
        is_today = shown.row.start.date() <= now.date()
        self._show_start(shown, is_today=is_today)
        self._when.show_time(shown, now)
        self._practice.setText(shown.row.practice)
        self._show_facts(shown)
        self._feedback.set_lines(shown.feedback)
        self._feedback_rule.setVisible(bool(shown.feedback))
        self._show_bring(shown)

    def show_time(self, shown: NextVisit, now: datetime) -> None:
        """Say again how long it is until the visit."""
        self._when.show_time(shown, now)

    def show_day(self, shown: NextVisit, day: date, sheet: TodaySheet) -> None:
        """Say what there is of visits on a `day` that has none ahead: how many were held, when the
        next booked one is, and which practices have no date though they are due."""
        parts = [_held(sheet.held)] if sheet.held else [_("No visit today.")]
        text = _("The next booked one is {day}.")
        parts.append(text.format(day=weekday_and_day(shown.row.start.date())))
        if undated := _undated(sheet):
            parts.append(_("Still without a date: {practices}.").format(practices=joined(undated)))
        self._none_today.setText(" ".join(parts))
        self._none_today.setVisible(shown.row.start.date() > day)

    def show_none(self, held: int = 0) -> None:
        """Say that no visit is planned; `held` counts those held today."""
        self.set_title(_("Next visit"))
        none = _("No visit is planned.")
        self.set_empty(f"{_held(held)} {none}" if held else none)
        self._first.setVisible(True)
        self._prepare.setVisible(False)

    def _show_start(self, shown: NextVisit, *, is_today: bool) -> None:
        runs = shown.row.status is VisitStatus.RUNNING
        self.start.setText(_("Back to the visit") if runs else _("Start visit"))
        # One that is days away is not started by a key pressed in haste; the plan opens it.
        self.start.setVisible(is_today or runs)

    def _show_facts(self, shown: NextVisit) -> None:
        where = [("map-pin", shown.row.place)] if shown.row.place else []
        last = ("history", _last_visit(shown.last_held_on))
        facts = (("users", _people(shown)), *where, last)
        layout = self._facts.layout()
        if layout is None or facts == self._said:
            return
        self._said = facts
        clear(layout)
        for icon, words in facts:
            layout.addWidget(_fact(icon, words))

    def _show_bring(self, shown: NextVisit) -> None:
        owed = _once(promise.facts.what for promise in shown.owed)
        asked = _once(question.facts.question for question in shown.owed_questions)
        self._owed.setText(_("Owed since last time: {what}").format(what=owed))
        self._owed.setVisible(bool(owed))
        # i18n: Danish: »Spurgt sidst, mangler svar: …«
        self._asked.setText(_("Asked last time, no answer yet: {what}").format(what=asked))
        self._asked.setVisible(bool(asked))
        self._quick.setText(_("Good to know: {facts}").format(facts=shown.quick_facts))
        self._quick.setVisible(bool(shown.quick_facts))
        self._bring.setVisible(bool(owed or asked or shown.quick_facts))
        self._bring_rule.setVisible(bool(owed or asked or shown.quick_facts))

    def _build_card(self) -> None:
        self.start.setObjectName("start_visit")
        self._prepare.setObjectName("prepare_visit")
        self._see.setObjectName("see_plan")
        self._first.setObjectName("plan_visit")
        self._practice.setObjectName("next_practice")
        self.start.clicked.connect(self.start_requested)
        self._prepare.clicked.connect(self.preparation_requested)
        self._see.clicked.connect(self.plan_requested)
        self._first.clicked.connect(self.plan_requested)
        self.add_action(self._first)
        FlowLayout(self._facts, gap=20, line_gap=4)
        self._none_today.setContentsMargins(SIDE, 14, SIDE, 0)
        self.add(self._none_today, flush=True)
        self.add(_Top(self._when, self._middle(), self._acts()), flush=True)
        self._feedback_rule = Rule()
        self.add(self._feedback_rule, flush=True)
        self.add(self._feedback, flush=True)
        self._bring_rule = Rule()
        self.add(self._bring_rule, flush=True)
        self._bring = _stack(self._owed, self._asked, self._quick, gap=4, edges=(SIDE, 12, SIDE, 8))
        self.add(self._bring, flush=True)

    def _middle(self) -> QWidget:
        return _stack(self._practice, self._facts, gap=8, edges=(0, 0, 0, 0))

    def _acts(self) -> QWidget:
        return _stack(self.start, self._prepare, self._see, gap=8, edges=(0, 0, 0, 0))


class _When(QWidget):
    """The block at the left: time, until when, and how long it is until then."""

    def __init__(self) -> None:
        super().__init__()
        self._at = Text("", Role.FIGURE)
        self._until = Text("", Role.SECONDARY)
        self._left = Text("", Role.SECONDARY_STRONG, tone=Tone.ACCENT)
        self._left.setObjectName("time_left")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 20, 0)
        column.setSpacing(1)
        # i18n: Danish: »Næste besøg«
        for text in (Text(_("Next visit"), Role.SECONDARY), self._at, self._until, self._left):
            column.addWidget(text)
        column.addStretch(1)

    def show_time(self, shown: NextVisit, now: datetime) -> None:
        """Say when, seen from `now`."""
        row = shown.row
        end = row.start + timedelta(minutes=row.minutes)
        self._at.setText(clock_time(row.start))
        # i18n: Danish: »til 13.00«
        until = _("until {time}").format(time=clock_time(end))
        if row.start.date() != now.date():
            until = short_weekday_and_day(row.start.date())
        self._until.setText(until)
        self._left.setText(time_left(shown, now))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), colour(Token.LINE))
        painter.end()


class _Top(QWidget):
    """Time, facts and acts beside each other; where narrow the acts stand beneath."""

    def __init__(self, when: QWidget, facts: QWidget, acts: QWidget) -> None:
        super().__init__()
        beside = QHBoxLayout()
        beside.setSpacing(20)
        beside.addWidget(when)
        beside.addWidget(facts, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(SIDE, SIDE, SIDE, SIDE)
        self._row.setSpacing(16)
        self._row.addLayout(beside, 1)
        self._row.addWidget(acts, 0, Qt.AlignmentFlag.AlignTop)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        wide = self.width() >= _NARROW
        self._row.setDirection(direction.LeftToRight if wide else direction.TopToBottom)


def _once(said: Iterable[str]) -> str:
    """Return what is said, each thing once, in one line."""
    return "; ".join(dict.fromkeys(said))


def time_left(shown: NextVisit, now: datetime) -> str:
    """Return how long it is until the visit: `in 4 h 18 min`, `in 6 days`, `Runs now`."""
    if shown.row.status is VisitStatus.RUNNING:
        return _("Runs now")
    start = shown.row.start
    if start.date() != now.date():
        return days_left(start.date(), now.date())
    minutes = round((start - now).total_seconds() / 60)
    if minutes < 0:
        return _("Should have begun")
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("in {minutes} min").format(minutes=rest)
    # i18n: Danish: »om 4 t 18 min«
    return _("in {hours} h {minutes} min").format(hours=hours, minutes=rest)


def _people(shown: NextVisit) -> str:
    form = _(FORMAT_LABELS[shown.row.format])
    groups = []
    if shown.doctors:
        text = ngettext("{n} doctor", "{n} doctors", shown.doctors)
        groups.append(text.format(n=shown.doctors))
    if shown.trainees:
        text = ngettext("{n} trainee", "{n} trainees", shown.trainees)
        groups.append(text.format(n=shown.trainees))
    return _("{format}: {people}").format(format=form, people=joined(groups)) if groups else form


def _last_visit(held_on: date | None) -> str:
    if held_on is None:
        return _("First visit")
    # i18n: Danish: »Sidste besøg 29. juli«
    return _("Last visit {day}").format(day=day_and_month(held_on))


def _held(count: int) -> str:
    return ngettext("{n} visit held today.", "{n} visits held today.", count).format(n=count)


def _undated(sheet: TodaySheet) -> list[str]:
    """Return the practices that are late or due and have no visit planned."""
    late = [row.practice for row in sheet.overdue if row.next_on is None]
    return late + [one.practice for one in sheet.to_decide if one.kind is DecisionKind.DUE]


def _fact(icon: str, words: str) -> QWidget:
    fact = QWidget()
    row = QHBoxLayout(fact)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(IconLabel(icon, Token.INK2, 16))
    row.addWidget(ShortText(words, Role.SECONDARY))
    return fact


def _stack(*widgets: QWidget, gap: int, edges: tuple[int, int, int, int]) -> QWidget:
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(*edges)
    column.setSpacing(gap)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return held
