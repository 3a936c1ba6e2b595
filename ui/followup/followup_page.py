"""The page of follow-ups: the list, and one person's page."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.changes import Topic
from app.domain.consent import CitizenId
from app.domain.draft import DraftKind
from app.domain.flag import FlagId
from app.domain.followup import FollowupId
from app.domain.language import _
from ui.common.desk import Desk
from ui.common.draft_place import read_place
from ui.common.either_page import EitherPage
from ui.common.ids import as_id
from ui.common.page import Keys
from ui.followup.begin_acts import BeginActs
from ui.followup.followup_list import FollowupList
from ui.followup.one_followup import OneFollowup

ERASE = "erase"
_OF_ONE = (DraftKind.FOLLOWUP, DraftKind.PARTY, DraftKind.CONTACT)


class FollowupPage(EitherPage):
    """Shows the list, or one follow-up.

    Other pages come here with the id of a follow-up, or of a citizen whose yes was relayed. With
    `flag:` and a flag's id the first talk begins, with `relayed:` and a flag's id a yes the doctor
    passes on is recorded; with `erase:` and its id a person is erased, seen first.
    """

    TOPICS = frozenset(
        {Topic.FOLLOWUP, Topic.CONSENT, Topic.TASK, Topic.ROUNDTABLE, Topic.DISCLOSURE}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.list, self.one = FollowupList(), OneFollowup(desk, self)
        self.begin = BeginActs(desk, self, self.show_entity)
        self.put(self.list, self.one)
        self._connect()

    @override
    def read_list(self) -> None:
        services = self._desk.services
        self.list.show_rows(
            services.followup.list_followups(archived=self.list.archived()),
            services.consent.list_relayed(),
            services.today.day(),
        )

    @override
    def read_one(self, shown: UUID) -> None:
        self.one.show_followup(FollowupId(shown))

    @override
    def show_entity(self, entity_id: object) -> None:
        before, _colon, flag = str(entity_id).rpartition(":")
        found = as_id(flag if before else entity_id)
        if found is None:
            return
        if before == ERASE:
            self.show_one(found)
            self.one.to_top()
            self.one.erase()
            return
        if before:
            self.go_back()
            self._begin_from_flag(before, FlagId(found))
            return
        self.show_one(found)
        self.one.to_top()
        if self._shown is None:
            self.list.relayed.go_to(CitizenId(found))

    @override
    def new(self) -> None:
        if self._shown is None:
            self.begin.begin()
        else:
            self.one.log_contact()

    @override
    def primary_focus(self) -> QWidget | None:
        return self.list.table if self._shown is None else self.one.first_act()

    @override
    def keys(self) -> Keys:
        return (
            ("Ctrl+N", _("New follow-up; on one of them, log a contact")),
            ("Enter", _("Open or correct what is marked")),
            ("Space", _("Tick a task")),
            ("←→↑↓", _("Move in the consent matrix")),
            ("Del", _("Withdraw the cell of the matrix, at once")),
            ("Esc", _("Back to the list")),
        )

    @override
    def resumed(self, kind: DraftKind, entity: str) -> bool:
        owner, thing = read_place(entity)
        if kind is DraftKind.RELAYED:
            self.begin.resume_relayed(entity)
        elif kind is DraftKind.CONFIRMED and "/" not in entity:
            self.begin.resume_first_talk(entity)
        elif owner is None:
            return False
        elif kind is DraftKind.MEASURE:
            self.show_entity(owner)
            self.one.measuring.resume(FollowupId(owner), thing)
        elif kind in _OF_ONE:
            self.show_entity(owner)
            self.one.acts.resume(kind, FollowupId(owner), thing)
        elif kind is DraftKind.GRANT:
            self.show_entity(owner)
            self.one.consents.grant(FollowupId(owner))
        elif kind is DraftKind.CONFIRMED:
            self.show_entity(owner)
            self.one.consents.renew(FollowupId(owner))
        else:
            return False
        return True

    def _connect(self) -> None:
        self.list.opened.connect(self.show_entity)
        self.list.shown_changed.connect(self.reload)
        self.list.new.clicked.connect(self.begin.begin)
        self.list.relay.clicked.connect(lambda: self.begin.record_relayed())
        self.list.code.clicked.connect(self.begin.ask_code)
        self.list.relayed.begin_requested.connect(self.begin.begin_from_relayed)
        self.list.form.clicked.connect(self.begin.open_blank_form)
        self.list.relayed.correct_requested.connect(self.begin.correct_relayed)
        self.list.relayed.erase_requested.connect(self.begin.erase_relayed)
        self.one.back.connect(self.go_back)

    def _begin_from_flag(self, how: str, flag_id: FlagId) -> None:
        relayed = how == "relayed"
        begin = self.begin
        dialog = begin.record_relayed(flag_id.hex) if relayed else begin.begin_from_flag(flag_id)
        dialog.rejected.connect(lambda: self._desk.go("flags", f"unmoved:{flag_id.hex}"))
