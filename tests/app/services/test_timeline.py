"""The timeline holds everything that happened, newest first, a page at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.bootstrap import Services
from app.domain.consent import Information
from app.domain.followup import FollowupId
from app.domain.roundtable import ParticipantDraft
from app.domain.timeline import (
    PAGE_SIZE,
    EventGroup,
    EventKind,
    TimelineEntry,
    TimelinePage,
    TimelineQuery,
)
from app.domain.transfer import TransferDraft, TransferKind, write_key
from app.domain.typed import write_day
from tests.builders import (
    contact_draft,
    followup_draft,
    grant_draft,
    measure_draft,
    relayed_draft,
    renewal_draft,
    sender_draft,
    task_draft,
)
from tests.clock import Clock
from tests.followups import EMPLOYER, Case, held, started, with_employer


@pytest.fixture
def case(services: Services) -> Case:
    return with_employer(services)


def shown(services: Services, followup: FollowupId, *groups: EventGroup) -> TimelinePage:
    return services.timeline.timeline(followup, TimelineQuery(groups=groups))


def titles(services: Services, followup: FollowupId, *groups: EventGroup) -> list[str]:
    return [entry.title for entry in shown(services, followup, *groups).entries]


def details(services: Services, followup: FollowupId, *groups: EventGroup) -> list[str]:
    return [entry.detail for entry in shown(services, followup, *groups).entries]


def test_everything_that_happened_is_there_newest_first(
    services: Services, case: Case, tmp_path: Path
) -> None:
    services.settings.save_sender(sender_draft())
    services.consent.grant(case.id, grant_draft(case.employer))
    services.party.log_contact(case.id, contact_draft(day="1/9/2026"))
    services.measure.log_measure(case.id, measure_draft(day="2/9/2026"))
    roundtable = held(services, case)
    services.agreement.add_participant(roundtable, ParticipantDraft(who=case.employer.hex))
    services.roundtable.finalise(roundtable)
    services.export.save(services.export.prepare_employer_sheet(roundtable, "en"), tmp_path)
    task = services.task.add_task(task_draft("Ring", subject="followup", subject_id=case.id.hex))
    services.task.tick_task(task, done=True)
    page = shown(services, case.id)
    days = [entry.day for entry in page.entries]
    assert days == sorted(days, reverse=True)
    assert {entry.kind for entry in page.entries} == set(EventKind) - {EventKind.CONSENT_END}
    assert page.counts == {
        EventGroup.CONTACTS: 1,
        EventGroup.TASKS: 1,
        EventGroup.CONSENTS: 2,
        EventGroup.PAPERS: 1,
        EventGroup.ROUNDTABLES: 1,
        EventGroup.MEASURES: 1,
    }


def test_of_one_day_what_came_last_stands_first(services: Services, case: Case) -> None:
    for note in ("Ingen tog den", "Taltes ved"):
        services.party.log_contact(case.id, contact_draft(note=note))
    assert details(services, case.id, EventGroup.CONTACTS) == ["Taltes ved", "Ingen tog den"]
    services.consent.grant(case.id, grant_draft(case.employer))
    services.consent.withdraw_all(case.id)
    told = titles(services, case.id, EventGroup.CONSENTS)
    assert told.index("Consent withdrawn") < told.index("Consent given")


def test_a_consent_says_what_it_is_about_and_until_when(services: Services, case: Case) -> None:
    services.consent.grant(case.id, grant_draft(case.employer, "hours", until="1/2/2027"))
    told = details(services, case.id, EventGroup.CONSENTS)
    assert told[0].startswith(f"Pass on · {EMPLOYER}: hours, until 1 February 2027.")


def test_what_is_taken_back_one_by_one_falls_on_its_own_day(
    services: Services, case: Case, clock: Clock
) -> None:
    services.consent.grant(case.id, grant_draft(case.employer, "hours", "function"))
    cells = {cell.information: cell for cell in services.followup.followup(case.id).cells}
    services.consent.withdraw_cell(cells[Information.HOURS].id)
    clock.day += timedelta(days=3)
    services.consent.withdraw_all(case.id)
    ends = [
        (entry.day, entry.title, entry.detail)
        for entry in shown(services, case.id, EventGroup.CONSENTS).entries
        if entry.kind is EventKind.CONSENT_END
    ]
    assert (date(2026, 9, 9), "Consent withdrawn", f"Pass on · {EMPLOYER}: hours") in ends
    assert (date(2026, 9, 12), "Consent withdrawn", f"Pass on · {EMPLOYER}: function") in ends
    assert len(ends) == 3, "and the yes to working together"


def test_what_lapsed_by_itself_is_told_even_before_anybody_noted_it(
    services: Services, case: Case, clock: Clock
) -> None:
    services.consent.grant(case.id, grant_draft(case.employer, "hours", until="30/9/2026"))
    clock.day = date(2026, 9, 30)
    assert "Consent run out" not in titles(services, case.id)
    clock.day = date(2026, 10, 1)
    (end,) = [
        entry for entry in shown(services, case.id).entries if entry.kind is EventKind.CONSENT_END
    ]
    assert (end.title, end.day) == ("Consent run out", date(2026, 9, 30))


def test_a_yes_that_was_passed_on_and_then_replaced_is_told(services: Services) -> None:
    citizen = services.consent.record_relayed(relayed_draft(given_on="1/9/2026"))
    draft = services.followup.draft_from_relayed(citizen)
    begun = followup_draft(draft.name, relayed_id=citizen.hex, given_on="9/9/2026")
    followup = services.followup.begin(begun)
    assert titles(services, followup) == [
        "Consent given",
        "Replaced by the citizen's own yes",
        "A yes that was passed on",
    ]


def test_a_renewal_is_one_more_consent(services: Services, case: Case) -> None:
    services.consent.renew(case.id, renewal_draft())
    assert titles(services, case.id, EventGroup.CONSENTS).count("Consent given") == 2


def test_a_planned_roundtable_stands_before_today_and_is_not_to_be_copied(
    services: Services, case: Case
) -> None:
    roundtable = held(services, case)
    assert titles(services, case.id, EventGroup.ROUNDTABLES) == ["Roundtable planned"]
    assert "roundtable" not in _kinds_to_copy(services, case.id)
    services.roundtable.finalise(roundtable)
    assert "roundtable" in _kinds_to_copy(services, case.id)


def test_pages_hold_everything_once_in_the_order_of_the_whole(services: Services) -> None:
    followup = started(services)
    for number in range(2 * PAGE_SIZE):
        day = date(2026, 9, 9) - timedelta(days=number % 3)
        services.party.log_contact(followup, contact_draft(str(number), day=write_day(day)))
    whole = services.timeline.timeline(followup, TimelineQuery(most=200))
    assert (whole.count, whole.rest) == (2 * PAGE_SIZE + 1, None)
    assert _read_by_pages(services, followup, TimelineQuery()) == list(whole.entries)


def test_a_page_reads_on_within_the_same_day(services: Services) -> None:
    followup = started(services)
    for number in range(12):
        services.party.log_contact(followup, contact_draft(str(number), day="9/9/2026"))
    query = TimelineQuery(groups=(EventGroup.CONTACTS,), uncopied=True, most=5)
    told = [entry.detail for entry in _read_by_pages(services, followup, query)]
    assert told == [str(number) for number in reversed(range(12))]


def _read_by_pages(
    services: Services, followup: FollowupId, query: TimelineQuery
) -> list[TimelineEntry]:
    page = services.timeline.timeline(followup, query)
    found = list(page.entries)
    while page.rest is not None:
        page = services.timeline.timeline(followup, replace(query, after=page.rest))
        found += page.entries
    return found


def test_the_timeline_of_one_person_holds_nothing_of_another(services: Services) -> None:
    followup = started(services)
    other = started(services, "Einer Test Lauridsen")
    services.party.log_contact(other, contact_draft())
    services.measure.log_measure(other, measure_draft())
    assert titles(services, followup) == ["Consent given"]


def test_every_kind_but_a_task_is_copied_and_then_says_when(services: Services, case: Case) -> None:
    services.party.log_contact(case.id, contact_draft())
    services.measure.log_measure(case.id, measure_draft())
    services.consent.withdraw_all(case.id)
    task = services.task.add_task(task_draft("Ring", subject="followup", subject_id=case.id.hex))
    services.task.tick_task(task, done=True)
    assert _kinds_to_copy(services, case.id) == {"contact", "measure", "consent", "consent_end"}
    keys = tuple(write_key(row.key) for row in services.timeline.to_transfer(case.id))
    draft = TransferDraft(entries=keys, transferred_on="9/9/2026")
    assert services.timeline.transfer(case.id, draft) == len(keys) == 4
    page = services.timeline.timeline(case.id, TimelineQuery(uncopied=True))
    assert (page.entries, page.uncopied) == ((), 0)
    copied = {entry.kind: entry.copied_on for entry in shown(services, case.id).entries}
    assert copied.pop(EventKind.TASK) is None
    assert set(copied.values()) == {date(2026, 9, 9)}


@pytest.mark.parametrize("kind", EventKind)
def test_each_kind_has_its_name_in_the_case_system(kind: EventKind) -> None:
    assert (kind.copied_as is None) == (kind is EventKind.TASK)
    assert {one.value for one in TransferKind} <= {one.value for one in EventKind}


def _kinds_to_copy(services: Services, followup: FollowupId) -> set[str]:
    return {row.key.kind.value for row in services.timeline.to_transfer(followup)}
