"""Drafts with good defaults: a test names only what it is about. Today is Wednesday 9 September
2026."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from app.domain.adjustment import AdjustmentDraft
from app.domain.agreement import ActionDraft, AgreementDraft, StepDraft
from app.domain.consent import PartyId, RelayedDraft
from app.domain.contact import ContactDraft
from app.domain.cooperation import CooperationDraft
from app.domain.flag import CorrectionDraft, FlagDraft
from app.domain.followup import FollowupDraft
from app.domain.grant import GrantDraft
from app.domain.hold import HoldDraft
from app.domain.lesson import LessonDraft
from app.domain.measure import MeasureDraft
from app.domain.party import PartyDraft
from app.domain.practice import ClosedDraft, DoctorDraft, PracticeDraft, PracticeId
from app.domain.renewal import RenewalDraft
from app.domain.restriction import RestrictionDraft
from app.domain.roundtable import RoundtableDraft
from app.domain.scheme import OTHER, SchemeDraft
from app.domain.sender import SenderDraft
from app.domain.task import TaskDraft
from app.domain.visit import VisitDraft
from app.domain.visit_note import PromiseDraft, QuestionDraft

TODAY = date(2026, 9, 9)


def practice_draft(name: str = "Lægehuset Søndergade", **changes: Any) -> PracticeDraft:
    return replace(PracticeDraft(name=name, place="Frokoststuen, 1. sal", at="12:30"), **changes)


def doctor_draft(name: str = "Læge Eksempel", **changes: Any) -> DoctorDraft:
    return replace(DoctorDraft(name=name), **changes)


def closed_draft(first: str = "12/10/2026", last: str = "16/10/2026") -> ClosedDraft:
    return ClosedDraft(first=first, last=last, reason="Efterårsferie")


def lesson_draft(topic: str = "Delvis raskmelding", **changes: Any) -> LessonDraft:
    return replace(LessonDraft(topic=topic), **changes)


def cooperation_draft(agreed_on: str = "9/9/2026", **changes: Any) -> CooperationDraft:
    draft = CooperationDraft(
        agreed_on=agreed_on,
        practice_contact="Anna Eksempel",
        practice_phone="00 00 00 01",
        own_contact="Kim Eksempelsen",
        own_email="kim.eksempelsen@kommune.example",
    )
    return replace(draft, **changes)


def visit_draft(practice_id: PracticeId, day: str = "9/9/2026", **changes: Any) -> VisitDraft:
    return replace(VisitDraft(practice_id=str(practice_id), day=day, at="12:30"), **changes)


def question_draft(answer: str = "", **changes: Any) -> QuestionDraft:
    question = "Er LÆ 125 nok, når lægen ikke har haft kontakt i forløbet?"
    return replace(QuestionDraft(question=question, answer=answer), **changes)


def promise_draft(what: str = "Tager attestark med", **changes: Any) -> PromiseDraft:
    return replace(PromiseDraft(what=what), **changes)


def task_draft(what: str = "Bestil nye kodesedler", **changes: Any) -> TaskDraft:
    return replace(TaskDraft(what=what, due_on="11/9/2026"), **changes)


def flag_draft(**changes: Any) -> FlagDraft:
    return replace(FlagDraft(theme="pain", functions=("lifting",)), **changes)


def correction_draft(**changes: Any) -> CorrectionDraft:
    draft = CorrectionDraft(theme="pain", functions=("lifting",), raised_on="9/9/2026")
    return replace(draft, **changes)


def relayed_draft(name: str = "Einer Test Lauridsen", **changes: Any) -> RelayedDraft:
    draft = RelayedDraft(name=name, reach="00 00 00 00", relayed_by="Læge Eksempel")
    return replace(draft, **({"given_on": "9/9/2026"} | changes))


def followup_draft(name: str = "Nancy Ann Test Berggren", **changes: Any) -> FollowupDraft:
    draft = FollowupDraft(
        name=name,
        reach="00 00 00 00",
        given_on="13/8/2026",
        told_voluntary=True,
        weekly_hours="37",
    )
    return replace(draft, **changes)


def grant_draft(party_id: PartyId, *information: str, **changes: Any) -> GrantDraft:
    draft = GrantDraft(
        party_id=party_id.hex,
        direction="pass_on",
        information=information or ("function", "considerations", "hours"),
        given_on="20/8/2026",
        purpose_code="plan",
        told_voluntary=True,
    )
    return replace(draft, **changes)


def feedback_draft(party_id: PartyId, **changes: Any) -> GrantDraft:
    """The citizen's own doctor may be told which scheme helped."""
    return grant_draft(party_id, "schemes", direction="feedback", **changes)


def renewal_draft(**changes: Any) -> RenewalDraft:
    return replace(RenewalDraft(given_on="9/9/2026", told_voluntary=True), **changes)


def party_draft(name: str = "Eksempel Tømmerhandel A/S", **changes: Any) -> PartyDraft:
    return replace(PartyDraft(name=name), **changes)


def restriction_draft(reason: str = "Borgeren mener, at noget er forkert") -> RestrictionDraft:
    return RestrictionDraft(asked_by="citizen", since="9/9/2026", reason=reason)


def hold_draft(reason: str = "En sag om løn er ikke afgjort", **changes: Any) -> HoldDraft:
    return replace(HoldDraft(reason=reason, review_on="9/12/2026"), **changes)


def contact_draft(note: str = "Tre timer ad gangen går.", **changes: Any) -> ContactDraft:
    return replace(ContactDraft(day="3/9/2026", note=note), **changes)


def measure_draft(work_ability: str = "5", **changes: Any) -> MeasureDraft:
    return replace(MeasureDraft(day="3/9/2026", work_ability=work_ability), **changes)


def roundtable_draft(**changes: Any) -> RoundtableDraft:
    draft = RoundtableDraft(
        day="27/8/2026", at="10", place="Kantinen", review_on="9/10/2026", review_at="13"
    )
    return replace(draft, **changes)


def agreement_draft(function: str = "Koncentration", **changes: Any) -> AgreementDraft:
    draft = AgreementDraft(
        function=function,
        task="Ordrebehandling",
        adjustment="Rolig plads. Kl. 9-11 uden telefon",
        first="14/9/2026",
        last="9/10/2026",
        review_on="9/10/2026",
        owner="Nærmeste leder",
    )
    return replace(draft, **changes)


def step_draft(first: str = "31/8/2026", last: str = "13/9/2026", hours: str = "10") -> StepDraft:
    return StepDraft(first=first, last=last, hours=hours)


def action_draft(what: str = "Gør den rolige plads klar", **changes: Any) -> ActionDraft:
    return replace(ActionDraft(who="Nærmeste leder", what=what, due_on="14/9/2026"), **changes)


def scheme_draft(**changes: Any) -> SchemeDraft:
    return replace(SchemeDraft(scheme=OTHER, name="Kommunens egen ordning"), **changes)


def adjustment_draft(**changes: Any) -> AdjustmentDraft:
    return replace(AdjustmentDraft(function="noise", text="Ørepropper må bruges"), **changes)


def sender_draft(**changes: Any) -> SenderDraft:
    draft = SenderDraft(
        name="Kim Eksempelsen",
        title="Fastholdelseskonsulent",
        phone="00 00 00 00",
        email="kim.eksempelsen@kommune.example",
        reachable="Hverdage kl. 8.30–14.30",
        municipality="Eksempel Kommune",
        office="Fastholdelse · Rådhusvej 0, 0000 Eksempel",
    )
    return replace(draft, **changes)
