"""A roundtable: who took part, what was agreed, the hours ladder, and one view per reader."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import NewType
from uuid import UUID

from app.domain.agenda import PointRow
from app.domain.agreement import ActionRow, AgreementRow, StepFacts, StepRow
from app.domain.consent import ConsentStatus, Information
from app.domain.followup import FollowupId
from app.domain.guard import About
from app.domain.hours_ladder import WorkedWeek
from app.domain.language import N_, _
from app.domain.remark import RemarkRow
from app.domain.scheme import SchemeRow
from app.domain.settling import Settling
from app.domain.typed import (
    NAME_LIMIT,
    read_day,
    read_line,
    read_note,
    read_optional_day,
    read_optional_time,
)
from app.domain.words import long_day

RoundtableId = NewType("RoundtableId", UUID)

TEXT_LIMIT = 600


class Seat(StrEnum):
    """Who sits at the table: the citizen, the consultant, or one of the parties."""

    CITIZEN = "citizen"
    CONSULTANT = "consultant"
    PARTY = "party"


class RoundtableStatus(StrEnum):
    """Where a roundtable stands: editable, locked as a version, or stopped with its consent."""

    DRAFT = "draft"
    FINAL = "final"
    STOPPED = "stopped"


ROUNDTABLE_LABELS: dict[RoundtableStatus, str] = {
    RoundtableStatus.DRAFT: N_("Draft"),
    RoundtableStatus.FINAL: N_("Final"),
    RoundtableStatus.STOPPED: N_("Stopped"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundtableDraft:
    """A roundtable as typed. `employer` is a party's id as text; it is chosen when a roundtable is
    planned and there are several. So is `agenda`, the code of the template it begins with."""

    employer: str = ""
    agenda: str = ""
    day: str = ""
    at: str = ""
    place: str = ""
    review_on: str = ""
    review_at: str = ""
    duration: str = ""
    colleagues_told: str = ""
    disagreements: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundtableFacts:
    """A roundtable that passed every rule. `duration` is the expected duration, in words."""

    day: date
    at: time | None
    place: str
    review_on: date | None
    review_at: time | None
    duration: str
    colleagues_told: str
    disagreements: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantDraft:
    """A participant as typed. `who` is a party's id as text, `citizen` or `consultant`."""

    who: str = ""
    role: str = ""
    attended: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantRow:
    """One participant; `status` is the state of the consent to take part, `until` its last day."""

    id: UUID
    seat: Seat
    party_id: UUID | None
    name: str
    role: str
    attended: bool
    status: ConsentStatus | None
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundtableRow:
    """One line of the list of roundtables."""

    id: RoundtableId
    followup_id: FollowupId
    citizen: str
    employer: str
    day: date
    at: time | None
    place: str
    status: RoundtableStatus
    version: int
    review_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundtableSheet:
    """Everything the page of one roundtable shows."""

    row: RoundtableRow
    facts: RoundtableFacts
    weekly_hours: float
    participants: tuple[ParticipantRow, ...]
    agenda: tuple[PointRow, ...]
    remarks: tuple[RemarkRow, ...]
    agreements: tuple[AgreementRow, ...]
    steps: tuple[StepRow, ...]
    worked: tuple[WorkedWeek, ...]
    actions: tuple[ActionRow, ...]
    schemes: tuple[SchemeRow, ...]
    changes: tuple[str, ...]
    employer_id: UUID | None  # None also while several could be meant
    employers: int
    employer_may_see: frozenset[Information]
    doctor_id: UUID | None  # None also while several could be meant
    doctor: str
    doctors: int
    doctor_may_see: frozenset[Information]
    hold_back: tuple[str, ...]  # what the employer is not to hear, and why
    consent_live: bool

    @property
    def ladder(self) -> tuple[StepFacts, ...]:
        """The steps of the hours ladder, first day first."""
        return tuple(row.facts for row in self.steps)


def employer_of_plan(employers: Sequence[UUID], seated: Collection[UUID]) -> UUID | None:
    """Return the employer a plan is for: the only one there is, or of several the only one
    `seated`."""
    mine = employers if len(employers) == 1 else [one for one in employers if one in seated]
    return mine[0] if len(mine) == 1 else None


def settle_roundtable(
    draft: RoundtableDraft,
    today: date,
    employers: Sequence[str] = (),
    *,
    began: date | None = None,
) -> RoundtableFacts:
    """Return the roundtable as facts, or raise `Rejected`; of several `employers` one is chosen.
    No roundtable is held before the follow-up `began`."""
    form = Settling()
    if len(employers) > 1 and draft.employer not in employers:
        form.refuse("employer", _("Choose which employer the plan is for."))
    facts = RoundtableFacts(
        day=form.read("day", lambda: read_day(draft.day, today), today),
        at=form.read("at", lambda: read_optional_time(draft.at), None),
        place=form.read("place", lambda: read_line(draft.place), ""),
        review_on=form.read(
            "review_on",
            lambda: read_optional_day(draft.review_on, today),
            None,
        ),
        review_at=form.read(
            "review_at",
            lambda: read_optional_time(draft.review_at),
            None,
        ),
        duration=form.read("duration", lambda: read_line(draft.duration), ""),
        colleagues_told=form.read(
            "colleagues_told", lambda: read_note(draft.colleagues_told, TEXT_LIMIT), ""
        ),
        disagreements=form.read(
            "disagreements", lambda: read_note(draft.disagreements, TEXT_LIMIT), ""
        ),
    )
    _refuse_days(form, facts, began)
    _guard_words(form, draft)
    form.finish()
    return facts


def _guard_words(form: Settling, draft: RoundtableDraft) -> None:
    for field, text, about in (
        ("place", draft.place, About.CONTACT),
        ("duration", draft.duration, About.EMPLOYER),
        ("colleagues_told", draft.colleagues_told, About.EMPLOYER),
        ("disagreements", draft.disagreements, About.CITIZEN),
    ):
        form.guard(field, text, about=about)


def _refuse_days(form: Settling, facts: RoundtableFacts, began: date | None) -> None:
    if began is not None and facts.day < began:
        text = _("Choose a day after the follow-up began, on {day}.")
        form.refuse("day", text.format(day=long_day(began)))
    if facts.review_on is not None and facts.review_on < facts.day:
        form.refuse("review_on", _("Choose a day after the roundtable."))


def settle_participant(draft: ParticipantDraft) -> ParticipantDraft:
    """Return the participant with a clean role, or raise `Rejected`."""
    form = Settling()
    role = form.read("role", lambda: read_line(draft.role, NAME_LIMIT), "")
    if not draft.who:
        form.refuse("who", _("Choose who takes part."))
    form.guard("role", draft.role, about=About.CITIZEN)
    form.finish()
    return ParticipantDraft(who=draft.who, role=role, attended=draft.attended)
