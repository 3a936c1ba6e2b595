"""What the employer may read: what live cells cover, today, and not a word more."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest

from app.bootstrap import Services
from app.domain.consent import Direction, Information
from app.domain.employer_sheet import EmployerAgreement, EmployerSheet
from app.domain.hours_ladder import WorkedWeek
from app.domain.problem import Refused
from app.domain.roundtable import ParticipantDraft, RoundtableId
from app.domain.scheme import SchemeFacts
from tests.builders import action_draft, grant_draft, party_draft, roundtable_draft
from tests.clock import Clock
from tests.followups import EMPLOYER, NANCY, SENDER, Case, cells_of, held, started, with_employer


def prepared(services: Services, *information: str) -> tuple[Case, RoundtableId]:
    services.settings.save_sender(SENDER)
    case = with_employer(services, *information)
    roundtable = held(services, case)
    services.roundtable.correct_roundtable(
        roundtable,
        roundtable_draft(
            duration="10-14 uger", colleagues_told="En rolig plads", disagreements="Om tempoet"
        ),
    )
    services.agreement.add_action(roundtable, action_draft())
    return case, roundtable


def sheet(services: Services, *information: str) -> EmployerSheet:
    return services.roundtable.employer_sheet(prepared(services, *information)[1])


def test_no_field_of_the_sheet_can_hold_health() -> None:
    assert {field.name for field in fields(EmployerSheet)} == {
        "citizen",
        "employer",
        "held_on",
        "review_on",
        "review_at",
        "version",
        "changes",
        "agreements",
        "lines",
        "weekly_hours",
        "steps",
        "worked",
        "actions",
        "schemes",
        "colleagues_told",
        "duration",
        "printed_on",
        "sender",
    }
    assert {field.name for field in fields(WorkedWeek)} == {"monday", "hours"}
    assert {field.name for field in fields(SchemeFacts)} == {
        "scheme",
        "name",
        "state",
        "who",
        "day",
    }
    assert {field.name for field in fields(EmployerAgreement)} == {
        "function",
        "task",
        "adjustment",
        "first",
        "last",
        "review_on",
        "owner",
    }


def test_without_a_cell_there_is_no_sheet(services: Services) -> None:
    _case, roundtable = prepared(services)
    with pytest.raises(Refused, match=EMPLOYER):
        services.roundtable.employer_sheet(roundtable)


def test_a_cell_of_another_direction_opens_nothing(services: Services) -> None:
    case, roundtable = prepared(services)
    for direction in (Direction.OBTAIN, Direction.TAKE_PART, Direction.FEEDBACK):
        services.consent.grant(
            case.id, grant_draft(case.employer, "function", direction=direction.value)
        )
    with pytest.raises(Refused):
        services.roundtable.employer_sheet(roundtable)


def test_a_cell_about_another_party_opens_nothing(services: Services) -> None:
    case, roundtable = prepared(services)
    union = services.party.add_party(case.id, party_draft("A-kassen", kind="union"))
    services.consent.grant(case.id, grant_draft(union, "function"))
    with pytest.raises(Refused):
        services.roundtable.employer_sheet(roundtable)


def test_without_an_employer_there_is_no_sheet(services: Services) -> None:
    services.settings.save_sender(SENDER)
    roundtable = services.roundtable.plan_roundtable(started(services), roundtable_draft())
    with pytest.raises(Refused):
        services.roundtable.employer_sheet(roundtable)


def test_without_my_details_there_is_no_sheet(services: Services) -> None:
    roundtable = held(services, with_employer(services, "function"))
    with pytest.raises(Refused):
        services.roundtable.employer_sheet(roundtable)


def test_with_two_employers_the_sheet_is_for_the_one_who_is_seated(services: Services) -> None:
    case, roundtable = prepared(services, "function")
    second = services.party.add_party(case.id, party_draft("Eksempel Transport ApS"))
    with pytest.raises(Refused, match="several employers"):
        services.roundtable.employer_sheet(roundtable)
    services.agreement.add_participant(roundtable, ParticipantDraft(who=case.employer.hex))
    assert services.roundtable.employer_sheet(roundtable).employer == EMPLOYER
    services.agreement.add_participant(roundtable, ParticipantDraft(who=second.hex))
    with pytest.raises(Refused, match="several employers"):
        services.roundtable.employer_sheet(roundtable)


def test_after_withdrawal_there_is_no_sheet(services: Services) -> None:
    case, roundtable = prepared(services, "function")
    services.consent.withdraw_party(case.id, case.employer, Direction.PASS_ON)
    with pytest.raises(Refused):
        services.roundtable.employer_sheet(roundtable)


def test_after_the_last_day_there_is_no_sheet(services: Services, clock: Clock) -> None:
    _case, roundtable = prepared(services, "function")
    clock.day = date(2027, 8, 20)
    services.roundtable.employer_sheet(roundtable)
    clock.day = date(2027, 8, 21)
    with pytest.raises(Refused):
        services.roundtable.employer_sheet(roundtable)


def test_function_alone_shows_functions_and_no_adjustment(services: Services) -> None:
    seen = sheet(services, "function")
    line = seen.agreements[0]
    assert (line.function, line.task, line.adjustment) == ("Koncentration", "", "")
    assert (seen.steps, seen.weekly_hours, seen.actions) == ((), 0, ())
    assert (seen.colleagues_told, seen.duration) == ("", "")


def test_considerations_show_what_the_workplace_does_but_not_why(services: Services) -> None:
    seen = sheet(services, "considerations")
    line = seen.agreements[0]
    assert (line.function, line.task) == ("", "Ordrebehandling")
    assert line.adjustment == "Rolig plads. Kl. 9-11 uden telefon"
    assert [action.what for action in seen.actions] == ["Gør den rolige plads klar"]
    assert seen.colleagues_told == "En rolig plads"


def test_hours_alone_show_hours_alone(services: Services) -> None:
    seen = sheet(services, "hours")
    assert [step.hours for step in seen.steps] == [10]
    assert (seen.weekly_hours, seen.agreements, seen.actions) == (37, (), ())


def test_duration_is_told_only_under_its_own_cell(services: Services) -> None:
    assert sheet(services, "duration").duration == "10-14 uger"


def test_attendance_alone_opens_no_line(services: Services) -> None:
    seen = sheet(services, "attendance")
    assert (seen.agreements, seen.steps, seen.actions) == ((), (), ())
    assert (seen.colleagues_told, seen.duration) == ("", "")


def test_the_sheet_is_headed_by_who_where_and_when(services: Services) -> None:
    seen = sheet(services, "function")
    assert (seen.citizen, seen.employer, seen.version) == (NANCY, EMPLOYER, 1)
    assert (seen.held_on, seen.review_on) == (date(2026, 8, 27), date(2026, 10, 9))
    assert seen.sender.name == "Kim Eksempelsen"


def test_disagreements_are_never_on_the_sheet(services: Services) -> None:
    everything = sheet(services, *(kind.value for kind in Information))
    assert "Om tempoet" not in repr(everything)


def test_one_withdrawn_cell_takes_its_field_from_the_next_sheet(services: Services) -> None:
    case, roundtable = prepared(services, "function", "duration")
    services.consent.withdraw_cell(cells_of(services, case.id)["duration"].id)
    seen = services.roundtable.employer_sheet(roundtable)
    assert (seen.duration, seen.agreements[0].function) == ("", "Koncentration")
