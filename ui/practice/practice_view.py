"""One practice: what it is like, who works there, when it is closed, when it was visited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.decision import Decision, clash_words
from app.domain.habits import habit_lines
from app.domain.language import _, ngettext
from app.domain.practice import (
    FORMAT_LABELS,
    ROLE_LABELS,
    ClosedRow,
    DoctorId,
    DoctorRow,
    PracticeFacts,
    PracticeSheet,
)
from app.domain.practice_history import MEETING_LABELS, Meeting, PracticeHistory
from app.domain.today import due_words
from app.domain.visit import MISSED_LABELS, VISIT_LABELS, VisitRow, VisitStatus
from app.domain.words import (
    clock_time,
    long_day,
    long_span,
    short_weekday_and_day,
)
from ui.common.badge import Badge
from ui.common.button import Button, Kind, Size
from ui.common.card import Card
from ui.common.columns import Columns
from ui.common.discard import clear
from ui.common.fonts import Role
from ui.common.notice import Notice
from ui.common.page_header import PageHeader
from ui.common.rows import Row, RowList
from ui.common.text import Text
from ui.common.tokens import Tone
from ui.practice.cooperation_card import CooperationCard
from ui.practice.lesson_card import LessonCard
from ui.practice.promise_card import PromiseCard
from ui.practice.rhythm_card import RhythmCard

_STATUS_TONES: dict[VisitStatus, tuple[Tone, str]] = {
    VisitStatus.PLANNED: (Tone.ACCENT, "calendar"),
    VisitStatus.RUNNING: (Tone.ACCENT, "play"),
    VisitStatus.HELD: (Tone.OK, "check"),
    VisitStatus.MISSED: (Tone.NEUTRAL, "x"),
}

_MET: dict[Meeting, tuple[Tone, str]] = {
    Meeting.NOT_MET: (Tone.WARN, "hourglass"),
    Meeting.UNTOLD: (Tone.WARN, "info"),
    Meeting.NEW: (Tone.ACCENT, "info"),
    Meeting.AWAY: (Tone.WARN, "hourglass"),
}


class PracticeView(QWidget):
    """Shows a practice; every act is asked for with a signal."""

    back_requested = Signal()
    correct_requested = Signal()
    archive_requested = Signal()  # or restore, when it is in the archive
    remove_requested = Signal()
    plan_requested = Signal()
    flags_requested = Signal()
    visit_opened = Signal(object)  # VisitId
    doctor_requested = Signal(object)  # DoctorRow, or None for a new one
    closed_requested = Signal(object)  # ClosedRow, or None for new ones
    closed_file_requested = Signal()
    preparation_requested = Signal()
    doctor_removed = Signal(object)  # DoctorRow
    closed_removed = Signal(object)  # ClosedRow
    lesson_removed = Signal(object)  # LessonRow
    duty_removed = Signal(object)  # DutyRow

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = PageHeader("", back=self.back_requested.emit)
        self._archived = Notice(
            Tone.NEUTRAL,
            _("This practice is in the archive."),
            _("It is not planned, and its history is kept. Restore it to visit it again."),
            icon="archive",
        )
        self._clash = Notice(Tone.WARN, "")
        self._clash.setObjectName("clash")
        self._facts = QGridLayout()
        self._doctors = RowList()
        self._closed = RowList()
        self._visits = RowList()
        self._quick = Text("", Role.BODY, wrap=True)
        self._flags = Text("", Role.BODY, wrap=True)
        self._cards = {
            "facts": Card(_("The practice")),
            "visits": Card(_("Visits")),
            "doctors": Card(_("Doctors")),
            "closed": Card(_("Closed days")),
            "quick": Card(_("Good to know")),
            "flags": Card(_("Open flags")),
        }
        self.rhythm, self.promises = RhythmCard(), PromiseCard()
        self.lessons, self.cooperation = LessonCard(), CooperationCard()
        self._columns = Columns(right=400)
        self._build()
        self._connect()

    def show_sheet(
        self,
        sheet: PracticeSheet,
        visits: Sequence[VisitRow],
        history: PracticeHistory,
        today: date,
    ) -> None:
        """Show this practice with these visits, and what lies behind them."""
        self.header.set_title(sheet.facts.name)
        self.header.set_subtitle(_next_words(sheet, today))
        self._archived.setVisible(sheet.archived)
        self._archive.setText(_("Restore") if sheet.archived else _("Archive"))
        self._archive.set_icon("archive-restore" if sheet.archived else "archive")
        self._archive.setObjectName("restore_practice" if sheet.archived else "archive_practice")
        self._plan.setVisible(not sheet.archived)
        self._show_facts(sheet.facts)
        self._show_people(sheet.doctors, history.meetings)
        self.rhythm.show_rhythm(history.rhythm)
        self.promises.show_promises(history.promises)
        self._show_closed(sheet.closed)
        self._show_visits(visits)
        quick = sheet.facts.quick_facts
        self._quick.setText(quick)
        self._cards["quick"].set_empty(None if quick else _("Nothing is written down."))
        self._show_flags(sheet.open_flags)

    def show_clashes(self, found: Sequence[Decision]) -> None:
        """Say which planned visits have to be moved, as nobody can come on their day."""
        self._clash.setVisible(bool(found))
        self._clash.set_words(clash_words(found))
        if found:
            go = Button(_("See it in the plan"), icon="calendar-days")
            go.setObjectName("see_clash")
            go.clicked.connect(lambda: self.visit_opened.emit(found[0].visit_id))
            self._clash.set_acts((go,))

    def first(self) -> QWidget:
        """Return what the keyboard starts on."""
        return self._correct

    def regions(self) -> Sequence[QWidget]:
        """Return the parts F6 goes through."""
        return (self.header, self._columns)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Delete and (doctor := _current(self._doctors)) is not None:
            self.doctor_removed.emit(doctor)
        elif key == Qt.Key.Key_Delete and (closed := _current(self._closed)) is not None:
            self.closed_removed.emit(closed)
        elif key == Qt.Key.Key_Delete and (lesson := self.lessons.current()) is not None:
            self.lesson_removed.emit(lesson)
        elif key == Qt.Key.Key_Delete and (duty := self.cooperation.current()) is not None:
            self.duty_removed.emit(duty)
        else:
            super().keyPressEvent(event)

    def _show_facts(self, facts: PracticeFacts) -> None:
        clear(self._facts)
        for place, (label, value) in enumerate(_lines(facts)):
            self._facts.addWidget(Text(label, Role.SECONDARY), place, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(Text(value, Role.BODY, wrap=True), place, 1)

    def _show_people(
        self, doctors: Sequence[DoctorRow], meetings: Mapping[DoctorId, Meeting]
    ) -> None:
        met = [(one, meetings.get(one.id, Meeting.KNOWN)) for one in doctors]
        self._doctors.set_rows([_doctor(one, how) for one, how in met])
        self._cards["doctors"].set_count(len(doctors) or None)
        unmet = sum(how is Meeting.NOT_MET for _one, how in met)
        words = ngettext("{n} not met yet", "{n} not met yet", unmet).format(n=unmet)
        self._cards["doctors"].set_detail(words if unmet else "")
        none = _("No doctors yet. Add those you meet.")
        self._cards["doctors"].set_empty(None if doctors else none)

    def _show_closed(self, closed: Sequence[ClosedRow]) -> None:
        self._closed.set_rows([_closed(one) for one in closed])
        self._cards["closed"].set_count(len(closed) or None)
        none = _("None but holidays.")
        self._cards["closed"].set_empty(None if closed else none)

    def _show_visits(self, visits: Sequence[VisitRow]) -> None:
        newest = sorted(visits, key=lambda visit: visit.start, reverse=True)
        self._visits.show_first(newest, _visit)
        self._cards["visits"].set_count(len(visits) or None)
        self._cards["visits"].set_empty(None if visits else _("No visits yet."))

    def _show_flags(self, count: int) -> None:
        self._cards["flags"].set_count(count or None)
        text = ngettext("{n} flag is open here.", "{n} flags are open here.", count)
        self._flags.setText(text.format(n=count))
        self._cards["flags"].set_empty(None if count else _("None."))

    def _build(self) -> None:
        self._make_buttons()
        held = QWidget()
        held.setLayout(self._facts)
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setHorizontalSpacing(20)
        self._facts.setVerticalSpacing(8)
        self._facts.setColumnStretch(1, 1)
        self._cards["facts"].add(held)
        self._cards["quick"].add(self._quick)
        self._cards["flags"].add(self._flags)
        for name, rows in (
            ("visits", self._visits), ("doctors", self._doctors), ("closed", self._closed)
        ):  # fmt: skip
            rows.setObjectName(name)
            self._cards[name].add(rows, flush=True)
        left = (self.rhythm, self.promises, self.lessons, self._cards["visits"])
        for card in (self._cards["facts"], *left):
            self._columns.add_left(card)
        right = (self._cards[name] for name in ("closed", "quick", "flags"))
        for card in (self._cards["doctors"], self.cooperation, *right):
            self._columns.add_right(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for widget in (self.header, self._archived, self._clash, self._columns):
            column.addWidget(widget)
        column.addStretch(1)

    def _make_buttons(self) -> None:
        self._plan = Button(_("Plan a visit"), icon="calendar-plus")
        # i18n: Danish: »Forberedelse«
        self._prepare = Button(_("Preparation"), icon="printer", keys="Ctrl+P")
        self._correct = Button(_("Correct"), icon="pencil", keys="Ctrl+R")
        self._archive = Button(_("Archive"), icon="archive")
        self._remove = Button(_("Remove"), Kind.DESTRUCTIVE, icon="trash-2")
        self._add_doctor = Button(_("Add"), icon="plus", size=Size.COMPACT)
        self._add_closed = Button(_("Add"), icon="plus", size=Size.COMPACT)
        words = _("From calendar file …")
        self._closed_file = Button(words, icon="calendar-days", size=Size.COMPACT)
        self._see_flags = Button(
            _("See the flags"), Kind.QUIET, size=Size.COMPACT, trailing="chevron-right"
        )
        names = {
            "plan_visit": self._plan,
            "prepare_visit": self._prepare,
            "correct_practice": self._correct,
            "archive_practice": self._archive,
            "remove_practice": self._remove,
            "add_doctor": self._add_doctor,
            "add_closed": self._add_closed,
            "closed_from_file": self._closed_file,
            "see_flags": self._see_flags,
        }
        for name, button in names.items():
            button.setObjectName(name)
        self._add_doctor.setAccessibleName(_("Add a doctor"))
        self._add_closed.setAccessibleName(_("Add closed days"))
        for button in (self._plan, self._prepare, self._correct, self._archive, self._remove):
            self.header.add_action(button)
        self._cards["doctors"].add_action(self._add_doctor)
        self._cards["closed"].add_action(self._closed_file)
        self._cards["closed"].add_action(self._add_closed)
        self._cards["flags"].add_action(self._see_flags)

    def _connect(self) -> None:
        self._plan.clicked.connect(self.plan_requested)
        self._prepare.clicked.connect(self.preparation_requested)
        self._correct.clicked.connect(self.correct_requested)
        self._archive.clicked.connect(self.archive_requested)
        self._remove.clicked.connect(self.remove_requested)
        self._see_flags.clicked.connect(self.flags_requested)
        self._add_doctor.clicked.connect(lambda: self.doctor_requested.emit(None))
        self._add_closed.clicked.connect(lambda: self.closed_requested.emit(None))
        self._closed_file.clicked.connect(self.closed_file_requested)
        self._doctors.opened.connect(self.doctor_requested)
        self._closed.opened.connect(self.closed_requested)
        self._visits.opened.connect(self.visit_opened)


def _lines(facts: PracticeFacts) -> Sequence[tuple[str, str]]:
    """Return what is known of the practice, label by label; empty lines are left out."""
    lines = (
        (_("Address"), facts.address),
        (_("Phone"), facts.phone),
        (_("Room"), facts.place),
        (_("Format"), _(FORMAT_LABELS[facts.format])),
        *habit_lines(facts),
    )
    return [(label, value) for label, value in lines if value]


def _next_words(sheet: PracticeSheet, today: date) -> str:
    if sheet.next_on is not None:
        return _("Next visit {day}").format(day=long_day(sheet.next_on))
    if sheet.last_held_on is not None:
        facts, held = sheet.facts, sheet.last_held_on
        said = _("Last visit {day}, no next one yet").format(day=long_day(held))
        due = due_words(held, facts.rhythm_weeks, facts.tolerated_to, today)
        return f"{said} · {due}"
    return _("Not visited yet")


def _doctor(row: DoctorRow, how: Meeting) -> Row:
    facts = row.facts
    told = _("Not introduced yet")
    if facts.introduced_on is not None:
        told = _("Introduced {day}").format(day=long_day(facts.introduced_on))
    badges = [Badge(_(MEETING_LABELS[how]), *_MET[how])] if how in _MET else []
    return Row(facts.name, f"{_(ROLE_LABELS[facts.role])} · {told}", key=row, trailing=badges)


def _closed(row: ClosedRow) -> Row:
    facts = row.facts
    return Row(long_span(facts.first, facts.last), facts.reason, key=row)


def _visit(row: VisitRow) -> Row:
    tone, icon = _STATUS_TONES[row.status]
    badge = Badge(_(VISIT_LABELS[row.status]), tone, icon)
    detail = _(MISSED_LABELS[row.missed_reason]) if row.missed_reason else ""
    day = short_weekday_and_day(row.start.date())
    words = _("{day} {year} at {time}").format(
        day=day[:1].upper() + day[1:], year=row.start.year, time=clock_time(row.start)
    )
    return Row(words, detail, key=row.id, trailing=(badge,))


def _current(rows: RowList) -> object | None:
    return next((row.key for row in rows.rows() if row.hasFocus()), None)
