"""What a roundtable is made of: who sits there, what is agreed, the hours, who does what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from app.bootstrap import Services
from app.domain.agreement import ActionDraft, AgreementDraft, StepDraft
from app.domain.language import in_language
from app.domain.problem import NotFound, Refused, Rejected
from app.domain.roundtable import ParticipantDraft, RoundtableId
from tests.builders import (
    action_draft,
    agreement_draft,
    party_draft,
    roundtable_draft,
    step_draft,
)
from tests.followups import EINER, EMPLOYER, Case, started, with_employer


@pytest.fixture
def case(services: Services) -> Case:
    return with_employer(services)


@pytest.fixture
def roundtable(services: Services, case: Case) -> RoundtableId:
    return services.roundtable.plan_roundtable(case.id, roundtable_draft())


def test_an_agreement_has_function_task_adjustment_period_review_and_owner(
    services: Services, roundtable: RoundtableId
) -> None:
    services.agreement.add_agreement(roundtable, agreement_draft())
    facts = services.roundtable.roundtable(roundtable).agreements[0].facts
    assert (facts.function, facts.task) == ("Koncentration", "Ordrebehandling")
    assert facts.adjustment == "Rolig plads. Kl. 9-11 uden telefon"
    assert (facts.first, facts.last) == (date(2026, 9, 14), date(2026, 10, 9))
    assert (facts.review_on, facts.owner) == (date(2026, 10, 9), "Nærmeste leder")


def test_what_is_not_reviewed_is_not_agreed(services: Services, roundtable: RoundtableId) -> None:
    with pytest.raises(Rejected) as refusal:
        services.agreement.add_agreement(roundtable, AgreementDraft())
    fields = {problem.field for problem in refusal.value.problems}
    assert fields == {"function", "adjustment", "first", "last", "review_on", "owner"}


def test_an_agreement_does_not_end_before_it_begins(
    services: Services, roundtable: RoundtableId
) -> None:
    typed = agreement_draft(last="13/9/2026", review_on="12/9/2026")
    with pytest.raises(Rejected) as refusal:
        services.agreement.add_agreement(roundtable, typed)
    assert {problem.field for problem in refusal.value.problems} == {"last", "review_on"}


def test_agreements_stay_in_the_order_they_were_made(
    services: Services, roundtable: RoundtableId
) -> None:
    first, second, _third = [
        services.agreement.add_agreement(roundtable, agreement_draft(name))
        for name in ("Koncentration", "Udholdenhed", "Overblik")
    ]
    services.agreement.remove_part(second)
    services.agreement.add_agreement(roundtable, agreement_draft("Støj"))
    services.agreement.correct_agreement(first, agreement_draft("Fokus"))
    names = [row.facts.function for row in services.roundtable.roundtable(roundtable).agreements]
    assert names == ["Fokus", "Overblik", "Støj"]


def test_an_agreement_is_moved_and_stays_at_either_end(
    services: Services, roundtable: RoundtableId
) -> None:
    first, _second, third = [
        services.agreement.add_agreement(roundtable, agreement_draft(name))
        for name in ("Koncentration", "Udholdenhed", "Overblik")
    ]
    services.agreement.move_agreement(third, -1)
    services.agreement.move_agreement(first, -1)
    names = [row.facts.function for row in services.roundtable.roundtable(roundtable).agreements]
    assert names == ["Koncentration", "Overblik", "Udholdenhed"]


def test_no_agreement_of_a_final_version_is_moved(
    services: Services, roundtable: RoundtableId
) -> None:
    part = services.agreement.add_agreement(roundtable, agreement_draft())
    services.roundtable.finalise(roundtable)
    with pytest.raises(Refused):
        services.agreement.move_agreement(part, 1)


def test_an_agreement_comes_back_as_it_was_typed(
    services: Services, roundtable: RoundtableId
) -> None:
    part = services.agreement.add_agreement(roundtable, agreement_draft())
    draft = services.agreement.agreement_draft(part)
    assert (draft.function, draft.first, draft.owner) == (
        "Koncentration",
        "14.09.2026",
        "Nærmeste leder",
    )


def test_steps_come_by_day_whatever_order_they_were_made_in(
    services: Services, roundtable: RoundtableId
) -> None:
    services.agreement.add_step(roundtable, step_draft("14/9/2026", "27/9/2026", "15"))
    services.agreement.add_step(roundtable, step_draft(hours="7,5"))
    steps = services.roundtable.roundtable(roundtable).steps
    assert [step.facts.hours for step in steps] == [7.5, 15]


def test_two_steps_never_cover_the_same_day(services: Services, roundtable: RoundtableId) -> None:
    services.agreement.add_step(roundtable, step_draft())
    with pytest.raises(Rejected):
        services.agreement.add_step(roundtable, step_draft("13/9/2026", "20/9/2026", "15"))
    later = services.agreement.add_step(roundtable, step_draft("14/9/2026", "20/9/2026", "15"))
    with pytest.raises(Rejected):
        services.agreement.correct_step(later, step_draft("13/9/2026", "20/9/2026", "15"))
    firsts = [step.facts.first for step in services.roundtable.roundtable(roundtable).steps]
    assert firsts == [date(2026, 8, 31), date(2026, 9, 14)]


def test_a_step_names_its_days_and_no_more_than_the_agreed_time(
    services: Services, roundtable: RoundtableId
) -> None:
    draft = replace(step_draft(), days="mandag og onsdag")
    part = services.agreement.add_step(roundtable, draft)
    assert services.agreement.step_draft(part).days == "mandag og onsdag"
    with pytest.raises(Rejected) as refusal:
        services.agreement.correct_step(part, step_draft(hours="38"))
    assert [problem.field for problem in refusal.value.problems] == ["hours"]


def test_a_step_is_corrected(services: Services, roundtable: RoundtableId) -> None:
    part = services.agreement.add_step(roundtable, step_draft())
    assert services.agreement.step_draft(part) == StepDraft(
        first="31.08.2026", last="13.09.2026", hours="10"
    )
    services.agreement.correct_step(part, step_draft(hours="12"))
    assert services.roundtable.roundtable(roundtable).steps[0].facts.hours == 12


@pytest.mark.parametrize("hours", ["-1", "61", "mange", ""])
def test_a_week_has_no_such_hours(services: Services, roundtable: RoundtableId, hours: str) -> None:
    with pytest.raises(Rejected) as refusal:
        services.agreement.add_step(roundtable, step_draft(hours=hours))
    assert [problem.field for problem in refusal.value.problems] == ["hours"]


def test_who_does_what_by_when(services: Services, roundtable: RoundtableId) -> None:
    part = services.agreement.add_action(roundtable, action_draft())
    assert services.agreement.action_draft(part) == ActionDraft(
        who="Nærmeste leder", what="Gør den rolige plads klar", due_on="14.09.2026"
    )
    services.agreement.correct_action(part, action_draft(who="Medarbejder", due_on=""))
    facts = services.roundtable.roundtable(roundtable).actions[0].facts
    assert (facts.who, facts.due_on) == ("Medarbejder", None)


def test_a_role_nobody_wrote_is_said_in_the_language_in_force(
    services: Services, case: Case, roundtable: RoundtableId
) -> None:
    services.agreement.add_participant(roundtable, ParticipantDraft(who=case.employer.hex))
    for language, said in (("en", "Employer"), ("da", "Arbejdsgiver")):
        with in_language(language):
            [seat] = [
                row
                for row in services.roundtable.roundtable(roundtable).participants
                if row.party_id == case.employer
            ]
            assert seat.role == said


def test_a_party_takes_a_seat_with_a_role(
    services: Services, case: Case, roundtable: RoundtableId
) -> None:
    part = services.agreement.add_participant(
        roundtable, ParticipantDraft(who=case.employer.hex, role="Arbejdsgiver")
    )
    draft = services.agreement.participant_draft(part)
    assert (draft.who, draft.role, draft.attended) == (case.employer.hex, "Arbejdsgiver", True)
    services.agreement.correct_participant(
        part, ParticipantDraft(who=case.employer.hex, role="Leder", attended=False)
    )
    seat = services.roundtable.roundtable(roundtable).participants[1]
    assert (seat.name, seat.role, seat.attended) == (EMPLOYER, "Leder", False)


def test_nobody_sits_twice(services: Services, case: Case, roundtable: RoundtableId) -> None:
    services.agreement.add_participant(roundtable, ParticipantDraft(who=case.employer.hex))
    for who in (case.employer.hex, "citizen", "consultant"):
        with pytest.raises(Rejected):
            services.agreement.add_participant(roundtable, ParticipantDraft(who=who))
    assert len(services.roundtable.roundtable(roundtable).participants) == 3


def test_somebody_elses_party_gets_no_seat(services: Services, roundtable: RoundtableId) -> None:
    stranger = services.party.add_party(started(services, EINER), party_draft())
    for who in (stranger.hex, ""):
        with pytest.raises(Rejected):
            services.agreement.add_participant(roundtable, ParticipantDraft(who=who))


def test_a_party_that_is_removed_leaves_the_table(
    services: Services, case: Case, roundtable: RoundtableId
) -> None:
    services.agreement.add_participant(roundtable, ParticipantDraft(who=case.employer.hex))
    services.party.remove_party(case.employer)
    assert len(services.roundtable.roundtable(roundtable).participants) == 2


def test_every_part_can_be_removed(
    services: Services, case: Case, roundtable: RoundtableId
) -> None:
    for part in (
        services.agreement.add_agreement(roundtable, agreement_draft()),
        services.agreement.add_step(roundtable, step_draft()),
        services.agreement.add_action(roundtable, action_draft()),
        services.agreement.add_participant(roundtable, ParticipantDraft(who=case.employer.hex)),
    ):
        services.agreement.remove_part(part)
    sheet = services.roundtable.roundtable(roundtable)
    assert (sheet.agreements, sheet.steps, sheet.actions) == ((), (), ())
    assert len(sheet.participants) == 2


def test_a_line_that_is_gone_says_so(services: Services) -> None:
    for read in (
        services.agreement.agreement_draft,
        services.agreement.step_draft,
        services.agreement.action_draft,
        services.agreement.participant_draft,
    ):
        with pytest.raises(NotFound):
            read(uuid4())
