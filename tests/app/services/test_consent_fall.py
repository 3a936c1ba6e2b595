"""How consents fall: refused, withdrawn, run out, invalid and fulfilled are five things."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlmodel import select

from app.bootstrap import Services
from app.data.task import TaskRecord
from app.domain.consent import CellId, ConsentId, ConsentStatus, Direction, Information, PartyId
from app.domain.consent_fall import Fall, FallKind, FallNoteDraft, Route, StopKind
from app.domain.draft import DraftKind
from app.domain.followup import FollowupId
from app.domain.problem import Refused, Rejected
from app.domain.roundtable import RoundtableId, RoundtableStatus
from tests.builders import (
    action_draft,
    followup_draft,
    grant_draft,
    party_draft,
    roundtable_draft,
)
from tests.clock import Clock
from tests.followups import (
    EMPLOYER,
    SENDER,
    Case,
    cells_of,
    citizen_of,
    flagged,
    held,
    started,
    with_employer,
)

COMING = roundtable_draft(day="16/9/2026", review_on="9/10/2026")


def cell(services: Services, case: Case, information: str) -> CellId:
    return cells_of(services, case.id)[information].id


def state(services: Services, case: Case, information: str) -> ConsentStatus:
    return cells_of(services, case.id)[information].status


def may_meet(services: Services, followup: FollowupId, party: PartyId, **changes: str) -> None:
    draft = grant_draft(party, "hours", direction="take_part", **changes)
    services.consent.grant(followup, draft)


def status_of(services: Services, roundtable: RoundtableId) -> RoundtableStatus:
    return services.roundtable.roundtable(roundtable).row.status


def kinds(fall: Fall) -> list[StopKind]:
    return [stop.kind for stop in fall.stops]


def newest(services: Services, followup: FollowupId) -> Fall:
    return services.followup.followup(followup).falls[0]


def test_a_no_is_kept_as_a_no_and_stops_nothing(services: Services) -> None:
    case = with_employer(services)
    services.consent.refuse(
        case.id, case.employer, Direction.PASS_ON, [Information.DURATION, Information.HOURS]
    )
    sheet = services.followup.followup(case.id)
    assert {one.status for one in sheet.cells} == {ConsentStatus.REFUSED}
    assert sheet.falls == ()
    assert sheet.row.consent_live


def test_what_was_said_no_to_can_be_given_later(services: Services) -> None:
    case = with_employer(services)
    services.consent.refuse(case.id, case.employer, Direction.PASS_ON, [Information.HOURS])
    services.consent.grant(case.id, grant_draft(case.employer, "hours"))
    assert state(services, case, "hours") is ConsentStatus.LIVE


def test_what_holds_is_withdrawn_and_not_refused(services: Services) -> None:
    case = with_employer(services, "hours")
    with pytest.raises(Refused, match="Withdraw it instead"):
        services.consent.refuse(case.id, case.employer, Direction.PASS_ON, [Information.HOURS])


def test_a_no_is_read_aloud_as_one(services: Services) -> None:
    case = with_employer(services, "hours")
    services.consent.refuse(case.id, case.employer, Direction.PASS_ON, [Information.DURATION])
    assert (
        f"You said no: I may not give information to {EMPLOYER} about duration."
        in services.consent.read_aloud(case.id)
    )
    danish = services.consent.read_aloud(case.id, "da")
    assert f"Jeg må give oplysninger til {EMPLOYER} om timer" in danish
    assert "Du har sagt nej" in danish


def test_what_is_held_back_is_read_aloud(services: Services) -> None:
    case = with_employer(services)
    draft = grant_draft(case.employer, "hours", hold_back="At hun søger andet arbejde.")
    services.consent.grant(case.id, draft)
    assert (
        f"I hold this back from {EMPLOYER}: At hun søger andet arbejde."
        in services.consent.read_aloud(case.id)
    )


def test_a_reached_purpose_ends_the_whole_yes_and_nobody_has_to_be_told(
    services: Services,
) -> None:
    case = with_employer(services, "function", "hours")
    services.consent.grant(case.id, grant_draft(case.employer, "duration"))
    fall = services.consent.fulfil(cell(services, case, "hours"))
    assert (fall.kind, fall.cells, fall.tell) == (FallKind.FULFILLED, 2, ())
    assert state(services, case, "function") is ConsentStatus.FULFILLED
    assert state(services, case, "duration") is ConsentStatus.LIVE


def test_a_consent_for_the_wrong_party_lists_what_was_shared_on_it(
    services: Services, tmp_path: Path
) -> None:
    services.settings.save_sender(SENDER)
    case = with_employer(services, "function", "hours")
    roundtable = held(services, case)
    services.roundtable.finalise(roundtable)
    services.export.save(services.export.prepare_employer_sheet(roundtable, "da"), tmp_path)
    fall = services.consent.invalidate(cell(services, case, "hours"))
    assert fall.kind is FallKind.INVALID
    (line,) = fall.shared
    assert line.partition(" to ")[2].startswith(f"{EMPLOYER}, 9 September 2026 · ")
    assert [one.name for one in fall.untold] == [EMPLOYER]
    assert state(services, case, "function") is ConsentStatus.INVALID
    with pytest.raises(Refused):
        services.export.prepare_employer_sheet(roundtable, "da")


def test_of_a_mistake_nobody_acted_on_nobody_has_to_be_told(services: Services) -> None:
    case = with_employer(services, "hours")
    fall = services.consent.invalidate(cell(services, case, "hours"))
    assert (fall.shared, fall.tell) == ((), ())


def test_one_who_may_no_longer_take_part_loses_the_seat_and_the_others_meet(
    services: Services,
) -> None:
    case = with_employer(services)
    union = services.party.add_party(case.id, party_draft("Tillidsmanden", kind="union_rep"))
    for party in (case.employer, union):
        may_meet(services, case.id, party)
    roundtable = services.roundtable.plan_roundtable(case.id, COMING)
    fall = services.consent.withdraw_party(case.id, union, Direction.TAKE_PART)
    assert [(stop.kind, stop.words) for stop in fall.stops] == [(StopKind.SEAT, "Tillidsmanden")]
    seats = services.roundtable.roundtable(roundtable).participants
    assert [seat.name for seat in seats if seat.party_id and seat.attended] == [EMPLOYER]
    assert status_of(services, roundtable) is RoundtableStatus.DRAFT


def test_withdrawing_everything_stops_roundtable_tasks_forms_and_link_together(
    services: Services,
) -> None:
    flag = flagged(services)
    followup = services.followup.begin(followup_draft(flag_id=flag.id.hex))
    employer = services.party.add_party(followup, party_draft())
    services.consent.grant(followup, grant_draft(employer, "hours"))
    done = held(services, Case(followup, employer))
    services.agreement.add_action(done, action_draft())
    services.roundtable.finalise(done)
    planned = services.roundtable.plan_roundtable(followup, COMING)
    citizen = citizen_of(services, followup)
    services.draft.keep(DraftKind.AGREEMENT, f"{planned.hex}/", "{}", citizen)
    fall = services.consent.withdraw_all(followup)
    assert kinds(fall) == [StopKind.ROUNDTABLE, StopKind.TASK, StopKind.TASK]
    assert (fall.everything, fall.forms, fall.links_cleared) == (True, 1, 1)
    assert status_of(services, planned) is RoundtableStatus.STOPPED
    assert status_of(services, done) is RoundtableStatus.FINAL
    assert services.followup.followup(followup).tasks == ()
    assert services.draft.waiting() == ()


def test_a_task_that_stopped_is_kept_but_never_asked_for(services: Services) -> None:
    case = with_employer(services, "hours")
    roundtable = held(services, case)
    services.roundtable.finalise(roundtable)
    assert services.task.list_tasks() != ()
    services.consent.withdraw_all(case.id)
    assert services.task.list_tasks(done=True) == ()
    with services.vault.read() as session:
        stopped = {task.stopped_on for task in session.exec(select(TaskRecord))}
    assert stopped == {date(2026, 9, 9)}


def test_the_list_of_what_stopped_is_there_again_later(services: Services) -> None:
    case = with_employer(services, "hours")
    services.roundtable.plan_roundtable(case.id, COMING)
    fall = services.consent.withdraw_all(case.id)
    assert newest(services, case.id) == fall
    assert fall.open


def test_route_and_who_was_told_are_noted_afterwards(services: Services) -> None:
    case = with_employer(services, "hours")
    fall = services.consent.withdraw_all(case.id)
    services.consent.note_fall(fall.id, FallNoteDraft(route="phone"))
    assert newest(services, case.id).open
    told = FallNoteDraft(told=(case.employer.hex,), told_on="9/9/2026")
    services.consent.note_fall(fall.id, told)
    noted = newest(services, case.id)
    assert (noted.route, noted.untold, noted.open) == (Route.PHONE, (), False)


@pytest.mark.parametrize("day", ["8/9/2026", "10/9/2026", "x"])
def test_nobody_was_told_before_it_fell_or_after_today(services: Services, day: str) -> None:
    case = with_employer(services, "hours")
    fall = services.consent.withdraw_all(case.id)
    draft = FallNoteDraft(told=(case.employer.hex,), told_on=day)
    with pytest.raises(Rejected):
        services.consent.note_fall(fall.id, draft)
    assert newest(services, case.id).untold


def test_what_runs_out_is_over_for_good_and_stops_the_coming_roundtable(
    services: Services, clock: Clock
) -> None:
    case = with_employer(services)
    may_meet(services, case.id, case.employer, until="12/9/2026")
    roundtable = services.roundtable.plan_roundtable(case.id, COMING)
    clock.day = date(2026, 9, 12)
    services.tidy.tidy()
    assert status_of(services, roundtable) is RoundtableStatus.DRAFT
    clock.day = date(2026, 9, 13)
    services.tidy.tidy()
    fall = newest(services, case.id)
    assert (fall.kind, kinds(fall), fall.tell) == (FallKind.EXPIRED, [StopKind.ROUNDTABLE], ())
    clock.day = date(2026, 9, 12)  # the clock is set back: nothing comes back to life
    assert state(services, case, "hours") is ConsentStatus.EXPIRED


def test_a_meeting_that_was_held_is_still_written_down_after_the_last_day(
    services: Services, clock: Clock
) -> None:
    case = with_employer(services)
    may_meet(services, case.id, case.employer, until="12/9/2026")
    roundtable = services.roundtable.plan_roundtable(case.id, roundtable_draft())
    clock.day = date(2026, 9, 13)
    services.tidy.tidy()
    assert status_of(services, roundtable) is RoundtableStatus.DRAFT


def test_what_ran_out_without_stopping_anything_is_on_no_list(
    services: Services, clock: Clock
) -> None:
    case = with_employer(services)
    services.consent.grant(case.id, grant_draft(case.employer, "hours", until="12/9/2026"))
    clock.day = date(2026, 9, 13)
    services.tidy.tidy()
    assert services.followup.followup(case.id).falls == ()
    assert state(services, case, "hours") is ConsentStatus.EXPIRED


def test_an_expired_cell_is_not_withdrawn(services: Services, clock: Clock) -> None:
    case = with_employer(services)
    services.consent.grant(case.id, grant_draft(case.employer, "hours", until="12/9/2026"))
    clock.day = date(2026, 9, 13)
    with pytest.raises(Refused):
        services.consent.withdraw_cell(cell(services, case, "hours"))


def test_where_the_original_lies_is_corrected_and_nothing_else(services: Services) -> None:
    case = with_employer(services)
    services.consent.grant(case.id, grant_draft(case.employer, "hours", form="written"))
    yes = services.followup.followup(case.id).consents[-1]
    services.consent.correct_original(ConsentId(yes.id), "Skab 2")
    later = services.followup.followup(case.id).consents[-1]
    assert (later.original_at, later.given_on) == ("Skab 2", yes.given_on)


def test_what_is_held_back_is_said_on_the_page_of_the_roundtable(services: Services) -> None:
    case = with_employer(services)
    draft = grant_draft(
        case.employer, "hours", hold_back="Jobsøgningen", hold_back_why="Vil selv sige det"
    )
    services.consent.grant(case.id, draft)
    roundtable = services.roundtable.plan_roundtable(case.id, COMING)
    sheet = services.roundtable.roundtable(roundtable)
    assert sheet.hold_back == ("Jobsøgningen. (Vil selv sige det.)",)


def test_with_no_party_nobody_has_to_be_told(services: Services) -> None:
    followup = started(services)
    fall = services.consent.withdraw_all(followup)
    assert (fall.cells, fall.tell) == (0, ())


def test_the_last_yes_there_is_stops_everything_though_it_was_about_one_party(
    services: Services, clock: Clock
) -> None:
    followup = services.followup.begin(followup_draft(given_on="1/10/2025"))
    employer = services.party.add_party(followup, party_draft())
    services.consent.grant(followup, grant_draft(employer, "function", given_on="9/9/2026"))
    clock.day = date(2026, 10, 5)  # the yes to working together has run out
    services.tidy.tidy_on_this_day()
    roundtable = services.roundtable.plan_roundtable(followup, roundtable_draft(day="7/10/2026"))
    fall = services.consent.withdraw_cell(cells_of(services, followup)["function"].id)
    assert fall.everything
    assert status_of(services, roundtable) is RoundtableStatus.STOPPED
