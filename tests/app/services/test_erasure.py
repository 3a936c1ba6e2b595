from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.bootstrap import Services
from app.changes import Topic
from app.data.audit import trail_of
from app.data.erasure import find_erased, is_scrub_due
from app.data.task import TaskRecord
from app.domain.draft import DraftKind
from app.domain.erasure import ErasedKind, ErasureDraft, ErasureReason
from app.domain.problem import Rejected
from app.domain.task import TaskId
from tests.builders import (
    TODAY,
    followup_draft,
    practice_draft,
    promise_draft,
    task_draft,
    visit_draft,
)
from tests.clock import Clock
from tests.everything import full_file
from tests.followups import NANCY, citizen_of, erase, started


def test_what_would_go_is_counted_and_what_was_handed_over_is_listed(
    tmp_path: Path, clock: Clock
) -> None:
    with full_file(tmp_path / "full.fasthold", clock) as (services, followup):
        preview = services.erasure.preview(followup)
    assert (
        preview.counts.items()
        >= {
            ErasedKind.FOLLOWUPS: 1,
            ErasedKind.PARTIES: 2,
            ErasedKind.CONTACTS: 13,
            ErasedKind.TASKS: 3,
            ErasedKind.DISCLOSURES: 1,
            ErasedKind.DRAFTS: 1,
        }.items()
    )
    (told,) = preview.disclosures
    assert "to Eksempel Tømmerhandel A/S, 9 September 2026" in told


@pytest.mark.parametrize("initials", ["", "ETL", "N", "NATBX"])
def test_nobody_is_erased_under_other_initials(services: Services, initials: str) -> None:
    followup = started(services)
    with pytest.raises(Rejected):
        services.erasure.erase_person(followup, ErasureDraft(initials=initials))
    assert len(services.followup.list_followups()) == 1


def test_the_ledger_holds_a_pseudonym_and_counts(services: Services) -> None:
    followup = started(services)
    citizen = citizen_of(services, followup)
    erase(services, followup)
    with services.vault.read() as session:
        (entry,) = find_erased(session)
        assert entry.subject == trail_of(session).subject(citizen)
    assert entry.subject != citizen.hex
    assert (entry.reason, entry.at) == (ErasureReason.ASKED, "2026-09-09T10:30:00+00:00")
    assert entry.counts == {ErasedKind.FOLLOWUPS: 1, ErasedKind.CONSENTS: 1}


def past_the_guard(services: Services, what: str) -> TaskId:
    """Save a task of one's own in which the guard would have seen a name."""
    with services.vault.write(Topic.TASK) as session:
        record = TaskRecord(what=what, who="", due_on=TODAY)
        session.add(record)
        return TaskId(record.id)


def test_a_task_that_names_the_person_goes_if_it_is_ticked(services: Services) -> None:
    followup = started(services)
    sure, other = (past_the_guard(services, f"Ring til Nancy{more}") for more in (" Berggren", ""))
    services.task.add_task(task_draft("Bestil sedler"))
    preview = services.erasure.preview(followup)
    assert {(task.id, task.surely) for task in preview.tasks} == {(sure, True), (other, False)}
    draft = ErasureDraft(initials=preview.initials, tasks=(sure.hex,))
    services.erasure.erase_person(followup, draft)
    assert {task.what for task in services.task.list_tasks()} == {"Ring til Nancy", "Bestil sedler"}


def test_unfinished_edits_that_name_the_person_go_too(services: Services) -> None:
    followup = started(services)
    for kind, words in ((DraftKind.CONFIRMED, NANCY), (DraftKind.TASK, "Andet")):
        services.draft.keep(kind, "", json.dumps({"name": words}))
    erase(services, followup)
    assert [draft.kind for draft in services.draft.waiting()] == [DraftKind.TASK]


def test_where_else_the_name_stands_is_told_and_left_to_the_hand(services: Services) -> None:
    practice = services.practice.add_practice(practice_draft())
    visit = services.visit.plan_visit(visit_draft(practice))
    services.visit.start_visit(visit)
    promise = services.visit.add_promise(visit, promise_draft("Ring om lokale"))
    followup = services.followup.begin(followup_draft("Ring Lokale"))
    assert services.erasure.preview(followup).named_in == ("a promise at a visit (1)",)
    assert services.visit.promise_draft(promise).what == "Ring om lokale"


def test_what_was_deleted_is_scrubbed_once(services: Services) -> None:
    erase(services, started(services))
    with services.vault.read() as session:
        assert is_scrub_due(session)
    services.erasure.finish()
    with services.vault.read() as session:
        assert not is_scrub_due(session)
