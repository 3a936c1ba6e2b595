"""Words are found whatever their case, and always sign for sign."""

from __future__ import annotations

import pytest

from app.domain.search import has_words


@pytest.mark.parametrize("words", ["åhavnens", "ÅHAV", "hus åh", "A\u030ahavnens"])
def test_case_order_and_how_letters_are_put_together_do_not_matter(words: str) -> None:
    assert has_words("Åhavnens Lægehus", words)


@pytest.mark.parametrize("words", ["%", "_", '"', "Å%s", "Åhavnens_Lægehus", "' OR 1=1 --", "*"])
def test_signs_with_a_meaning_elsewhere_mean_themselves(words: str) -> None:
    assert not has_words("Åhavnens Lægehus", words)
    assert has_words(f"100 {words} sikker", words)


def test_every_word_must_be_there() -> None:
    assert not has_words("Åhavnens Lægehus", "Åhavnens Læger")
