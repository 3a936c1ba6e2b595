"""The fields of a flag, the same wherever one is raised or corrected."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple, TypeVar

from typing_extensions import override

from app.domain.flag_choice import (
    ACTOR_LABELS,
    AGE_LABELS,
    EMPLOYMENT_LABELS,
    FUNCTION_LABELS,
    SECTOR_LABELS,
    STEP_LABELS,
    THEME_LABELS,
    URGENCY_LABELS,
    Mentioned,
    NextStep,
)
from app.domain.language import N_, _
from ui.common.button import Size
from ui.common.check import CheckField
from ui.common.chips import ChipsField
from ui.common.choice_field import ChoiceField
from ui.common.day_field import DayField
from ui.common.desk import Desk
from ui.common.form import Form
from ui.common.guarded import GuardedNote
from ui.common.segments import SegmentField
from ui.flag.flag_note import flag_note
from ui.flag.told_by_field import ToldByField

Code = TypeVar("Code", bound=StrEnum)

FUNCTIONS_AT_FIRST = 6
_DAY_WIDTH = 216

# Short, for the label »Mentioned« stands before them.
# i18n: Danish: »1.«, »2.«, »3. gang«, »Flere«
_MENTIONED: dict[Mentioned, str] = {
    Mentioned.ONCE: N_("1st"),
    Mentioned.TWICE: N_("2nd"),
    Mentioned.THREE_TIMES: N_("3rd"),
    Mentioned.MORE: N_("More"),
}


class FlagFields(NamedTuple):
    """The two fields that whoever shows the form has to do with."""

    told_by: ToldByField
    note: GuardedNote


class StepField(ChipsField):
    """The agreed next step; no chip chosen means that none is agreed yet."""

    def __init__(self, size: int) -> None:
        steps = [(code, words) for code, words in options(STEP_LABELS) if code != NextStep.NONE]
        super().__init__(steps, size=size)

    @override
    def value(self) -> str:
        return str(super().value()) or NextStep.NONE.value


def add_flag_fields(form: Form, desk: Desk, size: Size = Size.STANDARD) -> FlagFields:
    """Add every field a flag has to `form`."""
    _add_what(form, size)
    _add_how_soon(form, size)
    _add_next(form, desk, size)
    # i18n: Danish: »Fortalt af«
    told_by = form.add("told_by", _("Told by"), ToldByField(size))
    # i18n: Danish: »Kort note«, »højst 120 tegn«
    note = flag_note(desk.services.flag.note_traces)
    form.add("note", _("Short note"), note, _("at most 120 characters"))
    return FlagFields(told_by=told_by, note=note)


def options(labels: Mapping[Code, str]) -> list[tuple[str, str]]:
    """Return codes and labels, translated, in their order."""
    return [(code.value, _(label)) for code, label in labels.items()]


def _add_what(form: Form, size: Size) -> None:
    form.add("theme", _("Theme"), ChipsField(options(THEME_LABELS), size=size))
    functions = ChipsField(options(FUNCTION_LABELS), many=True, size=size, first=FUNCTIONS_AT_FIRST)
    # i18n: Danish: »Funktion, der er ramt«
    form.add("functions", _("Function affected"), functions)
    form.add("employment", _("Employment"), SegmentField(options(EMPLOYMENT_LABELS), size=size))
    form.add("age_band", _("Age"), SegmentField(options(AGE_LABELS), size=size))


def _add_how_soon(form: Form, size: Size) -> None:
    # i18n: Danish: »Haster«, »Nævnt«
    form.add("urgency", _("Urgency"), SegmentField(options(URGENCY_LABELS), size=size))
    mentioned = SegmentField(options(_MENTIONED), size=size)
    form.add_beside("mentioned", _("Mentioned"), mentioned)


def _add_next(form: Form, desk: Desk, size: Size) -> None:
    # i18n: Danish: »Aftalt næste skridt«, »Hvem gør det«, »Senest«
    form.add("next_step", _("Agreed next step"), StepField(size))
    form.add("who_acts", _("Who does it"), SegmentField(options(ACTOR_LABELS), size=size))
    act_by = DayField(desk.services.today.day, by=True)
    act_by.setFixedWidth(_DAY_WIDTH)
    form.add_beside("act_by", _("By"), act_by)
    form.add("sector", _("Line of work"), ChoiceField(options(SECTOR_LABELS)))
    # i18n: Danish: »Lægen må citeres«
    form.add_beside("may_quote", "", CheckField(_("The doctor may be quoted")))
