"""Planning a roundtable, and correcting its own words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.agenda import AGENDA_LABELS
from app.domain.guard import About
from app.domain.language import _
from app.domain.roundtable import TEXT_LIMIT, RoundtableDraft
from ui.common.choice_field import ChoiceField
from ui.common.dated_dialog import DatedDialog, Day
from ui.common.day_field import DayField
from ui.common.draft_memory import DraftMemory
from ui.common.form import Form
from ui.common.guarded import GuardedLine, GuardedNote
from ui.common.number_field import TimeField
from ui.common.segments import Options, SegmentField
from ui.common.text_field import TextField


class PlanDialog(DatedDialog[RoundtableDraft]):
    """When and where, and with which of several employers; what is agreed comes later."""

    def __init__(
        self,
        title: str,
        employers: Options,
        draft: RoundtableDraft,
        submit: Callable[[RoundtableDraft], object],
        today: Day,
        parent: QWidget | None = None,
        *,
        memory: DraftMemory | None = None,
    ) -> None:
        self._employers = employers
        super().__init__(title, draft, submit, today, parent, memory=memory, save_text=_("Plan it"))

    @override
    def build(self, form: Form) -> None:
        if len(self._employers) > 1:
            which = ChoiceField(self._employers, placeholder=_("Choose the employer"))
            form.add("employer", _("Employer the plan is for"), which)
        add_meeting(form, self._today)
        agendas = [(kind.value, _(label)) for kind, label in AGENDA_LABELS.items()]
        form.add(
            "agenda",
            _("Agenda"),
            SegmentField(agendas),
            # i18n: Danish: »Punkterne kan ændres bagefter. Det, der ikke blev nået sidst, kommer
            # i18n: med.«
            _("The points can be changed afterwards. What was not reached last time comes along."),
        )


class RoundtableDialog(DatedDialog[RoundtableDraft]):
    """When and where, the review, and the words that are agreed on."""

    WIDTH = 640

    @override
    def build(self, form: Form) -> None:
        form.add(
            "duration",
            _("Expected duration"),
            GuardedLine(About.EMPLOYER, placeholder=_("For example: 10 to 14 weeks")),
            _("The employer sees it only if the consent covers duration."),
        )
        form.add(
            "colleagues_told",
            _("What colleagues are told"),
            GuardedNote(About.EMPLOYER, limit=TEXT_LIMIT),
            _("In the words the citizen has agreed to."),
        )
        form.add(
            "disagreements",
            _("What you do not agree on"),
            GuardedNote(About.CITIZEN, limit=TEXT_LIMIT),
            _("Stays here; it is on no paper for the employer."),
        )
        form.add("review_on", _("Followed up on"), DayField(self._today))
        form.add("review_at", _("At"), TimeField())
        form.add_section(_("The meeting"))
        add_meeting(form, self._today)


def add_meeting(form: Form, today: Day) -> None:
    """Add when and where one meets."""
    form.add("day", _("Day of the meeting"), DayField(today))
    form.add("at", _("Time"), TimeField())
    form.add("place", _("Place"), TextField())
