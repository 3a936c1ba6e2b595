"""Settings: my details, my calendar, deadlines, the slip, look, lock, keys, copies, audit
trail, erasures."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.changes import Topic
from app.domain.draft import DraftKind
from app.domain.language import _
from ui.common.button import Button
from ui.common.columns import Columns
from ui.common.desk import Desk
from ui.common.page import Keys, Page
from ui.common.page_header import PageHeader
from ui.roundtable.adjustment_acts import AdjustmentActs
from ui.settings.absence_card import AbsenceCard
from ui.settings.adjustment_card import AdjustmentCard
from ui.settings.audit_card import AuditCard
from ui.settings.calendar_acts import CalendarActs
from ui.settings.choices import Choices
from ui.settings.clock_rule_acts import ClockRuleActs
from ui.settings.clock_rule_card import ClockRuleCard
from ui.settings.copies_card import CopiesCard
from ui.settings.deletion_card import DeletionCard
from ui.settings.details_card import DetailsCard
from ui.settings.keys_card import KeysCard
from ui.settings.lock_card import LockCard
from ui.settings.look_card import LookCard
from ui.settings.plan_times_card import PlanTimesCard
from ui.settings.retention_acts import RetentionActs
from ui.settings.retention_card import RetentionCard
from ui.settings.scheme_acts import SchemeActs
from ui.settings.scheme_card import SchemeCard
from ui.settings.slip_acts import SlipActs
from ui.settings.slip_card import SlipCard
from ui.settings.soft_block_card import SoftBlockCard

NEW_CODE = "make_new_code"
DETAILS = "write_details"
CLOCK_RULES = "clock_rules"
RETENTION = "retention"
AUDIT = "audit"


class SettingsPage(Page):
    """One card for each thing that can be set."""

    TOPICS = frozenset({Topic.SETTINGS, Topic.CALENDAR, Topic.AUDIT, Topic.FOLLOWUP})

    def __init__(self, desk: Desk, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._asked: QWidget | None = None
        self._details = DetailsCard(desk)
        self._calendar = CalendarActs(desk, self)
        self._absences = AbsenceCard(desk, self._calendar)
        self._soft_blocks = SoftBlockCard(desk, self._calendar)
        self._plan_times = PlanTimesCard(desk)
        self._rule_acts = ClockRuleActs(desk, self)
        self._rules = ClockRuleCard(desk, self._rule_acts)
        self._retention = RetentionCard(desk, RetentionActs(desk, self))
        self._slip_acts = SlipActs(desk, self)
        self._slips = SlipCard(desk, self._slip_acts)
        self._adjustment_acts = AdjustmentActs(desk, self)
        self._adjustments = AdjustmentCard(desk, self._adjustment_acts)
        self._scheme_acts = SchemeActs(desk, self)
        self._schemes = SchemeCard(desk, self._scheme_acts)
        self._look = LookCard(choices)
        self._lock = LockCard(desk)
        self._keys = KeysCard(desk, choices)
        self._copies = CopiesCard(desk, choices)
        self._audit = AuditCard(desk)
        self._deletions = DeletionCard(desk)
        self._build(choices)

    @override
    def reload(self) -> None:
        self._absences.show_state()
        self._soft_blocks.show_state()
        self._rules.show_state()
        self._retention.show_state()
        self._slips.show_state()
        self._adjustments.show_state()
        self._schemes.show_state()
        self._keys.show_state()
        self._copies.show_state()
        self._audit.show_state()
        self._deletions.show_state()

    @override
    def primary_focus(self) -> QWidget:
        asked, self._asked = self._asked, None
        return self._details.first_field() if asked is None else asked

    @override
    def show_entity(self, entity_id: object) -> None:
        if entity_id == NEW_CODE:
            self._keys.make_new_code()
        elif entity_id == DETAILS:
            self._details.focus()
        self._asked = self._place(entity_id)

    @override
    def resume(self, kind: DraftKind, entity: str) -> bool:
        if kind is DraftKind.SLIP:
            return self._slip_acts.resume(entity)
        if kind is DraftKind.ADJUSTMENT:
            return self._adjustment_acts.resume(entity)
        if kind is DraftKind.SCHEME_CHECK:
            return self._scheme_acts.resume(entity)
        if kind is DraftKind.CLOCK_RULE:
            return self._rule_acts.resume(entity)
        if kind is not DraftKind.SENDER:
            return self._calendar.resume(kind, entity)
        self._details.focus()
        return True

    @override
    def keys(self) -> Keys:
        return (("Ctrl+Enter", _("Save my details")),)

    def _place(self, entity_id: object) -> QWidget | None:
        """Return where the keyboard goes for one who asked for this card."""
        if entity_id == AUDIT:
            return self._audit.first_button()
        if entity_id == RETENTION:
            return self._retention.list
        return self._rules.list if entity_id == CLOCK_RULES else None

    def _build(self, choices: Choices) -> None:
        header = PageHeader(_("Settings"))
        ask = Button(_("Help"), icon="book-open", pressed=choices.help_requested.emit)
        ask.setObjectName("help")
        header.add_action(ask)
        self.body.addWidget(header)
        sides = Columns(right=480)
        sides.add_left(self._details)
        sides.add_left(self._absences)
        sides.add_left(self._soft_blocks)
        sides.add_left(self._plan_times)
        sides.add_left(self._slips)
        sides.add_left(self._adjustments)
        sides.add_left(self._retention)
        sides.add_right(self._copies)
        sides.add_right(self._keys)
        sides.add_right(self._audit)
        sides.add_right(self._deletions)
        sides.add_right(self._lock)
        sides.add_right(self._look)
        sides.add_right(self._rules)
        sides.add_right(self._schemes)
        self.body.addWidget(sides)
        self.body.addStretch(1)
