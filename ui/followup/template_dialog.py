"""Tasks that usually follow a day: the day is chosen, and what is wanted is ticked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.language import _, ngettext
from app.domain.task_template import NAMED_LABELS, NamedDay, ProposedTask, TemplateDraft
from app.domain.words import short_weekday_and_day
from ui.common.choice_field import ChoiceField
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.form_dialog import FormDialog
from ui.common.text import Text
from ui.common.tick_list import TickList

Propose = Callable[[NamedDay], Sequence[ProposedTask]]


class TemplateDialog(FormDialog[TemplateDraft]):
    """`propose` says what usually follows a day; those not late are ticked beforehand."""

    def __init__(
        self,
        days: Mapping[NamedDay, date],
        propose: Propose,
        submit: Callable[[TemplateDraft], object],
        parent: QWidget | None = None,
    ) -> None:
        self._days, self._propose = days, propose
        usual = _usual(days)
        ticked = tuple(task.code for task in propose(usual) if not task.late)
        draft = TemplateDraft(counted_from=usual.value, tasks=ticked)
        title, act = _("Tasks from a template"), _("Make the tasks")
        super().__init__(title, draft, submit, parent, save_text=act)

    @override
    def build(self, form: Form) -> None:
        words = _("Each is only proposed. What you tick becomes a task you can change.")
        form.add_widget(Text(words, Role.SECONDARY, wrap=True))
        options = tuple(
            (named.value, _named(named, self._days[named]))
            for named in NamedDay
            if named in self._days
        )
        counted = form.add("counted_from", _("Count from"), ChoiceField(options))
        self._tasks = form.add("tasks", _("Tasks"), TickList())
        self._show_tasks(self._given.counted_from)
        counted.changed.connect(lambda: self._show_tasks(str(counted.value())))

    def _show_tasks(self, code: str) -> None:
        proposals = self._propose(NamedDay(code))
        self._tasks.set_choices([_choice(task) for task in proposals])
        self._tasks.set_name("tasks", _("Tasks"))
        self._tasks.set_value(tuple(task.code for task in proposals if not task.late))


def _usual(days: Mapping[NamedDay, date]) -> NamedDay:
    """Return the day about which most is still to be done."""
    order = (NamedDay.REVIEW, NamedDay.ROUNDTABLE, NamedDay.SICK, NamedDay.START)
    return next((named for named in order if named in days), NamedDay.TODAY)


def _named(named: NamedDay, day: date) -> str:
    return _("{name}, {day}").format(name=_(NAMED_LABELS[named]), day=short_weekday_and_day(day))


def _choice(task: ProposedTask) -> tuple[str, str, str]:
    parts = [short_weekday_and_day(task.due_on)]
    if task.lead_days:
        text = ngettext("reminded {n} day before", "reminded {n} days before", task.lead_days)
        parts.append(text.format(n=task.lead_days))
    if task.late:
        parts.append(_("its day has passed"))
    return task.code, task.what, " · ".join(parts)
