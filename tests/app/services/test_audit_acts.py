"""Each act that a citizen or an auditor may ask about leaves exactly one entry, in codes alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from app.bootstrap import Services
from app.changes import Topic
from app.data.audit import entries_after
from app.domain.clock_rule import ClockRuleDraft
from app.domain.consent import CitizenId, Direction, Information
from app.domain.plan_times import PlanTimesDraft
from app.domain.problem import FastholdError, Refused
from app.domain.slip import SlipLanguage
from tests.builders import (
    contact_draft,
    flag_draft,
    followup_draft,
    grant_draft,
    party_draft,
    practice_draft,
    relayed_draft,
    renewal_draft,
    sender_draft,
    visit_draft,
)
from tests.clock import Clock
from tests.followups import Case, cells_of, citizen_of, erase, flagged, held, with_employer
from tests.trails import head, noted

Entries = list[tuple[str, ...]]


@pytest.fixture
def case(services: Services) -> Case:
    case = with_employer(services, "function", "hours")
    citizen_of(services, case.id)  # today's look is noted
    return case


@pytest.fixture
def relayed(services: Services) -> CitizenId:
    return services.consent.record_relayed(relayed_draft())


def test_a_relayed_yes(services: Services) -> None:
    record = services.consent.record_relayed
    assert noted(services, lambda: record(relayed_draft())) == [("consent_given", "relayed")]


def test_its_correction(services: Services, relayed: CitizenId) -> None:
    correct = services.consent.correct_relayed
    done = noted(services, lambda: correct(relayed, relayed_draft(reach="00 00 00 01")))
    assert done == [("consent_changed", "relayed")]


def test_a_first_talk(services: Services) -> None:
    begin = services.followup.begin
    assert noted(services, lambda: begin(followup_draft())) == [("consent_given", "confirmed")]


def test_a_yes_for_a_party(services: Services) -> None:
    case = with_employer(services)
    grant = grant_draft(case.employer, "hours", "function")
    assert noted(services, lambda: services.consent.grant(case.id, grant)) == [
        ("consent_given", "employer", "pass_on", "hours", "function")
    ]


def test_a_renewal(services: Services, case: Case) -> None:
    renew = services.consent.renew
    done = noted(services, lambda: renew(case.id, renewal_draft()))
    assert done == [("consent_given", "confirmed")]


def test_a_no(services: Services) -> None:
    case = with_employer(services)
    refuse, what = services.consent.refuse, (Information.HOURS, Information.SCHEMES)
    way = Direction.OBTAIN
    assert noted(services, lambda: refuse(case.id, case.employer, way, what)) == [
        ("consent_refused", "employer", "obtain", "hours", "schemes")
    ]


def test_a_consent_that_is_fulfilled_or_was_a_mistake(services: Services, case: Case) -> None:
    cells = cells_of(services, case.id)
    assert noted(services, lambda: services.consent.fulfil(cells["hours"].id)) == [
        ("consent_ended", "fulfilled", "employer", "pass_on", "function", "hours")
    ]
    services.consent.grant(case.id, grant_draft(case.employer, "duration"))
    duration = cells_of(services, case.id)["duration"].id
    assert noted(services, lambda: services.consent.invalidate(duration)) == [
        ("consent_ended", "invalid", "employer", "pass_on", "duration")
    ]


def test_a_yes_for_one_party_that_runs_out(services: Services, case: Case, clock: Clock) -> None:
    draft = grant_draft(case.employer, "duration", until="20/9/2026")
    services.consent.grant(case.id, draft)
    clock.day += timedelta(days=12)
    assert noted(services, services.consent.stop_what_lapsed) == [
        ("consent_ended", "expired", "employer", "pass_on", "duration")
    ]


def test_where_the_signed_form_lies(services: Services, case: Case) -> None:
    correct = services.followup.correct_followup
    draft = replace(services.followup.draft(case.id), form="written", original_at="Sagsmappen")
    assert noted(services, lambda: correct(case.id, draft)) == [("consent_changed", "confirmed")]
    assert noted(services, lambda: correct(case.id, replace(draft, wishes="Roligt"))) == []


def test_what_is_taken_back(services: Services, case: Case) -> None:
    consent = services.consent
    cell = cells_of(services, case.id)["hours"].id
    assert noted(services, lambda: consent.withdraw_cell(cell)) == [
        ("consent_ended", "withdrawn", "employer", "pass_on", "hours")
    ]
    way = Direction.PASS_ON
    assert noted(services, lambda: consent.withdraw_party(case.id, case.employer, way)) == [
        ("consent_ended", "withdrawn", "employer", "pass_on", "function")
    ]
    assert noted(services, lambda: consent.withdraw_all(case.id)) == [
        ("consent_ended", "withdrawn", "everything")
    ]


def test_a_party_that_goes_with_the_consents_about_it(services: Services, case: Case) -> None:
    remove = services.party.remove_party
    assert noted(services, lambda: remove(case.employer)) == [
        ("consent_ended", "removed", "employer")
    ]
    other = services.party.add_party(case.id, party_draft("Eksempel Transport ApS"))
    assert noted(services, lambda: remove(other)) == []


def test_a_consent_that_ended_by_itself_is_noted_once(
    services: Services, case: Case, clock: Clock
) -> None:
    clock.day += timedelta(days=400)
    stop = services.consent.stop_what_lapsed
    assert noted(services, stop) == [("consent_ended", "expired", "everything")]
    clock.day += timedelta(days=1)
    assert noted(services, stop) == []


def test_a_consent_that_was_taken_back_does_not_end_once_more(
    services: Services, case: Case, clock: Clock
) -> None:
    services.consent.withdraw_all(case.id)
    clock.day += timedelta(days=1)
    assert noted(services, services.consent.stop_what_lapsed) == []


def test_a_person_who_is_erased(services: Services, case: Case) -> None:
    services.party.log_contact(case.id, contact_draft())
    held(services, case)
    done = noted(services, lambda: erase(services, case.id))
    assert done == [
        ("citizen_erased", "hand", "consents", "2", "contacts", "1", "roundtables", "1")
    ]


def test_a_relayed_person_who_is_erased(services: Services, relayed: CitizenId) -> None:
    done = noted(services, lambda: services.consent.remove_relayed(relayed))
    assert done == [("citizen_erased", "hand", "consents", "1")]


def test_who_lapses_is_erased_because_it_is_due(
    services: Services, relayed: CitizenId, clock: Clock
) -> None:
    clock.day += timedelta(days=22)
    done = noted(services, services.consent.lapse_due)
    assert done == [("citizen_erased", "due", "consents", "1")]


def test_whose_follow_up_ended_long_ago_is_erased_because_it_is_due(
    services: Services, case: Case, clock: Clock
) -> None:
    services.consent.withdraw_all(case.id)
    clock.day += timedelta(days=31)
    done = noted(services, services.followup.erase_due)
    assert done == [("citizen_erased", "due", "consents", "2")]


def test_flags_that_are_reduced_or_deleted(services: Services, clock: Clock) -> None:
    practice = services.practice.add_practice(practice_draft())
    first, *_others = [services.flag.raise_flag(practice, None, flag_draft()) for _ in range(3)]
    assert noted(services, lambda: services.flag.remove_flag(first.id)) == [("flag_removed",)]
    assert noted(services, services.flag.shrink_due) == []
    clock.day += timedelta(days=90)
    assert noted(services, services.flag.shrink_due) == [("flags_shrunk", "2")]


def test_a_flag_in_itself_leaves_no_entry(services: Services) -> None:
    assert noted(services, lambda: flagged(services)) == []


def test_who_was_looked_at_once_a_day(services: Services, case: Case, clock: Clock) -> None:
    look = services.followup.followup
    assert noted(services, lambda: look(case.id)) == []
    clock.day += timedelta(days=1)
    assert noted(services, lambda: look(case.id)) == [("viewed",)]
    assert noted(services, lambda: look(case.id)) == []


def test_a_relayed_person_is_looked_at_too(services: Services, relayed: CitizenId) -> None:
    consent, followup = services.consent, services.followup
    assert noted(services, lambda: consent.relayed_draft(relayed)) == [("viewed",)]
    assert noted(services, lambda: followup.draft_from_relayed(relayed)) == []


def test_lists_are_no_look_at_one_person(services: Services, case: Case) -> None:
    assert noted(services, services.followup.list_followups) == []
    assert noted(services, services.consent.expiring) == []


def test_a_paper_about_nobody(services: Services, tmp_path: Path) -> None:
    services.settings.save_sender(sender_draft())
    flag = flagged(services)

    def hand_out() -> None:
        services.export.save(services.export.prepare_slip(flag.id, "da"), tmp_path)

    assert noted(services, hand_out) == [("disclosed", "slip", "none")]


def test_a_paper_for_the_citizen(services: Services, case: Case, tmp_path: Path) -> None:
    services.settings.save_sender(sender_draft())

    def hand_out() -> None:
        services.export.save(services.export.prepare_consent_form(case.id, "da"), tmp_path)

    assert noted(services, hand_out) == [("disclosed", "consent-form", "self")]


def test_a_paper_for_a_party(services: Services, case: Case, tmp_path: Path) -> None:
    services.settings.save_sender(sender_draft())
    roundtable = held(services, case)
    services.roundtable.finalise(roundtable)

    def hand_out() -> None:
        prepared = services.export.prepare_employer_sheet(roundtable, "da")
        services.export.save(prepared, tmp_path)

    [(action, paper, basis, direction, *information)] = noted(services, hand_out)
    assert (action, paper, basis) == ("disclosed", "employer-sheet", "consent")
    assert direction == "pass_on"
    assert set(information) <= {"function", "hours"}


def test_a_calendar_file(services: Services, tmp_path: Path) -> None:
    practice = services.practice.add_practice(practice_draft())
    services.visit.plan_visit(visit_draft(practice, "16/9/2026"))
    uids = {choice.entry.uid for choice in services.calendar_file.choices()}
    prepared = services.calendar_file.prepare(uids, "da")
    done = noted(services, lambda: services.calendar_file.save(prepared, tmp_path))
    assert done == [("disclosed", "visits", "none")]


def test_a_paper_that_is_not_saved_has_not_left(
    services: Services, case: Case, tmp_path: Path
) -> None:
    services.settings.save_sender(sender_draft())
    roundtable = held(services, case)
    services.roundtable.finalise(roundtable)
    prepared = services.export.prepare_employer_sheet(roundtable, "da")
    services.consent.withdraw_all(case.id)

    def hand_out() -> None:
        with pytest.raises(Refused):
            services.export.save(prepared, tmp_path)

    assert noted(services, hand_out) == []


def refused(act: Callable[[], object]) -> Callable[[], None]:
    """Return an act that must be refused, or rejected."""

    def attempt() -> None:
        with pytest.raises(FastholdError):
            act()

    return attempt


def test_a_flag_that_holds_a_trace_of_a_person(services: Services) -> None:
    practice = services.practice.add_practice(practice_draft())
    draft = flag_draft(note="ring 251248-9996")
    act = refused(lambda: services.flag.raise_flag(practice, None, draft))
    assert noted(services, act) == [("guard_refused", "cpr")]
    services.flag.raise_flag(practice, None, flag_draft())  # the file goes on as before


def test_several_traces_in_one_form_are_one_refusal(services: Services, case: Case) -> None:
    draft = party_draft(aim="251248-9996", next_step="251248-9996", person="251248-9996")
    act = refused(lambda: services.party.add_party(case.id, draft))
    assert noted(services, act) == [("guard_refused", "cpr")]


def test_a_refusal_inside_a_larger_act_is_one_too(services: Services, case: Case) -> None:
    def both() -> None:
        with services.vault.write(Topic.FOLLOWUP):
            services.party.add_party(case.id, party_draft("Eksempel Transport ApS"))
            services.party.add_party(case.id, party_draft(aim="251248-9996"))

    assert noted(services, refused(both)) == [("guard_refused", "cpr")]
    assert len(services.followup.followup(case.id).parties) == 1


def test_what_is_only_incomplete_is_no_refusal_of_the_guard(services: Services) -> None:
    draft = replace(relayed_draft(), name="", reach="")
    assert noted(services, refused(lambda: services.consent.record_relayed(draft))) == []


CHANGES: dict[str, tuple[str, Callable[[Services], object]]] = {
    "my details": ("sender", lambda s: s.settings.save_sender(sender_draft(phone="00 00 00 09"))),
    "lock times": ("lock_times", lambda s: s.settings.save_lock_minutes("4", "20")),
    "plan times": (
        "plan_times",
        lambda s: s.settings.save_plan_times(PlanTimesDraft(travel="45", roundtable="60")),
    ),
    "slip": ("slip", lambda s: s.slip.use_shipped_texts(SlipLanguage("da"))),
    "deadlines": ("deadlines", lambda s: s.clock_rule.use_default_clock_rules()),
    "a new deadline": (
        "deadlines",
        lambda s: s.clock_rule.add_clock_rule(
            ClockRuleDraft(
                weeks="9", name="Opfølgning", step="Tal sammen", source="Kommunen",
                valid_from="1/1/2026", last_checked="1/9/2026", compares=False,
            )
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_a_setting_that_is_changed(services: Services, change: str) -> None:
    services.settings.save_sender(sender_draft())
    what, act = CHANGES[change]
    assert noted(services, lambda: act(services)) == [("settings_changed", what)]


@pytest.mark.parametrize("change", ["my details", "lock times", "plan times"])
def test_a_setting_that_is_saved_as_it_was_is_none(services: Services, change: str) -> None:
    _what, act = CHANGES[change]
    act(services)
    assert noted(services, lambda: act(services)) == []


@pytest.mark.parametrize(("days", "way"), [(20, "ahead"), (-1, "back")])
def test_a_clock_that_jumped_and_somebodys_word_for_it(
    services: Services, clock: Clock, days: int, way: str
) -> None:
    services.tidy.tidy()
    clock.day += timedelta(days=days)
    assert noted(services, services.tidy.tidy) == [("clock_doubted", way)]
    assert noted(services, services.settings.note_clock_doubted) == []
    assert noted(services, services.tidy.tidy_on_this_day) == [("day_confirmed",)]
    assert noted(services, services.tidy.tidy) == []


def test_no_typed_word_and_no_id_stands_in_the_trail(
    services: Services, case: Case, relayed: CitizenId, clock: Clock, tmp_path: Path
) -> None:
    services.settings.save_sender(sender_draft())
    services.party.log_contact(case.id, contact_draft())
    services.export.save(services.export.prepare_consent_form(case.id, "da"), tmp_path)
    services.consent.withdraw_all(case.id)
    clock.day += timedelta(days=40)
    services.tidy.tidy_on_this_day()
    with services.vault.read() as session:
        told = repr(entries_after(session, 0)).casefold()
        ids = session.connection().execute(text("SELECT id FROM citizen")).scalars().all()
    assert head(services) > 8
    typed = ("Nancy", "Berggren", "Einer", "Lauridsen", "Eksempel", "Tre timer", "00 00")
    for word in (*typed, *ids, case.id.hex, relayed.hex):
        assert word.casefold() not in told
