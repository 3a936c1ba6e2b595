"""The right of the visit room: what came of it so far, and the way out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.flag import FlagCard, FlagId
from app.domain.flag_choice import STEP_LABELS, THEME_LABELS
from app.domain.language import _
from app.domain.visit import VisitSheet
from app.domain.visit_note import (
    PROMISER_LABELS,
    PromiseId,
    PromiseRow,
    QuestionId,
    QuestionRow,
)
from app.domain.words import short_day, short_day_and_year
from ui.common.badge import CodeTag
from ui.common.button import Button, Size
from ui.common.card import Rule
from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.rows import Row, RowList
from ui.common.scroll_area import ScrollArea
from ui.common.text import Text
from ui.common.tokens import Token, colour
from ui.flag.flag_look import functions_of
from ui.visit.room.next_date import NextDate

WIDTH = 304


class SidePanel(QWidget):
    """Flags of this visit, questions, what was agreed; below, the next date and the end."""

    flag_opened = Signal(object)  # FlagId
    question_opened = Signal(object)  # QuestionId
    promise_opened = Signal(object)  # PromiseId
    promise_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # i18n: Danish: »Flag i dette besøg«, »Ingen nye flag endnu. Begynd med temaet.«
        self._flags = _Section(
            _("Flags at this visit"), _("No new flags yet. Begin with the theme.")
        )
        # i18n: Danish: »Attestspørgsmål«, »Aftalt i dag«
        self._questions = _Section(_("Certificate questions"), _("No question yet."))
        self._promises = _Section(_("Agreed today"), _("Nothing agreed yet."))
        self._next = _Next()
        self._end = QVBoxLayout()
        self._build()
        self._connect()

    def show_sheet(self, sheet: VisitSheet, flags: Sequence[FlagCard]) -> None:
        """Show what the visit holds now."""
        self._flags.show_rows([_flag(card) for card in flags])
        self._questions.show_rows([_question(row) for row in sheet.questions])
        day = sheet.row.start.date()
        self._promises.show_rows([_promise(row, day) for row in sheet.promises])

    def show_next(self, found: NextDate) -> None:
        """Show the next date, booked or proposed."""
        self._next.show_next(found)

    def begin(self) -> None:
        """Put the keyboard on the first thing noted, or on the way to note one."""
        rows = (*self._flags.rows(), *self._questions.rows(), *self._promises.rows())
        (rows[0] if rows else self._add).setFocus(Qt.FocusReason.OtherFocusReason)

    def hold_end(self, end: QWidget) -> None:
        """Take the button that ends the visit."""
        self._end.insertWidget(0, end)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(Token.SURFACE))
        painter.fillRect(0, 0, 1, self.height(), colour(Token.LINE))
        painter.end()

    def _connect(self) -> None:
        self._flags.opened.connect(lambda key: self.flag_opened.emit(FlagId(key)))
        self._questions.opened.connect(lambda key: self.question_opened.emit(QuestionId(key)))
        self._promises.opened.connect(lambda key: self.promise_opened.emit(PromiseId(key)))
        self._add.clicked.connect(self.promise_requested)

    def _build(self) -> None:
        # The room listens to the key: here it would sleep where another part is in view.
        self._add = Button(_("Add"), icon="plus", keys="Alt+A", size=Size.COMPACT, listens=False)
        self._add.setObjectName("add_promise")
        self._promises.add_action(self._add)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for section in (self._flags, self._questions, self._promises):
            column.addWidget(section)
            column.addWidget(Rule())
        column.addStretch(1)
        # i18n: Danish: »Åbner opsummering og næste dato. Intet sendes.«
        words = _("Opens summary and next date. Nothing is sent.")
        self._end.setContentsMargins(16, 0, 16, 14)
        self._end.setSpacing(6)
        self._end.addWidget(Text(words, Role.CAPTION, wrap=True))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(ScrollArea(inner), 1)
        outer.addWidget(Rule())
        outer.addWidget(self._next)
        outer.addLayout(self._end)


class _Section(QWidget):
    """A heading with a count, and rows to open and correct."""

    opened = Signal(object)  # UUID

    def __init__(self, title: str, empty: str) -> None:
        super().__init__()
        self._count = Text("", Role.SECONDARY_STRONG, tone=Token.INK2)
        self._empty = Text(empty, Role.SECONDARY, wrap=True)
        self._empty.setContentsMargins(16, 0, 16, 12)
        self._rows = RowList()
        self._head = QHBoxLayout()
        self._head.setContentsMargins(16, 8, 12, 6)
        self._head.setSpacing(8)
        self._head.addWidget(Text(title, Role.CARD_TITLE))
        self._head.addWidget(self._count)
        self._head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self._empty)
        column.addWidget(self._rows)
        self._rows.opened.connect(self._on_opened)

    def add_action(self, button: Button) -> None:
        """Put `button` at the right of the heading."""
        self._head.addWidget(button)

    def rows(self) -> Sequence[Row]:
        """Return what is listed."""
        return self._rows.rows()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """List these."""
        self._count.setText(str(len(rows)) if rows else "")
        self._empty.setVisible(not rows)
        self._rows.set_rows(rows)

    def _on_opened(self, key: object) -> None:
        if isinstance(key, UUID):
            self.opened.emit(key)


class _Next(QWidget):
    """The next visit, booked or proposed."""

    def __init__(self) -> None:
        super().__init__()
        self._head = Text("", Role.SECONDARY, wrap=True)
        self._day = Text("", Role.ROW_TITLE, wrap=True)
        self._why = Text("", Role.CAPTION, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(1)
        for text in (self._head, self._day, self._why):
            words.addWidget(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 8)
        row.setSpacing(10)
        row.addWidget(IconLabel("calendar-check", Token.INK2, 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_next(self, found: NextDate) -> None:
        self._head.setText(found.head())
        self._day.setText(found.day())
        self._why.setText(found.why())
        self._why.setVisible(bool(found.why()))


def _flag(card: FlagCard) -> Row:
    title = _("{theme} · {functions}").format(
        theme=_(THEME_LABELS[card.facts.theme]), functions=functions_of(card).lower()
    )
    if not card.facts.functions:
        title = _(THEME_LABELS[card.facts.theme])
    step = _(STEP_LABELS[card.facts.next_step])
    if card.facts.act_by:
        step = _("{step}, {day}").format(step=step, day=short_day(card.facts.act_by))
    if card.doctor:
        step = _("{step} · {doctor}").format(step=step, doctor=card.doctor)
    return _row(title, step, card.id, CodeTag(card.code))


def _question(question: QuestionRow) -> Row:
    answer = question.facts.answer or _("No answer yet")
    return _row(question.facts.question, answer, question.id)


def _promise(promise: PromiseRow, day: date) -> Row:
    detail = _(PROMISER_LABELS[promise.facts.who])
    due = promise.facts.due_on
    if due is not None:
        by = short_day_and_year(due, day)
        detail = _("{who}, by {day}").format(who=detail, day=by)
    return _row(promise.facts.what, detail, promise.id)


def _row(title: str, detail: str, key: UUID, leading: QWidget | None = None) -> Row:
    # i18n: Danish: »Ret«
    row = Row(
        title,
        detail,
        key=key,
        leading=leading,
        trailing=[IconLabel("pencil", Token.INK2, 14)],
        role=Role.SECONDARY_STRONG,
        wrap=True,
    )
    row.setToolTip(_("Correct"))
    return row
