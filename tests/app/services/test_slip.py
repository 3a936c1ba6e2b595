"""What slips say is kept in the file; a slip carries the code of a flag whose citizen may ring."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.bootstrap import Services
from app.domain.flag import FlagCard
from app.domain.flag_choice import CloseReason
from app.domain.problem import Refused, Rejected
from app.domain.slip import SlipLanguage
from app.services.slip_words import shipped_texts
from tests.builders import flag_draft, practice_draft, sender_draft
from tests.clock import Clock

POLISH, DANISH = SlipLanguage.POLISH, SlipLanguage.DANISH


@pytest.fixture
def card(services: Services) -> FlagCard:
    services.settings.save_sender(sender_draft())
    practice_id = services.practice.add_practice(practice_draft())
    return services.flag.raise_flag(practice_id, None, flag_draft())


def save(services: Services, language: SlipLanguage, **changes: object) -> None:
    draft = services.slip.slip_draft(language)
    services.slip.save_texts(language, replace(draft, **changes))  # type: ignore[arg-type]


def test_a_slip_needs_my_details(services: Services) -> None:
    practice_id = services.practice.add_practice(practice_draft())
    card = services.flag.raise_flag(practice_id, None, flag_draft())
    with pytest.raises(Refused):
        services.slip.slip(card.id, DANISH)


def test_a_slip_holds_the_code_and_my_number(services: Services, card: FlagCard) -> None:
    slip = services.slip.slip(card.id, DANISH)
    assert (slip.code, slip.sender.phone) == (card.code, "00 00 00 00")
    assert slip.sheet.texts == shipped_texts(DANISH)


@pytest.mark.usefixtures("card")
def test_changed_words_are_kept_until_the_shipped_ones_are_wanted_back(services: Services) -> None:
    save(services, DANISH, title="Ring til mig")
    sheet = services.slip.sheet(DANISH)
    assert (sheet.texts.title, sheet.changed, sheet.unread) == ("Ring til mig", True, False)
    services.slip.use_shipped_texts(DANISH)
    sheet = services.slip.sheet(DANISH)
    assert (sheet.texts, sheet.changed) == (shipped_texts(DANISH), False)


@pytest.mark.usefixtures("card")
def test_a_translated_text_is_unread_until_a_speaker_has_read_these_very_words(
    services: Services, clock: Clock
) -> None:
    assert services.slip.sheet(POLISH).unread
    save(services, POLISH, read=True)
    read_on = services.slip.sheet(POLISH).read_on
    assert read_on == clock.day
    clock.day += timedelta(days=3)
    save(services, POLISH)
    assert services.slip.sheet(POLISH).read_on == read_on, "the same words were read that day"
    save(services, POLISH, lead="Inne zdanie.", read=False)
    assert services.slip.sheet(POLISH).unread
    assert [sheet.language for sheet in services.slip.sheets() if sheet.changed] == [POLISH]


@pytest.mark.usefixtures("card")
def test_words_that_do_not_fit_on_a_slip_are_refused(services: Services) -> None:
    with pytest.raises(Rejected, match="does not fit"):
        save(services, DANISH, body="{days}\n" + "Ord om at ringe\n" * 40)
    assert not services.slip.sheet(DANISH).changed


@pytest.mark.usefixtures("card")
def test_words_that_name_somebody_are_refused(services: Services) -> None:
    with pytest.raises(Rejected):
        save(services, DANISH, lead="Ring om 251248-9996")


def test_the_sheet_holds_the_slips_of_the_practice_that_wait(
    services: Services, card: FlagCard
) -> None:
    waits = services.flag.raise_flag(card.practice_id, None, flag_draft())
    closed = services.flag.raise_flag(card.practice_id, None, flag_draft())
    services.flag.close_flag(closed.id, CloseReason.PATIENT_DECLINED)
    elsewhere = services.practice.add_practice(practice_draft("Skovbrynets Læger"))
    services.flag.raise_flag(elsewhere, None, flag_draft())
    slips = services.slip.slips_of_practice(card.id, DANISH)
    assert {slip.code for slip in slips} == {card.code, waits.code}


def test_a_practice_without_a_waiting_flag_has_no_sheet(services: Services, card: FlagCard) -> None:
    services.flag.close_flag(card.id, CloseReason.PATIENT_DECLINED)
    with pytest.raises(Refused):
        services.slip.slips_of_practice(card.id, DANISH)
