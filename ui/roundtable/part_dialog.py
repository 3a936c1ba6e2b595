"""The forms of what a roundtable is made of: a seat, an agreement, a step, who does what."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.agreement import ActionDraft, AgreementDraft, StepDraft
from app.domain.guard import About
from app.domain.language import _
from app.domain.roundtable import ParticipantDraft
from ui.common.check import CheckField
from ui.common.choice_field import ChoiceField
from ui.common.dated_dialog import DatedDialog
from ui.common.day_field import DayField
from ui.common.draft_memory import DraftMemory
from ui.common.form import Form
from ui.common.form_dialog import FormDialog
from ui.common.guarded import GuardedLine
from ui.common.number_field import NumberField
from ui.common.segments import Options
from ui.common.text_field import TextField
from ui.roundtable.remark_dialog import reader_hint, reader_options

Day = Callable[[], date]
MOST_HOURS = 60


class ParticipantDialog(FormDialog[ParticipantDraft]):
    """Who sits at the table, as what, and whether they came."""

    def __init__(
        self,
        title: str,
        who: Options,
        draft: ParticipantDraft,
        submit: Callable[[ParticipantDraft], object],
        parent: QWidget | None = None,
        *,
        memory: DraftMemory | None = None,
    ) -> None:
        self._who = who
        super().__init__(title, draft, submit, parent, memory=memory)

    @override
    def build(self, form: Form) -> None:
        form.add("who", _("Who"), ChoiceField(self._who, placeholder=_("Choose who takes part")))
        form.add("role", _("Role at the table"), TextField())
        form.add("attended", "", CheckField(_("Takes part, or took part")))


class AgreementDialog(DatedDialog[AgreementDraft]):
    """Function, task, adjustment, period, review, owner."""

    WIDTH = 640

    @override
    def build(self, form: Form) -> None:
        form.add(
            "function",
            _("Function"),
            GuardedLine(About.EMPLOYER, placeholder=_("For example: short span of concentration")),
            # i18n: Danish: »Begynd med funktionen: Hvad er svært på jobbet?«
            _("Begin with the function: what is hard at work?"),
        )
        form.add(
            "task",
            _("Task"),
            GuardedLine(About.EMPLOYER, placeholder=_("For example: handling orders")),
        )
        form.add(
            "adjustment",
            _("Adjustment"),
            GuardedLine(
                About.EMPLOYER, placeholder=_("For example: a quiet seat, no phone from 9 to 11")
            ),
        )
        form.add("first", _("From"), DayField(self._today))
        form.add("last", _("To"), DayField(self._today))
        form.add("review_on", _("Followed up on"), DayField(self._today))
        form.add("owner", _("Responsible"), GuardedLine(About.EMPLOYER))
        form.add("audience", _("Who may read it"), ChoiceField(reader_options()), reader_hint())


class StepDialog(DatedDialog[StepDraft]):
    """Hours a week, from a day to a day."""

    WIDTH = 480

    @override
    def build(self, form: Form) -> None:
        form.add("hours", _("Hours a week"), NumberField(0, MOST_HOURS, unit=_("hours")))
        form.add("first", _("From"), DayField(self._today))
        form.add("last", _("To"), DayField(self._today))


class ActionDialog(DatedDialog[ActionDraft]):
    """Who does what, by when."""

    @override
    def build(self, form: Form) -> None:
        form.add("who", _("Who"), GuardedLine(About.EMPLOYER))
        form.add("what", _("What"), GuardedLine(About.EMPLOYER))
        form.add(
            "due_on",
            _("By"),
            DayField(self._today, by=True),
            _("With a day it becomes a task when the plan is finalised."),
        )
