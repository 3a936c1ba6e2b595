"""How long the way and a roundtable take: the plan leaves room for them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.language import _
from app.domain.plan_times import (
    LONGEST_ROUNDTABLE,
    LONGEST_TRAVEL,
    SHORTEST_ROUNDTABLE,
    PlanTimesDraft,
)
from app.domain.problem import Rejected
from ui.common.button import Button
from ui.common.card import Card
from ui.common.desk import Desk
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.number_field import NumberField
from ui.common.text import Text
from ui.file.stacked import at_left, stacked


class PlanTimesCard(Card):
    """Two lengths: the way between two practices, and a roundtable."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        # i18n: Danish: »Tid i planen«
        super().__init__(_("Time in the plan"), icon="timer", parent=parent)
        self._desk = desk
        self._settings = desk.services.settings
        self._form = Form(stacked=False, label_width=220)
        self._fill()
        self._form.show_draft(self._settings.plan_times_draft())

    def save(self) -> None:
        """Save both, or say what is to be mended."""
        try:
            self._settings.save_plan_times(self._form.draft(PlanTimesDraft))
        except Rejected as rejection:
            self._form.show_problems(rejection.problems)
            return
        self._form.show_problems(())
        self._desk.message.say(_("The times are saved, and the plan leaves room for them."))

    def _fill(self) -> None:
        minutes = _("minutes")
        way = NumberField(0, LONGEST_TRAVEL, step=5, unit=minutes)
        length = NumberField(SHORTEST_ROUNDTABLE, LONGEST_ROUNDTABLE, step=15, unit=minutes)
        self._form.add("travel", _("The way between two practices"), way)
        self._form.add("roundtable", _("A roundtable"), length)
        words = _(
            "Between two visits on one day the plan leaves time for the way. 30 and 60 minutes are"
            " Fasthold's own guess, not a rule: write what it takes where you are."
        )
        save = Button(_("Save the times"), pressed=self.save)
        save.setObjectName("save_plan_times")
        self.add(stacked(Text(words, Role.QUIET, wrap=True), self._form, at_left(save), gap=14))
