"""The page of visits: the half-year plan or the list, and the chosen visit beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.changes import Topic
from app.domain.draft import DraftKind
from app.domain.language import _
from app.domain.plan_shape import Candidate
from app.domain.visit import VisitId, VisitRow, VisitStatus
from ui.common.attempt import attempt
from ui.common.button import Button, Kind
from ui.common.card import Card
from ui.common.columns import Columns
from ui.common.desk import Desk
from ui.common.focus_ring import bring_into_view
from ui.common.fonts import Role
from ui.common.page import Keys, Page
from ui.common.page_header import PageHeader
from ui.common.removal import ask_removal
from ui.common.roving import digit_of
from ui.common.segments import Segments
from ui.common.tab_order import order_tabs
from ui.common.text import Text
from ui.paper.set_dialog import PaperSetDialog
from ui.practice.preparation_dialog import open_preparation
from ui.visit.calendar_card import CalendarCard
from ui.visit.calendar_dialog import open_calendar
from ui.visit.decision_card import DecisionCard
from ui.visit.half_year_keys import REACH, HalfYearKeys
from ui.visit.nothing_yet import nothing_yet
from ui.visit.plan_card import PlanCard
from ui.visit.plan_rows import Block, BlockState, HalfYear, PlanLine, plan_lines, read_sheet
from ui.visit.room.note_dialogs import resume_note
from ui.visit.series_dialog import SeriesDialog
from ui.visit.summary_card import SummaryCard
from ui.visit.visit_acts import VisitActs
from ui.visit.visit_list import VisitList
from ui.visit.visit_panel import VisitPanel

_ABOVE = 16  # what is left to see above the panel


class VisitPage(Page):
    """Keeps the rhythm: shows what is planned and proposed, and lets it be decided."""

    TOPICS = frozenset({Topic.PRACTICE, Topic.VISIT, Topic.CALENDAR, Topic.ROUNDTABLE})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._half = HalfYear.of(desk.services.today.day())
        self._lines: Sequence[PlanLine] = ()
        self._chosen = ""
        self._acts = VisitActs(desk, self)
        self._header = PageHeader(_("Visits"))
        # i18n: Danish: »Halvårsplan«, »Liste«
        views = (("plan", _("Half-year plan")), ("list", _("List")))
        self._view = Segments(views, name=_("How visits are shown"))
        self._halves = HalfYearKeys()
        self._plan = PlanCard()
        self._decisions = DecisionCard()
        self._list = VisitList()
        self._panel = VisitPanel(desk.services.visit.why_stays_ended)
        self._none_chosen = Card()
        self._calendar = CalendarCard()
        self._summaries = SummaryCard()
        self._columns = Columns(right=336)
        self._build()
        self._connect()

    @override
    def reload(self) -> None:
        services = self._desk.services
        sheet, today = read_sheet(services, self._half), services.today.day()
        self._lines = plan_lines(sheet, self._half, today)
        anything = bool(sheet.practices) or sheet.visited
        self._empty.setVisible(not anything)
        self._columns.setVisible(anything)
        self._plan.show_lines(self._lines, self._half, today, sheet.own)
        self._decisions.show_decisions(sheet.decisions)
        self._list.show_visits(sheet)
        self._halves.show_half(self._half, today)
        self._summaries.show_years(services.paper_set.years())
        self._show_chosen()

    @override
    def new(self) -> None:
        self._acts.plan_visit().saved.connect(self._on_planned)

    @override
    def show_entity(self, entity_id: object) -> None:
        """Choose a visit, or what comes next at a practice, and go to what can be done with it."""
        found = UUID(str(entity_id))
        visit = self._desk.services.visit.find_visit(VisitId(found))
        if visit is not None:
            self._choose(visit.id.hex, HalfYear.of(visit.start.date()))
        elif (block := self._next_at(found)) is not None:
            self._choose(block.key, HalfYear.of(block.day))
        else:
            return
        # After the frame, which puts the keyboard where the page begins.
        QTimer.singleShot(0, self, self._go_to_panel)

    def resume(self, kind: DraftKind, entity: str) -> bool:
        """Open the form an unfinished edit was typed in, if it is one of this page's."""
        if kind in (DraftKind.QUESTION, DraftKind.PROMISE):
            return resume_note(self._desk, self, kind, entity)
        if kind is not DraftKind.VISIT:
            return False
        if not entity:
            self.new()
            return True
        return attempt(self, lambda: self._acts.move_visit_by_hand(VisitId(UUID(entity))))

    @override
    def primary_focus(self) -> QWidget | None:
        if self._view.value() == "list":
            return self._list.table
        return self._plan.grid if self._plan.grid.has_blocks() else None

    @override
    def keys(self) -> Keys:
        return (
            ("Ctrl+N", _("New visit")),
            ("← → ↑ ↓", _("From visit to visit")),
            ("Shift+← →", _("Move the visit by a week; Enter leaves it there, Esc gives up")),
            ("Shift+↑ ↓", _("Move the visit by a day")),
            ("Enter", _("Choose the visit, then do what is proposed")),
            ("1 2 3", _("Choose one of the proposed dates")),
            ("PgUp PgDown", _("The half-year before, and after")),
            ("Ctrl+P", _("Preparation for the chosen visit")),
            ("Del", _("Remove the chosen visit")),
            ("Esc", _("Close the chosen visit")),
            ("Ctrl+Z", _("Take back")),
        )

    @override
    def regions(self) -> Sequence[QWidget]:
        left: QWidget = self._list if self._view.value() == "list" else self._plan
        shown = (left, self._decisions, self._panel, self._calendar, self._summaries)
        return tuple(part for part in shown if not part.isHidden())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, place = event.key(), digit_of(event)
        if key == Qt.Key.Key_Escape and self._chosen:
            self._close()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._halves.step(1 if key == Qt.Key.Key_PageDown else -1)
        elif key == Qt.Key.Key_Delete and self._chosen:
            self._on_removed()
        elif event.matches(QKeySequence.StandardKey.Undo) and self._panel.take_back_end():
            event.accept()
        elif place is None or not self._panel.isVisible() or not self._panel.choose_date(place):
            super().keyPressEvent(event)

    def _next_at(self, practice_id: UUID) -> Block | None:
        """Return what comes next at a practice: a visit planned, or else one proposed."""
        today = self._desk.services.today.day()
        for ahead in range(REACH):
            half = HalfYear.of(today).step(ahead)
            # What is shown is what there is, unless something changed out of sight.
            is_shown = half == self._half and not self._stale
            for line in self._lines if is_shown else self._lines_of(half):
                if line.practice_id == practice_id:
                    for block in line.blocks:
                        if block.is_next:
                            return block
        return None

    def _lines_of(self, half: HalfYear) -> Sequence[PlanLine]:
        services = self._desk.services
        return plan_lines(read_sheet(services, half), half, services.today.day())

    def _choose(self, key: str, half: HalfYear | None = None) -> None:
        self._chosen = key
        if self._is_shown(key):
            self._show_chosen()
        else:
            self._half = half or self._half
            self.reload()
        order_tabs(self)
        self._plan.grid.focus_block(key)

    def _stay_at(self, height: int) -> None:
        # The button that was pressed is gone; the page had followed the keyboard to what came next.
        self.area.verticalScrollBar().setValue(height)
        here = self.window().focusWidget()
        if here is not None and self._columns.isAncestorOf(here):
            bring_into_view(here)

    def _go_to_panel(self) -> None:
        """Put the keyboard into the panel, and the panel into view where it stands below."""
        self._panel.focus_first()
        QTimer.singleShot(0, self, self._bring_panel)

    def _bring_panel(self) -> None:
        if not self._panel.isVisible():
            return
        below = self._panel.mapTo(self._columns, QPoint(0, 0)).y()
        top, bar = self._columns.y() + below - _ABOVE, self.area.verticalScrollBar()
        here = self.window().focusWidget()
        if below <= 0 and here is not None and self._columns.isAncestorOf(here):
            # The panel grew after its button got the keyboard: on a low screen out of sight.
            bring_into_view(here)
            end = here.mapTo(self._columns, QPoint(0, here.height())).y() + 2 * _ABOVE
            if end > self.area.viewport().height():
                return
            top = min(top, bar.value())  # the heading and the months stay in sight
        bar.setValue(top)

    def _is_shown(self, key: str) -> bool:
        return any(block.key == key for line in self._lines for block in line.blocks)

    def _block(self) -> Block | None:
        shown = (block for line in self._lines for block in line.blocks)
        return next((block for block in shown if block.key == self._chosen), None)

    def _show_chosen(self) -> None:
        block = self._block()
        self._panel.setVisible(block is not None)
        self._none_chosen.setVisible(block is None)
        self._plan.grid.select(self._chosen if block else "")
        if block is not None:
            self._panel.show_block(block, self._dates(block))

    def _dates(self, block: Block) -> Sequence[Candidate]:
        """Return three dates the visit could have, if it is the next one at its practice."""
        plan = self._desk.services.plan
        if not block.is_next:
            return ()
        if block.visit is None:
            return plan.proposals(block.practice_id)
        if block.visit.status is VisitStatus.PLANNED and block.state is not BlockState.MOVED:
            return plan.proposals_for_visit(block.visit.id)
        return ()

    def _close(self) -> None:
        key, self._chosen = self._chosen, ""
        self._show_chosen()
        if self._view.value() == "list":
            self._list.table.setFocus()
        else:
            self._plan.grid.focus_block(key)

    def _build(self) -> None:
        self._view.set_value("plan")
        for part in self._view.parts():
            part.setObjectName(f"view_{part.code}")
        # i18n: Danish: »Nyt besøg«
        new = Button(_("New visit"), Kind.PRIMARY, icon="plus", keys="Ctrl+N", pressed=self.new)
        new.setObjectName("plan_visit_by_hand")
        self._header.add_beside(self._view)
        self._header.add_action(self._halves)
        self._header.add_action(new)
        self._empty = nothing_yet(lambda: self._desk.go("practices"))
        self.body.addWidget(self._header)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self._columns)
        for left in (self._plan, self._decisions, self._list):
            self._columns.add_left(left)
        text = _("Choose a visit to see why it is on that day, and what can be done with it.")
        self._none_chosen.add(Text(text, Role.QUIET, wrap=True))
        for right in (self._none_chosen, self._panel, self._calendar, self._summaries):
            self._columns.add_right(right)
        self._list.setVisible(False)
        self._panel.setVisible(False)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self._halves.asked.connect(self._on_half_year_asked)
        self._view.chosen.connect(self._on_view_chosen)
        self._plan.grid.chosen.connect(self._on_block_chosen)
        drag = self._plan.grid.drag
        drag.set_outlooks(self._acts.outlook)
        drag.dropped.connect(self._on_dropped)
        drag.refused.connect(self._acts.refuse_drop)
        self._decisions.opened.connect(
            lambda decision: self.show_entity(decision.visit_id or decision.practice_id)
        )
        self._list.chosen.connect(self._on_visit_chosen)
        panel = self._panel
        panel.closed.connect(self._close)
        panel.accepted.connect(self._on_accepted)
        panel.moved.connect(self._on_moved)
        panel.other_day_requested.connect(self._on_other_day_requested)
        panel.missed_requested.connect(self._on_missed_requested)
        panel.series_requested.connect(self._on_series_requested)
        panel.opened.connect(self._on_opened)
        panel.removed.connect(self._on_removed)
        panel.end_taken_back.connect(self._acts.take_back_end)
        panel.preparation_requested.connect(self._on_preparation_requested)
        panel.calendar_requested.connect(self._on_calendar_requested)
        self._calendar.requested.connect(lambda: open_calendar(self._desk, self))
        self._summaries.requested.connect(self._save_summaries)

    def _on_half_year_asked(self, half: HalfYear) -> None:
        self._half = half
        self.reload()
        order_tabs(self)

    def _on_view_chosen(self, view: str) -> None:
        is_list = view == "list"
        self._list.setVisible(is_list)
        for part in (self._plan, self._decisions):
            part.setVisible(not is_list)

    def _on_block_chosen(self, block: Block) -> None:
        went = block.visit if block.state is BlockState.MOVED else None
        key = block.key if went is None else went.id.hex
        self._choose(key, HalfYear.of(block.start.date()))
        self._go_to_panel()

    def _on_visit_chosen(self, visit: VisitRow) -> None:
        self._on_planned(visit.id)
        self._go_to_panel()

    def _on_accepted(self, start: datetime) -> None:
        block, here = self._block(), self.area.verticalScrollBar().value()
        if block is not None and (booked := self._acts.accept(block, start)) is not None:
            self._on_planned(booked)
            QTimer.singleShot(0, self, partial(self._stay_at, here))

    def _on_planned(self, visit_id: VisitId) -> None:
        start = self._desk.services.visit.visit(visit_id).row.start
        self._choose(visit_id.hex, HalfYear.of(start.date()))

    def _on_dropped(self, block: Block, start: datetime) -> None:
        if (visit_id := self._acts.drop(block, start)) is not None:
            self._on_planned(visit_id)

    def _on_moved(self, start: datetime) -> None:
        block = self._block()
        if block is not None and block.visit is not None:
            self._acts.move(block, block.visit, start)
            self._on_planned(block.visit.id)

    def _on_other_day_requested(self) -> None:
        block = self._block()
        if block is None:
            return
        if block.visit is not None and block.visit.status is VisitStatus.PLANNED:
            self._acts.move_visit_by_hand(block.visit.id, self._panel.chosen_start())
            return
        day = block.start if block.state is BlockState.PROPOSED else None
        draft = self._acts.draft_for(block.practice_id, day)
        self._acts.plan_visit(draft).saved.connect(self._on_planned)

    def _on_series_requested(self) -> None:
        block = self._block()
        if block is not None:
            plan = self._desk.services.plan.plan()
            SeriesDialog(block.practice, str(block.practice_id), plan, self).open()

    def _on_missed_requested(self) -> None:
        block = self._block()
        if block is not None and block.visit is not None:
            # A new date is proposed at once, counted from the last visit held.
            practice, saved = block.practice_id, self._acts.miss(block.visit).saved
            saved.connect(lambda _nothing: self.show_entity(practice))

    def _on_opened(self) -> None:
        block = self._block()
        if block is not None and block.visit is not None:
            self._desk.go("visit_room", block.visit.id.hex)

    def _on_preparation_requested(self) -> None:
        block = self._block()
        if block is not None:
            open_preparation(self._desk, self, block.practice_id)

    def _save_summaries(self, year: int) -> None:
        papers = self._desk.services.paper_set.summaries_of_year(year)
        title = _("Visit summaries of {year}").format(year=year)
        PaperSetDialog(self._desk, title, papers, self).open()

    def _on_calendar_requested(self) -> None:
        block = self._block()
        if block is not None and block.visit is not None:
            open_calendar(self._desk, self, block.visit.id)

    def _on_removed(self) -> None:
        block = self._block()
        if block is not None and block.visit is not None:
            ask_removal(self, self._acts.removal(block.visit))
