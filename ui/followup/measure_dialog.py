"""Logging how it goes, in the citizen's own numbers and words, and correcting it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.guard import About
from app.domain.language import _
from app.domain.measure import (
    LEAST,
    MOST,
    MOST_HOURS,
    SCALE_LABELS,
    SCALE_QUESTIONS,
    MeasureDraft,
    Scale,
)
from ui.common.dated_dialog import DatedDialog, Day
from ui.common.day_field import DayField
from ui.common.draft_memory import DraftMemory
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.guarded import GuardedLine
from ui.common.number_field import NumberField
from ui.common.text import Text
from ui.followup.in_place_field import InPlaceField


class MeasureDialog(DatedDialog[MeasureDraft]):
    """Everything may be left blank but one; blank is not 0, and nothing is added up."""

    WIDTH = 640

    def __init__(
        self,
        title: str,
        adjustments: Sequence[str],
        draft: MeasureDraft,
        submit: Callable[[MeasureDraft], object],
        today: Day,
        parent: QWidget | None = None,
        *,
        memory: DraftMemory | None = None,
    ) -> None:
        self._adjustments = adjustments
        super().__init__(title, draft, submit, today, parent, memory=memory)

    @override
    def build(self, form: Form) -> None:
        words = _(
            "The citizen chooses the numbers. What you do not ask stays empty: empty is not 0, and "
            "nothing is added up."
        )
        form.add_widget(Text(words, Role.SECONDARY, wrap=True))
        self._add_scale(form, Scale.WORK_ABILITY)
        form.add("sentence", _("In the citizen's own words"), GuardedLine(About.CITIZEN))
        self._add_hours(form)
        for scale in (Scale.ENERGY, Scale.CONCENTRATION, Scale.CONFIDENCE):
            self._add_scale(form, scale)
        if self._adjustments:
            asked = _("Which adjustments were really there this week?")
            form.add("adjustments", asked, InPlaceField(self._adjustments))
        form.add("day", _("Day"), DayField(self._today))

    def _add_scale(self, form: Form, scale: Scale) -> None:
        field = NumberField(LEAST, MOST, unit=_("of 10"))
        form.add(scale.value, _(SCALE_LABELS[scale]), field, _(SCALE_QUESTIONS[scale]))

    def _add_hours(self, form: Form) -> None:
        worked = NumberField(0, MOST_HOURS, unit=_("hours"))
        form.add("worked_hours", _("Hours worked"), worked)
        planned = NumberField(0, MOST_HOURS, unit=_("hours"))
        form.add_beside("planned_hours", _("Hours agreed"), planned)
