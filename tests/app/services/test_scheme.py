"""The schemes of a roundtable: kept with it, locked with it, told to whom the consent lets."""

from __future__ import annotations

import pytest

from app.bootstrap import Services
from app.domain.consent import Direction
from app.domain.problem import Refused
from app.domain.roundtable import RoundtableId
from app.domain.scheme import SchemeDraft
from tests.builders import grant_draft
from tests.followups import SENDER, Case, held, with_employer

AID = SchemeDraft(scheme="work_aid", who="Medarbejder", day="18.09.2026")


def planned(services: Services, *information: str) -> tuple[Case, RoundtableId]:
    services.settings.save_sender(SENDER)
    case = with_employer(services, "considerations", *information)
    roundtable = held(services, case)
    services.agreement.add_scheme(roundtable, AID)
    return case, roundtable


def test_one_is_added_corrected_and_removed(services: Services) -> None:
    _case, roundtable = planned(services)
    [row] = services.roundtable.roundtable(roundtable).schemes
    assert services.agreement.scheme_draft(row.id) == AID
    services.agreement.correct_scheme(row.id, SchemeDraft(scheme="section_56", state="applied"))
    [row] = services.roundtable.roundtable(roundtable).schemes
    assert (row.facts.scheme, row.facts.state.value) == ("section_56", "applied")
    services.agreement.remove_part(row.id)
    assert services.roundtable.roundtable(roundtable).schemes == ()


def test_the_employer_reads_them_only_under_a_consent_to_pass_them_on(services: Services) -> None:
    case, roundtable = planned(services)
    assert services.roundtable.employer_sheet(roundtable).schemes == ()
    services.consent.withdraw_party(case.id, case.employer, Direction.PASS_ON)
    services.consent.grant(case.id, grant_draft(case.employer, "schemes"))
    [told] = services.roundtable.employer_sheet(roundtable).schemes
    assert told.scheme == "work_aid"


def test_the_citizen_always_reads_them(services: Services) -> None:
    _case, roundtable = planned(services)
    assert len(services.roundtable.citizen_sheet(roundtable).schemes) == 1
    assert len(services.roundtable.own_sheet(roundtable).schemes) == 1


def test_a_correction_copies_them_and_tells_what_changed(services: Services) -> None:
    _case, first = planned(services)
    services.roundtable.finalise(first)
    with pytest.raises(Refused):
        services.agreement.add_scheme(first, AID)
    second = services.roundtable.new_version(first)
    [row] = services.roundtable.roundtable(second).schemes
    services.agreement.correct_scheme(row.id, SchemeDraft(scheme="work_aid", state="granted"))
    changed = services.roundtable.citizen_sheet(second).changes
    assert changed == (
        "Added: Aid or work tool, Granted",
        "Removed: Aid or work tool, To be applied for, by 18 Sep, Medarbejder",
    )
