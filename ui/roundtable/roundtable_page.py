"""The page of roundtables: the list, and one plan beside what the employer will read."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.changes import Topic
from app.domain.draft import DraftKind
from app.domain.followup import FollowupId
from app.domain.language import _
from app.domain.roundtable import RoundtableId
from ui.common.desk import Desk
from ui.common.draft_place import read_place
from ui.common.either_page import EitherPage
from ui.common.ids import as_id
from ui.common.page import Keys
from ui.roundtable.choose_followup import choose_followup
from ui.roundtable.one_roundtable import OneRoundtable
from ui.roundtable.part_acts import PartActs
from ui.roundtable.roundtable_list import RoundtableList

_PARTS = (DraftKind.PARTICIPANT, DraftKind.AGREEMENT, DraftKind.STEP, DraftKind.ACTION)
_TALK = (DraftKind.POINT, DraftKind.REMARK)


class RoundtablePage(EitherPage):
    """Shows the list, or one roundtable."""

    TOPICS = frozenset({Topic.ROUNDTABLE, Topic.FOLLOWUP, Topic.CONSENT, Topic.SETTINGS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.list, self.one = RoundtableList(), OneRoundtable(desk, self)
        self.put(self.list, self.one)
        self.list.opened.connect(self.show_entity)
        self.list.new_requested.connect(self.new)
        self.one.opened.connect(self.show_entity)
        self.one.back.connect(self.go_back)

    @override
    def read_list(self) -> None:
        roundtables = self._desk.services.roundtable
        self.list.show_rows(roundtables.list_roundtables(), may=roundtables.can_plan())

    @override
    def read_one(self, shown: UUID) -> None:
        self.one.show_roundtable(RoundtableId(shown))

    @override
    def show_entity(self, entity_id: object) -> None:
        self.show_one(as_id(entity_id))

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
            ("Ctrl+P", _("Save the sheet that is shown")),
            ("Ctrl+Shift+P", _("Print the sheet that is shown")),
            ("Ctrl+F", _("Find words in the sheet that is shown")),
            ("F11", _("Show this sheet at the table, and nothing else")),
            ("Alt+L", _("Type a line during the talk")),
            # i18n: a key, the same in every language
            (_("A"), _("On a line: turn a remark into an agreement, or back")),
            ("1–5", _("On a remark: who may read it")),
            ("Del", _("On a step of the hours: remove it")),
            (_("Space"), _("On a point of the agenda: reached or not")),
            ("Alt+↑ ↓", _("Move a point, a remark or an agreement")),
            ("Esc", _("Back to the list")),
        )

    @override
    def resumed(self, kind: DraftKind, entity: str) -> bool:
        owner, thing = read_place(entity)
        return owner is not None and self._resumed(kind, owner, thing)

    def _resumed(self, kind: DraftKind, owner: UUID, thing: UUID | None) -> bool:
        roundtables = self._desk.services.roundtable
        if kind is DraftKind.ROUNDTABLE and thing is None:
            self.one.acts.plan(FollowupId(owner))
        elif kind is DraftKind.ROUNDTABLE and thing is not None:
            self.show_entity(thing)
            self.one.acts.correct(roundtables.roundtable(RoundtableId(thing)))
        elif kind in (*_PARTS, *_TALK):
            self.show_entity(owner)
            sheet = roundtables.roundtable(RoundtableId(owner))
            if kind in _TALK or thing in {row.id for row in sheet.remarks}:
                self.one.cards.take_up(kind, sheet, thing)
            else:
                PartActs(self._desk, self).resume(kind, sheet, thing)
        else:
            return False
        return True
