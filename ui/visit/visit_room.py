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
from app.domain.visit import AGENDA_LABELS, AgendaCode, VisitId
from app.domain.visit_end import EndedVisit
from app.domain.visit_pause import PauseKind
from app.system.clock import local
from ui.common.attempt import attempt
from ui.common.button import Button, Kind, Size
from ui.common.desk import Desk
from ui.common.full_screen import leave_full_screen, toggle_full_screen
from ui.common.page import Keys
from ui.common.segments import Segments
from ui.common.tokens import Token, colour
from ui.flag.code_dialog import CodeDialog, flag_said
from ui.flag.flag_acts import FlagActs
from ui.visit.room.agenda_panel import AgendaPanel
from ui.visit.room.end_dialog import EndDialog
from ui.visit.room.feedback_part import FeedbackPart
from ui.visit.room.flag_part import FlagPart
from ui.visit.room.next_date import next_date
from ui.visit.room.note_dialogs import NoteDialogs
from ui.visit.room.part import Part
from ui.visit.room.people_part import (
    PeoplePart,
    is_line,
    people_title,
    people_words,
)
from ui.visit.room.progress import progress
from ui.visit.room.question_part import QuestionPart
from ui.visit.room.room_header import RoomHeader
from ui.visit.room.side_panel import WIDTH as SIDE_WIDTH
from ui.visit.room.side_panel import SidePanel
from ui.visit.room.term_part import TermPart
from ui.visit.room.visit_clock import VisitClock
from ui.visit.summary_paper import show_summary

NARROW = 1_180
TOPICS = frozenset({Topic.VISIT, Topic.FLAG, Topic.PRACTICE})
_SO_FAR, _PEOPLE = "so_far", "people"


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
        self._people = PeoplePart(desk, self._sheet)
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
        self._agenda.set_agenda(self._sheet.agenda, people_title(self._sheet))
        self.reload()
        owed = self._sheet.feedback or self._sheet.owed
        first = AgendaCode.FEEDBACK if owed and not self._flag.is_begun() else AgendaCode.NEW_FLAGS
        if self._question.is_begun() and not self._flag.is_begun():
            first = AgendaCode.QUESTIONS
        self.go_to(first)

    def go_to(self, point: AgendaCode) -> None:
        """Show a point of the agenda in the middle, with the keyboard where it begins."""
        self._point = point
        part = self._parts[point]
        self._stack.setCurrentWidget(part)
        self._agenda.set_current(point)
        self._strip.set_value(point.value)
        part.begin()

    def show_people(self) -> None:
        """Show who is there in the middle."""
        self._stack.setCurrentWidget(self._people)
        self._agenda.set_current(None)
        self._strip.set_value(_PEOPLE)
        self._people.begin()

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
        self.clock.set_pauses(self._sheet.pauses)
        self._header.show_sheet(self._sheet)
        self._people.show_sheet(self._sheet)
        self._agenda.show_people(people_words(self._sheet))
        for part in self._parts.values():
            if part is not self._feedback:
                part.show_sheet(self._sheet)
        self._next = next_date(self._desk, self._sheet.row)
        self._side.show_next(self._next)
        self._agenda.show_term(self._sheet.term)

    def end(self) -> EndDialog:
        """Ask what only the end knows, then end the visit."""
        self._flush()  # what is begun is offered again as soon as the visit has ended
        begun = self._flag.is_begun()
        dialog = EndDialog(self._desk, self._sheet, self._next, self, flag_begun=begun)
        dialog.saved.connect(self._on_ended)
        dialog.open()
        return dialog

    def keys(self) -> Keys:
        """Return the keys that work here, for the list of keys."""
        of_flags = (
            ("Alt+S", _("Agreed next step")),
            *((("Alt+T", _("Told by")),) if self._sheet.people else ()),
            ("Alt+N", _("Short note")),
            ("Esc", _("Clear the flag")),
        )
        return (
            ("Alt+1–4", _("Go to a point of the agenda")),
            ("Alt+0", people_title(self._sheet)),
            *((("Alt+D", _("Next doctor")),) if is_line(self._sheet) else ()),
            ("Alt+5", _("What is noted so far")),
            ("Alt+A", _("Note what was agreed")),
            ("Alt+F", _("Take out what the guard found")),
            ("Ctrl+Enter", _("Save the flag or the question, and begin the next one")),
            *(of_flags if self._stack.currentWidget() is self._flag else ()),
            ("Alt+P", _("Pause, or go on")),
            ("Alt+I", _("Interrupted: the clock stands")),
            ("Ctrl+K", _("Find a flag by its code")),
            ("F11", _("Full screen, or no longer")),
            ("Ctrl+E", _("End the visit")),
        )

    def search(self) -> None:
        """Ask for a code that is said here; only flags of this practice may be seen."""
        flags, practice_id = self._desk.services.flag, self._sheet.row.practice_id
        dialog = CodeDialog(
            _("Which code?"),
            _(
                "Flags of this practice are found here. The first talk with a citizen begins"
                " outside the room: a name has no place on a screen that others see."
            ),
            lambda code: flag_said(flags, code, practice_id),
            self,
        )
        dialog.saved.connect(lambda card: self._flag_acts.correct(card.id))
        dialog.open()

    def take_up(self) -> None:
        """Open again what was being typed in a form of its own when the file was closed."""
        self._notes.take_up()

    def begin(self) -> None:
        """Put the keyboard where what stands in the middle begins."""
        shown = self._stack.currentWidget()
        (shown if isinstance(shown, (Part, SidePanel)) else self._flag).begin()

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
        self._header.show_full_screen(on=self.window().isFullScreen())
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
        leave_full_screen(self.window())
        desk.room(None)
        # i18n: Danish: »Tilbage til besøget«
        words = _("The visit goes on. On Today, “{button}” brings you here again.")
        desk.message.say(words.format(button=_("Back to the visit")))

    def _on_ended(self, ended: object) -> None:
        if not isinstance(ended, EndedVisit):
            return
        desk, practice = self._desk, self._sheet.row.practice

        def reopen() -> None:
            take_back = desk.services.visit_end.take_back_end
            if attempt(desk.message.window(), lambda: take_back(ended)):
                desk.room(VisitRoom(desk, ended.visit_id))

        def tell(result: int) -> None:
            saved = desk.message.text() if result == QDialog.DialogCode.Accepted else ""
            text = _("The visit at {practice} is ended.").format(practice=practice)
            desk.message.say(f"{text} {saved}".strip(), undo=reopen)

        leave_full_screen(self.window())
        desk.room(None)
        desk.go("visits", self._visit_id.hex)
        # Said when the paper is closed: only then can the ten seconds for taking back be used.
        show_summary(desk, ended.visit_id).finished.connect(tell)

    def _on_pause_asked(self, kind: PauseKind) -> None:
        pauses = self._desk.services.visit_pause
        if kind is PauseKind.PAUSE and self.clock.is_paused():
            attempt(self, lambda: pauses.go_on(self._visit_id))
        else:
            attempt(self, lambda: pauses.stop_clock(self._visit_id, kind))

    def _on_next_doctor(self) -> None:
        if is_line(self._sheet):
            self._flag.rest()  # Ctrl+Z now takes this back, not what was cleared before
            self._people.next_doctor()

    def _on_field_asked(self, name: str) -> None:
        """Straight to what most flags need next: a flag takes twelve presses, its note apart."""
        if self._stack.currentWidget() is not self._flag:
            self.go_to(AgendaCode.NEW_FLAGS)
        self._flag.go_to(name)

    def _on_full_screen_asked(self) -> None:
        toggle_full_screen(self.window())

    def _show_time(self) -> None:
        self._agenda.show_time(self._point, self.clock.elapsed())

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
            in_the_middle = self._stack.currentWidget() is self._side
            self._stack.removeWidget(self._side)
            self._side.setFixedWidth(SIDE_WIDTH)
            self._row.addWidget(self._side)
            self._side.hold_end(self._end)
            self._side.show()
            if in_the_middle:
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
        self._agenda.people_chosen.connect(self.show_people)
        self._end.clicked.connect(self.end)
        self._connect_header()
        self._on("Alt+A", self._notes.add_promise)
        for keys, name in (("Alt+S", "next_step"), ("Alt+T", "told_by"), ("Alt+N", "note")):
            self._on(keys, partial(self._on_field_asked, name))
        self._on("Alt+0", self.show_people)
        self._on("Alt+D", self._on_next_doctor)
        for place, code in enumerate(AgendaCode, start=1):
            self._on(f"Alt+{place}", partial(self.go_to, code))
        self._on(f"Alt+{len(AgendaCode) + 1}", self.show_so_far)

    def _connect_header(self) -> None:
        self.clock.ticked.connect(self._show_time)
        self._header.pause_requested.connect(partial(self._on_pause_asked, PauseKind.PAUSE))
        interrupted = partial(self._on_pause_asked, PauseKind.INTERRUPTION)
        self._header.interruption_requested.connect(interrupted)
        self._header.full_screen_requested.connect(self._on_full_screen_asked)
        self._on("Alt+P", partial(self._on_pause_asked, PauseKind.PAUSE))
        self._on("Alt+I", interrupted)
        self._on("F11", self._on_full_screen_asked)

    def _on(self, keys: str, act: object) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _on_strip_chosen(self, code: str) -> None:
        if code == _SO_FAR:
            self.show_so_far()
        elif code == _PEOPLE:
            self.show_people()
        else:
            self.go_to(AgendaCode(code))

    def _build(self) -> None:
        # i18n: Danish: »Afslut besøg«
        self._end = Button(
            _("End visit"), Kind.PRIMARY, icon="flag-triangle-right", keys="Ctrl+E", size=Size.LARGE
        )
        self._end.setObjectName("end_visit")
        points = [(code.value, _(AGENDA_LABELS[code])) for code in AgendaCode]
        so_far, people = (_SO_FAR, _("So far")), (_PEOPLE, people_title(self._sheet))
        self._strip.set_options([people, *points, so_far])
        self._strip_row = QWidget()
        strip = QHBoxLayout(self._strip_row)
        strip.setContentsMargins(20, 10, 20, 0)
        strip.addWidget(self._strip, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (*self._parts.values(), self._people):
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
