"""The first talk with a citizen, and correcting what was told in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.flag_choice import EMPLOYMENT_LABELS
from app.domain.followup import ORIGIN_LABELS, FollowupDraft, Origin
from app.domain.giving import has_original
from app.domain.guard import About
from app.domain.language import _
from ui.common.check import CheckField
from ui.common.chips import ChipsField
from ui.common.dated_dialog import DatedDialog, Day
from ui.common.day_field import DayField
from ui.common.draft_memory import DraftMemory
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.guarded import GuardedNote
from ui.common.number_field import NumberField
from ui.common.text import Text
from ui.common.text_field import TextField
from ui.consent.form_of_yes import Said, add_form_of_yes, show_said
from ui.consent.relayed_dialog import add_reach
from ui.followup.function_note import FunctionNote

MOST_HOURS = 60


class FirstTalkDialog(DatedDialog[FollowupDraft]):
    """The citizen says yes to working together; nothing is saved without that."""

    WIDTH = 640

    def __init__(
        self,
        draft: FollowupDraft,
        submit: Callable[[FollowupDraft], object],
        today: Day,
        parent: QWidget | None = None,
        *,
        said: Said,
        memory: DraftMemory | None = None,
    ) -> None:
        self._said = said
        title, save = _("The first talk"), _("Start the follow-up")
        super().__init__(title, draft, submit, today, parent, memory=memory, save_text=save)
        show_said(self.form)

    @override
    def build(self, form: Form) -> None:
        words = _(
            "Name, one way to reach them and what they tell you are kept. Nobody else is told "
            "anything by this."
        )
        form.add_widget(Text(words, Role.SECONDARY, wrap=True))
        form.add_section(_("The citizen"))
        add_reach(form)
        add_no_ring(form)
        form.add_section(_("The yes"))
        add_form_of_yes(form, self._today, self._said)
        form.add_section(_("The work"))
        if self._given.flag_id or self._given.relayed_id:
            form.add_widget(Text(from_flag_words(), Role.SECONDARY, wrap=True))
        else:
            form.add("origin", _("What it starts from"), ChipsField(_origins(flag=False)))
        add_work(form, self._today)


class CorrectFollowupDialog(DatedDialog[FollowupDraft]):
    """Mends what was told; the consent itself is not changed by it."""

    WIDTH = 640

    @override
    def build(self, form: Form) -> None:
        form.add_section(_("The citizen"))
        add_reach(form)
        add_no_ring(form)
        if has_original(self._given.form) or self._given.original_at:
            form.add("original_at", _("Where the original of the consent lies"), TextField())
        form.add_section(_("The work"))
        form.add("origin", _("What it started from"), ChipsField(_origins(flag=True)))
        add_work(form, self._today)


def add_work(form: Form, today: Day) -> None:
    """Add the job, what is hard in it, and what the citizen wishes."""
    kinds = tuple((code.value, _(label)) for code, label in EMPLOYMENT_LABELS.items())
    form.add("employment", _("Employment"), ChipsField(kinds))
    form.add("job_title", _("Job"), TextField())
    form.add("weekly_hours", _("Agreed hours a week"), NumberField(0, MOST_HOURS, unit=_("hours")))
    form.add("sick_since", _("On sick leave since, if at all"), DayField(today))
    form.add(
        "functions",
        _("What is hard at work"),
        FunctionNote(About.CITIZEN),
        _("Functions, in the citizen's own words. No diagnosis."),
    )
    form.add("wishes", _("What the citizen wishes"), GuardedNote(About.CITIZEN))


def add_no_ring(form: Form) -> None:
    """Add whether the citizen has asked not to be rung."""
    # i18n: Danish: »Må ikke ringes op«
    form.add("no_ring", "", CheckField(_("May not be rung")))


def from_flag_words() -> str:
    """Return what is said instead of a flag's code."""
    return _("This follow-up came from a flag; its code is not shown here.")


def _origins(*, flag: bool) -> tuple[tuple[str, str], ...]:
    return tuple(
        (code.value, _(label))
        for code, label in ORIGIN_LABELS.items()
        if flag or code is not Origin.FLAG
    )
