"""A sheet is shown at the table only where everyone who sits there may see it, and it is noted."""

from __future__ import annotations

import hashlib

import pytest
from sqlmodel import select

from app.bootstrap import Services
from app.data.disclosure import Basis, DisclosureRecord, cells_of
from app.domain.audience import Reader
from app.domain.consent import Direction, PartyId
from app.domain.paper import SHOWN
from app.domain.problem import Refused
from app.domain.roundtable import ParticipantDraft, RoundtableId
from tests.builders import grant_draft, party_draft
from tests.clock import Clock
from tests.followups import EMPLOYER, SENDER, Case, held, with_employer

UNION = "Eksempel Fagforening"


@pytest.fixture
def case(services: Services) -> Case:
    services.settings.save_sender(SENDER)
    return with_employer(services, "function", "hours")


@pytest.fixture
def table(services: Services, case: Case) -> RoundtableId:
    """A draft, as it stands during the talk, with the employer at the table."""
    table = held(services, case)
    seat(services, table, case.employer)
    return table


def seat(services: Services, table: RoundtableId, party: PartyId) -> None:
    services.agreement.add_participant(table, ParticipantDraft(who=party.hex))


def union_of(services: Services, case: Case, *kinds: str) -> PartyId:
    union = services.party.add_party(case.id, party_draft(UNION, kind="union"))
    if kinds:
        services.consent.grant(case.id, grant_draft(union, *kinds, direction="take_part"))
    return union


def show(services: Services, table: RoundtableId, reader: Reader = Reader.EMPLOYER) -> bytes:
    return services.export.show(services.export.prepare_sheet(table, reader, "da"))


def noted(services: Services) -> list[tuple[Basis, Direction | None, str, set[str]]]:
    with services.vault.read() as session:
        return [
            (one.basis, one.direction, one.file_name, {c.information for c in told})
            for one in session.exec(select(DisclosureRecord)).all()
            for told in [cells_of(session, one.id)]
        ]


def test_what_is_shown_is_noted_with_its_hash_and_the_cells_it_rests_on(
    services: Services, case: Case, table: RoundtableId
) -> None:
    shown = show(services, table)
    assert noted(services) == [
        (Basis.CONSENT, Direction.PASS_ON, SHOWN, {"function", "hours"}),
    ]
    with services.vault.read() as session:
        [one] = session.exec(select(DisclosureRecord)).all()
        assert one.sha256 == hashlib.sha256(shown).hexdigest()
        assert one.party_id == case.employer


def test_the_citizen_reads_in_the_list_that_it_was_shown_and_not_kept(
    services: Services, case: Case, table: RoundtableId
) -> None:
    show(services, table)
    body = services.export.prepare_disclosure_list(case.id, "en").reading.body
    assert "Employer sheet, shown at the table" in body
    assert any("at the table" in line for line in services.erasure.preview(case.id).disclosures)


def test_files_are_numbered_as_if_nothing_had_been_shown(
    services: Services, table: RoundtableId
) -> None:
    first = services.export.prepare_sheet(table, Reader.EMPLOYER, "da").file_name
    show(services, table)
    assert services.export.prepare_sheet(table, Reader.EMPLOYER, "da").file_name == first


def test_each_other_at_the_table_is_noted_under_their_own_consent(
    services: Services, case: Case, table: RoundtableId
) -> None:
    seat(services, table, union_of(services, case, "function", "hours", "schemes"))
    show(services, table)
    assert [(direction, kinds) for _basis, direction, _name, kinds in noted(services)] == [
        (Direction.PASS_ON, {"function", "hours"}),
        (Direction.TAKE_PART, {"function", "hours"}),
    ]


def test_who_may_not_hear_all_of_it_stops_it_and_is_named(
    services: Services, case: Case, table: RoundtableId
) -> None:
    seat(services, table, union_of(services, case, "function"))
    with pytest.raises(Refused, match=f"{UNION} sits at the table.* about hours"):
        show(services, table)
    assert noted(services) == []


def test_who_is_not_there_stops_nothing(
    services: Services, case: Case, table: RoundtableId
) -> None:
    union = union_of(services, case)
    services.agreement.add_participant(table, ParticipantDraft(who=union.hex, attended=False))
    show(services, table)
    assert len(noted(services)) == 1


def test_the_employers_sheet_is_shown_only_where_the_employer_sits(
    services: Services, case: Case
) -> None:
    with pytest.raises(Refused, match=f"{EMPLOYER} does not sit at the table"):
        show(services, held(services, case))
    assert noted(services) == []


def test_the_citizens_sheet_is_shown_to_the_citizen_alone(
    services: Services, case: Case, table: RoundtableId
) -> None:
    with pytest.raises(Refused, match=EMPLOYER):
        show(services, table, Reader.CITIZEN)
    alone = held(services, case, day="28/8/2026")
    show(services, alone, Reader.CITIZEN)
    assert noted(services) == [(Basis.SELF, None, SHOWN, set())]


def test_ones_own_sheet_is_shown_to_nobody(services: Services, table: RoundtableId) -> None:
    with pytest.raises(Refused, match="stays in Fasthold"):
        show(services, table, Reader.OWN)
    assert noted(services) == []


def test_a_consent_withdrawn_since_the_preview_says_why_nothing_is_shown(
    services: Services, case: Case, table: RoundtableId
) -> None:
    prepared = services.export.prepare_sheet(table, Reader.EMPLOYER, "da")
    services.consent.withdraw_all(case.id)
    with pytest.raises(Refused, match="No consent covers"):
        services.export.show(prepared)
    assert noted(services) == []


def test_what_has_not_been_held_yet_is_not_shown(
    services: Services, case: Case, table: RoundtableId, clock: Clock
) -> None:
    ahead = held(services, case, day="29/9/2026")
    seat(services, ahead, case.employer)
    with pytest.raises(Refused, match="not been held yet"):
        show(services, ahead)
