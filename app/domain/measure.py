"""A measure: how it goes in the citizen's own numbers and words, on one day. Never added up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType
from uuid import UUID

from app.domain.clean import clean
from app.domain.guard import About
from app.domain.language import N_, _
from app.domain.settling import Settling
from app.domain.typed import (
    LINE_LIMIT,
    read_day,
    read_hours,
    read_line,
    read_whole,
    write_day,
    write_hours,
)

MeasureId = NewType("MeasureId", UUID)

LEAST, MOST = 0, 10
MOST_HOURS = 60


class Scale(StrEnum):
    """What is put at a whole number from 0 to 10, in our own words; the code is the field."""

    WORK_ABILITY = "work_ability"
    ENERGY = "energy"
    CONCENTRATION = "concentration"
    CONFIDENCE = "confidence"


SCALE_LABELS: dict[Scale, str] = {
    Scale.WORK_ABILITY: N_("Work ability right now"),
    Scale.ENERGY: N_("Energy"),
    Scale.CONCENTRATION: N_("Concentration"),
    Scale.CONFIDENCE: N_("Confidence in returning"),
}
SCALE_QUESTIONS: dict[Scale, str] = {
    Scale.WORK_ABILITY: N_(
        "How much of your work can you do right now? 0 is none of it, 10 is as when it was best."
    ),
    Scale.ENERGY: N_("How much energy do you have left after a day? 0 is none, 10 is plenty."),
    Scale.CONCENTRATION: N_(
        "How well can you keep your mind on one thing? 0 is not at all, 10 is as usual."
    ),
    Scale.CONFIDENCE: N_("How sure are you of coming back? 0 is not at all, 10 is quite sure."),
}


class InPlace(StrEnum):
    """Whether an adjustment was really there this week."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


IN_PLACE_LABELS: dict[InPlace, str] = {
    InPlace.YES: N_("In place"),
    InPlace.PARTLY: N_("Partly in place"),
    InPlace.NO: N_("Not in place"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureDraft:
    """A measure as typed. Each of `adjustments` is `yes:…`, `partly:…` or `no:…`."""

    day: str = ""
    work_ability: str = ""
    sentence: str = ""
    planned_hours: str = ""
    worked_hours: str = ""
    energy: str = ""
    concentration: str = ""
    confidence: str = ""
    adjustments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjustmentInPlace:
    """One adjustment, and whether it was there."""

    adjustment: str
    in_place: InPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureFacts:
    """A measure that passed every rule. What was not asked is None, which is not 0."""

    day: date
    work_ability: int | None
    sentence: str
    planned_hours: float | None
    worked_hours: float | None
    energy: int | None
    concentration: int | None
    confidence: int | None
    adjustments: tuple[AdjustmentInPlace, ...]

    def at(self, scale: Scale) -> int | None:
        """Return the number put at `scale`, if any."""
        return {
            Scale.WORK_ABILITY: self.work_ability,
            Scale.ENERGY: self.energy,
            Scale.CONCENTRATION: self.concentration,
            Scale.CONFIDENCE: self.confidence,
        }[scale]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureRow:
    """One measure of a follow-up."""

    id: MeasureId
    facts: MeasureFacts


def settle_measure(draft: MeasureDraft, started_on: date, today: date) -> MeasureFacts:
    """Return the measure as facts, or raise `Rejected`; one that says nothing is none."""
    form = Settling()
    facts = MeasureFacts(
        day=form.read("day", lambda: read_day(draft.day, today), today),
        work_ability=_settle_scale(form, "work_ability", draft.work_ability),
        sentence=form.read("sentence", lambda: read_line(draft.sentence), ""),
        planned_hours=_settle_hours(form, "planned_hours", draft.planned_hours),
        worked_hours=_settle_hours(form, "worked_hours", draft.worked_hours),
        energy=_settle_scale(form, "energy", draft.energy),
        concentration=_settle_scale(form, "concentration", draft.concentration),
        confidence=_settle_scale(form, "confidence", draft.confidence),
        adjustments=tuple(_settle_in_place(draft.adjustments)),
    )
    if not started_on <= facts.day <= today:
        form.refuse("day", _("Choose a day from the start of the follow-up until today."))
    asked = (draft.work_ability, draft.sentence, draft.worked_hours, draft.energy)
    more = (draft.concentration, draft.confidence, *draft.adjustments)
    if not any(clean(text) for text in (*asked, *more)):
        form.refuse("work_ability", _("Fill in at least one of these."))
    form.guard("sentence", draft.sentence, about=About.CITIZEN)
    form.finish()
    return facts


def draft_of_measure(facts: MeasureFacts) -> MeasureDraft:
    """Return the measure as a draft to correct."""
    return MeasureDraft(
        day=write_day(facts.day),
        work_ability=_write(facts.work_ability),
        sentence=facts.sentence,
        planned_hours=_write(facts.planned_hours),
        worked_hours=_write(facts.worked_hours),
        energy=_write(facts.energy),
        concentration=_write(facts.concentration),
        confidence=_write(facts.confidence),
        adjustments=tuple(write_in_place(one) for one in facts.adjustments),
    )


def write_in_place(one: AdjustmentInPlace) -> str:
    """Return an adjustment with its state as it is kept in a draft."""
    return f"{one.in_place.value}:{one.adjustment}"


def _settle_in_place(typed: Sequence[str]) -> Sequence[AdjustmentInPlace]:
    parts = [text.partition(":") for text in typed]
    return [
        AdjustmentInPlace(adjustment=read_line(said, LINE_LIMIT), in_place=InPlace(code))
        for code, _colon, said in parts
        if code in list(InPlace)
    ]


def _settle_scale(form: Settling, field: str, text: str) -> int | None:
    return form.read(field, lambda: read_whole(text, LEAST, MOST), None) if clean(text) else None


def _settle_hours(form: Settling, field: str, text: str) -> float | None:
    return form.read(field, lambda: read_hours(text, MOST_HOURS), None) if clean(text) else None


def _write(value: float | None) -> str:
    return "" if value is None else write_hours(value)
