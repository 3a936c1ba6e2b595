"""The deadlines every follow-up's clock counts towards."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.clock_rule import ClockRule, ClockRuleRow, rule_title
from app.domain.language import _
from app.domain.words import long_day
from ui.common.badge import Badge
from ui.common.button import Button, Size
from ui.common.card import Card
from ui.common.desk import Desk
from ui.common.rows import Row, RowList
from ui.common.tokens import Tone
from ui.settings.clock_rule_acts import ClockRuleActs


class ClockRuleCard(Card):
    """Lists the deadlines with their source; says which nobody has checked for a year."""

    def __init__(self, desk: Desk, acts: ClockRuleActs, parent: QWidget | None = None) -> None:
        # i18n: Danish: »Frister i forløb«
        super().__init__(_("Deadlines of follow-ups"), icon="timer", parent=parent)
        self._rules, self._today = desk.services.clock_rule, desk.services.today.day
        usual = Button(
            _("The usual ones …"), size=Size.COMPACT, pressed=acts.use_default_clock_rules
        )
        usual.setObjectName("use_default_clock_rules")
        add = Button(_("Add"), size=Size.COMPACT, icon="plus", pressed=acts.add_clock_rule)
        add.setObjectName("add_clock_rule")
        add.setAccessibleName(_("Add a deadline"))
        self.add_action(usual)
        self.add_action(add)
        self.list = RowList()
        self.list.setObjectName("clock_rules")
        self.list.opened.connect(lambda row: acts.correct_clock_rule(row.id))
        self.add(self.list, flush=True)

    def show_state(self) -> None:
        """Show the deadlines as they are saved."""
        rows = self._rules.list_clock_rules()
        self.list.set_rows([_row(row, self._today()) for row in rows])
        self.set_count(len(rows) or None)
        self.set_empty(None if rows else _("None. The clock only counts the weeks."))


def _row(row: ClockRuleRow, today: date) -> Row:
    old = [Badge(_("Check again"), Tone.WARN, "triangle-alert")] if row.rule.is_old(today) else []
    return Row(rule_title(row.rule), _detail(row.rule), key=row, trailing=old, wrap=True)


def _detail(rule: ClockRule) -> str:
    parts = [
        rule.source,
        _("In force since {day}").format(day=long_day(rule.valid_from)),
        _("Last checked {day}").format(day=long_day(rule.last_checked)),
    ]
    if rule.compares:
        parts.append(_("days won are counted against this one"))
    return " · ".join(parts)
