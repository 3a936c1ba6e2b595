"""The room in which a visit is held: the whole window, and the keyboard is enough."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import (
    QHideEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.changes import Topic
from app.domain.language import _
from app.domain.paper import PaperKind
from app.domain.problem import FastholdError
from app.domain.visit import (
    AGENDA_LABELS,
    AgendaCode,
    VisitId,
    VisitRow,
    VisitStatus,
    is_far_off,
)
from app.domain.words import days_left, long_day
from app.system.clock import local
from ui.common.attempt import attempt
from ui.common.button import Button, Kind, Size
from ui.common.confirm import confirm
from ui.common.desk import Desk
from ui.common.errors import show_error
from ui.common.ids import as_id
from ui.common.page import Keys
from ui.common.segments import Segments
from ui.common.tokens import Token, colour
from ui.flag.flag_acts import FlagActs
from ui.paper.paper_dialog import PaperDialog, open_paper
from ui.visit.room.agenda_panel import AgendaPanel
from ui.visit.room.end_dialog import EndDialog, open_points
from ui.visit.room.feedback_part import FeedbackPart
from ui.visit.room.flag_part import FlagPart
from ui.visit.room.next_date import next_date
from ui.visit.room.note_dialogs import NoteDialogs
from ui.visit.room.part import Part
from ui.visit.room.progress import progress
from ui.visit.room.question_part import QuestionPart
from ui.visit.room.room_header import RoomHeader
from ui.visit.room.side_panel import WIDTH as SIDE_WIDTH
from ui.visit.room.side_panel import SidePanel
from ui.visit.room.term_part import TermPart
from ui.visit.room.visit_clock import VisitClock

NARROW = 1_180
TOPICS = frozenset({Topic.VISIT, Topic.FLAG, Topic.PRACTICE})
_SO_FAR = "so_far"


def enter_visit(desk: Desk, visit_id: object) -> None:
    """Start the visit if it is planned, and show its room; one that was held shows its summary.

    One planned for a day to come, or for one long past, is started only if that is meant.
    """
    found = as_id(visit_id)
    if found is None:
        return
    visit, window = VisitId(found), desk.message.window()
    try:
        row = desk.services.visit.visit(visit).row
    except FastholdError as error:
        show_error(window, error)
        return
    today = desk.services.today.day()
    if row.status is VisitStatus.HELD:
        show_summary(desk, visit)
    elif row.status is VisitStatus.RUNNING:
        desk.room(VisitRoom(desk, visit))
    elif row.status is VisitStatus.PLANNED and is_far_off(row.start.date(), today):
        _ask_first(desk, window, row)
    else:
        _start(desk, window, visit)


def _ask_first(desk: Desk, window: QWidget, row: VisitRow) -> None:
    """Start a visit that is not planned for about today only if that is meant."""
    day, today = row.start.date(), desk.services.today.day()
    question = _("The visit was planned for {day}, {when}. Write it down now?")
    what = _("It is noted as held on that day. If it was held on another day, move it first.")
    act = _("Write it down")
    if day > today:
        question = _("The visit is planned for {day}, {when}. Hold it today instead?")
        what = _("It moves to today, and the next visit is counted from today.")
        act = _("Hold it today")
    asked = question.format(day=long_day(day), when=days_left(day, today))
    start = partial(_start, desk, window, row.id)
    confirm(window, asked, what, act, start, destructive=False, careful=True)


def _start(desk: Desk, window: QWidget, visit: VisitId) -> None:
    if attempt(window, partial(desk.services.visit.start_visit, visit)):
        desk.room(VisitRoom(desk, visit))


def show_summary(desk: Desk, visit_id: VisitId) -> PaperDialog:
    """Show what the practice gets after the visit."""
    prepare = desk.services.export.prepare_visit_summary
    return open_paper(
        desk,
        desk.message.window(),
        PaperKind.VISIT_SUMMARY,
        lambda language: prepare(visit_id, language),
    )


class VisitRoom(QWidget):
    """Agenda at the left, the point at hand in the middle, what came of it at the right."""

    def __init__(self, desk: Desk, visit_id: VisitId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._visit_id = desk, visit_id
        self._sheet = desk.services.visit.visit(visit_id)
        self.clock = self._clock()
        self._flag_acts = FlagActs(desk, self)
        self._notes = NoteDialogs(desk, visit_id, self)
        self._header = RoomHeader(self.clock, self._on_leave)
        self._agenda = AgendaPanel()
        self._side = SidePanel()
        self._flag = FlagPart(desk, self._sheet)
        self._question = QuestionPart(desk, visit_id)
        self._feedback = FeedbackPart(desk, visit_id)
        self._parts: dict[AgendaCode, Part] = {
            AgendaCode.FEEDBACK: self._feedback,
            AgendaCode.NEW_FLAGS: self._flag,
            AgendaCode.QUESTIONS: self._question,
            AgendaCode.TERM: TermPart(desk, visit_id),
        }
        self.setAccessibleName(_("Visit mode"))
        self._point = AgendaCode.NEW_FLAGS
        self._strip = Segments(name=_("Agenda"))
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self._agenda.set_agenda(self._sheet.agenda)
        self.reload()
        owed = self._sheet.feedback or self._sheet.owed
        first = AgendaCode.FEEDBACK if owed and not self._flag.is_begun() else AgendaCode.NEW_FLAGS
        self.go_to(first)

    def go_to(self, point: AgendaCode) -> None:
        """Show a point of the agenda in the middle, with the keyboard where it begins."""
        self._point = point
        part = self._parts[point]
        self._stack.setCurrentWidget(part)
        self._agenda.set_current(point)
        self._strip.set_value(point.value)
        part.begin()

    def show_so_far(self) -> None:
        """Go to what is noted so far; where the window is narrow it takes the middle."""
        if self._is_narrow():
            self._stack.setCurrentWidget(self._side)
            self._strip.set_value(_SO_FAR)
        self._side.begin()

    def reload(self, *, flags_only: bool = False) -> None:
        """Read what is shown here again; after a flag was saved, only what it touches."""
        self._sheet = self._desk.services.visit.visit(self._visit_id)
        self._flags = self._desk.services.flag.flags_of_visit(self._visit_id)
        self._feedback.show_sheet(self._sheet)
        self._side.show_sheet(self._sheet, self._flags)
        self._show_progress()
        if flags_only:
            return
        self._header.show_sheet(self._sheet)
        for part in self._parts.values():
            if part is not self._feedback:
                part.show_sheet(self._sheet)
        self._next = next_date(self._desk, self._sheet.row)
        self._side.show_next(self._next)
        self._agenda.show_term(self._sheet.term)

    def end(self) -> EndDialog:
        """Ask what only the end knows, then end the visit."""
        points = open_points(self._sheet, flag_begun=self._flag.is_begun())
        dialog = EndDialog(self._desk, self._sheet, self._next, points, self)
        dialog.saved.connect(self._on_ended)
        dialog.open()
        return dialog

    def keys(self) -> Keys:
        """Return the keys that work here, for the list of keys."""
        clear = (("Esc", _("Clear the flag")),) if self._point is AgendaCode.NEW_FLAGS else ()
        return (
            ("Alt+1–4", _("Go to a point of the agenda")),
            ("Alt+5", _("What is noted so far")),
            ("Alt+A", _("Note what was agreed")),
            ("Alt+F", _("Take out what the guard found")),
            ("Ctrl+Enter", _("Save the flag or the question, and begin the next one")),
            *clear,
            ("Ctrl+E", _("End the visit")),
        )

    def begin(self) -> None:
        """Put the keyboard where the point at hand begins."""
        self._parts[self._point].begin()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The frame puts the keyboard on the first control there is; this comes after it.
        QTimer.singleShot(0, self, self.begin)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._flush()
        super().hideEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(Token.CANVAS))
        painter.end()

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if topics & TOPICS and self.isVisible():
            self.reload(flags_only=topics & TOPICS == {Topic.FLAG})

    def _on_leave(self) -> None:
        desk = self._desk
        self._flush()
        desk.room(None)
        desk.message.say(_("The visit goes on. Start it again from Today to come back."))

    def _on_ended(self) -> None:
        desk, visit_id, practice = self._desk, self._visit_id, self._sheet.row.practice

        def reopen() -> None:
            if attempt(desk.message.window(), lambda: desk.services.visit.reopen_visit(visit_id)):
                desk.room(VisitRoom(desk, visit_id))

        def tell(result: int) -> None:
            saved = desk.message.text() if result == QDialog.DialogCode.Accepted else ""
            ended = _("The visit at {practice} is ended.").format(practice=practice)
            desk.message.say(f"{ended} {saved}".strip(), undo=reopen)

        desk.room(None)
        desk.go("visits")
        # Said when the paper is closed: only then can the ten seconds for taking back be used.
        show_summary(desk, visit_id).finished.connect(tell)

    def _flush(self) -> None:
        self._flag.flush()
        self._question.flush()

    def _show_progress(self) -> None:
        states = progress(self._sheet, self._flags, begun=self._flag.is_begun())
        self._agenda.show_progress(states)

    def _clock(self) -> VisitClock:
        row, started = self._sheet.row, self._sheet.started_at
        start = local(started).replace(tzinfo=None) if started else row.start
        return VisitClock(start, row.minutes, self._desk.services.today.moment, self)

    def _is_narrow(self) -> bool:
        return self.width() < NARROW

    def _arrange(self) -> None:
        """Where it is narrow, a strip takes the agenda's place, and the right goes into it."""
        narrow = self._is_narrow()
        self._agenda.setVisible(not narrow)
        self._strip_row.setVisible(narrow)
        self._header.set_slim(slim=narrow)
        if narrow and self._stack.indexOf(self._side) < 0:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16_777_215)
            self._stack.addWidget(self._side)
            self._header.hold_end(self._end)
        elif not narrow and self._row.indexOf(self._side) < 0:
            self._stack.removeWidget(self._side)
            self._side.setFixedWidth(SIDE_WIDTH)
            self._row.addWidget(self._side)
            self._side.hold_end(self._end)
            self._side.show()
            self.go_to(self._point)

    def _connect(self) -> None:
        self._desk.changes.changed.connect(self._on_changed)
        self._agenda.chosen.connect(self.go_to)
        self._strip.chosen.connect(self._on_strip_chosen)
        self._flag.begun_changed.connect(self._show_progress)
        self._feedback.next_requested.connect(lambda: self.go_to(AgendaCode.NEW_FLAGS))
        self._question.opened.connect(self._notes.correct_question)
        self._side.flag_opened.connect(self._flag_acts.correct)
        self._side.question_opened.connect(self._notes.correct_question)
        self._side.promise_opened.connect(self._notes.correct_promise)
        self._side.promise_requested.connect(self._notes.add_promise)
        self._end.clicked.connect(self.end)
        for place, code in enumerate(AgendaCode, start=1):
            self._on(f"Alt+{place}", partial(self.go_to, code))
        self._on(f"Alt+{len(AgendaCode) + 1}", self.show_so_far)

    def _on(self, keys: str, act: object) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _on_strip_chosen(self, code: str) -> None:
        if code == _SO_FAR:
            self.show_so_far()
        else:
            self.go_to(AgendaCode(code))

    def _build(self) -> None:
        # i18n: Danish: »Afslut besøg«
        self._end = Button(
            _("End visit"), Kind.PRIMARY, icon="flag-triangle-right", keys="Ctrl+E", size=Size.LARGE
        )
        self._end.setObjectName("end_visit")
        points = [(code.value, _(AGENDA_LABELS[code])) for code in AgendaCode]
        self._strip.set_options([*points, (_SO_FAR, _("So far"))])
        self._strip_row = QWidget()
        strip = QHBoxLayout(self._strip_row)
        strip.setContentsMargins(20, 10, 20, 0)
        strip.addWidget(self._strip, 0, Qt.AlignmentFlag.AlignLeft)
        for part in self._parts.values():
            self._stack.addWidget(part)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._strip_row)
        middle.addWidget(self._stack, 1)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._row.addWidget(self._agenda)
        self._row.addLayout(middle, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addLayout(self._row, 1)
        self._arrange()
