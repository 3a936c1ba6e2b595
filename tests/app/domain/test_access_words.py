"""What the access report leaves out of a text, and how it reads what is unfinished."""

from __future__ import annotations

import pytest

from app.domain.access_words import value_data, value_words, without_others, written_in
from app.domain.consent import Direction
from tests.builders import TODAY

OTHERS = {"Einer Test Lauridsen"}
OWN = ("Nancy Ann Test Berggren", "Kim Eksempelsen", "Bo Eksempel")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Einer Test Lauridsen var med", "[somebody else] var med"),
        ("Einers plads er ledig", "[somebody else] plads er ledig"),
        ("Hun kender Lauridsen fra lageret", "Hun kender [somebody else] fra lageret"),
        ("Nancy vil tale med Bo Eksempel", "Nancy vil tale med Bo Eksempel"),
        ("Kim Eksempelsen ringer", "Kim Eksempelsen ringer"),
        ("Støj er svær", "Støj er svær"),
        ("", ""),
    ],
)
def test_another_citizen_is_left_out_and_who_has_a_part_in_it_stays(text: str, told: str) -> None:
    assert without_others(text, OTHERS, OWN) == told


def test_a_relative_is_left_out() -> None:
    told = without_others("Hendes mand Jens kører hende", OTHERS, OWN)
    assert "Jens" not in told
    assert "kører hende" in told


def test_a_code_and_a_personal_number_are_left_out_of_what_was_not_saved_yet() -> None:
    text = "Koden K7-QX, cpr 010190-1234, ringer igen"
    assert without_others(text, OTHERS, OWN) == "Koden [left out], cpr [left out], ringer igen"


def test_an_unfinished_text_is_told_without_ids() -> None:
    fields = '{"note": "Halvt skrevet", "party_id": "0123456789abcdef0123456789abcdef", "n": []}'
    assert written_in(fields) == "Halvt skrevet"


def test_values_are_told_in_words_and_as_data() -> None:
    assert (value_words(TODAY), value_data(TODAY)) == ("9 September 2026", "2026-09-09")
    assert value_words(Direction.PASS_ON) == "give information to"
    assert value_data(Direction.PASS_ON) == "pass_on"
    assert [value_words(one) for one in (True, False)] == ["yes", "no"]
