"""The form of how long one thing is kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.language import _
from app.domain.retention import KEPT_LABELS, LIMITS, MONTHS, Kept, RetentionDraft
from ui.common.dated_dialog import DatedDialog, Day
from ui.common.day_field import DayField
from ui.common.form import Form
from ui.common.number_field import NumberField
from ui.common.text_field import TextField


class RetentionDialog(DatedDialog[RetentionDraft]):
    """How long, where that is written, and who has looked since."""

    def __init__(
        self,
        kept: Kept,
        draft: RetentionDraft,
        submit: Callable[[RetentionDraft], object],
        today: Day,
        parent: QWidget | None = None,
    ) -> None:
        self._kept = kept
        super().__init__(_(KEPT_LABELS[kept]), draft, submit, today, parent)

    @override
    def build(self, form: Form) -> None:
        least, most = LIMITS[self._kept]
        unit = _("months") if self._kept in MONTHS else _("days")
        within = _("From {least} to {most}. What is made to go sooner is shown for 14 days first.")
        amount = NumberField(least, most, unit=unit)
        form.add("amount", _("Kept for"), amount, within.format(least=least, most=most))
        written = _("For example the decision of your municipality, and its day.")
        form.add("source", _("Where is it written?"), TextField(), written)
        form.add("valid_from", _("In force since"), DayField(self._today))
        form.add("last_checked", _("Last checked"), DayField(self._today))
