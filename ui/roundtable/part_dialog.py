"""The forms of what a roundtable is made of: a seat, an agreement, a step, who does what."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.adjustment import AdjustmentRow, function_name
from app.domain.agreement import ActionDraft, AgreementDraft, StepDraft, codes_in
from app.domain.guard import About
from app.domain.language import _
from app.domain.roundtable import ParticipantDraft
from app.services.adjustment import AdjustmentService
from ui.common.button import Button
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
from ui.common.unseen_field import UnseenField
from ui.roundtable.adjustment_picker import AddOwn, AdjustmentPicker
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

    def offer_catalogue(self, catalogue: AdjustmentService, add: AddOwn) -> None:
        """Put a button into the foot that lets an adjustment be taken from the catalogue; `add`
        opens the form of one of one's own over what it is given."""
        # i18n: Danish: »Fra kataloget«
        choose = Button(_("From the catalogue"), icon="book-open", keys="Ctrl+T")
        choose.setObjectName("choose_adjustment")
        choose.clicked.connect(lambda: self._choose_from(catalogue, add))
        self.add_left(choose)

    def _choose_from(self, catalogue: AdjustmentService, add: AddOwn) -> None:
        picker = AdjustmentPicker(catalogue, self._typed("function"), self._take, self)
        picker.offer_own(add, self._typed("adjustment"))
        picker.open()

    def _typed(self, name: str) -> str:
        return str(self.form.field(name).value()).strip()

    def _take(self, one: AdjustmentRow, spoken: str) -> None:
        """Put a line of the catalogue in: after what is typed, and under its function if none is
        named."""
        before = self._typed("adjustment").rstrip(".")
        text = f"{before}. {one.facts.text}" if before else one.facts.text
        function = self._typed("function") or function_name(one.facts.function, spoken)
        taken = codes_in(f"{self._typed('taken_from')} {one.code}" if before else one.code)
        self.form.set_values({"function": function, "adjustment": text, "taken_from": taken})
        self.form.changed.emit()
        self.form.field("task").setFocus()

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
        form.add("taken_from", "", UnseenField())
        form.set_asked("taken_from", asked=False)
        form.field("adjustment").changed.connect(self._forget_if_empty)

    def _forget_if_empty(self) -> None:
        """What is typed into an emptied field was not taken from the catalogue."""
        if not self._typed("adjustment"):
            self.form.set_values({"taken_from": ""})


class StepDialog(DatedDialog[StepDraft]):
    """Hours a week, from a day to a day, and on which days."""

    WIDTH = 480

    @override
    def build(self, form: Form) -> None:
        form.add("hours", _("Hours a week"), NumberField(0, MOST_HOURS, unit=_("hours")))
        form.add("first", _("From"), DayField(self._today))
        form.add("last", _("To"), DayField(self._today))
        form.add(
            "days",
            _("On which days"),
            # i18n: Danish: »For eksempel: mandag, onsdag og fredag«
            GuardedLine(About.EMPLOYER, placeholder=_("For example: Monday, Wednesday, Friday")),
        )


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
