"""The first point: what the doctors hear back, and what was promised last time."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.flag import FlagId
from app.domain.flag_doctor import OwedTo, by_doctor
from app.domain.language import _
from app.domain.visit import FeedbackLine, VisitId, VisitSheet
from app.domain.visit_note import PROMISER_LABELS, PromiseId, PromiseRow
from app.domain.visit_people import ATTENDANCE_LABELS, Attendance, in_the_room
from app.domain.words import long_day, short_day_and_year
from ui.common.attempt import attempt
from ui.common.badge import Badge, CodeTag
from ui.common.button import Button, Size
from ui.common.card import Card
from ui.common.desk import Desk
from ui.common.fonts import Role
from ui.common.rows import Row, RowList, RowPart
from ui.common.text import ShortText, Text
from ui.common.tokens import Tone
from ui.flag.flag_look import status_look
from ui.visit.room.part import Part


class FeedbackPart(Part):
    """One line per code, to tick when it has been told; promises, to tick when they were kept."""

    next_requested = Signal()

    def __init__(self, desk: Desk, visit_id: VisitId, parent: QWidget | None = None) -> None:
        super().__init__(_("Feedback"), parent)
        self._desk, self._visit_id = desk, visit_id
        self._since = ShortText("", Role.SECONDARY)
        self._told = Card(_("This may be said"))
        self._lines = RowList()
        self._owed = Card(_("Promised last time"))
        self._promises = RowList()
        self._build()
        self._lines.ticked.connect(self._on_told)
        self._promises.ticked.connect(self._on_kept)

    @override
    def show_sheet(self, sheet: VisitSheet) -> None:
        last = sheet.last_held_on
        words = _("Last visit {day}").format(day=long_day(last)) if last else _("First visit here")
        if sheet.earlier_today:
            words = _("Last visit earlier today")
        self._since.setText(words)
        self._told.set_count(len(sheet.feedback) or None)
        self._told.set_empty(None if sheet.feedback else _("No code waits for feedback here."))
        in_turn = [one.id for one in in_the_room(sheet.people)]
        self._lines.set_parts([_part(owed) for owed in by_doctor(sheet.feedback, in_turn)])
        self._owed.set_count(len(sheet.owed) or None)
        self._owed.set_empty(None if sheet.owed else _("No promise from earlier is open."))
        today = self._desk.services.today.day()
        self._promises.set_rows([_promise(row, today) for row in sheet.owed])

    @override
    def begin(self) -> None:
        rows = (*self._lines.rows(), *self._promises.rows())
        (rows[0] if rows else self._next).setFocus()

    def _on_told(self, key: object, told: bool) -> None:  # noqa: FBT001 -- a signal's payload
        if not isinstance(key, UUID):
            return
        visits = self._desk.services.visit
        act = visits.give_feedback if told else visits.take_back_feedback
        attempt(self, lambda: act(self._visit_id, FlagId(key)))

    def _on_kept(self, key: object) -> None:
        if not isinstance(key, PromiseRow):
            return
        keep = self._desk.services.visit.keep_promise
        if attempt(self, lambda: keep(key.id, kept=True)):
            self._desk.message.say(_("The promise was kept."), undo=lambda: self._take_back(key.id))

    def _take_back(self, promise_id: PromiseId) -> None:
        keep = self._desk.services.visit.keep_promise
        attempt(self, lambda: keep(promise_id, kept=False))

    def _build(self) -> None:
        self.head.addWidget(self._since, 1)
        words = _(
            "Read each line aloud as it stands, and tick it. Nothing else may be told: what the"
            " citizen has not allowed stands nowhere here. A line with nothing to report comes up"
            " again next time."
        )
        self.body.addWidget(Text(words, Role.SECONDARY, wrap=True))
        self._told.add(self._lines, flush=True)
        self._owed.add(self._promises, flush=True)
        self.body.addWidget(self._told)
        self.body.addWidget(self._owed)
        self.body.addStretch(1)
        self._next = Button(_("On to new flags"), trailing="arrow-right", size=Size.LARGE)
        self._next.setObjectName("next")
        self._next.clicked.connect(self.next_requested)
        self.foot.addStretch(1)
        self.foot.addWidget(self._next)
        self.use_foot()


def _part(owed: OwedTo[FeedbackLine]) -> RowPart:
    mark = None
    if owed.in_turn:
        mark = Badge(_(ATTENDANCE_LABELS[Attendance.IN_ROOM]), Tone.ACCENT, "circle-play")
    return RowPart(heading=owed.heading, mark=mark, rows=[_line(line) for line in owed.lines])


def _line(line: FeedbackLine) -> Row:
    look = status_look(line.status)
    return Row(
        line.text,
        key=line.flag_id,
        leading=CodeTag(line.code),
        trailing=[Badge(look.text, look.tone, look.icon)],
        done=line.given,
        opens=False,
        role=Role.BODY,
        wrap=True,
    )


def _promise(row: PromiseRow, today: date) -> Row:
    made = _("{who}, promised {day}").format(
        who=_(PROMISER_LABELS[row.facts.who]), day=short_day_and_year(row.made_on, today)
    )
    due = row.facts.due_on
    marks = [_due_badge(due, today)] if due else []
    return Row(row.facts.what, made, key=row, trailing=marks, done=row.kept, opens=False, wrap=True)


def _due_badge(due: date, today: date) -> Badge:
    day = short_day_and_year(due, today)
    if due < today:
        return Badge(_("Overdue: {day}").format(day=day), Tone.DANGER)
    return Badge(day, Tone.NEUTRAL, "calendar")
