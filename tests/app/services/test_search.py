"""Practices and citizens are found by name, flags by their whole code, never both in one hit."""

from __future__ import annotations

import pytest

from app.bootstrap import Services
from app.domain.consent import CitizenId, RelayedDraft
from app.domain.flag import FlagCard
from app.domain.flag_choice import CloseReason
from app.domain.followup import FollowupDraft
from app.domain.search import HitKind
from tests.builders import flag_draft, practice_draft

NANCY = "Nancy Ann Test Berggren"


@pytest.fixture
def flag(services: Services) -> FlagCard:
    practice = services.practice.add_practice(practice_draft("Åhavnens Lægehus"))
    return services.flag.raise_flag(practice, None, flag_draft(note="Løft på jobbet"))


def _begin(services: Services, flag_id: str = "") -> None:
    services.followup.begin(
        FollowupDraft(name=NANCY, given_on="1/9/2026", told_voluntary=True, flag_id=flag_id)
    )


@pytest.mark.parametrize("words", ["åhav", "LÆGEHUS ÅHAVNENS"])
def test_a_practice_is_found_by_parts_of_its_name(services: Services, words: str) -> None:
    practice = services.practice.add_practice(practice_draft("Åhavnens Lægehus"))
    (hit,) = services.search.find(words)
    assert (hit.kind, hit.id) == (HitKind.PRACTICE, practice)
    assert (hit.title, hit.detail) == ("Åhavnens Lægehus", "Frokoststuen, 1. sal")


def test_a_flag_is_found_by_its_code_however_it_is_written(
    services: Services, flag: FlagCard
) -> None:
    for written in (flag.code, flag.code.lower(), f" {flag.code.replace('-', ' ')} "):
        hit, _talk = services.search.find(written)
        assert (hit.kind, hit.id, hit.title) == (HitKind.FLAG, flag.id, flag.code)


def test_with_the_code_the_first_talk_is_found_too(services: Services, flag: FlagCard) -> None:
    _hit, talk = services.search.find(flag.code)
    assert (talk.kind, talk.id, talk.detail) == (HitKind.FIRST_TALK, flag.id, flag.code)


def test_no_talk_begins_from_a_flag_that_is_closed(services: Services, flag: FlagCard) -> None:
    services.flag.close_flag(flag.id, CloseReason.PATIENT_DECLINED)
    (hit,) = services.search.find(flag.code)
    assert hit.kind is HitKind.FLAG


def test_a_code_that_is_only_like_another_says_so_and_begins_no_talk(services: Services) -> None:
    practice = services.practice.add_practice(practice_draft())
    services.flag.raise_flag(practice, None, flag_draft(), "K7-QX")
    (hit,) = services.search.find("k7-gx")
    assert (hit.title, hit.detail) == (
        "K7-QX",
        "Ask again: this code is only like the one you wrote.",
    )
    assert services.flag.codes_like("k7-gx") == ("K7-QX",)
    assert services.flag.codes_like("8bbb") == ()


@pytest.mark.parametrize("words", ["Løft", "pain", "lifting"])
@pytest.mark.usefixtures("flag")
def test_a_flag_is_not_found_by_its_contents(services: Services, words: str) -> None:
    assert services.search.find(words) == ()


def test_a_part_of_a_code_finds_nothing(services: Services, flag: FlagCard) -> None:
    assert services.search.find(flag.code[:3]) == ()


def test_a_citizen_is_found_by_name_and_leads_to_the_followup(services: Services) -> None:
    _begin(services)
    (hit,) = services.search.find("berggren nancy")
    assert (hit.kind, hit.title) == (HitKind.FOLLOWUP, NANCY)
    assert hit.detail == "Follow-up 26-001"


def test_who_is_known_by_a_relayed_yes_only_is_found_too(services: Services) -> None:
    citizen: CitizenId = services.consent.record_relayed(
        RelayedDraft(
            name="Einer Test Lauridsen",
            reach="00 00 00 00",
            relayed_by="Læge Eksempel",
            given_on="8/9/2026",
        )
    )
    (hit,) = services.search.find("einer")
    assert (hit.kind, hit.id) == (HitKind.RELAYED, citizen)


def test_no_hit_leads_from_a_code_to_a_name_or_back(services: Services, flag: FlagCard) -> None:
    _begin(services, str(flag.id))
    by_code = services.search.find(flag.code)
    (by_name,) = services.search.find(NANCY)
    assert "Nancy" not in f"{by_code}"
    assert flag.code not in f"{by_name}"
    assert str(flag.id) not in f"{by_name}"


@pytest.mark.parametrize(
    "words",
    ["", "  ", "%", "_", "%%", '"', "'; DROP TABLE practice; --", "\0", "N%y", "N_ncy", "*"],
)
@pytest.mark.usefixtures("flag")
def test_signs_with_a_meaning_elsewhere_find_nothing(services: Services, words: str) -> None:
    _begin(services)
    assert services.search.find(words) == ()


def test_a_crowd_is_cut_short(services: Services) -> None:
    for number in range(35):
        services.practice.add_practice(practice_draft(f"Lægehus nummer {number}"))
    assert len(services.search.find("lægehus")) == 30
