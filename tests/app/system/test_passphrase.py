from __future__ import annotations

import re
import unicodedata

import pytest

from app.domain.problem import Rejected
from app.system.passphrase import normal, propose, settle_passphrase, strength, words


def test_five_words_are_proposed_and_accepted() -> None:
    for _ in range(200):
        phrase = propose()
        assert len(phrase.split("-")) == 5
        assert settle_passphrase(phrase) == phrase
        assert strength(phrase) >= 4


def test_two_proposals_differ() -> None:
    assert len({propose() for _ in range(100)}) == 100


def test_the_list_is_long_and_plain() -> None:
    listed = words()
    assert len(listed) >= 2048
    assert len(set(listed)) == len(listed)
    assert all(re.fullmatch("[a-z]{4,8}", word) for word in listed)


@pytest.mark.parametrize(
    "weak",
    [
        "",
        "kort",
        "tretten tegn!",
        "aaaaaaaaaaaaaaaa",
        "abcabcabcabcabc",
        "abcdefghijklmnop",
        "0123456789:;<=>?",
        "12345612345612",
        "password1234567",
        "Fasthold123456!",
    ],
)
def test_what_is_easy_to_guess_is_refused(weak: str) -> None:
    assert strength(weak) < 3
    with pytest.raises(Rejected) as caught:
        settle_passphrase(weak)
    assert caught.value.problems[0].field == "passphrase"


def test_the_name_of_the_file_is_no_passphrase() -> None:
    with pytest.raises(Rejected, match="easy to guess"):
        settle_passphrase("Min Arbejdsmappe 7", ["min-arbejdsmappe-7"])


@pytest.mark.parametrize(
    "good",
    [
        "hejren går i åen",
        "  mellemrum foran",
        "\U0001f33b sol over marken",
        "over sø, land og hav går hejren til sin rede; " * 2,
    ],
)
def test_ones_own_words_are_taken_as_typed(good: str) -> None:
    assert settle_passphrase(good) == unicodedata.normalize("NFC", good)


def test_a_line_end_from_a_paste_goes_and_spaces_stay() -> None:
    assert normal("fem ord her \r\n") == "fem ord her "
