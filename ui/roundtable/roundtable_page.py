"""The page of roundtables: the list, and one plan beside what the employer will read."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.changes import Topic
from app.domain.draft import DraftKind
from app.domain.followup import FollowupId
from app.domain.language import _
from app.domain.problem import NotFound
from app.domain.roundtable import RoundtableId
from ui.common.desk import Desk
from ui.common.draft_place import read_place
from ui.common.going_back import asks_back
from ui.common.ids import as_id
from ui.common.page import Keys, Page
from ui.common.tab_order import order_tabs
from ui.roundtable.choose_followup import choose_followup
from ui.roundtable.one_roundtable import OneRoundtable
from ui.roundtable.part_acts import PartActs
from ui.roundtable.roundtable_list import RoundtableList

_PARTS = (DraftKind.PARTICIPANT, DraftKind.AGREEMENT, DraftKind.STEP, DraftKind.ACTION)


class RoundtablePage(Page):
    """Shows the list, or one roundtable. Esc and Alt+← go back to the list."""

    TOPICS = frozenset({Topic.ROUNDTABLE, Topic.FOLLOWUP, Topic.CONSENT, Topic.SETTINGS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._shown: RoundtableId | None = None
        self.list, self.one = RoundtableList(), OneRoundtable(desk, self)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.one, 1)
        self.one.setVisible(False)
        self.list.opened.connect(self.show_entity)
        self.list.new_requested.connect(self.new)
        self.one.opened.connect(self.show_entity)
        self.one.back.connect(self.go_back)

    @override
    def reload(self) -> None:
        services = self._desk.services
        if self._shown is not None and not self._show_one(self._shown):
            self._shown = None
        if self._shown is None:
            self.list.show_rows(
                services.roundtable.list_roundtables(), services.followup.list_followups()
            )
        self.list.setVisible(self._shown is None)
        self.one.setVisible(self._shown is not None)
        order_tabs(self)

    @override
    def show_entity(self, entity_id: object) -> None:
        found = as_id(entity_id)
        self._shown = None if found is None else RoundtableId(found)
        self.reload()
        self.area.verticalScrollBar().setValue(0)

    @override
    def new(self) -> None:
        """Plan a roundtable: of which follow-up is asked first, then when and where."""
        if self._shown is not None:
            self.one.cards.new_agreement()
            return
        rows = self._desk.services.followup.list_followups()
        choose_followup(self, rows, self.one.acts.plan)

    @override
    def primary_focus(self) -> QWidget | None:
        return self.list.table if self._shown is None else self.one.cards.widgets()[0]

    @override
    def keys(self) -> Keys:
        return (
            ("Ctrl+N", _("Plan a roundtable; on one of them, add an agreement")),
            ("Enter", _("Open or correct what is marked")),
            ("Ctrl+P", _("Save the employer's sheet")),
            ("Esc", _("Back to the list")),
        )

    @override
    def resume(self, kind: DraftKind, entity: str) -> bool:
        owner, thing = read_place(entity)
        if owner is None:
            return False
        try:
            return self._resumed(kind, owner, thing)
        except NotFound:
            return False

    def go_back(self) -> None:
        """Show the list."""
        self._shown = None
        self.reload()
        self.list.table.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._shown is not None and asks_back(event):
            self.go_back()
        else:
            super().keyPressEvent(event)

    def _resumed(self, kind: DraftKind, owner: UUID, thing: UUID | None) -> bool:
        roundtables = self._desk.services.roundtable
        if kind is DraftKind.ROUNDTABLE and thing is None:
            self.one.acts.plan(FollowupId(owner))
        elif kind is DraftKind.ROUNDTABLE and thing is not None:
            self.show_entity(thing)
            self.one.acts.correct(roundtables.roundtable(RoundtableId(thing)))
        elif kind in _PARTS:
            self.show_entity(owner)
            sheet = roundtables.roundtable(RoundtableId(owner))
            PartActs(self._desk, self).resume(kind, sheet, thing)
        else:
            return False
        return True

    def _show_one(self, roundtable_id: RoundtableId) -> bool:
        try:
            self.one.show_roundtable(roundtable_id)
        except NotFound:
            return False
        return True
