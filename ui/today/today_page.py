"""Today: where one is going, what one brings back, what is late."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.changes import Topic
from app.domain.decision import Decision
from app.domain.draft import DraftKind
from app.domain.language import _
from app.domain.problem import FastholdError
from app.domain.task import TaskRow
from app.domain.today import NextVisit, TodaySheet
from app.domain.words import day_with_weekday, week
from ui.common.attempt import attempt
from ui.common.button import Button
from ui.common.card import Card
from ui.common.columns import Columns
from ui.common.desk import Desk
from ui.common.page import Keys, Page
from ui.common.page_header import PageHeader
from ui.common.removal import ask_removal
from ui.flag.flag_page import UNTOLD
from ui.flag.going import GOING, GoingNotice
from ui.keeping.going_cards import GoingCard, HoldCard
from ui.keeping.keeping_acts import KeepingActs
from ui.practice.preparation_dialog import open_preparation
from ui.task.task_dialog import edit_task, new_task, task_removal
from ui.today.decide_card import DecideCard
from ui.today.due_cards import ExpiringCard, OverdueCard, ReviewCard, WaitingCard
from ui.today.first_steps import FirstSteps
from ui.today.next_visit_card import NextVisitCard
from ui.today.relayed_card import FirstContactCard
from ui.today.task_card import TaskCard
from ui.today.untold_card import UntoldCard

EXPIRING = "expiring"  # asks for the consents that soon end, instead of a task
ERASE = "erase"  # asks the page of follow-ups to erase a person, seen first
TICK = 20_000  # how often, in ms, the time left until the visit is said anew


class TodayPage(Page):
    """Gathers what waits; every card leads to where it is done."""

    TOPICS = frozenset(Topic) - {Topic.DRAFT, Topic.DISCLOSURE}

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._next: NextVisit | None = None
        self._header = PageHeader(_("Today"))
        self._steps = FirstSteps()
        self._visit = NextVisitCard()
        self._tasks = TaskCard()
        self._decide = DecideCard()
        self._overdue = OverdueCard()
        self._reviews = ReviewCard()
        self._first = FirstContactCard()
        self._expiring = ExpiringCard()
        self._waiting = WaitingCard()
        self._untold = UntoldCard()
        self._keeping = KeepingActs(desk, self)
        self._leaving, self._held = GoingCard(), HoldCard()
        self._going = GoingNotice(lambda: desk.go("flags", GOING))
        self._columns = Columns()
        self._timer = QTimer(self, interval=TICK)
        self._build()
        self._connect()

    @override
    def reload(self) -> None:
        day = self._desk.services.today.day()
        words = _("{day} · {week}").format(day=day_with_weekday(day), week=week(day))
        self._header.set_subtitle(words[:1].upper() + words[1:])
        self._read_steps()
        self._read_sheet()
        self._read_tasks()
        self._read_expiring()
        self._read_kept()
        self._timer.start()

    @override
    def new(self) -> None:
        new_task(self._desk, self)

    @override
    def show_entity(self, entity_id: object) -> None:
        if entity_id == EXPIRING:
            self._expiring.take_keyboard()
            return
        edit_task(self._desk, self, UUID(str(entity_id)))

    def resume(self, kind: DraftKind, entity: str) -> bool:
        """Open the form an unfinished edit was typed in, if it is one of this page's."""
        if kind is not DraftKind.TASK:
            return False
        if not entity:
            new_task(self._desk, self)
            return True
        return attempt(self, lambda: edit_task(self._desk, self, UUID(entity)))

    @override
    def primary_focus(self) -> QWidget | None:
        if self._visit.start.isVisible():
            return self._visit.start
        return self._steps.next_row() if self._steps.isVisible() else None

    @override
    def keys(self) -> Keys:
        return (
            ("Ctrl+N", _("New task")),
            ("Ctrl+B", _("Start the visit")),
            ("Ctrl+P", _("Preparation for the next visit")),
            ("Space", _("Tick a task off")),
            ("Enter", _("Open the row")),
            ("Del", _("Remove the task")),
        )

    @override
    def regions(self) -> Sequence[QWidget]:
        return (self._columns,)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        task = self._tasks.current()
        if event.key() == Qt.Key.Key_Delete and task is not None:
            ask_removal(self, task_removal(self._desk, task.id, task.what))
        else:
            super().keyPressEvent(event)

    def _read_steps(self) -> None:
        services = self._desk.services
        self._steps.show_steps(
            details=services.settings.sender() is not None,
            practice=services.practice.has_practices(),
            visit=services.visit.has_visits(),
        )

    def _read_sheet(self) -> None:
        """Read the nameless side."""
        today = self._desk.services.today
        try:
            sheet = today.today(self._waiting.most())
        except FastholdError:
            self._tell_unread(self._visit, _("The next visit could not be read."))
            self._tell_unread(self._overdue, _("Overdue visits could not be read."))
            for flags in (self._waiting, self._untold):
                self._tell_unread(flags, _("The flags could not be read."))
            return
        self._show_next(sheet)
        self._decide.show_decisions(sheet.to_decide)
        self._overdue.show_rows(sheet.overdue)
        self._reviews.show_rows(sheet.reviews, today.day())
        self._waiting.show_rows(sheet.waiting, today.day())
        self._untold.show_rows(sheet.untold)
        self._going.show_count(sheet.going)

    def _show_next(self, sheet: TodaySheet) -> None:
        self._next = sheet.next_visit
        if self._next is None:
            self._visit.show_none(sheet.held)
        else:
            self._visit.show_visit(self._next, self._desk.services.today.moment())
            self._visit.show_day(self._next, self._desk.services.today.day(), sheet)

    def _read_tasks(self) -> None:
        today = self._desk.services.today.day()
        until = self._tasks.until(today)
        try:
            tasks = self._desk.services.task.first_tasks(
                until, self._tasks.most(), done=until is None
            )
        except FastholdError:
            # i18n: Danish: »Opgaverne kunne ikke læses. Prøv igen«
            self._tasks.set_error(_("The tasks could not be read."), self._read_tasks)
        else:
            self._tasks.show_tasks(tasks, today)

    def _read_expiring(self) -> None:
        try:
            rows = self._desk.services.consent.expiring()
            relayed = self._desk.services.consent.list_relayed()
        except FastholdError:
            self._expiring.set_error(_("The consents could not be read."), self._read_expiring)
        else:
            self._expiring.show_rows(rows, self._desk.services.today.day())
            self._first.show_rows(relayed, self._desk.services.today.day())

    def _read_kept(self) -> None:
        """Read who goes soon, and who is kept for now and to be asked about."""
        services = self._desk.services
        try:
            going, held = services.retention.list_going(), services.hold.list_to_ask_about()
        except FastholdError:
            self._leaving.setVisible(True)
            self._leaving.set_error(_("Who goes soon could not be read."), self._read_kept)
        else:
            self._leaving.show_rows(going, services.today.day())
            self._held.show_rows(held)

    def _tell_unread(self, card: Card, trouble: str) -> None:
        card.setVisible(True)
        card.set_error(trouble, self._read_sheet)

    def _build(self) -> None:
        # i18n: Danish: »Ny opgave«
        new = Button(_("New task"), icon="plus", keys="Ctrl+N", pressed=self.new)
        new.setObjectName("add_task")
        self._header.add_action(new)
        self.body.addWidget(self._header)
        self.body.addWidget(self._steps)
        self.body.addWidget(self._columns)
        for left in (self._visit, self._tasks, self._untold):
            self._columns.add_left(left)
        late = (self._decide, self._overdue, self._reviews)
        people = (self._leaving, self._held, self._first, self._expiring)
        flags = (self._going, self._waiting)
        for right in (*late, *people, *flags):
            self._columns.add_right(right)
        self.body.addStretch(1)

    def _connect(self) -> None:
        go = self._desk.go
        self._visit.start_requested.connect(self._on_start_requested)
        self._visit.plan_requested.connect(self._on_plan_requested)
        self._visit.preparation_requested.connect(self._on_preparation_requested)
        self._reviews.opened.connect(lambda practice: go("practices", practice.hex))
        self._tasks.opened.connect(lambda task: edit_task(self._desk, self, task.id))
        self._tasks.ticked.connect(self._on_ticked)
        self._tasks.span_changed.connect(self._read_tasks)
        self._tasks.more_asked.connect(self._read_tasks)
        self._overdue.date_requested.connect(lambda practice: go("visits", practice.hex))
        self._decide.opened.connect(self._on_decision_opened)
        self._first.opened.connect(lambda citizen: go("followups", citizen.hex))
        self._expiring.opened.connect(lambda followup: go("followups", followup.hex))
        for card in (self._leaving, self._held):
            card.opened.connect(lambda followup: go("followups", followup.hex))
        self._leaving.hold_requested.connect(self._keeping.hold)
        self._leaving.erase_requested.connect(lambda one: go("followups", f"{ERASE}:{one.hex}"))
        self._held.hold_on_requested.connect(self._keeping.hold_on)
        self._held.lift_requested.connect(self._keeping.lift_hold)
        self._waiting.opened.connect(lambda flag: go("flags", flag.hex))
        self._waiting.all_requested.connect(lambda: go("flags"))
        self._waiting.more_asked.connect(self._read_sheet)
        self._untold.opened.connect(lambda practice: go("flags", f"{UNTOLD}:{practice.hex}"))
        self._untold.all_requested.connect(lambda: go("flags", UNTOLD))
        self._steps.step_requested.connect(lambda page: go(page))
        self._timer.timeout.connect(self._on_time_passed)

    def _on_decision_opened(self, decision: Decision) -> None:
        self._desk.go("visits", (decision.visit_id or decision.practice_id).hex)

    def _on_start_requested(self) -> None:
        if self._next is not None:
            self._desk.go("visit_room", self._next.row.id.hex)

    def _on_plan_requested(self) -> None:
        self._desk.go("visits", self._next.row.id.hex if self._next else None)

    def _on_preparation_requested(self) -> None:
        if self._next is not None:
            open_preparation(self._desk, self, self._next.row.practice_id)

    def _on_ticked(self, task: TaskRow, done: bool) -> None:  # noqa: FBT001 -- a signal's payload
        tick = self._desk.services.task.tick_task
        if attempt(self, lambda: tick(task.id, done=done)):
            said = _("The task is done.") if done else _("The task is open again.")
            self._desk.message.say(said, undo=lambda: tick(task.id, done=not done))

    def _on_time_passed(self) -> None:
        if self._next is not None and self.isVisible():
            self._visit.show_time(self._next, self._desk.services.today.moment())
