"""Tasks from templates, and those that follow by themselves from consents and the like."""

from __future__ import annotations

from datetime import date

from app.bootstrap import Services
from app.domain.derived_task import DerivedFrom, DerivedTask
from app.domain.followup import EndingDraft
from app.domain.task_template import NamedDay, TemplateDraft
from tests.builders import (
    feedback_draft,
    followup_draft,
    grant_draft,
    measure_draft,
    party_draft,
    task_draft,
    visit_draft,
)
from tests.clock import Clock
from tests.followups import Case, flagged, held, started, with_employer


def derived(services: Services, case: Case) -> tuple[DerivedTask, ...]:
    return services.followup.followup(case.id).derived


def test_the_days_to_count_from_are_those_that_are_known(services: Services) -> None:
    case = with_employer(services)
    assert set(services.task_template.named_days(case.id)) == {NamedDay.START, NamedDay.TODAY}
    held(services, case)
    days = services.task_template.named_days(case.id)
    assert (days[NamedDay.ROUNDTABLE], days[NamedDay.REVIEW]) == (
        date(2026, 8, 27),
        date(2026, 10, 9),
    )
    assert services.task_template.proposals(case.id, NamedDay.SICK) == ()


def test_what_is_ticked_becomes_a_task_with_its_reminder(services: Services) -> None:
    followup = started(services)
    (task, *_more) = services.task_template.proposals(followup, NamedDay.TODAY)
    draft = TemplateDraft(counted_from="today", tasks=(task.code,))
    assert services.task_template.add_from_templates(followup, draft) == 1
    (row,) = services.followup.followup(followup).tasks
    assert (row.what, row.due_on, row.lead_days) == (task.what, task.due_on, task.lead_days)


def test_one_is_reminded_of_a_task_before_its_day(services: Services, clock: Clock) -> None:
    draft = task_draft("Bestil lokale", due_on="30/9/2026", lead_days="7")
    task = services.task.add_task(draft)
    assert services.task.task_draft(task).lead_days == "7"
    clock.day = date(2026, 9, 15)
    assert services.today.due().tasks == ()
    clock.day = date(2026, 9, 16)
    assert [row.what for row in services.today.due().tasks] == ["Bestil lokale"]
    assert services.task.list_tasks(date(2026, 9, 22)) == ()
    assert len(services.task.list_tasks(date(2026, 9, 23))) == 1


def test_a_consent_that_soon_ends_is_to_be_asked_for_again(services: Services) -> None:
    case = with_employer(services)
    services.consent.grant(case.id, grant_draft(case.employer, "hours", until="1/10/2026"))
    services.consent.grant(case.id, grant_draft(case.employer, "function", until="30/9/2026"))
    (task,) = derived(services, case)
    assert (task.source, task.due_on) == (DerivedFrom.CONSENT, date(2026, 9, 30))
    assert task.what == "Ask for the consent again: Eksempel Tømmerhandel A/S, pass on"
    services.consent.withdraw_all(case.id)
    assert derived(services, case) == ()


def test_an_adjustment_is_looked_at_by_its_day_and_then_no_more(
    services: Services, clock: Clock
) -> None:
    case = with_employer(services)
    services.roundtable.finalise(held(services, case))
    assert [task.source for task in derived(services, case)] == [DerivedFrom.AGREEMENT]
    clock.day = date(2026, 9, 14)
    early = measure_draft(day="14/9/2026", adjustments=("yes:Rolig plads. Kl. 9-11 uden telefon",))
    services.measure.log_measure(case.id, early)
    assert len(derived(services, case)) == 1, "that was long before its day"
    clock.day = date(2026, 10, 5)
    late = measure_draft(day="5/10/2026", adjustments=("no:Rolig plads. Kl. 9-11 uden telefon",))
    services.measure.log_measure(case.id, late)
    assert derived(services, case) == ()


def test_feedback_the_citizen_allows_is_due_at_the_next_visit(services: Services) -> None:
    flag = flagged(services)
    followup = services.followup.begin(followup_draft(flag_id=flag.id.hex))
    practice = services.practice.list_practices()[0].id
    services.visit.plan_visit(visit_draft(practice, day="22/9/2026"))
    doctor = services.party.add_party(followup, party_draft("Læge Eksempel", kind="gp"))
    assert services.followup.followup(followup).derived == ()
    services.consent.grant(followup, feedback_draft(doctor))
    (task,) = services.followup.followup(followup).derived
    assert (task.source, task.due_on) == (DerivedFrom.VISIT, date(2026, 9, 22))
    assert flag.code not in task.what
    assert "Søndergade" not in task.what


def test_nothing_follows_from_a_follow_up_that_has_ended(services: Services) -> None:
    case = with_employer(services)
    services.consent.grant(case.id, grant_draft(case.employer, "hours", until="1/10/2026"))
    ending = EndingDraft(ended_on="9/9/2026", outcome="same_job")
    services.followup.end_followup(case.id, ending)
    assert derived(services, case) == ()
