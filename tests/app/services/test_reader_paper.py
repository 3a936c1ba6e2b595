"""Each reader's sheet leaves on its own basis: the citizen's own, live cells, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import select

from app.bootstrap import Services
from app.changes import Topic
from app.data.disclosure import Basis, DisclosureCellRecord, DisclosureRecord
from app.domain.audience import Reader
from app.domain.consent import Direction, Information
from app.domain.problem import Refused
from app.domain.remark import RemarkDraft
from app.domain.roundtable import RoundtableId
from tests.builders import grant_draft, party_draft
from tests.followups import SENDER, Case, held, with_employer


@pytest.fixture
def case(services: Services) -> Case:
    services.settings.save_sender(SENDER)
    case = with_employer(services, "considerations", "hours")
    doctor = services.party.add_party(case.id, party_draft("Læge Eksempel", kind="gp"))
    services.consent.grant(case.id, grant_draft(doctor, "hours", "schemes", direction="feedback"))
    return case


@pytest.fixture
def final(services: Services, case: Case) -> RoundtableId:
    roundtable = held(services, case)
    services.remark.add_remark(roundtable, RemarkDraft(text="Går hos psykolog", audience="all"))
    services.remark.add_remark(roundtable, RemarkDraft(text="Mandag er tung", audience="all"))
    services.roundtable.finalise(roundtable)
    return roundtable


def noted(services: Services) -> list[tuple[str, Basis, Direction | None]]:
    with services.vault.read() as session:
        found = session.exec(select(DisclosureRecord)).all()
        return [(one.paper, one.basis, one.direction) for one in found]


def cells(services: Services) -> list[Information]:
    with services.vault.read() as session:
        return [one.information for one in session.exec(select(DisclosureCellRecord)).all()]


def hand_out(services: Services, roundtable: RoundtableId, reader: Reader, folder: Path) -> Path:
    prepared = services.export.prepare_sheet(roundtable, reader, "da")
    return services.export.save(prepared, folder)


def test_the_citizens_sheet_is_noted_as_handed_to_the_citizen(
    services: Services, final: RoundtableId, tmp_path: Path
) -> None:
    place = hand_out(services, final, Reader.CITIZEN, tmp_path)
    assert place.name.startswith("citizen-sheet-2026-09")
    assert noted(services) == [("citizen-sheet", Basis.SELF, None)]


def test_the_doctors_sheet_is_noted_with_the_cells_it_used_and_no_other(
    services: Services, final: RoundtableId, tmp_path: Path
) -> None:
    hand_out(services, final, Reader.DOCTOR, tmp_path)
    assert noted(services) == [("doctor-sheet", Basis.CONSENT, Direction.FEEDBACK)]
    assert cells(services) == [Information.HOURS]


def test_what_the_doctor_may_not_have_is_named_beside_the_sheet(
    services: Services, final: RoundtableId
) -> None:
    prepared = services.export.prepare_sheet(final, Reader.DOCTOR, "da")
    assert prepared.left_out == (Information.FUNCTION, Information.CONSIDERATIONS)


def test_ones_own_sheet_is_shown_and_does_not_leave(
    services: Services, final: RoundtableId, tmp_path: Path
) -> None:
    prepared = services.export.prepare_sheet(final, Reader.OWN, "da")
    assert "psykolog" in prepared.reading.body
    with pytest.raises(Refused, match="stays in Fasthold"):
        services.export.save(prepared, tmp_path)
    assert (list(tmp_path.glob("own-sheet*")), noted(services)) == ([], [])


@pytest.mark.parametrize("reader", [Reader.EMPLOYER, Reader.CITIZEN, Reader.DOCTOR])
def test_what_is_held_stands_on_nobodys_sheet(
    services: Services, final: RoundtableId, reader: Reader
) -> None:
    assert "psykolog" not in services.export.prepare_sheet(final, reader, "da").reading.body


@pytest.mark.parametrize("reader", [Reader.EMPLOYER, Reader.CITIZEN, Reader.DOCTOR])
def test_only_a_final_version_leaves(
    services: Services, case: Case, reader: Reader, tmp_path: Path
) -> None:
    draft = held(services, case)
    with pytest.raises(Refused, match="Finalise"):
        hand_out(services, draft, reader, tmp_path)
    assert noted(services) == []


@pytest.mark.parametrize("reader", [Reader.EMPLOYER, Reader.DOCTOR])
def test_a_consent_withdrawn_while_the_sheet_is_on_screen_stops_it_and_says_why(
    services: Services, case: Case, final: RoundtableId, reader: Reader, tmp_path: Path
) -> None:
    prepared = services.export.prepare_sheet(final, reader, "da")
    services.consent.withdraw_all(case.id)
    with pytest.raises(Refused, match="No consent covers"):
        services.export.save(prepared, tmp_path)
    assert noted(services) == []


def test_a_line_that_got_past_every_field_stops_the_employers_sheet(
    services: Services, case: Case
) -> None:
    roundtable = held(services, case)
    remark = services.remark.add_remark(
        roundtable, RemarkDraft(text="Møder kl. 10", audience="employer")
    )
    with services.vault.write(Topic.ROUNDTABLE) as session:
        forged = "UPDATE agreement SET adjustment = 'Hviler efter kemoterapi'"
        session.execute(text(forged))
        session.execute(text("UPDATE remark SET text = 'Har depression'"))
    with pytest.raises(Refused, match="no employer may read"):
        services.export.prepare_sheet(roundtable, Reader.EMPLOYER, "da")
    with services.vault.write(Topic.ROUNDTABLE) as session:
        session.execute(text("UPDATE agreement SET adjustment = 'Rolig plads'"))
    body = services.export.prepare_sheet(roundtable, Reader.EMPLOYER, "da").reading.body
    assert "depression" not in body, "a remark is read once more as it is gathered"
    assert services.remark.remark_draft(remark).text == "Har depression"
