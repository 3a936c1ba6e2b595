"""A flag: what a doctor raises about a patient who has not yet said yes. It names nobody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NewType
from uuid import UUID

from app.domain.flag_choice import (
    Actor,
    AgeBand,
    CloseReason,
    Employment,
    FlagStatus,
    Function,
    Mentioned,
    NextStep,
    Sector,
    Theme,
    Urgency,
)
from app.domain.language import _
from app.domain.practice import DoctorId, PracticeId
from app.domain.settling import Settling
from app.domain.typed import Unreadable, read_day, read_note, read_optional_deadline

FlagId = NewType("FlagId", UUID)

NOTE_LIMIT = 120
KEPT_DAYS = 90
KEPT_DAYS_AFTER_FEEDBACK = 14
TOLD_AHEAD = 14  # days for which a reduction is shown before it comes


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagTime:
    """How long flags are kept, as a municipality has it; `not_before` gives those that would go by
    a time that was just made shorter the days in which it is told of."""

    days: int = KEPT_DAYS
    told_days: int = KEPT_DAYS_AFTER_FEEDBACK
    not_before: date = date.min


LONGEST = FlagTime()


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagDraft:
    """A flag as typed and chosen. May be incomplete."""

    theme: str = ""
    functions: tuple[str, ...] = ()
    employment: str = Employment.NOT_STATED.value
    sector: str = Sector.NOT_STATED.value
    age_band: str = AgeBand.NOT_STATED.value
    urgency: str = Urgency.CAN_WAIT.value
    mentioned: str = Mentioned.ONCE.value
    may_quote: bool = False
    next_step: str = NextStep.NONE.value
    who_acts: str = Actor.DOCTOR.value
    act_by: str = ""
    note: str = ""
    told_by: str = ""  # the id of the doctor as text; empty if it is not said


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionDraft(FlagDraft):
    """A flag as corrected; `close_reason` is asked of a closed one only."""

    raised_on: str = ""
    close_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagFacts:
    """A flag that passed every rule. No field can hold the person it is about."""

    theme: Theme
    functions: tuple[Function, ...]
    employment: Employment
    sector: Sector
    age_band: AgeBand
    urgency: Urgency
    mentioned: Mentioned
    may_quote: bool
    next_step: NextStep
    who_acts: Actor
    act_by: date | None
    note: str
    told_by: DoctorId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagCorrection:
    """A correction that passed every rule."""

    facts: FlagFacts
    raised_on: date
    close_reason: CloseReason | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagCard:
    """One flag on the board or in a list. Never shown beside a citizen's name.

    `raised_on` can be corrected; `noted_on` is the day it was first saved, and stays. A consented
    one `may_be_told` of when the citizen lets the doctor hear back.
    """

    id: FlagId
    code: str
    practice_id: PracticeId
    practice: str
    raised_on: date
    noted_on: date
    status: FlagStatus
    close_reason: CloseReason | None
    fed_back_on: date | None
    shrinks_on: date
    may_be_told: bool
    facts: FlagFacts
    doctor: str  # who told of it, if that was said
    kept_days: int = KEPT_DAYS


def settle_flag(draft: FlagDraft, today: date, known_names: frozenset[str]) -> FlagFacts:
    """Return the flag as facts, or raise `Rejected`; a note with a trace of a person is refused."""
    form = Settling()
    facts = read_flag(form, draft, today, known_names)
    _refuse_act_by(form, facts, today, _("Choose a day from today and at most 90 days ahead."))
    form.finish()
    return facts


def settle_correction(
    draft: CorrectionDraft, saved: FlagCard, today: date, known_names: frozenset[str]
) -> FlagCorrection:
    """Return what a flag is corrected to, or raise `Rejected`.

    The day it was raised is none to come, and none from before the time a flag is kept.
    """
    form = Settling()
    facts = read_flag(form, draft, today, known_names)
    raised_on = form.read("raised_on", lambda: read_day(draft.raised_on, today), saved.raised_on)
    if (
        raised_on != saved.raised_on
        and not earliest_raised(today, saved.kept_days) <= raised_on <= today
    ):
        back = _("Choose a day that has been, at most {days} days back.")
        form.refuse("raised_on", back.format(days=saved.kept_days))
    words = _("Choose a day from the one the flag was raised on, and at most 90 days after it.")
    _refuse_act_by(form, facts, raised_on, words)
    reason = saved.close_reason
    if reason is not None:
        reason = form.choose("close_reason", draft.close_reason, CloseReason, reason)
    form.finish()
    return FlagCorrection(facts=facts, raised_on=raised_on, close_reason=reason)


def earliest_raised(today: date, kept_days: int) -> date:
    """Return the first day a flag may be said to have been raised on."""
    return today - timedelta(days=kept_days)


def read_flag(
    form: Settling, draft: FlagDraft, today: date, known_names: frozenset[str]
) -> FlagFacts:
    """Read the fields of a flag; what there is to mend is noted in `form`."""
    form.guard("note", draft.note, known_names)
    return FlagFacts(
        theme=form.choose("theme", draft.theme, Theme, Theme.OTHER),
        functions=tuple(Function(code) for code in draft.functions),
        employment=form.choose("employment", draft.employment, Employment, Employment.NOT_STATED),
        sector=form.choose("sector", draft.sector, Sector, Sector.NOT_STATED),
        age_band=form.choose("age_band", draft.age_band, AgeBand, AgeBand.NOT_STATED),
        urgency=form.choose("urgency", draft.urgency, Urgency, Urgency.CAN_WAIT),
        mentioned=form.choose("mentioned", draft.mentioned, Mentioned, Mentioned.ONCE),
        may_quote=draft.may_quote,
        next_step=form.choose("next_step", draft.next_step, NextStep, NextStep.NONE),
        who_acts=form.choose("who_acts", draft.who_acts, Actor, Actor.DOCTOR),
        act_by=form.read("act_by", lambda: read_optional_deadline(draft.act_by, today), None),
        note=form.read("note", lambda: read_note(draft.note, NOTE_LIMIT), ""),
        told_by=form.read("told_by", lambda: _read_doctor(draft.told_by), None),
    )


def first_status(facts: FlagFacts) -> tuple[FlagStatus, CloseReason | None]:
    """Return where a new flag starts: the agreed next step says who has the ball."""
    match facts.next_step:
        case NextStep.DOCTOR_TALKS | NextStep.MEET_AT_PRACTICE:
            return FlagStatus.DOCTOR_ASKS, None
        case NextStep.PATIENT_RINGS:
            return FlagStatus.AWAITING, None
        case NextStep.ADVICE_ONLY:
            return FlagStatus.CLOSED, CloseReason.ADVICE_ONLY
        case _:
            return FlagStatus.RAISED, None


def after_consent_fell(status: FlagStatus, *, told: bool) -> FlagStatus:
    """Return where a flag stands when the consent it rested on is no more: with the citizen, who
    alone can begin again.

    Not closed, and no reason given: nothing on the nameless side may show that somebody rang and
    took it back. What the doctor was told of is over and stays; it goes 14 days after.
    """
    if status is FlagStatus.CONSENTED and not told:
        return FlagStatus.AWAITING
    return status


def shrinks_on(
    raised_on: date,
    noted_on: date,
    status: FlagStatus,
    fed_back_on: date | None,
    kept: FlagTime = LONGEST,
) -> date:
    """Return the day only month, practice and theme are left: 90 days after it was raised, or
    14 days after the doctor got feedback on a closed or consented one (product rule), or sooner as
    it is `kept`.

    A flag lives no longer for being corrected: that long after it was first noted it goes, whatever
    day it is said to have been raised on since.
    """
    first, over = min(raised_on, noted_on), status in (FlagStatus.CONSENTED, FlagStatus.CLOSED)
    told_on = fed_back_on if over else None
    longest = _last_of(first, told_on, LONGEST)
    return min(longest, max(kept.not_before, _last_of(first, told_on, kept)))


def going_by(today: date) -> date:
    """Return the last day of a flag that is told of today as one soon reduced."""
    return today + timedelta(days=TOLD_AHEAD)


def find_going(cards: Iterable[FlagCard], today: date) -> tuple[FlagCard, ...]:
    """Return the flags that are soon reduced, the first to go first."""
    going = [card for card in cards if card.shrinks_on <= going_by(today)]
    return tuple(sorted(going, key=lambda card: (card.shrinks_on, card.code)))


def raised_by(until: date, kept: FlagTime = LONGEST) -> date:
    """Return the last day on which a flag may have been raised that goes by `until`, though its
    doctor has not heard back."""
    return until - timedelta(days=min(kept.days, LONGEST.days))


def last_kept(card: FlagCard) -> date:
    """Return the day a flag is gone by, whatever is corrected."""
    return max(card.shrinks_on, card.noted_on + timedelta(days=card.kept_days))


def _last_of(first: date, told_on: date | None, kept: FlagTime) -> date:
    latest = first + timedelta(days=kept.days)
    return latest if told_on is None else min(latest, told_on + timedelta(days=kept.told_days))


def not_of_the_practice() -> str:
    """Return what is said when whoever told of a flag is no doctor of its practice."""
    return _("Choose a doctor of this practice, or that it is not said.")


def _refuse_act_by(form: Settling, facts: FlagFacts, first: date, words: str) -> None:
    if facts.act_by is not None and not first <= facts.act_by <= first + timedelta(KEPT_DAYS):
        form.refuse("act_by", words)


def _read_doctor(text: str) -> DoctorId | None:
    try:
        return DoctorId(UUID(text)) if text else None
    except ValueError as error:
        raise Unreadable(not_of_the_practice()) from error
