"""T50. While a person is restricted nothing is changed, nothing leaves, nothing is erased; what
falls still falls. Held by the services, and by the file when SQL is written by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from app.bootstrap import Services
from app.changes import Topic
from app.domain.consent import Direction, Information
from app.domain.contact import ContactId
from app.domain.followup import EndingDraft
from app.domain.measure import MeasureId
from app.domain.problem import Refused
from app.domain.restriction import LiftDraft
from app.domain.roundtable import RoundtableId, RoundtableStatus
from app.domain.task import TaskId
from app.domain.transfer import TransferDraft, write_key
from app.services.citizen import erase_citizen_again
from tests.builders import (
    action_draft,
    agreement_draft,
    contact_draft,
    followup_draft,
    grant_draft,
    hold_draft,
    measure_draft,
    party_draft,
    renewal_draft,
    restriction_draft,
    roundtable_draft,
    task_draft,
)
from tests.clock import Clock
from tests.followups import SENDER, Case, citizen_of, erase, held, with_employer

LIFT = LiftDraft(lift_reason="Uenigheden er løst")


class Restricted(NamedTuple):
    """A restricted person with a little of everything."""

    case: Case
    contact: ContactId
    task: TaskId
    measure: MeasureId
    roundtable: RoundtableId


@pytest.fixture
def restricted(services: Services) -> Restricted:
    services.settings.save_sender(SENDER)
    case = with_employer(services, "function", "hours")
    mine = {"subject": "followup", "subject_id": case.id.hex}
    found = Restricted(
        case,
        services.party.log_contact(case.id, contact_draft()),
        services.task.add_task(task_draft(**mine)),
        services.measure.log_measure(case.id, measure_draft()),
        held(services, case),
    )
    services.restriction.restrict(case.id, restriction_draft())
    return found


def lifted(services: Services, case: Case) -> None:
    services.restriction.lift_restriction(case.id, LIFT)


Act = Callable[[Services, Restricted], object]
ACTS: dict[str, Act] = {
    "correct": lambda s, r: s.followup.correct_followup(r.case.id, followup_draft(job_title="Kok")),
    "rename": lambda s, r: s.followup.correct_followup(r.case.id, followup_draft(reach="12 34")),
    "end": lambda s, r: s.followup.end_followup(
        r.case.id, EndingDraft(ended_on="9/9/2026", outcome="out")
    ),
    "party": lambda s, r: s.party.add_party(r.case.id, party_draft("Læge Eksempel", kind="gp")),
    "other party": lambda s, r: s.party.correct_party(r.case.employer, party_draft("Andet A/S")),
    "no party": lambda s, r: s.party.remove_party(r.case.employer),
    "drive": lambda s, r: s.party.drive_myself(r.case.id),
    "contact": lambda s, r: s.party.log_contact(r.case.id, contact_draft()),
    "other contact": lambda s, r: s.party.correct_contact(r.contact, contact_draft("Andet")),
    "no contact": lambda s, r: s.party.remove_contact(r.contact),
    "attempt": lambda s, r: s.party.log_attempt(r.case.id),
    "task": lambda s, r: s.task.add_task(
        task_draft("Ring", subject="followup", subject_id=r.case.id.hex)
    ),
    "done": lambda s, r: s.task.tick_task(r.task, done=True),
    "no task": lambda s, r: s.task.remove_task(r.task),
    "measure": lambda s, r: s.measure.log_measure(r.case.id, measure_draft(day="8/9/2026")),
    "no measure": lambda s, r: s.measure.remove_measure(r.measure),
    "signs": lambda s, r: s.goal.tick_signs(r.case.id, ("few_around",)),
    "level": lambda s, r: s.goal.decide_level(r.case.id, "plain"),
    "transfer": lambda s, r: s.timeline.transfer(
        r.case.id,
        TransferDraft(
            transferred_on="9/9/2026",
            entries=tuple(write_key(row.key) for row in s.timeline.to_transfer(r.case.id)),
        ),
    ),
    "plan": lambda s, r: s.roundtable.plan_roundtable(r.case.id, roundtable_draft()),
    "words": lambda s, r: s.roundtable.correct_roundtable(
        r.roundtable, roundtable_draft(colleagues_told="Alt")
    ),
    "finalise": lambda s, r: s.roundtable.finalise(r.roundtable),
    "no plan": lambda s, r: s.roundtable.remove_roundtable(r.roundtable),
    "agreement": lambda s, r: s.agreement.add_agreement(r.roundtable, agreement_draft("Andet")),
    "action": lambda s, r: s.agreement.add_action(r.roundtable, action_draft()),
    "grant": lambda s, r: s.consent.grant(r.case.id, grant_draft(r.case.employer, "duration")),
    "no": lambda s, r: s.consent.refuse(
        r.case.id, r.case.employer, Direction.OBTAIN, [Information.HOURS]
    ),
    "renew": lambda s, r: s.consent.renew(r.case.id, renewal_draft()),
    "erase": lambda s, r: erase(s, r.case.id),
    "restrict": lambda s, r: s.restriction.restrict(r.case.id, restriction_draft()),
}


def test_nothing_about_a_restricted_person_is_changed(
    services: Services, restricted: Restricted
) -> None:
    before = services.followup.followup(restricted.case.id)
    for act in ACTS.values():
        with pytest.raises(Refused, match="restricted"):
            act(services, restricted)
    assert services.followup.followup(restricted.case.id) == before


def test_everything_can_be_done_again_once_it_is_lifted(
    services: Services, restricted: Restricted
) -> None:
    lifted(services, restricted.case)
    for name in ("correct", "contact", "done", "measure", "finalise", "grant", "renew", "erase"):
        ACTS[name](services, restricted)
    assert services.followup.list_followups() == ()


def test_a_restricted_persons_consent_is_withdrawn_at_once_with_what_rested_on_it(
    services: Services, restricted: Restricted
) -> None:
    services.consent.withdraw_all(restricted.case.id)
    (row,) = services.roundtable.list_roundtables()
    assert row.status is RoundtableStatus.STOPPED
    assert services.restriction.restriction(restricted.case.id) is not None


def test_what_runs_out_is_over_for_a_restricted_person_too(
    services: Services, restricted: Restricted, clock: Clock
) -> None:
    clock.day += timedelta(days=400)
    services.tidy.tidy_on_this_day()
    assert not services.followup.followup(restricted.case.id).row.consent_live


def test_a_restricted_person_is_not_erased_by_the_rules(
    services: Services, restricted: Restricted, clock: Clock
) -> None:
    services.consent.withdraw_all(restricted.case.id)
    clock.day += timedelta(days=60)
    assert services.tidy.tidy_on_this_day().erased == 0
    lifted(services, restricted.case)
    clock.day += timedelta(days=60)
    assert services.tidy.tidy_on_this_day().erased == 1


def test_a_paper_that_was_refused_leaves_once_the_restriction_is_lifted(
    services: Services, restricted: Restricted, tmp_path: Path
) -> None:
    lifted(services, restricted.case)
    services.roundtable.finalise(restricted.roundtable)
    services.restriction.restrict(restricted.case.id, restriction_draft())
    paper = services.export.prepare_employer_sheet(restricted.roundtable, "da")
    with pytest.raises(Refused, match="restricted"):
        services.export.save(paper, tmp_path)
    assert not list(tmp_path.glob("*.pdf"))
    lifted(services, restricted.case)
    services.export.save(paper, tmp_path)
    assert list(tmp_path.glob("*.pdf"))


def test_who_was_erased_here_goes_again_though_an_older_copy_has_them_restricted(
    services: Services, restricted: Restricted
) -> None:
    citizen = citizen_of(services, restricted.case.id)
    with services.vault.write(Topic.FOLLOWUP) as session:
        erase_citizen_again(session, citizen)
    assert services.followup.list_followups() == ()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE citizen SET restricted_at = NULL",
        "UPDATE citizen SET reach = 'andet'",
        "UPDATE restriction SET reason = 'andet'",
        "UPDATE contact SET note = 'andet'",
        "DELETE FROM citizen",
        "DELETE FROM party",
        "UPDATE agreement SET owner = 'andre'",
        "INSERT INTO followup_sign SELECT id, 'few_around' FROM followup",
    ],
)
def test_the_file_itself_refuses_what_is_written_by_hand(
    services: Services, restricted: Restricted, statement: str
) -> None:
    with (
        pytest.raises((Refused, IntegrityError)),
        services.vault.write(Topic.FOLLOWUP) as session,
    ):
        session.execute(text(statement))


def test_somebody_may_be_held_while_restricted(services: Services, restricted: Restricted) -> None:
    services.hold.hold(restricted.case.id, hold_draft())
    assert len(services.hold.list_holds()) == 1
