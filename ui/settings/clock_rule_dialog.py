"""The form of a deadline of the clock."""

from __future__ import annotations

from typing_extensions import override

from app.domain.clock_rule import FEWEST_WEEKS, MOST_WEEKS, ClockRuleDraft
from app.domain.guard import About
from app.domain.language import _
from ui.common.check import CheckField
from ui.common.dated_dialog import DatedDialog
from ui.common.day_field import DayField
from ui.common.form import Form
from ui.common.guarded import GuardedNote
from ui.common.number_field import NumberField
from ui.common.text_field import TextField


class ClockRuleDialog(DatedDialog[ClockRuleDraft]):
    """When it falls, what it is, where it is written, and who has looked since."""

    @override
    def build(self, form: Form) -> None:
        form.add("name", _("Name"), TextField(), _("It is shown on every follow-up."))
        weeks = NumberField(FEWEST_WEEKS, MOST_WEEKS, unit=_("weeks after the first sick day"))
        form.add("weeks", _("When"), weeks)
        step = GuardedNote(About.NOBODY, rows=3)
        form.add("step", _("What is to have happened, or can be done"), step)
        written = _("For example the section of the act, and of which day its text is.")
        form.add("source", _("Where is it written?"), TextField(), written)
        form.add("valid_from", _("In force since"), DayField(self._today))
        form.add("last_checked", _("Last checked"), DayField(self._today))
        form.add("compares", "", CheckField(_("Count the days won against this one")))
