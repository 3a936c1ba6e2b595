"""The cooperation agreement: made once, gone through yearly, put away, printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.bootstrap import Services
from app.domain.cooperation import CooperationId, CooperationSheet, DutyDraft
from app.domain.practice import PracticeId
from app.domain.problem import NotFound, Refused, Rejected
from tests.builders import cooperation_draft, followup_draft, practice_draft, sender_draft
from tests.clock import Clock


@pytest.fixture
def practice(services: Services) -> PracticeId:
    return services.practice.add_practice(practice_draft())


@pytest.fixture
def agreed(services: Services, practice: PracticeId) -> CooperationId:
    return services.cooperation.add_cooperation(practice, cooperation_draft())


def sheet(services: Services, practice: PracticeId) -> CooperationSheet:
    return services.cooperation.list_cooperations(practice)[0]


def test_a_new_agreement_knows_the_day_and_my_details(services: Services) -> None:
    assert services.cooperation.new_draft().own_contact == ""
    services.settings.save_sender(sender_draft())
    draft = services.cooperation.new_draft()
    assert (draft.agreed_on, draft.own_contact) == ("09.09.2026", "Kim Eksempelsen")
    assert draft.own_email == "kim.eksempelsen@kommune.example"


def test_a_new_agreement_has_the_usual_lines(
    services: Services, practice: PracticeId, agreed: CooperationId
) -> None:
    made = sheet(services, practice)
    assert made.id == agreed
    assert made.facts.review_on == date(2027, 9, 9)
    assert made.duties[0].facts.timing == "About every 6 weeks"
    assert len(made.duties) == 7


def test_only_one_agreement_is_in_force(
    services: Services, practice: PracticeId, agreed: CooperationId
) -> None:
    with pytest.raises(Refused):
        services.cooperation.add_cooperation(practice, cooperation_draft())
    services.cooperation.archive_cooperation(agreed)
    newer = services.cooperation.add_cooperation(practice, cooperation_draft("10/9/2026"))
    with pytest.raises(Refused):
        services.cooperation.restore_cooperation(agreed)
    assert [one.id for one in services.cooperation.list_cooperations(practice)] == [newer, agreed]
    services.cooperation.remove_cooperation(newer)
    services.cooperation.restore_cooperation(agreed)
    assert sheet(services, practice).archived_on is None


def test_an_agreement_is_corrected(
    services: Services, practice: PracticeId, agreed: CooperationId
) -> None:
    draft = replace(services.cooperation.draft(agreed), practice_contact="Bo Eksempel")
    services.cooperation.correct_cooperation(agreed, draft)
    assert sheet(services, practice).facts.practice_contact == "Bo Eksempel"


def test_bad_input_changes_nothing(
    services: Services, practice: PracticeId, agreed: CooperationId
) -> None:
    before = sheet(services, practice)
    with pytest.raises(Rejected):
        services.cooperation.correct_cooperation(agreed, cooperation_draft("25:61"))
    assert sheet(services, practice) == before


def test_a_line_is_added_corrected_and_removed(
    services: Services, practice: PracticeId, agreed: CooperationId
) -> None:
    line = DutyDraft(who="practice", what="Melder ferie", timing="En måned før")
    duty = services.cooperation.add_duty(agreed, line)
    assert services.cooperation.duty_draft(duty) == line
    services.cooperation.correct_duty(duty, replace(line, timing="To måneder før"))
    assert sheet(services, practice).duties[-1].facts.timing == "To måneder før"
    services.cooperation.remove_duty(duty)
    with pytest.raises(NotFound):
        services.cooperation.duty_draft(duty)


def test_a_review_moves_the_next_one_a_year_on(
    services: Services, practice: PracticeId, agreed: CooperationId, clock: Clock
) -> None:
    clock.day = date(2027, 9, 1)
    assert [row.review_on for row in services.today.today().reviews] == [date(2027, 9, 9)]
    assert services.cooperation.review_cooperation(agreed) == date(2028, 9, 1)
    assert services.today.today().reviews == ()
    services.cooperation.set_review(agreed, date(2027, 9, 9))
    assert services.today.today().reviews[0].practice == "Lægehuset Søndergade"


def test_nothing_put_away_is_to_be_reviewed(
    services: Services, practice: PracticeId, agreed: CooperationId, clock: Clock
) -> None:
    clock.day = date(2027, 9, 9)
    services.practice.archive_practice(practice)
    assert services.today.today().reviews == ()
    services.practice.restore_practice(practice)
    services.cooperation.archive_cooperation(agreed)
    assert services.today.today().reviews == ()


def test_the_paper_needs_a_sender(services: Services, agreed: CooperationId) -> None:
    with pytest.raises(Refused):
        services.cooperation.paper(agreed)
    services.settings.save_sender(sender_draft())
    assert services.cooperation.paper(agreed).practice == "Lægehuset Søndergade"


def test_the_printed_agreement_holds_contact_persons_and_has_a_neutral_name(
    services: Services, agreed: CooperationId
) -> None:
    services.settings.save_sender(sender_draft())
    services.followup.begin(followup_draft("Anna Test Eksempel"))
    prepared = services.export.prepare_cooperation_agreement(agreed, "en")
    assert prepared.file_name == "cooperation-agreement-2026-09-001.pdf"
    told = "".join(page.extract_text() for page in PdfReader(BytesIO(prepared.pdf)).pages)
    assert "Anna Eksempel" in told
