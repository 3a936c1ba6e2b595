"""The page of practices: the register, or one of them."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.changes import Topic
from app.domain.draft import DraftKind
from app.domain.language import _, ngettext
from app.domain.practice import ClosedRow, DoctorRow, PracticeId, PracticeRow
from app.domain.problem import NotFound
from ui.common.button import Button, Kind
from ui.common.desk import Desk
from ui.common.either_page import EitherPage
from ui.common.ids import as_id
from ui.common.page import Keys
from ui.common.page_header import PageHeader
from ui.common.removal import ask_removal
from ui.practice.closed_file_acts import ClosedFileActs
from ui.practice.practice_acts import PracticeActs
from ui.practice.practice_view import PracticeView
from ui.practice.register import Register
from ui.practice.relation_acts import RELATION_FORMS, RelationActs

_FORMS = (DraftKind.PRACTICE, DraftKind.DOCTOR, DraftKind.CLOSED, *RELATION_FORMS)


class PracticePage(EitherPage):
    """Lists practices; shows, corrects, archives and removes one."""

    TOPICS = frozenset({Topic.PRACTICE, Topic.VISIT, Topic.FLAG, Topic.CALENDAR})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._acts = PracticeActs(desk, self)
        self._files = ClosedFileActs(desk, self)
        self._relation = RelationActs(desk, self)
        self._header = PageHeader(_("Practices"))
        self._new = Button(
            _("New practice"), Kind.PRIMARY, icon="plus", keys="Ctrl+N", pressed=self.new
        )
        self._register = Register()
        self._view = PracticeView()
        self._build()
        self._connect()

    @override
    def read_list(self) -> None:
        archived = self._register.with_archived()
        rows = self._desk.services.practice.list_practices(archived=archived)
        self._register.set_rows(rows)
        self._header.set_subtitle(_counted(rows))
        self._new.setVisible(not self._register.begins())

    @override
    def read_one(self, shown: UUID) -> None:
        services, practice_id = self._desk.services, PracticeId(shown)
        sheet = services.practice.practice(practice_id)
        visits = services.visit.list_visits(practice_id)
        today, history = services.today.day(), services.practice.history(practice_id)
        view = self._view
        view.show_sheet(sheet, visits, history, today)
        view.show_clashes([one for one in services.plan.clashes() if one.practice_id == shown])
        view.lessons.show_log(services.lesson.log(practice_id))
        view.cooperation.show_cooperations(
            services.cooperation.list_cooperations(practice_id), today
        )

    @override
    def new(self) -> None:
        self._acts.add_practice(self.show_entity)

    @override
    def show_entity(self, entity_id: object) -> None:
        self.show_one(as_id(entity_id))

    @override
    def resumed(self, kind: DraftKind, entity: str) -> bool:
        if kind not in _FORMS:
            return False
        if not entity:
            self.new()
            return True
        practice, _dot, part = entity.partition(".")
        practice_id = PracticeId(UUID(practice))
        self.show_entity(practice_id)
        acts = self._relation if kind in RELATION_FORMS else self._acts
        return acts.resume(kind, practice_id, part)

    @override
    def go_back(self) -> None:
        left = self._shown
        super().go_back()
        self._register.table.go_to(left)

    @override
    def primary_focus(self) -> QWidget | None:
        if self._shown is not None:
            return self._view.first()
        return self._register.table if self._register.table.rows() else None

    @override
    def keys(self) -> Keys:
        return (
            ("Ctrl+N", _("New practice")),
            ("Enter", _("Open the practice, the doctor or the closed days")),
            ("Ctrl+R", _("Correct the practice")),
            ("Ctrl+P", _("Preparation for the next visit")),
            ("Space", _("Tick off a promise or a planned topic")),
            ("Del", _("Remove the doctor, the closed days, the topic or the line")),
            ("Esc", _("Back to the register")),
        )

    @override
    def regions(self) -> Sequence[QWidget]:
        return self._view.regions() if self._shown is not None else (self._list,)

    def _build(self) -> None:
        self._new.setObjectName("add_practice")
        self._header.add_action(self._new)
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._header)
        column.addWidget(self._register, 1)
        self.put(self._list, self._view)

    def _connect(self) -> None:
        go, view = self._desk.go, self._view
        self._register.opened.connect(lambda row: self.show_entity(row.id))
        self._register.new_requested.connect(self.new)
        self._register.archive_toggled.connect(self.reload)
        view.back_requested.connect(self.go_back)
        view.plan_requested.connect(lambda: go("visits", self._id.hex))
        view.flags_requested.connect(lambda: go("flags"))
        view.visit_opened.connect(lambda visit: go("visits", visit.hex))
        view.correct_requested.connect(lambda: self._acts.correct_practice(self._id))
        view.archive_requested.connect(self._on_archive_requested)
        view.remove_requested.connect(self._on_remove_requested)
        view.doctor_requested.connect(self._on_doctor_requested)
        view.closed_requested.connect(self._on_closed_requested)
        view.closed_file_requested.connect(lambda: self._files.take_in_file(self._id))
        self._relation.follow(view, lambda: self._id)
        view.doctor_removed.connect(self._on_doctor_removed)
        view.closed_removed.connect(self._on_closed_removed)

    @property
    def _id(self) -> PracticeId:
        """The practice in view; only asked for by what stands in that view."""
        if self._shown is None:
            raise NotFound(_("This practice is no longer there."))
        return PracticeId(self._shown)

    def _on_archive_requested(self) -> None:
        sheet = self._desk.services.practice.practice(self._id)
        if sheet.archived:
            self._acts.restore_practice(self._id, sheet.facts.name)
        else:
            self._acts.archive_practice(self._id, sheet.facts.name)

    def _on_remove_requested(self) -> None:
        sheet = self._desk.services.practice.practice(self._id)
        ask_removal(self, self._acts.practice_removal(self._id, sheet.facts.name, self.go_back))

    def _on_doctor_requested(self, row: DoctorRow | None) -> None:
        if row is None:
            self._acts.add_doctor(self._id)
        else:
            self._acts.correct_doctor(self._id, row.id)

    def _on_closed_requested(self, row: ClosedRow | None) -> None:
        if row is None:
            self._acts.add_closed(self._id)
        else:
            self._acts.correct_closed(self._id, row.id)

    def _on_doctor_removed(self, row: DoctorRow) -> None:
        ask_removal(self, self._acts.doctor_removal(row.id, row.facts.name))

    def _on_closed_removed(self, row: ClosedRow) -> None:
        ask_removal(self, self._acts.closed_removal(row.id))


def _counted(rows: Sequence[PracticeRow]) -> str:
    live = sum(not row.archived for row in rows)
    if not live:
        return ""
    return ngettext("{n} in the plan", "{n} in the plan", live).format(n=live)
