"""One person, one page: what may I do today, what is agreed, what comes next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.contact import ContactId
from app.domain.derived_task import DerivedFrom, DerivedTask
from app.domain.followup import FollowupId
from app.domain.followup_advice import Act
from app.domain.followup_clock import clock_line
from app.domain.followup_sheet import FollowupSheet
from app.domain.language import _
from app.domain.task import TaskDraft, TaskId, TaskSubject
from app.domain.timeline import EventGroup, EventKind, TimelineEntry
from ui.common.button import Button, Kind
from ui.common.columns import Columns
from ui.common.desk import Desk
from ui.common.news import News
from ui.common.page import Page
from ui.common.page_header import PageHeader
from ui.common.segments import Segments, name_parts
from ui.consent.banner import ConsentBanner
from ui.consent.consent_card import ConsentCard
from ui.consent.form_paper import open_consent_form
from ui.consent.matrix_rows import matrix_rows
from ui.followup.clock_card import ClockCard
from ui.followup.complexity_card import ComplexityCard
from ui.followup.contact_card import ContactCard
from ui.followup.detail_card import DetailCard
from ui.followup.erasure_acts import ErasureActs
from ui.followup.followup_acts import FollowupActs
from ui.followup.goal_card import GoalCard
from ui.followup.held_head import HeldHead
from ui.followup.keeping_part import KeepingPart
from ui.followup.measure_acts import MeasureActs
from ui.followup.measure_card import MeasureCard
from ui.followup.next_acts import NextActs
from ui.followup.next_step import NextStep
from ui.followup.paper_card import PaperCard
from ui.followup.party_card import PartyCard
from ui.followup.right_acts import RightActs
from ui.followup.right_card import RightCard
from ui.followup.roundtable_card import RoundtableCard
from ui.followup.subtitle import subtitle
from ui.followup.task_card import TaskCard
from ui.followup.timeline import TimelineCard
from ui.paper.set_dialog import PaperSetDialog
from ui.task.task_dialog import edit_task, new_task

RIGHT = 420
TASKS = 348
STACKED_BELOW = 640
OVERVIEW, TIMELINE = "overview", "timeline"
CLOCK_RULES = "clock_rules"  # the list of deadlines, in Settings


class OneFollowup(QWidget):
    """Shows one follow-up and does what is asked for on it; `back` asks for the list."""

    back = Signal()

    def __init__(self, desk: Desk, page: Page) -> None:
        super().__init__()
        self._desk, self._page = desk, page
        self._sheet: FollowupSheet | None = None
        self._news = News()
        self.views = _views()
        self.acts, self.erasure = FollowupActs(desk, page), ErasureActs(desk, page)
        self.next = NextActs(desk, page, self.acts)
        self.consents = self.next.consents
        self.measuring, self.rights = MeasureActs(desk, page), RightActs(desk, page)
        self.header = PageHeader("", back=self.back.emit)
        self.step, self.banner, self.consent = NextStep(), ConsentBanner(), ConsentCard()
        self.parties, self.contacts, self.tasks = PartyCard(), ContactCard(), TaskCard()
        self.clock, self.measures = ClockCard(), MeasureCard(desk)
        self.goal, self.complexity = GoalCard(), ComplexityCard()
        self.timeline, self._overview = TimelineCard(), Columns(right=RIGHT)
        self.roundtables, self.papers, self.details = RoundtableCard(), PaperCard(), DetailCard()
        self._log = _log_button()
        self.keeping = KeepingPart(desk, page, self._closing())
        self.right = RightCard()
        self._build()
        self._connect()
        self._connect_cards()
        self._connect_consent()
        self._connect_keeping()
        self._connect_rights()

    def show_followup(self, followup_id: FollowupId) -> None:
        """Read the follow-up and show it; raise `NotFound` when it is gone."""
        services = self._desk.services
        sheet, today = services.followup.followup(followup_id), services.today.day()
        rows = matrix_rows(sheet.parties, sheet.cells, today)
        if self._sheet is None or self._sheet.row.id != followup_id:
            self.views.set_value(OVERVIEW)
            self.timeline.start_over()
        self._sheet = sheet
        self.keeping.open()
        if self._news.are(sheet.facts.name, subtitle(sheet)):
            self.header.set_title(sheet.facts.name)
            self.header.set_subtitle(subtitle(sheet))
        self.step.show_advice(sheet.advice, clock_line(sheet.clock))
        self.step.setVisible(
            sheet.advice.act is not Act.RENEW
        )  # the banner says it, with the button
        self.banner.show_sheet(sheet, rows, today)
        self.consent.show_sheet(sheet, rows)
        self.tasks.show_sheet(sheet, today)
        self.clock.show_clock(sheet.clock)
        self.goal.show_goal(sheet.goal)
        self.complexity.show_complexity(sheet.complexity)
        self.measures.show_measures(followup_id, sheet.measures)
        self.parties.show_map(sheet.map)
        for card in (
            self.contacts,
            self.roundtables,
            self.papers,
            self.details,
        ):
            card.show_sheet(sheet)
        self.keeping.show_sheet(sheet, today)
        if sheet.restriction is not None:
            self.step.setVisible(False)
        self._show_view()

    def erase(self) -> None:
        """Show what would go, to erase the person shown."""
        if self._sheet is not None:
            self.keeping.if_open(lambda: self.erasure.erase(self._shown()))

    def to_top(self) -> None:
        """Show the beginning."""
        self._held.to_top()

    def first_act(self) -> QWidget:
        """Return where what comes next is done; of a restricted person, where that is lifted."""
        if not self.keeping.band.isHidden():
            return self.keeping.band
        return self.banner if self.step.isHidden() else self.step

    def log_contact(self) -> None:
        """Log a contact with the person shown, or with a party."""
        if self._sheet is not None:
            self.keeping.if_open(lambda: self.acts.log_contact(self._id()))

    def _build(self) -> None:
        self._log.clicked.connect(self.log_contact)
        self.header.add_action(self.views)
        self.header.add_action(self._log)
        columns = self._overview
        columns.add_left(self.consent)
        columns.add_left(_beside((self.contacts, self.clock), (self.tasks, self.goal)))
        columns.add_left(self.complexity)
        for card in (self.parties, self.measures, self.roundtables, self.papers, self.right):
            columns.add_right(card)
        columns.add_right(self.details)
        columns.add_right(self.keeping.card)
        self._held = HeldHead(_stacked(columns, self.timeline), self._page.area)
        for widget in (self.header, self.keeping.band, self.step, self.banner):
            self._held.head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._held)

    def _connect(self) -> None:
        acts = self.acts
        self.step.act_requested.connect(lambda act: self.next.do(act, self._shown()))
        self.parties.new.clicked.connect(lambda: acts.add_party(self._id()))
        self.parties.map.party_opened.connect(
            lambda key: self.keeping.if_open(lambda: acts.correct_party(self._id(), key))
        )
        self.parties.map.citizen_opened.connect(
            lambda: self.keeping.if_open(lambda: acts.correct(self._id()))
        )
        self.parties.map.own_opened.connect(self._open_own_step)
        self.parties.drive_requested.connect(
            lambda: self.keeping.if_open(lambda: acts.drive_myself(self._id()))
        )
        self.contacts.new.clicked.connect(self.log_contact)
        self.contacts.ring.clicked.connect(lambda: acts.ring(self._shown()))
        self.contacts.copy.clicked.connect(lambda: acts.transfer(self._id()))
        self.contacts.list.opened.connect(lambda key: self._correct_contact(key))
        self.contacts.all.clicked.connect(self._show_contacts)
        self.views.chosen.connect(lambda _view: self._show_view())
        self.timeline.asked.connect(self._show_timeline)
        self.timeline.older_asked.connect(self._show_older)
        self.timeline.opened.connect(self._open_entry)
        self.timeline.copy.clicked.connect(lambda: acts.transfer(self._id()))
        self.measures.print.clicked.connect(lambda: self.measuring.show_paper(self._id()))
        self.measures.new.clicked.connect(lambda: self.measuring.log(self._id()))
        self.measures.opened.connect(
            lambda key: self.keeping.if_open(lambda: self.measuring.correct(self._id(), key))
        )

    def _connect_cards(self) -> None:
        acts, details = self.acts, self.details
        self.tasks.new.clicked.connect(self._new_task)
        self.tasks.template.clicked.connect(lambda: acts.add_from_templates(self._id()))
        self.tasks.list.opened.connect(self._open_task)
        self.tasks.list.ticked.connect(self._tick_task)
        self.roundtables.plan.clicked.connect(lambda: self.next.plan(self._id()))
        self.roundtables.list.opened.connect(lambda key: self._desk.go("roundtables", key))
        self.papers.form.clicked.connect(self._open_form)
        self.papers.all.clicked.connect(self._save_all)
        self.goal.correct.clicked.connect(lambda: acts.choose_goal(self._id()))
        self.complexity.ticked.connect(lambda codes: acts.tick_signs(self._id(), codes))
        self.complexity.decided.connect(lambda code: acts.decide_level(self._id(), code))
        self.clock.list.opened.connect(lambda _mark: self._desk.go("settings", CLOCK_RULES))
        details.correct.clicked.connect(lambda: acts.correct(self._id()))
        details.end.clicked.connect(lambda: acts.end(self._id()))
        details.reopen.clicked.connect(lambda: acts.reopen(self._id()))
        details.archive.clicked.connect(lambda: acts.archive(self._id()))
        details.restore.clicked.connect(lambda: acts.restore(self._id()))
        details.erase.clicked.connect(self.erase)

    def _connect_rights(self) -> None:
        self.right.report.clicked.connect(lambda: self.rights.show_report(self._id()))
        self.right.data.clicked.connect(lambda: self.rights.save_data(self._id()))
        self.right.list.clicked.connect(lambda: self.rights.show_disclosures(self._id()))

    def _connect_consent(self) -> None:
        matrix, consents = self.consent.matrix, self.consents
        self.banner.withdraw_requested.connect(lambda: consents.withdraw_all(self._id()))
        self.banner.renew_requested.connect(
            lambda: self.keeping.if_open(lambda: self.next.renew(self._shown()))
        )
        self.consent.aloud.clicked.connect(lambda: consents.read_aloud(self._id()))
        self.consent.grant.clicked.connect(lambda: consents.grant(self._id()))
        self.consent.history.clicked.connect(lambda: consents.show_history(self._id()))
        self.consent.fall_requested.connect(lambda fall: consents.show_fall(self._id(), fall))
        matrix.opened.connect(lambda row, cell: consents.open_cell(self._id(), row, cell))
        matrix.cell_withdrawn.connect(lambda cell: consents.withdraw_cell(self._id(), cell))
        matrix.row_withdrawn.connect(lambda row: consents.withdraw_row(self._id(), row))

    def _connect_keeping(self) -> None:
        self.keeping.band.disclosures_requested.connect(
            lambda: self.rights.show_disclosures(self._id())
        )

    def _closing(self) -> list[QWidget]:
        """Return what cannot be used while the person is restricted."""
        details, contacts = self.details, self.contacts
        return [
            *(self._log, self.consent.grant, self.complexity, self.goal.correct),
            *(contacts.new, contacts.ring, contacts.copy, self.timeline.copy),
            *(self.tasks.new, self.tasks.template, self.measures.new, self.measures.print),
            *(self.parties.new, self.roundtables.plan, self.papers.form),
            *(details.correct, details.end, details.reopen, details.archive, details.restore),
            details.erase,
        ]

    def _show_view(self) -> None:
        on_overview = self.views.value() == OVERVIEW
        self._overview.setVisible(on_overview)
        self.timeline.setVisible(not on_overview)
        if not on_overview:
            self._show_timeline()

    def _show_timeline(self) -> None:
        timeline = self._desk.services.timeline
        self.timeline.show_page(timeline.timeline(self._id(), self.timeline.query()))

    def _show_older(self) -> None:
        timeline = self._desk.services.timeline
        self.timeline.add_page(timeline.timeline(self._id(), self.timeline.older()))

    def _show_contacts(self) -> None:
        """Show all contacts, in the timeline."""
        self.timeline.narrow_to(EventGroup.CONTACTS)
        self.views.set_value(TIMELINE)
        self._show_view()
        self.to_top()

    def _open_entry(self, entry: TimelineEntry) -> None:
        if entry.about is None:
            return
        if entry.kind is EventKind.CONTACT:
            self._correct_contact(ContactId(entry.about))
        elif entry.kind is EventKind.MEASURE:
            about = entry.about
            self.keeping.if_open(lambda: self.measuring.correct(self._id(), about))
        elif entry.kind is EventKind.TASK:
            self._edit_task(TaskId(entry.about))
        else:
            self._desk.go("roundtables", entry.about)

    def _correct_contact(self, key: ContactId) -> None:
        self.keeping.if_open(lambda: self.acts.correct_contact(self._id(), key))

    def _shown(self) -> FollowupSheet:
        if self._sheet is None:
            raise RuntimeError("nothing is shown yet")
        return self._sheet

    def _id(self) -> FollowupId:
        return self._shown().row.id

    def _new_task(self) -> None:
        draft = TaskDraft(subject=TaskSubject.FOLLOWUP.value, subject_id=str(self._id()))
        citizen_id = self._shown().citizen_id
        self.keeping.if_open(lambda: new_task(self._desk, self._page, draft, citizen_id))

    def _open_own_step(self) -> None:
        """Open what I do next: the next task without another name, or a new one."""
        own = [task for task in self._shown().tasks if not task.done and not task.who]
        if own:
            self._edit_task(own[0].id)
        else:
            self._new_task()

    def _open_task(self, key: TaskId | DerivedTask) -> None:
        """Open a task, or do what one that follows by itself asks for."""
        self.keeping.if_open(lambda: self._do_task(key))

    def _do_task(self, key: TaskId | DerivedTask) -> None:
        if not isinstance(key, DerivedTask):
            self._edit_task(key)
        elif key.source is DerivedFrom.CONSENT:
            self.next.ask_again(self._shown(), key)
        elif key.source is DerivedFrom.AGREEMENT:
            self.measuring.log(self._id())
        else:
            self._desk.go("visits")

    def _edit_task(self, key: TaskId) -> None:
        citizen_id = self._shown().citizen_id
        self.keeping.if_open(lambda: edit_task(self._desk, self._page, key, citizen_id))

    def _tick_task(self, key: TaskId, done: bool) -> None:  # noqa: FBT001 -- a signal's payload
        tick = self._desk.services.task.tick_task
        self.keeping.if_open(lambda: tick(key, done=done))

    def _open_form(self) -> None:
        open_consent_form(self._desk, self._page, self._id())

    def _save_all(self) -> None:
        papers = self._desk.services.paper_set.papers_of_case(self._id())
        # i18n: Danish: »Alle sagens dokumenter«
        PaperSetDialog(self._desk, _("All papers of the case"), papers, self._page).open()


def _log_button() -> Button:
    log = Button(_("Log a contact"), Kind.PRIMARY, icon="plus", keys="Ctrl+N")
    log.setObjectName("log_contact")
    return log


def _views() -> Segments:
    # i18n: Danish: »Overblik« and »Tidslinje«
    views = Segments(
        ((OVERVIEW, _("Overview")), (TIMELINE, _("Timeline"))), name=_("What is shown")
    )
    name_parts("view", _("What is shown"), views.parts())
    views.set_value(OVERVIEW)
    return views


def _beside(left: Sequence[QWidget], right: Sequence[QWidget]) -> Columns:
    """Return cards in two columns, or all below each other where it is narrow."""
    columns = Columns(right=TASKS, narrow=STACKED_BELOW)
    for card in left:
        columns.add_left(card)
    for card in right:
        columns.add_right(card)
    return columns


def _stacked(*parts: QWidget) -> QWidget:
    """Return the parts below each other; only one of them is shown at a time."""
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return content
