"""Ending a follow-up with an outcome."""

from __future__ import annotations

from typing_extensions import override

from app.domain.followup import OUTCOME_LABELS, EndingDraft
from app.domain.language import _
from ui.common.chips import ChipsField
from ui.common.dated_dialog import DatedDialog
from ui.common.day_field import DayField
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.text import Text


class EndingDialog(DatedDialog[EndingDraft]):
    """How far the person came on the goal ladder."""

    @override
    def build(self, form: Form) -> None:
        words = _("Six months after the last day the person is erased by itself.")
        form.add_widget(Text(words, Role.SECONDARY, wrap=True))
        outcomes = tuple((code.value, _(label)) for code, label in OUTCOME_LABELS.items())
        form.add("outcome", _("It ended with"), ChipsField(outcomes))
        form.add("ended_on", _("Last day"), DayField(self._today))
