from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from sqlmodel import select

from app.bootstrap import Services
from app.changes import Topic
from app.data.disclosure import Basis, DisclosureRecord
from app.domain.consent import PartyId
from app.domain.flag import FlagCard
from app.domain.followup import FollowupId
from app.domain.paper import Prepared
from app.domain.problem import FastholdError, Refused
from app.domain.roundtable import RoundtableId
from app.domain.slip import SlipLanguage
from app.domain.visit import AttendanceDraft, VisitId
from app.services.door import Leaving, note_leaving
from tests.builders import (
    agreement_draft,
    flag_draft,
    followup_draft,
    grant_draft,
    party_draft,
    practice_draft,
    question_draft,
    roundtable_draft,
    sender_draft,
    step_draft,
    visit_draft,
)
from tests.clock import Clock
from tests.trails import noted


@pytest.fixture(autouse=True)
def _my_details(services: Services) -> None:
    services.settings.save_sender(sender_draft())


@pytest.fixture
def flag(services: Services) -> FlagCard:
    practice_id = services.practice.add_practice(practice_draft())
    return services.flag.raise_flag(practice_id, None, flag_draft())


@pytest.fixture
def followup_id(services: Services) -> FollowupId:
    return services.followup.begin(followup_draft())


@pytest.fixture
def employer(services: Services, followup_id: FollowupId) -> PartyId:
    return services.party.add_party(followup_id, party_draft())


@pytest.fixture
def roundtable_id(services: Services, followup_id: FollowupId, employer: PartyId) -> RoundtableId:
    roundtable_id = services.roundtable.plan_roundtable(followup_id, roundtable_draft())
    services.agreement.add_agreement(roundtable_id, agreement_draft())
    services.agreement.add_step(roundtable_id, step_draft())
    services.roundtable.finalise(roundtable_id)
    return roundtable_id


def text_of(prepared: Prepared) -> str:
    pages = PdfReader(BytesIO(prepared.pdf)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def disclosures(services: Services) -> list[DisclosureRecord]:
    with services.vault.read() as session:
        return [
            DisclosureRecord(**record.model_dump())
            for record in session.exec(select(DisclosureRecord)).all()
        ]


def test_the_saved_bytes_are_the_shown_bytes_and_the_noted_ones(
    services: Services, flag: FlagCard, tmp_path: Path
) -> None:
    prepared = services.export.prepare_slip(flag.id, "da")
    place = services.export.save(prepared, tmp_path)
    assert place.name == "slip-2026-09-001.pdf"
    assert place.read_bytes() == prepared.pdf
    [noted] = disclosures(services)
    assert noted.sha256 == hashlib.sha256(place.read_bytes()).hexdigest()
    assert (noted.basis, noted.citizen_id) == (Basis.NONE, None)


def test_what_is_noted_of_a_paper_with_a_password_is_the_file_as_it_was_written(
    services: Services, flag: FlagCard, tmp_path: Path
) -> None:
    prepared = services.export.prepare_slip(flag.id, "da")
    place = services.export.save(prepared, tmp_path, "havre-kaffe-vindue-bro-lygte")
    assert place.name == "slip-2026-09-001.pdf"
    assert PdfReader(place).decrypt("havre-kaffe-vindue") == 0
    assert PdfReader(place).decrypt("havre-kaffe-vindue-bro-lygte") != 0
    [noted] = disclosures(services)
    assert noted.sha256 == hashlib.sha256(place.read_bytes()).hexdigest() != prepared.sha256


def test_a_paper_speaks_the_language_asked_for(services: Services, flag: FlagCard) -> None:
    assert services.export.prepare_slip(flag.id, "da").pdf != (
        services.export.prepare_slip(flag.id, "en").pdf
    )


def test_a_slip_holds_the_code_and_the_number_to_ring(services: Services, flag: FlagCard) -> None:
    text = text_of(services.export.prepare_slip(flag.id, "en"))
    assert flag.code in text
    assert "00 00 00 00" in text


def test_the_slips_of_a_practice_leave_on_one_sheet(
    services: Services, flag: FlagCard, tmp_path: Path
) -> None:
    other = services.flag.raise_flag(flag.practice_id, None, flag_draft())
    prepared = services.export.prepare_slip_sheet(flag.id, "en")
    assert {flag.code, other.code} <= set(text_of(prepared).split())
    place = services.export.save(prepared, tmp_path)
    assert place.name == "slip-sheet-2026-09-001.pdf"
    assert place.read_bytes() == prepared.pdf
    [noted] = disclosures(services)
    assert (noted.basis, noted.citizen_id) == (Basis.NONE, None)


def test_a_slip_in_a_language_nobody_has_read_says_so(services: Services, flag: FlagCard) -> None:
    unread = {code: services.export.prepare_slip(flag.id, code).unread for code in ("da", "uk")}
    assert unread == {"da": False, "uk": True}


def test_a_text_of_the_slip_that_has_come_to_name_a_citizen_stops_the_slip(
    services: Services, flag: FlagCard
) -> None:
    draft = services.slip.slip_draft(SlipLanguage.POLISH)
    services.slip.save_texts(SlipLanguage.POLISH, replace(draft, lead="Pomoc: Berggren."))
    services.followup.begin(followup_draft())

    def print_it() -> None:
        with pytest.raises(Refused):
            services.export.prepare_slip(flag.id, "pl")

    assert noted(services, print_it) == [("guard_refused", "name")]


def test_the_next_paper_gets_the_next_number(
    services: Services, flag: FlagCard, tmp_path: Path
) -> None:
    for number in (1, 2):
        place = services.export.save(services.export.prepare_slip(flag.id, "da"), tmp_path)
        assert place.name == f"slip-2026-09-00{number}.pdf"


def test_a_visit_summary_needs_a_visit_that_speaks_of_nobody(
    services: Services, flag: FlagCard
) -> None:
    visit_id = services.visit.plan_visit(visit_draft(flag.practice_id))
    services.visit.start_visit(visit_id)
    services.visit.add_question(visit_id, question_draft(answer="Ja."))
    services.visit.note_attendance(visit_id, AttendanceDraft(doctors="4", trainees="1"))
    services.visit.end_visit(visit_id)
    text = text_of(services.export.prepare_visit_summary(VisitId(visit_id), "da"))
    assert "Lægehuset Søndergade" in text
    assert "LÆ 125" in text


def test_the_consent_form_is_for_the_citizen(
    services: Services, followup_id: FollowupId, tmp_path: Path
) -> None:
    prepared = services.export.prepare_consent_form(followup_id, "da")
    services.export.save(prepared, tmp_path)
    assert "Nancy Ann Test Berggren" in text_of(prepared)
    [noted] = disclosures(services)
    assert noted.basis is Basis.SELF


def test_a_blank_consent_form_speaks_of_nobody(services: Services, tmp_path: Path) -> None:
    services.export.save(services.export.prepare_consent_form(None, "da"), tmp_path)
    [noted] = disclosures(services)
    assert noted.basis is Basis.NONE


def test_no_employer_sheet_without_a_cell(services: Services, roundtable_id: RoundtableId) -> None:
    with pytest.raises(Refused, match="No consent covers"):
        services.export.prepare_employer_sheet(roundtable_id, "en")


def test_the_employer_sheet_holds_what_the_cells_cover_and_nothing_else(
    services: Services,
    followup_id: FollowupId,
    employer: PartyId,
    roundtable_id: RoundtableId,
    tmp_path: Path,
) -> None:
    services.consent.grant(followup_id, grant_draft(employer, "hours"))
    prepared = services.export.prepare_employer_sheet(roundtable_id, "da")
    text = text_of(prepared)
    assert "10" in text
    assert "Ordrebehandling" not in text
    assert "Koncentration" not in text
    services.export.save(prepared, tmp_path)
    [noted] = disclosures(services)
    assert (noted.basis, noted.party_id) == (Basis.CONSENT, employer)


def test_no_employer_sheet_after_withdrawal_even_if_it_is_on_screen(
    services: Services,
    followup_id: FollowupId,
    employer: PartyId,
    roundtable_id: RoundtableId,
    tmp_path: Path,
) -> None:
    services.consent.grant(followup_id, grant_draft(employer))
    prepared = services.export.prepare_employer_sheet(roundtable_id, "da")
    services.consent.withdraw_all(followup_id)
    with pytest.raises(Refused):
        services.export.save(prepared, tmp_path)
    with pytest.raises(Refused):
        services.export.prepare_employer_sheet(roundtable_id, "da")
    assert list(tmp_path.glob("*.pdf")) == []
    assert disclosures(services) == []


def test_no_employer_sheet_after_the_last_day(
    services: Services,
    followup_id: FollowupId,
    employer: PartyId,
    roundtable_id: RoundtableId,
    tmp_path: Path,
    clock: Clock,
) -> None:
    services.consent.grant(followup_id, grant_draft(employer, until="15.09.2026"))
    prepared = services.export.prepare_employer_sheet(roundtable_id, "da")
    clock.day += timedelta(days=7)
    with pytest.raises(Refused):
        services.export.save(prepared, tmp_path)
    with pytest.raises(Refused):
        services.export.prepare_employer_sheet(roundtable_id, "da")


def test_only_a_final_version_is_handed_out(
    services: Services, followup_id: FollowupId, employer: PartyId, tmp_path: Path
) -> None:
    services.consent.grant(followup_id, grant_draft(employer))
    roundtable_id = services.roundtable.plan_roundtable(followup_id, roundtable_draft())
    services.agreement.add_agreement(roundtable_id, agreement_draft())
    prepared = services.export.prepare_employer_sheet(roundtable_id, "da")
    with pytest.raises(Refused, match="Finalise"):
        services.export.save(prepared, tmp_path)


def test_what_cannot_be_written_is_not_noted_either(
    services: Services, flag: FlagCard, tmp_path: Path
) -> None:
    prepared = services.export.prepare_slip(flag.id, "da")
    with pytest.raises(FastholdError):
        services.export.save(prepared, tmp_path / "gone")
    assert disclosures(services) == []


def test_a_forged_basis_is_refused_by_the_file_itself(
    services: Services,
    followup_id: FollowupId,
    employer: PartyId,
    roundtable_id: RoundtableId,
    clock: Clock,
) -> None:
    services.consent.grant(followup_id, grant_draft(employer, "hours"))
    prepared = services.export.prepare_employer_sheet(roundtable_id, "da")
    leaving = Leaving(
        kind=prepared.kind,
        file_name=prepared.file_name,
        sha256=prepared.sha256,
        basis=replace(prepared.basis, cells=()),
    )
    with (
        pytest.raises(Exception, match="no live consent covers this"),
        services.vault.write(Topic.DISCLOSURE) as session,
    ):
        note_leaving(session, leaving, clock.now())


def test_a_citizen_gets_the_list_of_what_was_handed_over(
    services: Services, followup_id: FollowupId, tmp_path: Path
) -> None:
    services.export.save(services.export.prepare_consent_form(followup_id, "en"), tmp_path)
    prepared = services.export.prepare_disclosure_list(followup_id, "en")
    assert "9 September 2026 Consent form yourself" in text_of(prepared)
    services.export.save(prepared, tmp_path)
    assert disclosures(services)[-1].basis is Basis.SELF
