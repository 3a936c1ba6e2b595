"""Follow-ups: begun on a yes, corrected, ended with an outcome, erased with everything."""

from __future__ import annotations

from datetime import date

import pytest

from app.bootstrap import Services
from app.domain.consent import ConsentStatus, ReachKind
from app.domain.flag_choice import Employment, FlagStatus
from app.domain.followup import EndingDraft, FollowupDraft, FollowupId, Origin, Outcome
from app.domain.followup_advice import Act
from app.domain.problem import NotFound, Refused, Rejected
from app.domain.roundtable import ParticipantDraft
from app.domain.task import TaskSubject
from tests.builders import (
    contact_draft,
    followup_draft,
    grant_draft,
    party_draft,
    relayed_draft,
    roundtable_draft,
    task_draft,
)
from tests.clock import Clock
from tests.followups import (
    EINER,
    EMPLOYER,
    NANCY,
    SENDER,
    erase,
    flagged,
    held,
    started,
    with_employer,
)

ENDING = EndingDraft(ended_on="9/9/2026", outcome="same_job_considerations")


def test_a_follow_up_keeps_what_the_citizen_told(services: Services) -> None:
    typed = followup_draft(
        reach_kind="email",
        reach="nancy@borger.example",
        safe_when="Efter kl. 15",
        form="written",
        original_at="Skab 2",
        origin="doctor_165",
        employment="partly_sick",
        job_title="Ordrebehandler",
        weekly_hours="37",
        sick_since="1/8/2026",
        functions="Kort koncentrationstid",
        wishes="Vil gerne blive",
    )
    facts = services.followup.followup(services.followup.begin(typed)).facts
    assert (facts.name, facts.reach_kind, facts.reach) == (
        NANCY,
        ReachKind.EMAIL,
        "nancy@borger.example",
    )
    assert (facts.origin, facts.employment) == (Origin.DOCTOR_165, Employment.PARTLY_SICK)
    assert (facts.job_title, facts.weekly_hours) == ("Ordrebehandler", 37)
    assert (facts.sick_since, facts.given_on) == (date(2026, 8, 1), date(2026, 8, 13))
    assert (facts.functions, facts.wishes) == ("Kort koncentrationstid", "Vil gerne blive")
    assert (facts.safe_when, facts.original_at) == ("Efter kl. 15", "Skab 2")


def test_no_follow_up_begins_without_a_yes(services: Services) -> None:
    with pytest.raises(Rejected) as refusal:
        services.followup.begin(FollowupDraft())
    fields = {problem.field for problem in refusal.value.problems}
    assert fields == {"name", "given_on", "told_voluntary"}
    assert services.followup.list_followups() == ()


def test_a_yes_from_more_than_a_year_ago_begins_nothing(services: Services) -> None:
    with pytest.raises(Rejected) as refusal:
        services.followup.begin(followup_draft(given_on="1/9/2025"))
    assert [problem.field for problem in refusal.value.problems] == ["given_on"]


def test_numbers_count_up_within_the_year(services: Services) -> None:
    started(services)
    started(services, EINER)
    numbers = [row.number for row in services.followup.list_followups()]
    assert numbers == ["26-002", "26-001"]


def test_a_relayed_yes_becomes_a_follow_up_and_waits_no_more(services: Services) -> None:
    citizen = services.consent.record_relayed(relayed_draft())
    draft = services.followup.draft_from_relayed(citizen)
    assert (draft.name, draft.reach, draft.origin) == (EINER, "00 00 00 00", "flag")
    followup = services.followup.begin(followup_draft(EINER, relayed_id=draft.relayed_id))
    assert services.followup.followup(followup).citizen_id == citizen
    assert services.consent.list_relayed() == ()


def test_a_lapsed_relayed_yes_begins_nothing(services: Services, clock: Clock) -> None:
    citizen = services.consent.record_relayed(relayed_draft())
    clock.day = date(2026, 10, 1)
    with pytest.raises(Refused):
        services.followup.draft_from_relayed(citizen)
    with pytest.raises(Refused):
        services.followup.begin(followup_draft(EINER, relayed_id=citizen.hex))


def test_a_code_that_is_said_links_the_flag_and_shows_it_nowhere(services: Services) -> None:
    flag = flagged(services)
    draft = services.followup.draft_from_flag(flag.id)
    assert (draft.name, draft.functions, draft.origin) == ("", "", "flag")
    followup = services.followup.begin(followup_draft(flag_id=draft.flag_id, origin="flag"))
    sheet = services.followup.followup(followup)
    assert sheet.from_flag
    assert flag.code not in repr(sheet)
    assert services.flag.flag(flag.id).status is FlagStatus.CONSENTED


def test_a_correction_changes_the_person_but_not_the_consent(services: Services) -> None:
    followup = started(services)
    typed = followup_draft("Schwendlund Test Mosebryggersen", given_on="1/9/2026", reach="mail")
    services.followup.correct_followup(followup, typed)
    facts = services.followup.followup(followup).facts
    assert (facts.name, facts.reach) == ("Schwendlund Test Mosebryggersen", "mail")
    assert facts.given_on == date(2026, 8, 13)


def test_where_the_original_lies_can_be_told_later(services: Services) -> None:
    followup = started(services)
    services.followup.correct_followup(followup, followup_draft(original_at="Skab 2"))
    assert services.followup.draft(followup).original_at == "Skab 2"


def test_the_draft_to_correct_says_what_was_typed(services: Services) -> None:
    typed = followup_draft(job_title="Chauffør", weekly_hours="30,5", sick_since="1/8/2026")
    draft = services.followup.draft(services.followup.begin(typed))
    assert (draft.job_title, draft.weekly_hours, draft.sick_since) == (
        "Chauffør",
        "30,5",
        "01.08.2026",
    )


def test_hours_that_nobody_gave_stay_unsaid(services: Services) -> None:
    assert FollowupDraft().weekly_hours == ""
    followup = services.followup.begin(followup_draft(weekly_hours=""))
    assert services.followup.draft(followup).weekly_hours == ""


def test_a_follow_up_ends_with_an_outcome(services: Services) -> None:
    followup = started(services)
    services.followup.end_followup(followup, ENDING)
    row = services.followup.list_followups()[0]
    assert (row.ended_on, row.outcome) == (date(2026, 9, 9), Outcome.SAME_JOB_CONSIDERATIONS)


@pytest.mark.parametrize("day", ["12/8/2026", "10/9/2026", "i morgen", ""])
def test_it_ends_between_its_start_and_today(services: Services, day: str) -> None:
    followup = started(services)
    with pytest.raises(Rejected) as refusal:
        services.followup.end_followup(followup, EndingDraft(ended_on=day, outcome="out"))
    assert "ended_on" in {problem.field for problem in refusal.value.problems}


def test_an_end_is_taken_back(services: Services) -> None:
    followup = started(services)
    services.followup.end_followup(followup, ENDING)
    services.followup.archive_followup(followup)
    services.followup.reopen_followup(followup)
    row = services.followup.list_followups()[0]
    assert (row.ended_on, row.outcome, row.archived) == (None, None, False)


def test_only_an_ended_follow_up_is_put_away(services: Services) -> None:
    followup = started(services)
    with pytest.raises(Refused):
        services.followup.archive_followup(followup)
    services.followup.end_followup(followup, ENDING)
    services.followup.archive_followup(followup)
    assert services.followup.list_followups() == ()
    assert [row.id for row in services.followup.list_followups(archived=True)] == [followup]
    services.followup.restore_followup(followup)
    assert [row.id for row in services.followup.list_followups()] == [followup]


def test_erasing_a_person_takes_everything_along(services: Services) -> None:
    services.settings.save_sender(SENDER)
    case = with_employer(services, "function")
    roundtable = held(services, case)
    services.agreement.add_participant(roundtable, ParticipantDraft(who=case.employer.hex))
    services.roundtable.finalise(roundtable)
    services.party.log_contact(case.id, contact_draft(party_id=case.employer.hex))
    erase(services, case.id)
    assert services.followup.list_followups() == ()
    assert services.roundtable.list_roundtables() == ()
    assert services.task.list_tasks() == ()
    assert services.search.find(NANCY) == ()
    with pytest.raises(NotFound):
        services.followup.followup(case.id)


def test_an_ended_follow_up_is_erased_six_months_later(services: Services, clock: Clock) -> None:
    services.followup.end_followup(started(services), ENDING)
    clock.day = date(2027, 3, 9)
    assert services.followup.erase_due() == 0
    clock.day = date(2027, 3, 10)
    assert services.followup.erase_due() == 1
    assert services.followup.list_followups() == ()


def test_a_person_without_consent_is_erased_after_thirty_days(
    services: Services, clock: Clock
) -> None:
    services.consent.withdraw_all(started(services))
    clock.day = date(2026, 10, 9)
    assert services.followup.erase_due() == 0
    clock.day = date(2026, 10, 10)
    assert services.followup.erase_due() == 1


def test_a_running_follow_up_is_never_erased_by_itself(services: Services, clock: Clock) -> None:
    started(services)
    clock.day = date(2027, 8, 13)
    assert services.followup.erase_due() == 0


def test_the_line_of_the_list_says_who_where_and_what_comes_next(services: Services) -> None:
    case = with_employer(services)
    about = {"subject": TaskSubject.FOLLOWUP.value, "subject_id": case.id.hex}
    services.task.add_task(task_draft("Senere", due_on="1/10/2026", **about))
    services.task.add_task(task_draft("Ring som aftalt", due_on="9/9/2026", **about))
    row = services.followup.list_followups()[0]
    assert (row.citizen, row.employer, row.next_task) == (NANCY, EMPLOYER, "Ring som aftalt")
    assert row.consent_live


def next_act(services: Services, followup: FollowupId) -> Act:
    return services.followup.followup(followup).advice.act


def test_the_next_act_follows_what_is_there(services: Services) -> None:
    followup = started(services)
    assert next_act(services, followup) is Act.ADD_PARTY
    employer = services.party.add_party(followup, party_draft())
    assert next_act(services, followup) is Act.GRANT
    services.consent.grant(followup, grant_draft(employer, "function"))
    assert next_act(services, followup) is Act.PLAN_ROUNDTABLE
    services.roundtable.plan_roundtable(followup, roundtable_draft())
    assert next_act(services, followup) is Act.OPEN_ROUNDTABLE


def test_a_plan_that_is_agreed_waits_for_its_review(services: Services) -> None:
    case = with_employer(services, "function")
    services.roundtable.finalise(held(services, case))
    advice = services.followup.followup(case.id).advice
    assert (advice.text, advice.act) == (
        "The plan is agreed. It is followed up on 9 October 2026.",
        Act.LOG_CONTACT,
    )


def test_without_consent_the_next_act_is_to_ask_again(services: Services) -> None:
    followup = started(services)
    services.consent.withdraw_all(followup)
    assert next_act(services, followup) is Act.RENEW


def test_an_ended_follow_up_asks_for_nothing(services: Services) -> None:
    followup = started(services)
    services.followup.end_followup(followup, ENDING)
    assert next_act(services, followup) is Act.NONE


def test_consent_that_has_run_out_is_told_of_as_expired(services: Services, clock: Clock) -> None:
    followup = started(services)
    clock.day = date(2027, 8, 14)
    sheet = services.followup.followup(followup)
    assert [consent.status for consent in sheet.consents] == [ConsentStatus.EXPIRED]
    assert not sheet.row.consent_live


def test_a_plan_without_a_day_to_follow_it_up_is_opened_again(services: Services) -> None:
    case = with_employer(services, "function")
    roundtable = held(services, case)
    services.roundtable.correct_roundtable(roundtable, roundtable_draft(review_on="", review_at=""))
    services.roundtable.finalise(roundtable)
    advice = services.followup.followup(case.id).advice
    assert "not when it is followed up on" in advice.text
    assert advice.act is Act.OPEN_ROUNDTABLE


def test_after_the_day_of_following_up_it_is_asked_how_it_went(
    services: Services, clock: Clock
) -> None:
    case = with_employer(services, "function")
    services.roundtable.finalise(held(services, case))
    clock.day = date(2026, 10, 10)
    advice = services.followup.followup(case.id).advice
    assert advice.text == "The plan was to be followed up on 9 October 2026. Log how it went."
    assert advice.act is Act.LOG_CONTACT


def test_with_two_employers_it_is_said_what_each_may_hear(services: Services) -> None:
    case = with_employer(services, "function")
    second = services.party.add_party(case.id, party_draft("Eksempel Transport ApS"))
    services.consent.grant(case.id, grant_draft(second, "hours"))
    assert services.followup.followup(case.id).advice.text == (
        "You may talk to Eksempel Transport ApS about hours."
        " You may talk to Eksempel Tømmerhandel A/S about function. Plan the roundtable."
    )
    row = services.followup.list_followups()[0]
    assert row.employer == "Eksempel Transport ApS and Eksempel Tømmerhandel A/S"


def test_a_spoken_yes_has_no_original_whatever_was_typed_first(services: Services) -> None:
    spoken = followup_draft(form="spoken", original_at="Skab 2")
    written = followup_draft("Einer Test Lauridsen", form="written", original_at="Skab 2")
    kept = [services.followup.draft(services.followup.begin(one)) for one in (spoken, written)]
    assert [draft.original_at for draft in kept] == ["", "Skab 2"]
