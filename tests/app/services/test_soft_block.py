"""The list of what is better avoided becomes the municipality's own with its first change."""

from __future__ import annotations

from datetime import date

import pytest

from app.bootstrap import Services
from app.domain.language import in_language
from app.domain.problem import NotFound
from app.domain.soft_block import SoftBlockDraft, SoftBlockId, default_blocks

WINTER = SoftBlockDraft(
    when="uge 8", name="vinterferie", year="2027", source="Skoleplanen", last_checked="1/9/2026"
)
AUTUMN_DAY = date(2026, 10, 12)


def entry(services: Services, name: str) -> SoftBlockId:
    rows = services.soft_block.list_soft_blocks()
    return next(row.id for row in rows if row.block.name == name)


def avoided(services: Services, day: date) -> str | None:
    return services.plan.calendar().soft.reason(day)


def test_a_new_file_has_the_usual_list_in_the_language_spoken(services: Services) -> None:
    assert services.soft_block.list_soft_blocks() == default_blocks()
    with in_language("da"):
        assert avoided(services, AUTUMN_DAY) == "efterårsferie"


def test_an_entry_is_added_to_the_usual_ones(services: Services) -> None:
    services.soft_block.add_soft_block(WINTER)
    assert len(services.soft_block.list_soft_blocks()) == len(default_blocks()) + 1
    assert avoided(services, date(2027, 2, 22)) == "vinterferie"
    assert avoided(services, AUTUMN_DAY) == "autumn holiday"


def test_a_usual_entry_can_be_corrected(services: Services) -> None:
    autumn = entry(services, "autumn holiday")
    draft = services.soft_block.soft_block_draft(autumn)
    assert (draft.when, draft.year, draft.last_checked) == ("week 42", "", "22.11.2026")
    services.soft_block.correct_soft_block(
        autumn, SoftBlockDraft(when="43", name="efterårsferie", source="Skoleplanen")
    )
    assert avoided(services, AUTUMN_DAY) is None
    assert avoided(services, date(2026, 10, 19)) == "efterårsferie"


def test_a_usual_entry_can_be_removed_and_the_usual_list_taken_back(services: Services) -> None:
    autumn = entry(services, "autumn holiday")
    services.soft_block.remove_soft_block(autumn)
    assert avoided(services, AUTUMN_DAY) is None
    with pytest.raises(NotFound):
        services.soft_block.soft_block_draft(autumn)
    services.soft_block.use_default_soft_blocks()
    assert services.soft_block.list_soft_blocks() == default_blocks()


def test_the_usual_list_can_be_made_empty(services: Services) -> None:
    for row in services.soft_block.list_soft_blocks():
        services.soft_block.remove_soft_block(row.id)
    assert services.soft_block.list_soft_blocks() == ()
