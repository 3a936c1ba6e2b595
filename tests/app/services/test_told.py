"""What each reader of a roundtable is told: only lines for them, only what is covered, today."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.bootstrap import Services
from app.domain.audience import Audience
from app.domain.citizen_sheet import CitizenSheet
from app.domain.consent import Direction, PartyId
from app.domain.doctor_sheet import DoctorAgreement, DoctorSheet
from app.domain.problem import Refused
from app.domain.remark import RemarkDraft
from app.domain.roundtable import RoundtableId
from tests.builders import action_draft, agreement_draft, grant_draft, party_draft, roundtable_draft
from tests.followups import EMPLOYER, NANCY, SENDER, Case, held, started, with_employer

WORDS = {audience: f"Til {audience.value}" for audience in Audience}
HELD = "Går hos psykolog om torsdagen"


def doctor_of(services: Services, case: Case, *information: str, way: str = "feedback") -> PartyId:
    doctor = services.party.add_party(case.id, party_draft("Læge Eksempel", kind="gp"))
    if information:
        services.consent.grant(case.id, grant_draft(doctor, *information, direction=way))
    return doctor


def talked(services: Services, *information: str) -> tuple[Case, RoundtableId]:
    """Hold a roundtable with a remark for each audience, one that is held, and one of each part."""
    services.settings.save_sender(SENDER)
    case = with_employer(services, "function", "considerations", "hours", "duration")
    doctor_of(services, case, *information)
    roundtable = held(services, case)
    words = {"duration": "10-14 uger", "colleagues_told": "En plan", "disagreements": "Tempoet"}
    services.roundtable.correct_roundtable(roundtable, roundtable_draft(**words))
    services.agreement.add_action(roundtable, action_draft())
    for audience, text in WORDS.items():
        services.remark.add_remark(roundtable, RemarkDraft(text=text, audience=audience.value))
    services.remark.add_remark(roundtable, RemarkDraft(text=HELD, audience="all"))
    return case, roundtable


def test_the_employer_reads_what_is_for_the_employer(services: Services) -> None:
    _case, roundtable = talked(services)
    sheet = services.roundtable.employer_sheet(roundtable)
    assert sheet.lines == (WORDS[Audience.EMPLOYER], WORDS[Audience.ALL])


def test_remarks_go_with_the_considerations(services: Services) -> None:
    case, roundtable = talked(services)
    services.consent.withdraw_party(case.id, case.employer, Direction.PASS_ON)
    services.consent.grant(case.id, grant_draft(case.employer, "hours", "function"))
    assert services.roundtable.employer_sheet(roundtable).lines == ()


def test_the_doctor_reads_what_is_for_the_doctor_and_no_more_than_the_consent(
    services: Services,
) -> None:
    _case, roundtable = talked(services, "considerations", "hours", "schemes")
    services.agreement.add_agreement(roundtable, agreement_draft("Hukommelse", audience="all"))
    sheet = services.roundtable.doctor_sheet(roundtable)
    assert (sheet.citizen, sheet.doctor) == (NANCY, "Læge Eksempel")
    assert sheet.lines == (WORDS[Audience.DOCTOR], WORDS[Audience.ALL])
    assert [(one.function, bool(one.adjustment)) for one in sheet.agreements] == [("", True)]
    assert (len(sheet.steps), sheet.weekly_hours) == (1, 37)


def test_no_field_of_the_doctors_sheet_knows_the_workplace() -> None:
    assert {field.name for field in fields(DoctorSheet)} == {
        *("citizen", "doctor", "held_on", "review_on", "version", "changes", "agreements"),
        *("lines", "weekly_hours", "steps", "worked", "printed_on", "sender"),
    }
    assert {field.name for field in fields(DoctorAgreement)} == {
        *("function", "task", "adjustment", "first", "last", "review_on"),
    }


@pytest.mark.parametrize(("way", "told"), [("feedback", True), ("pass_on", True),
                                           ("obtain", False), ("take_part", False)])  # fmt: skip
def test_the_doctor_is_told_under_a_consent_to_tell(
    services: Services, way: str, told: bool
) -> None:
    services.settings.save_sender(SENDER)
    case = with_employer(services)
    doctor_of(services, case, "hours", way=way)
    roundtable = held(services, case)
    if told:
        assert services.roundtable.doctor_sheet(roundtable).steps
    else:
        with pytest.raises(Refused, match="Læge Eksempel"):
            services.roundtable.doctor_sheet(roundtable)


def test_without_a_doctor_and_with_two_it_is_said_what_to_do(services: Services) -> None:
    services.settings.save_sender(SENDER)
    case = with_employer(services)
    roundtable = held(services, case)
    with pytest.raises(Refused, match="no doctor"):
        services.roundtable.doctor_sheet(roundtable)
    for _each in range(2):
        doctor_of(services, case, "hours")
    with pytest.raises(Refused, match="several doctors"):
        services.roundtable.doctor_sheet(roundtable)


def test_the_citizen_reads_all_but_what_is_the_writers_own_and_what_is_held(
    services: Services,
) -> None:
    _case, roundtable = talked(services)
    sheet = services.roundtable.citizen_sheet(roundtable)
    assert [line.audience for line in sheet.lines] == [
        *(Audience.CITIZEN, Audience.DOCTOR, Audience.EMPLOYER, Audience.ALL),
    ]
    assert (sheet.employer, sheet.disagreements) == (EMPLOYER, "Tempoet")
    assert (sheet.duration, sheet.colleagues_told) == ("10-14 uger", "En plan")
    assert all((sheet.agreements, sheet.steps, sheet.actions))
    assert sheet.present == (NANCY, "Kim Eksempelsen")


def test_no_field_of_the_citizens_sheet_holds_an_agenda_or_what_is_held() -> None:
    assert not {"agenda", "remarks", "held"} & {field.name for field in fields(CitizenSheet)}


def test_ones_own_sheet_has_everything(services: Services) -> None:
    _case, roundtable = talked(services)
    services.agenda.fill_agenda(roundtable, "roundtable")
    sheet = services.roundtable.own_sheet(roundtable)
    assert [one.text for one in sheet.remarks] == [*WORDS.values(), HELD]
    assert [one.held for one in sheet.remarks] == [False] * 5 + [True]
    assert len(sheet.agenda) == 7


def test_no_sheet_is_gathered_without_a_sender(services: Services) -> None:
    roundtable = services.roundtable.plan_roundtable(started(services), roundtable_draft())
    for gather in (services.roundtable.citizen_sheet, services.roundtable.own_sheet):
        with pytest.raises(Refused):
            gather(roundtable)


def test_a_correction_tells_each_reader_what_changed_for_them(services: Services) -> None:
    _case, first = talked(services, "considerations")
    services.roundtable.finalise(first)
    second = services.roundtable.new_version(first)
    services.remark.add_remark(second, RemarkDraft(text="Ny aftale om pauser", audience="doctor"))
    changed = services.roundtable.citizen_sheet(second).changes
    assert [line for line in changed if "pauser" in line]
    assert services.roundtable.doctor_sheet(second).changes == ("Added: “Ny aftale om pauser”",)
    assert services.roundtable.employer_sheet(second).changes == ()


def test_a_line_that_is_taken_from_a_reader_is_not_named_to_them_once_more(
    services: Services,
) -> None:
    _case, first = talked(services)
    services.roundtable.finalise(first)
    second = services.roundtable.new_version(first)
    sheet = services.roundtable.roundtable(second)
    agreement = sheet.agreements[0]
    draft = services.agreement.agreement_draft(agreement.id)
    services.agreement.correct_agreement(agreement.id, agreement_draft(audience="own"))
    remark = next(one for one in sheet.remarks if one.facts.audience is Audience.EMPLOYER)
    services.remark.give_remark(remark.id, Audience.OWN)
    told = services.roundtable.employer_sheet(second)
    assert not told.agreements
    assert not [line for line in told.changes if draft.adjustment in line or "Til" in line]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(Audience), max_size=4))
def test_no_line_reaches_a_reader_it_is_not_for(
    services: Services, audiences: list[Audience]
) -> None:
    services.settings.save_sender(SENDER)
    case = with_employer(services, "considerations")
    doctor_of(services, case, "considerations")
    roundtable = services.roundtable.plan_roundtable(case.id, roundtable_draft())
    for audience in audiences:
        services.remark.add_remark(roundtable, RemarkDraft(text="Ord", audience=audience.value))
    read = {
        "employer": len(services.roundtable.employer_sheet(roundtable).lines),
        "doctor": len(services.roundtable.doctor_sheet(roundtable).lines),
        "citizen": len(services.roundtable.citizen_sheet(roundtable).lines),
    }
    both = audiences.count(Audience.ALL)
    assert read == {
        "employer": audiences.count(Audience.EMPLOYER) + both,
        "doctor": audiences.count(Audience.DOCTOR) + both,
        "citizen": len(audiences) - audiences.count(Audience.OWN),
    }
