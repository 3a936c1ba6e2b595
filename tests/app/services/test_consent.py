"""Consents: given for one party, one way, some information, until a day; taken back at once."""

from __future__ import annotations

from datetime import date

import pytest

from app.bootstrap import Services
from app.changes import Topic
from app.domain.consent import ConsentStatus, Direction, Information, PartyId
from app.domain.consent_fall import Fall, StopKind
from app.domain.flag_choice import CloseReason, FlagStatus
from app.domain.followup import EndingDraft
from app.domain.grant import GrantDraft
from app.domain.problem import NotFound, Refused, Rejected
from app.domain.roundtable import RoundtableStatus
from tests.builders import (
    followup_draft,
    grant_draft,
    party_draft,
    relayed_draft,
    renewal_draft,
    roundtable_draft,
)
from tests.clock import Clock
from tests.followups import (
    EINER,
    EMPLOYER,
    NANCY,
    SENDER,
    cells_of,
    citizen_of,
    erase,
    flagged,
    held,
    started,
    with_employer,
)


def told(fall: Fall) -> list[str]:
    return [one.name for one in fall.untold]


def stops(fall: Fall, kind: StopKind) -> list[date | None]:
    return [stop.day for stop in fall.stopped(kind)]


def test_a_relayed_yes_waits_for_21_days(services: Services) -> None:
    services.consent.record_relayed(relayed_draft(given_on="1/9/2026"))
    row = services.consent.list_relayed()[0]
    assert (row.name, row.relayed_by, row.expires_on) == (EINER, "Læge Eksempel", date(2026, 9, 22))


def test_the_first_to_lapse_comes_first(services: Services) -> None:
    services.consent.record_relayed(relayed_draft(NANCY))
    services.consent.record_relayed(relayed_draft(given_on="1/9/2026"))
    assert [row.name for row in services.consent.list_relayed()] == [EINER, NANCY]


def test_a_relayed_yes_shows_its_last_day_and_is_gone_the_day_after(
    services: Services, clock: Clock
) -> None:
    services.consent.record_relayed(relayed_draft(given_on="9/9/2026"))
    clock.day = date(2026, 9, 30)
    assert len(services.consent.list_relayed()) == 1
    assert services.consent.lapse_due() == 0
    clock.day = date(2026, 10, 1)
    assert services.consent.list_relayed() == ()
    assert services.consent.lapse_due() == 1
    clock.day = date(2026, 9, 30)
    assert services.consent.list_relayed() == ()


def test_a_relayed_yes_without_a_way_to_reach_is_mended_first(services: Services) -> None:
    with pytest.raises(Rejected) as refusal:
        services.consent.record_relayed(relayed_draft(name="", reach="", relayed_by=""))
    fields = {problem.field for problem in refusal.value.problems}
    assert fields == {"name", "reach", "relayed_by"}
    assert services.consent.list_relayed() == ()


def test_how_to_reach_a_relayed_citizen_is_corrected_and_nothing_else(services: Services) -> None:
    citizen = services.consent.record_relayed(relayed_draft(given_on="1/9/2026"))
    draft = services.consent.relayed_draft(citizen)
    assert (draft.name, draft.given_on, draft.relayed_by) == (EINER, "01.09.2026", "Læge Eksempel")
    typed = relayed_draft(reach="11 11 11 11", safe_when="Efter kl. 15", given_on="9/9/2026")
    services.consent.correct_relayed(citizen, typed)
    row = services.consent.list_relayed()[0]
    assert (row.reach, row.safe_when) == ("11 11 11 11", "Efter kl. 15")
    assert row.expires_on == date(2026, 9, 22)


def test_a_relayed_yes_moves_the_flag_to_consent_given(services: Services) -> None:
    flag = flagged(services)
    services.consent.record_relayed(relayed_draft(flag_id=flag.id.hex))
    assert services.flag.flag(flag.id).status is FlagStatus.CONSENTED


def test_a_no_to_the_first_contact_erases_the_citizen(services: Services) -> None:
    citizen = services.consent.record_relayed(relayed_draft())
    services.consent.remove_relayed(citizen)
    assert services.consent.list_relayed() == ()
    with pytest.raises(NotFound):
        services.followup.draft_from_relayed(citizen)


def test_a_citizen_with_a_follow_up_is_not_erased_as_a_relayed_yes(services: Services) -> None:
    followup = started(services)
    with pytest.raises(Refused):
        services.consent.remove_relayed(citizen_of(services, followup))


def test_a_grant_fills_its_cells_and_no_others(services: Services) -> None:
    case = with_employer(services, "function", "hours")
    cells = services.followup.followup(case.id).cells
    assert {cell.information for cell in cells} == {Information.FUNCTION, Information.HOURS}
    assert {cell.direction for cell in cells} == {Direction.PASS_ON}
    assert {cell.until for cell in cells} == {date(2027, 8, 20)}


def test_a_grant_lasts_at_most_twelve_months(services: Services) -> None:
    case = with_employer(services)
    with pytest.raises(Rejected) as refusal:
        services.consent.grant(case.id, grant_draft(case.employer, until="21/8/2027"))
    assert [problem.field for problem in refusal.value.problems] == ["until"]


def test_a_grant_asks_for_everything_it_lacks_at_once(services: Services) -> None:
    case = with_employer(services)
    bare = GrantDraft(given_on="x")
    with pytest.raises(Rejected) as refusal:
        services.consent.grant(case.id, bare)
    fields = {problem.field for problem in refusal.value.problems}
    assert fields == {
        "party_id",
        "direction",
        "information",
        "given_on",
        "purpose_code",
        "told_voluntary",
    }


def test_a_grant_about_somebody_elses_party_is_refused(services: Services) -> None:
    case = with_employer(services)
    other = started(services, EINER)
    stranger = services.party.add_party(other, party_draft())
    with pytest.raises(Rejected):
        services.consent.grant(case.id, grant_draft(stranger))
    assert services.followup.followup(other).cells == ()


def test_a_new_grant_takes_the_place_of_the_old_one(services: Services) -> None:
    case = with_employer(services, "function", "hours")
    services.consent.grant(case.id, grant_draft(case.employer, "function", until="1/10/2026"))
    live = [
        (cell.information, cell.until)
        for cell in services.followup.followup(case.id).cells
        if cell.status is ConsentStatus.LIVE
    ]
    assert sorted(live) == [
        (Information.FUNCTION, date(2026, 10, 1)),
        (Information.HOURS, date(2027, 8, 20)),
    ]


def test_a_cell_past_its_last_day_has_expired(services: Services, clock: Clock) -> None:
    case = with_employer(services)
    services.consent.grant(case.id, grant_draft(case.employer, "hours", until="10/9/2026"))
    assert cells_of(services, case.id)["hours"].status is ConsentStatus.LIVE
    clock.day = date(2026, 9, 11)
    assert cells_of(services, case.id)["hours"].status is ConsentStatus.EXPIRED


def test_an_expired_cell_can_be_given_again(services: Services, clock: Clock) -> None:
    case = with_employer(services)
    services.consent.grant(case.id, grant_draft(case.employer, "hours", until="10/9/2026"))
    clock.day = date(2026, 9, 20)
    services.consent.grant(case.id, grant_draft(case.employer, "hours", given_on="20/9/2026"))
    assert cells_of(services, case.id)["hours"].status is ConsentStatus.LIVE


def test_one_cell_is_withdrawn_and_the_others_hold(services: Services) -> None:
    case = with_employer(services, "function", "duration")
    stopped = services.consent.withdraw_cell(cells_of(services, case.id)["duration"].id)
    cells = cells_of(services, case.id)
    assert (stopped.cells, told(stopped)) == (1, [EMPLOYER])
    assert cells["duration"].status is ConsentStatus.WITHDRAWN
    assert cells["duration"].ended_on == date(2026, 9, 9)
    assert cells["function"].status is ConsentStatus.LIVE


def test_what_has_ended_is_not_withdrawn_again(services: Services) -> None:
    case = with_employer(services, "function")
    cell = cells_of(services, case.id)["function"]
    services.consent.withdraw_cell(cell.id)
    with pytest.raises(Refused):
        services.consent.withdraw_cell(cell.id)


def test_a_whole_row_is_withdrawn_and_other_rows_hold(services: Services) -> None:
    case = with_employer(services, "function", "hours")
    services.consent.grant(case.id, grant_draft(case.employer, "function", direction="obtain"))
    stopped = services.consent.withdraw_party(case.id, case.employer, Direction.PASS_ON)
    live = [
        cell.direction
        for cell in services.followup.followup(case.id).cells
        if cell.status is ConsentStatus.LIVE
    ]
    assert stopped.cells == 2
    assert live == [Direction.OBTAIN]


def test_the_last_yes_to_meet_takes_the_draft_roundtable_with_it(services: Services) -> None:
    case = with_employer(services, "function")
    services.consent.grant(case.id, grant_draft(case.employer, "hours", direction="take_part"))
    roundtable = services.roundtable.plan_roundtable(case.id, roundtable_draft())
    stopped = services.consent.withdraw_party(case.id, case.employer, Direction.TAKE_PART)
    assert stops(stopped, StopKind.ROUNDTABLE) == [date(2026, 8, 27)]
    status = services.roundtable.roundtable(roundtable).row.status
    assert status is RoundtableStatus.STOPPED


def test_a_roundtable_goes_on_while_another_party_may_meet(services: Services) -> None:
    case = with_employer(services)
    union = services.party.add_party(case.id, party_draft("Tillidsrepræsentant", kind="union_rep"))
    for party in (case.employer, union):
        services.consent.grant(case.id, grant_draft(party, "hours", direction="take_part"))
    services.roundtable.plan_roundtable(case.id, roundtable_draft())
    stopped = services.consent.withdraw_party(case.id, union, Direction.TAKE_PART)
    assert stops(stopped, StopKind.ROUNDTABLE) == []
    assert stops(stopped, StopKind.SEAT) == [date(2026, 8, 27)]


def test_withdrawing_everything_stops_all_that_rested_on_it(services: Services) -> None:
    case = with_employer(services, "function", "hours")
    roundtable = held(services, case)
    stopped = services.consent.withdraw_all(case.id)
    sheet = services.followup.followup(case.id)
    assert (stopped.cells, told(stopped)) == (2, [EMPLOYER])
    assert stops(stopped, StopKind.ROUNDTABLE) == [date(2026, 8, 27)]
    assert {cell.status for cell in sheet.cells} == {ConsentStatus.WITHDRAWN}
    assert {consent.status for consent in sheet.consents} == {ConsentStatus.WITHDRAWN}
    assert not sheet.row.consent_live
    status = services.roundtable.roundtable(roundtable).row.status
    assert status is RoundtableStatus.STOPPED


def test_withdrawing_everything_cuts_the_link_to_the_flag(services: Services) -> None:
    flag = flagged(services)
    draft = services.followup.draft_from_flag(flag.id)
    followup = services.followup.begin(followup_draft(flag_id=draft.flag_id, origin=draft.origin))
    assert services.consent.withdraw_all(followup).links_cleared == 1
    assert not services.followup.followup(followup).from_flag
    assert services.flag.flag(flag.id).status is FlagStatus.AWAITING


def test_a_flag_waits_again_when_its_person_is_erased(services: Services) -> None:
    flag = flagged(services)
    draft = services.followup.draft_from_flag(flag.id)
    followup = services.followup.begin(followup_draft(flag_id=draft.flag_id, origin=draft.origin))
    erase(services, followup)
    assert services.flag.flag(flag.id).status is FlagStatus.AWAITING


def test_a_flag_closed_by_hand_stays_closed_when_consent_falls(services: Services) -> None:
    flag = flagged(services)
    draft = services.followup.draft_from_flag(flag.id)
    followup = services.followup.begin(followup_draft(flag_id=draft.flag_id, origin=draft.origin))
    services.flag.close_flag(flag.id, CloseReason.CITIZEN_ADVISED)
    services.consent.withdraw_all(followup)
    assert services.flag.flag(flag.id).status is FlagStatus.CLOSED


def test_a_final_version_stays_what_it_was_when_consent_falls(services: Services) -> None:
    case = with_employer(services, "function")
    roundtable = held(services, case)
    services.roundtable.finalise(roundtable)
    services.consent.withdraw_all(case.id)
    assert services.roundtable.roundtable(roundtable).row.status is RoundtableStatus.FINAL


def test_news_of_a_withdrawal_reaches_every_page_it_matters_to(services: Services) -> None:
    case = with_employer(services, "function")
    heard: list[frozenset[Topic]] = []
    services.changes.subscribe(heard.append)
    services.consent.withdraw_all(case.id)
    assert heard == [
        frozenset(
            {
                Topic.CONSENT,
                Topic.ROUNDTABLE,
                Topic.FOLLOWUP,
                Topic.FLAG,
                Topic.TASK,
                Topic.DRAFT,
                Topic.AUDIT,
            }
        )
    ]


def test_a_renewed_yes_lets_the_work_go_on_but_opens_no_cell(services: Services) -> None:
    case = with_employer(services, "function")
    services.consent.withdraw_all(case.id)
    services.consent.renew(case.id, renewal_draft())
    sheet = services.followup.followup(case.id)
    assert sheet.row.consent_live
    assert sheet.facts.given_on == date(2026, 9, 9)
    assert {cell.status for cell in sheet.cells} == {ConsentStatus.WITHDRAWN}


def test_a_renewed_yes_takes_the_place_of_the_one_before(services: Services) -> None:
    followup = started(services)
    services.consent.renew(followup, renewal_draft())
    consents = services.followup.followup(followup).consents
    assert [consent.status for consent in consents] == [
        ConsentStatus.FULFILLED,
        ConsentStatus.LIVE,
    ]


def test_a_renewal_is_asked_for_in_full(services: Services) -> None:
    followup = started(services)
    with pytest.raises(Rejected) as refusal:
        services.consent.renew(followup, renewal_draft(told_voluntary=False, given_on="10/9/2026"))
    fields = {problem.field for problem in refusal.value.problems}
    assert fields == {"given_on", "told_voluntary"}


def test_a_yes_about_a_party_ends_with_its_last_cell(services: Services, clock: Clock) -> None:
    case = with_employer(services)
    clock.day = date(2027, 8, 1)
    services.consent.grant(case.id, grant_draft(case.employer, "hours", given_on="1/8/2027"))
    clock.day = date(2027, 9, 1)  # the yes to working together has run out
    assert services.followup.followup(case.id).row.consent_live
    services.consent.withdraw_cell(cells_of(services, case.id)["hours"].id)
    assert not services.followup.followup(case.id).row.consent_live


def test_consents_that_end_within_thirty_days_are_told_of(services: Services) -> None:
    case = with_employer(services, "function")
    services.consent.grant(case.id, grant_draft(case.employer, "hours", until="9/10/2026"))
    services.consent.grant(case.id, grant_draft(case.employer, "duration", until="10/10/2026"))
    row = services.consent.expiring()[0]
    assert (row.party, row.information, row.until) == (
        EMPLOYER,
        (Information.HOURS,),
        date(2026, 10, 9),
    )
    assert len(services.consent.expiring()) == 1


def test_nobody_is_warned_about_a_follow_up_that_has_ended(services: Services) -> None:
    case = with_employer(services)
    services.consent.grant(case.id, grant_draft(case.employer, "hours", until="20/9/2026"))
    services.followup.end_followup(case.id, EndingDraft(ended_on="9/9/2026", outcome="same_job"))
    assert services.consent.expiring() == ()


def test_what_holds_is_read_aloud_in_the_order_of_the_page(services: Services) -> None:
    case = with_employer(services, "hours", "function")
    assert services.consent.read_aloud(case.id) == (
        f"I may give information to {EMPLOYER} about function and hours until 20 August 2027.\n"
        "Everything else is closed. You can take back any of it, whenever you like."
    )


def test_with_no_cell_the_citizen_hears_that_nobody_else_is_told(services: Services) -> None:
    followup = started(services)
    assert services.consent.read_aloud(followup).startswith("I may talk with you, and with nobody")
    services.consent.withdraw_all(followup)
    assert services.consent.read_aloud(followup) == (
        "You have not said yes to anything that holds today."
    )


def test_the_consent_form_prints_every_yes_and_a_row_for_what_was_not_chosen(
    services: Services,
) -> None:
    services.settings.save_sender(SENDER)
    case = with_employer(services)
    doctor = services.party.add_party(case.id, party_draft("Egen læge", kind="gp"))
    services.consent.grant(case.id, grant_draft(doctor, "function", direction="obtain"))
    form = services.consent.form_sheet(case.id)
    assert [(row.party, row.direction, set(row.information)) for row in form.rows] == [
        (EMPLOYER, Direction.PASS_ON, set()),
        (EMPLOYER, Direction.TAKE_PART, set()),
        ("Egen læge", Direction.OBTAIN, {Information.FUNCTION}),
        ("Egen læge", Direction.FEEDBACK, set()),
    ]


def test_each_yes_of_the_consent_form_keeps_its_purpose_and_end(services: Services) -> None:
    services.settings.save_sender(SENDER)
    case = with_employer(services)
    meet = grant_draft(
        case.employer,
        "hours",
        direction="take_part",
        until="30/9/2026",
        purpose_code="other",
        purpose="Mødes",
    )
    services.consent.grant(case.id, grant_draft(case.employer, "hours", purpose="Lageret"))
    services.consent.grant(case.id, meet)
    terms = [row.terms for row in services.consent.form_sheet(case.id).rows]
    assert [(one.purpose, one.until) for one in terms if one is not None] == [
        ("A plan for hours, duties and considerations: Lageret", date(2027, 8, 20)),
        ("Mødes", date(2026, 9, 30)),
    ]


def test_a_consent_form_without_any_yes_that_holds_is_filled_in_by_hand(services: Services) -> None:
    services.settings.save_sender(SENDER)
    case = with_employer(services, "hours")
    assert len(services.consent.form_sheet(case.id).terms) == 1
    services.consent.withdraw_all(case.id)
    assert services.consent.form_sheet(case.id).terms == ()


def test_a_blank_consent_form_names_nobody(services: Services) -> None:
    services.settings.save_sender(SENDER)
    form = services.consent.form_sheet(None)
    assert (form.citizen, form.number, form.rows) == ("", "", ())


def test_a_cell_that_is_gone_cannot_be_withdrawn(services: Services) -> None:
    case = with_employer(services, "function")
    cell = cells_of(services, case.id)["function"]
    services.party.remove_party(PartyId(case.employer))
    with pytest.raises(NotFound):
        services.consent.withdraw_cell(cell.id)


def test_the_yes_to_working_together_is_warned_of_too(services: Services, clock: Clock) -> None:
    started(services)
    clock.day = date(2027, 7, 13)
    assert services.consent.expiring() == ()
    clock.day = date(2027, 7, 14)
    (row,) = services.consent.expiring()
    assert (row.citizen, row.party, row.direction) == (NANCY, "", None)
    assert row.until == date(2027, 8, 13)
