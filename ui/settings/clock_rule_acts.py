"""What a hand can do with the deadlines of the clock."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.domain.clock_rule import ClockRuleDraft, ClockRuleId
from app.domain.draft import DraftKind
from app.domain.language import _
from app.domain.typed import write_day
from ui.common.attempt import attempt
from ui.common.confirm import confirm
from ui.common.desk import Desk
from ui.common.removal import Removal, offer_removal, removing
from ui.settings.clock_rule_dialog import ClockRuleDialog


class ClockRuleActs:
    """Opens the forms of the deadlines over `parent`."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk, self._parent = desk, parent
        self._rules = desk.services.clock_rule
        self._today = desk.services.today.day

    def add_clock_rule(self) -> None:
        """Open the form of a new deadline."""
        today = write_day(self._today())
        ClockRuleDialog(
            _("New deadline"),
            ClockRuleDraft(valid_from=today, last_checked=today),
            self._rules.add_clock_rule,
            self._today,
            self._parent,
            memory=self._desk.memory(DraftKind.CLOCK_RULE),
        ).open()

    def correct_clock_rule(self, rule_id: ClockRuleId) -> None:
        """Open the form of a deadline, from which it can be removed too."""
        memory = self._desk.memory(DraftKind.CLOCK_RULE, rule_id.hex)
        dialog = ClockRuleDialog(
            _("Correct the deadline"),
            self._rules.clock_rule_draft(rule_id),
            partial(self._rules.correct_clock_rule, rule_id),
            self._today,
            self._parent,
            memory=memory,
        )
        removal = Removal(
            "remove_clock_rule",
            _("Remove this deadline?"),
            _("No follow-up counts towards it any more."),
            _("Remove the deadline"),
            removing(self._desk, partial(self._rules.remove_clock_rule, rule_id), memory),
        )
        offer_removal(dialog, removal)
        dialog.open()

    def use_default_clock_rules(self) -> None:
        """Ask whether the list may become the one every new file has."""
        confirm(
            self._parent,
            _("Go back to the usual deadlines?"),
            _("What you have added or changed in this list goes."),
            _("Use the usual deadlines"),
            lambda: attempt(self._parent, self._rules.use_default_clock_rules),
        )

    def resume(self, entity: str) -> bool:
        """Open the form an unfinished edit was typed in."""
        if not entity:
            self.add_clock_rule()
            return True
        rule_id = ClockRuleId(UUID(entity))
        return attempt(self._parent, lambda: self.correct_clock_rule(rule_id))
