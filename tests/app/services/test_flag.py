from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta

import pytest
from sqlmodel import select

from app.bootstrap import Services
from app.changes import Topic
from app.data.flag import FlagOutcomeRecord
from app.domain.flag import CorrectionDraft, FlagCard, FlagDraft
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
from app.domain.practice import DoctorId, PracticeId
from app.domain.problem import NotFound, Refused, Rejected
from tests.builders import (
    correction_draft,
    doctor_draft,
    flag_draft,
    followup_draft,
    practice_draft,
    visit_draft,
)
from tests.clock import Clock


@pytest.fixture
def practice_id(services: Services) -> PracticeId:
    return services.practice.add_practice(practice_draft())


@pytest.fixture
def card(services: Services, practice_id: PracticeId) -> FlagCard:
    return services.flag.raise_flag(practice_id, None, flag_draft(next_step="doctor_talks"))


def test_every_field_of_a_flag_comes_back(services: Services, practice_id: PracticeId) -> None:
    draft = flag_draft(
        theme="overview",
        functions=("concentration", "stamina"),
        employment="in_job",
        sector="office",
        age_band="40-49",
        urgency="within_14_days",
        mentioned="3",
        may_quote=True,
        next_step="doctor_talks",
        who_acts="staff",
        act_by="23.09.2026",
        note="Kniber med at nå opgaverne",
    )
    card = services.flag.raise_flag(practice_id, None, draft)
    facts = services.flag.flag(card.id).facts
    assert facts.theme is Theme.OVERVIEW
    assert facts.functions == (Function.CONCENTRATION, Function.STAMINA)
    assert facts.employment is Employment.IN_JOB
    assert facts.sector is Sector.OFFICE
    assert facts.age_band is AgeBand.FROM_40
    assert facts.urgency is Urgency.WITHIN_14_DAYS
    assert facts.mentioned is Mentioned.THREE_TIMES
    assert facts.may_quote
    assert facts.next_step is NextStep.DOCTOR_TALKS
    assert facts.who_acts is Actor.STAFF
    assert facts.act_by == date(2026, 9, 23)
    assert facts.note == "Kniber med at nå opgaverne"
    assert services.flag.draft(card.id) == as_corrected(draft)


def as_corrected(draft: FlagDraft) -> CorrectionDraft:
    """Return the draft a flag raised today from `draft` is corrected in."""
    return CorrectionDraft(**asdict(draft), raised_on="09.09.2026")


@pytest.fixture
def doctor_id(services: Services, practice_id: PracticeId) -> DoctorId:
    return services.practice.add_doctor(practice_id, doctor_draft("Anna Eksempel"))


def test_who_told_of_a_flag_is_kept_and_can_be_corrected(
    services: Services, practice_id: PracticeId, doctor_id: DoctorId
) -> None:
    draft = flag_draft(told_by=doctor_id.hex)
    card = services.flag.raise_flag(practice_id, None, draft)
    assert (card.facts.told_by, card.doctor) == (doctor_id, "Anna Eksempel")
    assert services.flag.draft(card.id) == as_corrected(draft)
    services.flag.correct_flag(card.id, correction_draft(told_by=""))
    assert services.flag.flag(card.id).doctor == ""


@pytest.mark.parametrize("whose", ["another practice", "nobody", "no id"])
def test_only_a_doctor_of_the_practice_can_have_told(
    services: Services, practice_id: PracticeId, card: FlagCard, whose: str
) -> None:
    other = services.practice.add_practice(practice_draft("Lægerne ved Torvet"))
    stranger = services.practice.add_doctor(other, doctor_draft())
    told_by = {"another practice": stranger.hex, "nobody": card.id.hex, "no id": "Anna"}[whose]
    with pytest.raises(Rejected) as caught:
        services.flag.correct_flag(card.id, correction_draft(told_by=told_by))
    assert [problem.field for problem in caught.value.problems] == ["told_by"]


def test_a_flag_stays_when_the_doctor_who_told_of_it_is_removed(
    services: Services, practice_id: PracticeId, doctor_id: DoctorId
) -> None:
    card = services.flag.raise_flag(practice_id, None, flag_draft(told_by=doctor_id.hex))
    services.practice.remove_doctor(doctor_id)
    assert services.flag.flag(card.id).facts.told_by is None


def test_a_flag_with_a_person_in_its_note_is_not_saved(
    services: Services, practice_id: PracticeId
) -> None:
    heard: list[frozenset[Topic]] = []
    services.changes.subscribe(heard.append)
    with pytest.raises(Rejected) as caught:
        services.flag.raise_flag(practice_id, None, flag_draft(note="ring 251248-9996"))
    assert [problem.field for problem in caught.value.problems] == ["note"]
    assert services.flag.list_flags() == ()
    assert heard == [frozenset({Topic.AUDIT})], "only that it was refused"


def test_a_flag_may_not_name_a_citizen_of_the_file(
    services: Services, practice_id: PracticeId
) -> None:
    services.followup.begin(followup_draft())
    with pytest.raises(Rejected):
        services.flag.raise_flag(practice_id, None, flag_draft(note="det er vist berggren"))


@pytest.mark.parametrize(
    ("step", "status"),
    [
        ("none", FlagStatus.RAISED),
        ("doctor_talks", FlagStatus.DOCTOR_ASKS),
        ("meet_at_practice", FlagStatus.DOCTOR_ASKS),
        ("patient_rings", FlagStatus.AWAITING),
        ("advice_only", FlagStatus.CLOSED),
    ],
)
def test_the_agreed_step_says_who_has_the_ball(
    services: Services, practice_id: PracticeId, step: str, status: FlagStatus
) -> None:
    card = services.flag.raise_flag(practice_id, None, flag_draft(next_step=step))
    assert card.status is status


def test_a_flag_is_found_by_its_code_however_it_is_written(
    services: Services, card: FlagCard
) -> None:
    spoken = card.code.lower().replace("-", " ")
    found = services.flag.find_by_code(spoken)
    assert found is not None
    assert found.id == card.id
    assert services.flag.find_by_code("nobody") is None


def test_a_code_shown_beforehand_is_the_one_that_is_kept(
    services: Services, practice_id: PracticeId
) -> None:
    code = services.flag.new_code()
    assert services.flag.raise_flag(practice_id, None, flag_draft(), code).code == code
    assert services.flag.raise_flag(practice_id, None, flag_draft(), code).code != code


def test_a_correction_changes_the_fields_and_not_the_code(
    services: Services, card: FlagCard
) -> None:
    draft = correction_draft(theme="sleep_energy", next_step="doctor_talks")
    services.flag.correct_flag(card.id, draft)
    mended = services.flag.flag(card.id)
    assert (mended.facts.theme, mended.code) == (Theme.SLEEP_ENERGY, card.code)


def test_the_day_a_flag_was_raised_is_corrected_and_what_follows_from_it(
    services: Services, card: FlagCard
) -> None:
    services.flag.correct_flag(card.id, correction_draft(raised_on="1/9/2026"))
    mended = services.flag.flag(card.id)
    assert (mended.raised_on, mended.noted_on) == (date(2026, 9, 1), date(2026, 9, 9))
    assert mended.shrinks_on == date(2026, 11, 30)


def test_no_correction_lets_a_flag_live_longer_than_from_the_day_it_was_noted(
    services: Services, card: FlagCard, clock: Clock
) -> None:
    clock.day = date(2026, 12, 1)
    for day in ("1/12/2026", "5/10/2026"):
        services.flag.correct_flag(card.id, correction_draft(raised_on=day))
        assert services.flag.flag(card.id).shrinks_on == card.shrinks_on
    services.flag.correct_flag(card.id, correction_draft(raised_on="4/9/2026"))
    assert services.flag.flag(card.id).shrinks_on == card.shrinks_on - timedelta(days=5)
    services.flag.correct_flag(card.id, correction_draft(raised_on="9/9/2026"))
    assert services.flag.flag(card.id).shrinks_on == card.shrinks_on, "a slip of the hand is undone"


@pytest.mark.parametrize("day", ["10/9/2026", "10/6/2026", "soon", ""])
def test_a_flag_was_raised_on_no_day_to_come_and_none_long_gone(
    services: Services, card: FlagCard, day: str
) -> None:
    with pytest.raises(Rejected) as caught:
        services.flag.correct_flag(card.id, correction_draft(raised_on=day))
    assert [problem.field for problem in caught.value.problems] == ["raised_on"]
    assert services.flag.flag(card.id) == card


def test_the_month_that_is_counted_is_that_of_the_corrected_day(
    services: Services, card: FlagCard, clock: Clock
) -> None:
    services.flag.correct_flag(card.id, correction_draft(raised_on="28/8/2026"))
    clock.day = date(2026, 12, 1)
    assert services.flag.shrink_due() == 1
    with services.vault.read() as session:
        assert session.exec(select(FlagOutcomeRecord.month)).all() == ["2026-08"]


def test_by_when_is_counted_from_the_corrected_day_and_read_as_of_today(
    services: Services, card: FlagCard, clock: Clock
) -> None:
    clock.day = date(2026, 9, 14)
    services.flag.correct_flag(card.id, correction_draft(act_by="i morgen"))
    assert services.flag.flag(card.id).facts.act_by == date(2026, 9, 15)
    with pytest.raises(Rejected):
        services.flag.correct_flag(card.id, correction_draft(act_by="8/9/2026"))


def test_why_a_flag_was_closed_is_corrected(services: Services, card: FlagCard) -> None:
    services.flag.close_flag(card.id, CloseReason.PATIENT_DECLINED)
    services.flag.correct_flag(card.id, correction_draft(close_reason="advice_only"))
    assert services.flag.flag(card.id).close_reason is CloseReason.ADVICE_ONLY
    with pytest.raises(Rejected):
        services.flag.correct_flag(card.id, correction_draft(close_reason=""))


def test_a_flag_that_is_open_has_no_reason_whatever_is_sent(
    services: Services, card: FlagCard
) -> None:
    services.flag.correct_flag(card.id, correction_draft(close_reason="advice_only"))
    assert services.flag.flag(card.id).close_reason is None


def test_a_corrected_reason_does_not_give_a_told_flag_more_time(
    services: Services, practice_id: PracticeId, card: FlagCard, clock: Clock
) -> None:
    visit_id = services.visit.plan_visit(visit_draft(practice_id))
    services.visit.start_visit(visit_id)
    services.flag.close_flag(card.id, CloseReason.ADVICE_ONLY)
    services.visit.give_feedback(visit_id, card.id)
    services.flag.correct_flag(card.id, correction_draft(close_reason="patient_declined"))
    assert services.flag.flag(card.id).shrinks_on == clock.day + timedelta(days=14)


def test_the_ball_is_handed_on_and_back(services: Services, card: FlagCard) -> None:
    services.flag.move_flag(card.id, FlagStatus.AWAITING)
    assert services.flag.flag(card.id).status is FlagStatus.AWAITING
    services.flag.move_flag(card.id, FlagStatus.RAISED)
    assert services.flag.flag(card.id).status is FlagStatus.RAISED


def test_only_a_recorded_consent_moves_a_flag_to_consent_given(
    services: Services, card: FlagCard
) -> None:
    with pytest.raises(Refused):
        services.flag.move_flag(card.id, FlagStatus.CONSENTED)
    services.followup.begin(followup_draft(flag_id=card.id.hex))
    assert services.flag.flag(card.id).status is FlagStatus.CONSENTED
    with pytest.raises(Refused):
        services.flag.move_flag(card.id, FlagStatus.RAISED)


def test_a_flag_is_closed_with_a_reason(services: Services, card: FlagCard) -> None:
    with pytest.raises(Refused):
        services.flag.move_flag(card.id, FlagStatus.CLOSED)
    services.flag.close_flag(card.id, CloseReason.PATIENT_DECLINED)
    closed = services.flag.flag(card.id)
    assert (closed.status, closed.close_reason) == (
        FlagStatus.CLOSED,
        CloseReason.PATIENT_DECLINED,
    )


def test_a_removed_flag_is_gone(services: Services, card: FlagCard) -> None:
    services.flag.remove_flag(card.id)
    with pytest.raises(NotFound):
        services.flag.flag(card.id)


def test_a_flag_shrinks_ninety_days_after_it_was_raised(
    services: Services, card: FlagCard, clock: Clock
) -> None:
    clock.day = card.raised_on + timedelta(days=89)
    assert services.flag.shrink_due() == 0
    clock.day = card.raised_on + timedelta(days=90)
    assert services.flag.shrink_due() == 1
    assert services.flag.list_flags() == ()


def test_a_closed_flag_shrinks_fourteen_days_after_feedback(
    services: Services, practice_id: PracticeId, card: FlagCard, clock: Clock
) -> None:
    visit_id = services.visit.plan_visit(visit_draft(practice_id))
    services.visit.start_visit(visit_id)
    services.flag.close_flag(card.id, CloseReason.ADVICE_ONLY)
    services.visit.give_feedback(visit_id, card.id)
    clock.day += timedelta(days=13)
    assert services.flag.shrink_due() == 0
    clock.day += timedelta(days=1)
    assert services.flag.shrink_due() == 1


def test_shrinking_cuts_the_link_to_the_follow_up(
    services: Services, card: FlagCard, clock: Clock
) -> None:
    followup_id = services.followup.begin(followup_draft(flag_id=card.id.hex))
    assert services.followup.followup(followup_id).from_flag
    clock.day = card.raised_on + timedelta(days=90)
    services.flag.shrink_due()
    assert not services.followup.followup(followup_id).from_flag


def test_the_flags_of_a_visit_are_those_raised_at_it(
    services: Services, practice_id: PracticeId
) -> None:
    visit_id = services.visit.plan_visit(visit_draft(practice_id))
    raised = services.flag.raise_flag(practice_id, visit_id, flag_draft())
    services.flag.raise_flag(practice_id, None, flag_draft())
    assert services.flag.flags_of_visit(visit_id) == (raised,)


def test_while_a_note_is_typed_its_traces_are_told_known_names_too(services: Services) -> None:
    services.followup.begin(followup_draft())
    note = "ring berggren på 251248-9996"
    found = services.flag.note_traces(note)
    assert [note[trace.start : trace.end] for trace in found] == ["berggren", "251248-9996"]
