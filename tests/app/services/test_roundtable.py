"""Roundtables: planned, held, locked as a version, corrected as the next."""

from __future__ import annotations

from datetime import date, time

import pytest

from app.bootstrap import Services
from app.domain.consent import ConsentStatus, Direction, Information
from app.domain.problem import NotFound, Refused, Rejected
from app.domain.roundtable import (
    ParticipantDraft,
    RoundtableDraft,
    RoundtableId,
    RoundtableStatus,
    Seat,
)
from tests.builders import (
    action_draft,
    agreement_draft,
    grant_draft,
    party_draft,
    roundtable_draft,
    step_draft,
)
from tests.clock import Clock
from tests.followups import EMPLOYER, NANCY, SENDER, held, started, with_employer


def planned(services: Services, **typed: str) -> RoundtableId:
    followup = started(services)
    return services.roundtable.plan_roundtable(followup, roundtable_draft(**typed))


def finalised(services: Services) -> RoundtableId:
    roundtable = held(services, with_employer(services, "function"))
    services.agreement.add_action(roundtable, action_draft())
    services.roundtable.finalise(roundtable)
    return roundtable


def test_a_roundtable_keeps_what_was_typed(services: Services) -> None:
    roundtable = planned(
        services, duration="10-14 uger", colleagues_told="En rolig plads", disagreements="Ingen"
    )
    facts = services.roundtable.roundtable(roundtable).facts
    assert (facts.day, facts.at, facts.place) == (date(2026, 8, 27), time(10), "Kantinen")
    assert (facts.review_on, facts.review_at) == (date(2026, 10, 9), time(13))
    assert (facts.duration, facts.colleagues_told, facts.disagreements) == (
        "10-14 uger",
        "En rolig plads",
        "Ingen",
    )


def test_the_citizen_and_the_consultant_sit_at_every_table(services: Services) -> None:
    services.settings.save_sender(SENDER)
    seats = services.roundtable.roundtable(planned(services)).participants
    assert [(seat.seat, seat.name) for seat in seats] == [
        (Seat.CITIZEN, NANCY),
        (Seat.CONSULTANT, "Kim Eksempelsen"),
    ]


def test_a_roundtable_needs_a_consent_that_holds(services: Services) -> None:
    followup = started(services)
    services.consent.withdraw_all(followup)
    with pytest.raises(Refused):
        services.roundtable.plan_roundtable(followup, roundtable_draft())


def test_a_roundtable_after_the_consent_ran_out_is_refused(
    services: Services, clock: Clock
) -> None:
    followup = started(services)
    clock.day = date(2027, 8, 14)
    with pytest.raises(Refused):
        services.roundtable.plan_roundtable(
            followup, roundtable_draft(day="14/8/2027", review_on="")
        )


def test_the_review_comes_after_the_meeting(services: Services) -> None:
    followup = started(services)
    with pytest.raises(Rejected) as refusal:
        services.roundtable.plan_roundtable(
            followup, roundtable_draft(at="25:00", review_on="26/8/2026")
        )
    assert {problem.field for problem in refusal.value.problems} == {"at", "review_on"}


def test_no_personal_number_gets_into_the_texts(services: Services) -> None:
    followup = started(services)
    with pytest.raises(Rejected) as refusal:
        services.roundtable.plan_roundtable(
            followup, roundtable_draft(colleagues_told="Nancy 251248-9996 er tilbage")
        )
    assert [problem.field for problem in refusal.value.problems] == ["colleagues_told"]


def test_a_draft_is_corrected(services: Services) -> None:
    roundtable = planned(services)
    draft = services.roundtable.draft(roundtable)
    assert (draft.day, draft.at, draft.review_on) == ("27.08.2026", "10:00", "09.10.2026")
    services.roundtable.correct_roundtable(roundtable, roundtable_draft(place="Mødelokale 2"))
    assert services.roundtable.roundtable(roundtable).facts.place == "Mødelokale 2"


def test_a_draft_is_removed(services: Services) -> None:
    roundtable = planned(services)
    services.roundtable.remove_roundtable(roundtable)
    assert services.roundtable.list_roundtables() == ()
    with pytest.raises(NotFound):
        services.roundtable.roundtable(roundtable)


def test_a_final_version_is_locked(services: Services) -> None:
    roundtable = finalised(services)
    for act in (
        lambda: services.roundtable.correct_roundtable(roundtable, roundtable_draft()),
        lambda: services.roundtable.remove_roundtable(roundtable),
        lambda: services.roundtable.finalise(roundtable),
        lambda: services.agreement.add_agreement(roundtable, agreement_draft()),
        lambda: services.agreement.add_step(roundtable, step_draft("14/9/2026", "20/9/2026")),
        lambda: services.agreement.add_action(roundtable, action_draft()),
        lambda: services.agreement.add_participant(roundtable, ParticipantDraft(who="citizen")),
    ):
        with pytest.raises(Refused):
            act()


def test_a_stopped_roundtable_is_only_read_or_removed(services: Services) -> None:
    case = with_employer(services, "function")
    roundtable = held(services, case)
    services.consent.withdraw_all(case.id)
    with pytest.raises(Refused):
        services.roundtable.finalise(roundtable)
    services.roundtable.remove_roundtable(roundtable)
    assert services.roundtable.list_roundtables() == ()


def test_an_empty_roundtable_is_not_finalised(services: Services) -> None:
    with pytest.raises(Refused):
        services.roundtable.finalise(planned(services))


def test_a_meeting_that_lies_ahead_is_not_finalised(services: Services) -> None:
    case = with_employer(services)
    roundtable = services.roundtable.plan_roundtable(case.id, RoundtableDraft(day="10/9/2026"))
    services.agreement.add_agreement(roundtable, agreement_draft())
    with pytest.raises(Refused):
        services.roundtable.finalise(roundtable)


def test_who_does_what_and_the_review_become_tasks(services: Services) -> None:
    finalised(services)
    tasks = [(task.what, task.who, task.due_on) for task in services.task.list_tasks()]
    assert tasks == [
        ("Gør den rolige plads klar", "Nærmeste leder", date(2026, 9, 14)),
        ("Follow up on the plan", "", date(2026, 10, 9)),
    ]


def test_a_correction_is_the_next_version_with_everything_copied(services: Services) -> None:
    first = finalised(services)
    second = services.roundtable.new_version(first)
    old, new = services.roundtable.roundtable(first), services.roundtable.roundtable(second)
    assert (new.row.version, new.row.status) == (2, RoundtableStatus.DRAFT)
    assert [one.facts for one in new.agreements] == [one.facts for one in old.agreements]
    assert [one.facts for one in new.steps] == [one.facts for one in old.steps]
    assert [one.facts for one in new.actions] == [one.facts for one in old.actions]
    assert [one.name for one in new.participants] == [one.name for one in old.participants]
    assert new.changes == ()


def test_the_list_shows_the_newest_version(services: Services) -> None:
    second = services.roundtable.new_version(finalised(services))
    assert [row.id for row in services.roundtable.list_roundtables()] == [second]


def test_a_version_lists_what_it_changes(services: Services) -> None:
    second = services.roundtable.new_version(finalised(services))
    sheet = services.roundtable.roundtable(second)
    services.agreement.correct_agreement(
        sheet.agreements[0].id, agreement_draft(owner="Medarbejder")
    )
    services.roundtable.correct_roundtable(second, roundtable_draft(review_on="16/10/2026"))
    changes = services.roundtable.roundtable(second).changes
    assert len(changes) == 4
    assert "Added: followed up on 16 October 2026" in changes
    assert "Removed: followed up on 9 October 2026" in changes
    assert sum("Medarbejder" in change for change in changes) == 1


def test_only_a_final_version_has_a_next_one_and_only_one(services: Services) -> None:
    first = finalised(services)
    second = services.roundtable.new_version(first)
    for old in (first, second):
        with pytest.raises(Refused):
            services.roundtable.new_version(old)


def test_no_new_version_without_consent(services: Services) -> None:
    first = finalised(services)
    services.consent.withdraw_all(services.roundtable.roundtable(first).row.followup_id)
    with pytest.raises(Refused):
        services.roundtable.new_version(first)


def test_a_second_version_moves_its_tasks_instead_of_doubling_them(services: Services) -> None:
    second = services.roundtable.new_version(finalised(services))
    action = services.roundtable.roundtable(second).actions[0]
    services.agreement.correct_action(action.id, action_draft(due_on="21/9/2026"))
    services.roundtable.finalise(second)
    tasks = [(task.what, task.due_on) for task in services.task.list_tasks()]
    assert tasks == [
        ("Gør den rolige plads klar", date(2026, 9, 21)),
        ("Follow up on the plan", date(2026, 10, 9)),
    ]


def test_a_task_done_under_the_first_version_is_not_made_again(services: Services) -> None:
    first = finalised(services)
    services.task.tick_task(services.task.list_tasks()[0].id, done=True)
    services.roundtable.finalise(services.roundtable.new_version(first))
    assert [task.what for task in services.task.list_tasks()] == ["Follow up on the plan"]


def test_a_task_that_a_correction_takes_out_stops(services: Services) -> None:
    second = services.roundtable.new_version(finalised(services))
    services.agreement.remove_part(services.roundtable.roundtable(second).actions[0].id)
    services.roundtable.finalise(second)
    assert [task.what for task in services.task.list_tasks()] == ["Follow up on the plan"]


def seats(services: Services, roundtable: RoundtableId) -> list[tuple[str, bool]]:
    rows = services.roundtable.roundtable(roundtable).participants
    return [(row.name, row.attended) for row in rows if row.seat is Seat.PARTY]


def test_who_may_take_part_is_seated_and_nobody_else(services: Services) -> None:
    case = with_employer(services, "function")
    union = services.party.add_party(case.id, party_draft("Fagforeningen", kind="union"))
    services.party.add_party(case.id, party_draft("Egen læge", kind="gp"))
    assert seats(services, held(services, case)) == []
    services.consent.grant(case.id, grant_draft(union, "function", direction="take_part"))
    services.consent.grant(case.id, grant_draft(case.employer, "hours", direction="take_part"))
    roundtable = held(services, case)
    assert seats(services, roundtable) == [(EMPLOYER, True), ("Fagforeningen", True)]
    services.consent.withdraw_party(case.id, case.employer, Direction.TAKE_PART)
    assert seats(services, held(services, case)) == [("Fagforeningen", True)]


def test_of_two_employers_one_is_chosen(services: Services) -> None:
    case = with_employer(services, "function")
    second = services.party.add_party(case.id, party_draft("Eksempel Transport ApS"))
    for employer in (case.employer, second):
        services.consent.grant(case.id, grant_draft(employer, "hours", direction="take_part"))
    with pytest.raises(Rejected) as refusal:
        services.roundtable.plan_roundtable(case.id, roundtable_draft())
    assert [problem.field for problem in refusal.value.problems] == ["employer"]
    assert services.roundtable.list_roundtables() == ()
    draft = roundtable_draft(employer=second.hex)
    roundtable = services.roundtable.plan_roundtable(case.id, draft)
    assert seats(services, roundtable) == [("Eksempel Transport ApS", True)]
    sheet = services.roundtable.roundtable(roundtable)
    assert (sheet.row.employer, sheet.employer_id) == ("Eksempel Transport ApS", second)
    assert sheet.employer_may_see == frozenset(), "only the other one may hear anything"


def test_the_list_names_the_employer_who_has_a_seat_and_of_several_none_that_is_a_guess(
    services: Services,
) -> None:
    case = with_employer(services, "function")
    assert services.roundtable.list_roundtables() == ()
    second = services.party.add_party(case.id, party_draft("Eksempel Transport ApS"))
    chosen = roundtable_draft(employer=second.hex)
    table = services.roundtable.plan_roundtable(case.id, chosen)
    assert [row.employer for row in services.roundtable.list_roundtables()] == [
        "Eksempel Transport ApS"
    ]
    services.agreement.add_participant(table, ParticipantDraft(who=case.employer.hex))
    assert [row.employer for row in services.roundtable.list_roundtables()] == [""]


def test_a_correction_takes_the_place_of_what_it_corrects_in_the_list(services: Services) -> None:
    newer = services.roundtable.new_version(finalised(services))
    assert [(row.id, row.version) for row in services.roundtable.list_roundtables()] == [(newer, 2)]


def test_a_roundtable_can_be_planned_while_a_follow_up_runs_whose_consent_holds(
    services: Services, clock: Clock
) -> None:
    assert not services.roundtable.can_plan()
    followup = started(services)
    assert services.roundtable.can_plan()
    clock.day = date(2027, 9, 10)
    assert not services.roundtable.can_plan(), "it ran out"
    clock.day = date(2026, 9, 9)
    services.consent.withdraw_all(followup)
    assert not services.roundtable.can_plan()


def test_the_chosen_employer_who_may_not_meet_is_told_not_to_come(services: Services) -> None:
    case = with_employer(services, "function")
    services.party.add_party(case.id, party_draft("Eksempel Transport ApS"))
    draft = roundtable_draft(employer=case.employer.hex)
    roundtable = services.roundtable.plan_roundtable(case.id, draft)
    assert seats(services, roundtable) == [(EMPLOYER, False)]


def test_a_participant_shows_the_state_of_the_consent_to_meet(services: Services) -> None:
    case = with_employer(services)
    roundtable = held(services, case)
    services.agreement.add_participant(roundtable, ParticipantDraft(who=case.employer.hex))
    assert state(services, roundtable) == (None, None)
    services.consent.grant(
        case.id, grant_draft(case.employer, "hours", direction="take_part", until="30/9/2026")
    )
    assert state(services, roundtable) == (ConsentStatus.LIVE, date(2026, 9, 30))


def test_a_participants_consent_that_ran_out_is_told_of(services: Services, clock: Clock) -> None:
    case = with_employer(services)
    services.consent.grant(
        case.id, grant_draft(case.employer, "hours", direction="take_part", until="30/9/2026")
    )
    roundtable = held(services, case)
    clock.day = date(2026, 10, 1)
    assert state(services, roundtable) == (ConsentStatus.EXPIRED, date(2026, 9, 30))


def state(services: Services, roundtable: RoundtableId) -> tuple[ConsentStatus | None, date | None]:
    seats = services.roundtable.roundtable(roundtable).participants
    party = next(seat for seat in seats if seat.seat is Seat.PARTY)
    return party.status, party.until


def test_the_page_says_what_the_employer_may_see(services: Services) -> None:
    case = with_employer(services, "function", "hours")
    sheet = services.roundtable.roundtable(held(services, case))
    assert sheet.employer_may_see == {Information.FUNCTION, Information.HOURS}
    assert (sheet.row.citizen, sheet.row.employer) == (NANCY, EMPLOYER)


@pytest.mark.parametrize("day", ["1/1/2025", "12/8/2026"])
def test_no_roundtable_is_held_before_its_follow_up_began(services: Services, day: str) -> None:
    case = with_employer(services, "function")
    with pytest.raises(Rejected) as refused:
        services.roundtable.plan_roundtable(case.id, roundtable_draft(day=day))
    assert [one.field for one in refused.value.problems] == ["day"]
    roundtable = services.roundtable.plan_roundtable(case.id, roundtable_draft(day="9/9/2026"))
    with pytest.raises(Rejected):
        services.roundtable.correct_roundtable(roundtable, roundtable_draft(day=day))
