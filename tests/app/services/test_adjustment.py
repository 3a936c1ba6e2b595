"""What a consultant adds to the catalogue of adjustments."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.bootstrap import Services
from app.domain.adjustment import AdjustmentDraft, shipped_adjustments
from app.domain.problem import NotFound, Rejected
from tests.builders import agreement_draft, roundtable_draft
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


def test_a_line_that_is_hidden_is_not_chosen_from_until_it_is_shown_again(
    services: Services,
) -> None:
    first = services.adjustment.catalogue("da")[0]
    services.adjustment.hide_adjustment(first.code)
    services.adjustment.hide_adjustment(first.code)
    assert services.adjustment.hidden_adjustments("da") == (first,)
    for spoken in ("da", "en"):
        assert first.code not in {row.code for row in services.adjustment.catalogue(spoken)}
    services.adjustment.show_adjustment(first.code)
    assert services.adjustment.hidden_adjustments("da") == ()
    assert services.adjustment.catalogue("da")[0] == first


def test_nothing_but_a_line_of_the_catalogue_can_be_hidden(services: Services) -> None:
    with pytest.raises(NotFound):
        services.adjustment.hide_adjustment("noise-99")


def test_an_agreement_keeps_what_it_was_taken_from_as_a_remark_and_in_a_new_version(
    services: Services,
) -> None:
    roundtable = services.roundtable.plan_roundtable(with_employer(services).id, roundtable_draft())
    draft = agreement_draft(taken_from="noise-1 noise-2")
    part = services.agreement.add_agreement(roundtable, draft)
    assert services.agreement.agreement_draft(part).taken_from == "noise-1 noise-2"
    remark = services.remark.make_remark(part)
    services.remark.agree(remark, replace(services.remark.agreement_of(remark), function="Støj"))
    services.agreement.correct_agreement(part, services.agreement.agreement_draft(part))
    services.roundtable.finalise(roundtable)
    version = services.roundtable.new_version(roundtable)
    [row] = services.roundtable.roundtable(version).agreements
    assert row.facts.taken_from == "noise-1 noise-2"
