from __future__ import annotations

import pytest

from app.domain.mention import Mention, mention_of

NANCY = "Nancy Ann Test Berggren"


@pytest.mark.parametrize(
    "text",
    [
        "Ring til Nancy Berggren",
        "Husk NANCY ANN TEST BERGGREN på torsdag",
        "Berggren, Nancy: papirer",
        "Nancy Berggrens arbejdsgiver",
    ],
)
def test_two_parts_of_a_name_are_that_person(text: str) -> None:
    assert mention_of(text, NANCY) is Mention.SURELY


@pytest.mark.parametrize("text", ["Ring til Nancy", "Berggrens papirer"])
def test_one_part_may_be_somebody_else(text: str) -> None:
    assert mention_of(text, NANCY) is Mention.PERHAPS


@pytest.mark.parametrize("text", ["", "Bestil nye kodesedler", "Ring til Einer Lauridsen"])
def test_others_are_not_meant(text: str) -> None:
    assert mention_of(text, NANCY) is Mention.NONE


def test_whoever_has_one_name_is_meant_by_it() -> None:
    assert mention_of("Ring til Suzuki", "Suzuki") is Mention.SURELY
