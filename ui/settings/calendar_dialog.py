"""The forms of days away, and of a time better avoided."""

from __future__ import annotations

from typing_extensions import override

from app.domain.absence import AbsenceDraft
from app.domain.language import _
from app.domain.soft_block import SoftBlockDraft
from ui.common.dated_dialog import DatedDialog
from ui.common.day_field import DayField
from ui.common.form import Form
from ui.common.text_field import TextField


class AbsenceDialog(DatedDialog[AbsenceDraft]):
    """Days on which I cannot visit anybody."""

    @override
    def build(self, form: Form) -> None:
        form.add("first", _("First day"), DayField(self._today))
        last = _("Leave it empty if it is one day.")
        form.add("last", _("Last day"), DayField(self._today), last)
        form.add("reason", _("Reason"), TextField(), _("It is shown in the plan."))
        written = _("For example the duty roster. Leave it empty if only you know it.")
        form.add("source", _("Where is it written?"), TextField(), written)


class SoftBlockDialog(DatedDialog[SoftBlockDraft]):
    """Weeks or days on which a visit is better not."""

    @override
    def build(self, form: Form) -> None:
        when = _("Weeks like 7 or 28-31, or days like 24/12.")
        form.add("when", _("Weeks or days"), TextField(), when)
        form.add("name", _("Name"), TextField(), _("It is shown in the plan."))
        year = _("Leave it empty if it is so every year.")
        form.add("year", _("Only in the year"), TextField(), year)
        written = _("For example the school plan of your municipality.")
        form.add("source", _("Where is it written?"), TextField(), written)
        form.add("last_checked", _("Last checked"), DayField(self._today))
