"""Ending a follow-up with an outcome."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.followup import OUTCOME_LABELS, EndingDraft
from app.domain.language import _, ngettext
from ui.common.chips import ChipsField
from ui.common.dated_dialog import DatedDialog, Day
from ui.common.day_field import DayField
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.text import Text


class EndingDialog(DatedDialog[EndingDraft]):
    """How far the person came on the goal ladder."""

    def __init__(
        self,
        draft: EndingDraft,
        submit: Callable[[EndingDraft], object],
        today: Day,
        parent: QWidget | None = None,
        *,
        months: int,
    ) -> None:
        self._months = months
        words = _("End the follow-up")
        super().__init__(words, draft, submit, today, parent, save_text=words)

    @override
    def build(self, form: Form) -> None:
        words = ngettext(
            "{n} month after the last day the person is erased by itself.",
            "{n} months after the last day the person is erased by itself.",
            self._months,
        )
        form.add_widget(Text(words.format(n=self._months), Role.SECONDARY, wrap=True))
        outcomes = tuple((code.value, _(label)) for code, label in OUTCOME_LABELS.items())
        form.add("outcome", _("It ended with"), ChipsField(outcomes))
        form.add("ended_on", _("Last day"), DayField(self._today))
