"""The parties of a follow-up and the contacts with them."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import Services
from app.domain.consent import PartyId
from app.domain.contact import Channel, ContactId, ContactOutcome, Way
from app.domain.party import PartyKind
from app.domain.problem import NotFound, Refused, Rejected
from app.domain.roundtable import ParticipantDraft
from tests.builders import contact_draft, party_draft
from tests.followups import EINER, EMPLOYER, SENDER, Case, held, started, with_employer


def test_a_party_keeps_who_it_is_and_what_comes_next(services: Services) -> None:
    followup = started(services)
    services.party.add_party(
        followup,
        party_draft(
            person="Leder Eksempel",
            phone="00 00 00 00",
            email="leder@toemmer.example",
            aim="Beholde medarbejderen",
            next_step="Flytter pladsen",
            next_on="14/9/2026",
            drives=True,
        ),
    )
    facts = services.followup.followup(followup).parties[0].facts
    assert (facts.kind, facts.name, facts.person) == (
        PartyKind.EMPLOYER,
        EMPLOYER,
        "Leder Eksempel",
    )
    assert (facts.phone, facts.email) == ("00 00 00 00", "leder@toemmer.example")
    assert (facts.aim, facts.next_step) == ("Beholde medarbejderen", "Flytter pladsen")
    assert (facts.next_on, facts.drives) == (date(2026, 9, 14), True)


def test_parties_come_in_the_order_of_their_kinds(services: Services) -> None:
    followup = started(services)
    for kind, name in (("family", "Søster"), ("gp", "Egen læge"), ("employer", EMPLOYER)):
        services.party.add_party(followup, party_draft(name, kind=kind))
    names = [party.facts.name for party in services.followup.followup(followup).parties]
    assert names == [EMPLOYER, "Egen læge", "Søster"]


def test_a_party_is_known_for_another_that_looks_like_it(services: Services) -> None:
    followup = started(services)
    party = services.party.add_party(followup, party_draft())
    disguised = EMPLOYER.replace("e", "\u0435")
    assert services.party.find_alike(followup, disguised) == EMPLOYER
    assert services.party.find_alike(followup, disguised, besides=party) == ""
    assert services.party.find_alike(started(services, EINER), disguised) == ""


def test_a_party_without_a_name_is_mended_first(services: Services) -> None:
    followup = started(services)
    with pytest.raises(Rejected) as refusal:
        services.party.add_party(followup, party_draft(" ", next_on="snart"))
    assert {problem.field for problem in refusal.value.problems} == {"name", "next_on"}


def test_a_party_is_corrected(services: Services) -> None:
    case = with_employer(services)
    draft = services.party.party_draft(case.employer)
    assert draft.name == EMPLOYER
    services.party.correct_party(case.employer, party_draft("Eksempel Transport ApS"))
    assert services.party.party_draft(case.employer).name == "Eksempel Transport ApS"


def test_removing_a_party_says_what_goes_with_it(services: Services) -> None:
    bare, told = with_employer(services), with_employer(services, "function", "hours")
    say = services.party.removal_consequence
    assert say(bare.employer) == "The party is removed. No consent is about it."
    assert say(told.employer) == "The party is removed, with 2 consents that are about it."


def test_a_party_goes_with_the_consents_about_it(services: Services) -> None:
    case = with_employer(services, "function")
    services.party.remove_party(case.employer)
    sheet = services.followup.followup(case.id)
    assert (sheet.parties, sheet.cells) == ((), ())
    with pytest.raises(NotFound):
        services.party.party_draft(case.employer)


def test_a_party_of_a_final_roundtable_stays(services: Services) -> None:
    case = with_employer(services, "function")
    roundtable = held(services, case)
    services.agreement.add_participant(roundtable, ParticipantDraft(who=case.employer.hex))
    services.roundtable.finalise(roundtable)
    with pytest.raises(Refused):
        services.party.remove_party(case.employer)


def test_a_party_that_was_handed_a_paper_stays(services: Services, tmp_path: Path) -> None:
    services.settings.save_sender(SENDER)
    case = with_employer(services, "function")
    roundtable = held(services, case)
    services.roundtable.finalise(roundtable)
    prepared = services.export.prepare_employer_sheet(roundtable, "en")
    services.export.save(prepared, tmp_path)
    with pytest.raises(Refused):
        services.party.remove_party(case.employer)


def test_a_party_one_has_talked_to_stays(services: Services) -> None:
    case = with_employer(services)
    services.party.log_contact(case.id, contact_draft(party_id=case.employer.hex))
    with pytest.raises(Refused):
        services.party.remove_party(case.employer)
    assert services.followup.followup(case.id).contacts[0].party == EMPLOYER


def logged(services: Services, case: Case, **typed: Any) -> ContactId:
    return services.party.log_contact(case.id, contact_draft(**typed))


def test_a_contact_keeps_what_was_said_and_how(services: Services) -> None:
    case = with_employer(services)
    logged(
        services,
        case,
        at="10",
        channel="meeting",
        way="in",
        outcome="agreed",
        party_id=case.employer.hex,
        transferred_on="4/9/2026",
    )
    row = services.followup.followup(case.id).contacts[0]
    assert (row.facts.day, row.facts.at, row.facts.note) == (
        date(2026, 9, 3),
        time(10),
        "Tre timer ad gangen går.",
    )
    assert (row.facts.channel, row.facts.way) == (Channel.MEETING, Way.IN)
    assert (row.facts.outcome, row.facts.transferred_on, row.party) == (
        ContactOutcome.AGREED,
        date(2026, 9, 4),
        EMPLOYER,
    )


def test_contacts_come_newest_first(services: Services) -> None:
    case = with_employer(services)
    logged(services, case, day="1/9/2026", note="Først")
    logged(services, case, day="3/9/2026", note="Sidst")
    notes = [row.facts.note for row in services.followup.followup(case.id).contacts]
    assert notes == ["Sidst", "Først"]


def test_a_contact_lies_in_the_past_and_holds_no_personal_number(services: Services) -> None:
    case = with_employer(services)
    with pytest.raises(Rejected) as refusal:
        logged(services, case, day="10/9/2026", note="cpr 251248-9996")
    assert {problem.field for problem in refusal.value.problems} == {"day", "note"}


def test_a_contact_with_somebody_elses_party_is_refused(services: Services) -> None:
    case = with_employer(services)
    stranger = services.party.add_party(started(services, EINER), party_draft())
    with pytest.raises(Rejected):
        logged(services, case, party_id=stranger.hex)


def test_a_contact_with_a_party_just_removed_is_refused(services: Services) -> None:
    case = with_employer(services)
    services.party.remove_party(PartyId(case.employer))
    with pytest.raises(Rejected):
        logged(services, case, party_id=case.employer.hex)


def test_a_contact_is_corrected_and_removed(services: Services) -> None:
    case = with_employer(services)
    contact = logged(services, case)
    assert services.party.contact_draft(contact).day == "03.09.2026"
    services.party.correct_contact(contact, contact_draft("Støj er stadig svært."))
    assert services.followup.followup(case.id).contacts[0].facts.note == "Støj er stadig svært."
    services.party.remove_contact(contact)
    assert services.followup.followup(case.id).contacts == ()
    with pytest.raises(NotFound):
        services.party.contact_draft(contact)
