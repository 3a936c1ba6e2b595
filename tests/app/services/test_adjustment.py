"""What a consultant adds to the catalogue of adjustments."""

from __future__ import annotations

import pytest

from app.bootstrap import Services
from app.domain.adjustment import AdjustmentDraft, shipped_adjustments
from app.domain.problem import NotFound, Rejected
from tests.followups import NANCY, with_employer

EARPLUGS = AdjustmentDraft(function="noise", text="Ørepropper må bruges")


def own(services: Services) -> list[str]:
    return [row.facts.text for row in services.adjustment.own_adjustments()]


def test_a_new_file_has_the_catalogue_alone(services: Services) -> None:
    assert services.adjustment.catalogue("da") == shipped_adjustments("da")


def test_ones_own_stands_first_in_either_language(services: Services) -> None:
    services.adjustment.add_adjustment(EARPLUGS)
    firsts = [services.adjustment.catalogue(spoken)[0] for spoken in ("da", "en")]
    assert [row.facts.text for row in firsts] == [EARPLUGS.text, EARPLUGS.text]
    assert firsts[0].icf == ("b230", "b156", "e250")


def test_one_can_be_corrected_and_removed(services: Services) -> None:
    added = services.adjustment.add_adjustment(EARPLUGS)
    draft = services.adjustment.adjustment_draft(added)
    assert draft == EARPLUGS
    services.adjustment.correct_adjustment(added, AdjustmentDraft(function="sight", text="Skærm"))
    assert own(services) == ["Skærm"]
    services.adjustment.remove_adjustment(added)
    assert own(services) == []
    with pytest.raises(NotFound):
        services.adjustment.adjustment_draft(added)


def test_nobody_in_the_file_can_be_named_in_it(services: Services) -> None:
    with_employer(services)
    with pytest.raises(Rejected):
        services.adjustment.add_adjustment(
            AdjustmentDraft(function="noise", text=f"Plads som {NANCY}")
        )
    assert own(services) == []
