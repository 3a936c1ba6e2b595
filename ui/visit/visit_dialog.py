"""The forms of a visit: planned or moved, and why one did not happen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.days import monday_of
from app.domain.language import _
from app.domain.plan_load import DayLoad, load_words
from app.domain.problem import FastholdError
from app.domain.visit import MISSED_LABELS, MissedDraft, VisitDraft
from app.domain.words import joined
from ui.common.calendar_popup import DayMark
from ui.common.chips import ChipsField
from ui.common.choice_field import ChoiceField
from ui.common.day_field import DayField
from ui.common.draft_memory import DraftMemory
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.form_dialog import FormDialog
from ui.common.number_field import NumberField, TimeField
from ui.common.segments import Options
from ui.common.text import Text
from ui.visit.week_strip import WeekStrip

Week = Callable[[date, str], Sequence[DayLoad]]  # of a day, at the practice with this id if any


class VisitDialog(FormDialog[VisitDraft]):
    """Where, which day, what time, how long. A visit that is moved stays `at` its practice; what
    the `week` of the day holds already is shown beneath the day."""

    def __init__(
        self,
        title: str,
        draft: VisitDraft,
        submit: Callable[[VisitDraft], object],
        parent: QWidget | None = None,
        *,
        practices: Options = (),
        at: str = "",
        today: Callable[[], date],
        week: Week,
        memory: DraftMemory,
        save_text: str = "",
    ) -> None:
        self._practices, self._at, self._today, self._week = practices, at, today, week
        self._known: dict[tuple[date, str], Sequence[DayLoad]] = {}
        self._day, self._strip = DayField(today, marks=self._mark), WeekStrip()
        self._strip.setObjectName("week")
        super().__init__(title, draft, submit, parent, memory=memory, save_text=save_text)
        self.form.changed.connect(self._show_week)
        self._show_week()

    @override
    def build(self, form: Form) -> None:
        if self._at:
            form.add_widget(Text(self._at, Role.ROW_TITLE, wrap=True))
        else:
            where = ChoiceField(self._practices, placeholder=_("Choose a practice"))
            form.add("practice_id", _("Practice"), where)
        form.add("day", _("Day"), self._day)
        form.add_widget(self._strip)
        form.add("at", _("Time"), TimeField())
        form.add("minutes", _("Length"), NumberField(10, 120, step=5, unit=_("minutes")))

    def _show_week(self) -> None:
        day = self._day.day()
        loads = self._loads(day) if day else ()
        self._strip.show_loads(loads, day)
        self._strip.setVisible(bool(loads))
        self.fit()

    def _loads(self, day: date) -> Sequence[DayLoad]:
        """Return what the week of `day` holds; nothing changes it while the form is open."""
        key = (monday_of(day), self.draft().practice_id)
        if key not in self._known:
            self._known[key] = ()
            with suppress(FastholdError):  # told when it is saved
                self._known[key] = self._week(*key)
        return self._known[key]

    def _mark(self, day: date) -> DayMark | None:
        load = next((one for one in self._loads(day) if one.day == day), None)
        words = joined(load_words(load)) if load else ""
        return DayMark(words, shut=bool(load and load.hard)) if words else None


class MissedDialog(FormDialog[MissedDraft]):
    """Why a visit did not happen."""

    def __init__(
        self, submit: Callable[[MissedDraft], object], parent: QWidget | None = None
    ) -> None:
        title = _("The visit did not happen")
        super().__init__(title, MissedDraft(), submit, parent, save_text=_("Note it"))

    @override
    def build(self, form: Form) -> None:
        reasons: Sequence[tuple[str, str]] = [
            (code.value, _(label)) for code, label in MISSED_LABELS.items()
        ]
        about = _("The plan then proposes another day, counted from the last visit held.")
        form.add("reason", _("Why?"), ChipsField(reasons), about)
