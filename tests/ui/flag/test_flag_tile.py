from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.bootstrap import Services
from app.domain.flag import FlagCard
from app.domain.flag_choice import CloseReason, FlagStatus, Mentioned, Urgency
from app.domain.language import in_language
from app.domain.practice import PracticeId
from tests.boards import raised
from tests.conftest import TODAY
from tests.ui.conftest import Show
from ui.common.badge import badge_width
from ui.flag.flag_tile import FlagTile
from ui.flag.tile_layout import word_lines

WIDEST = "M9-WM"
TIGHT, LAPTOP = 177, 194  # px a card has in a window 1280 and 1366 wide


def cards_with_a_badge(card: FlagCard) -> Iterator[FlagCard]:
    """Yield a card for each thing a badge says."""
    wide = replace(card, code=WIDEST)
    for reason in CloseReason:
        yield replace(wide, status=FlagStatus.CLOSED, close_reason=reason)
    yield replace(wide, status=FlagStatus.CONSENTED, may_be_told=True)
    for urgency in (Urgency.WITHIN_14_DAYS, Urgency.THIS_WEEK):
        yield replace(wide, facts=replace(card.facts, urgency=urgency))
    for mentioned in (Mentioned.THREE_TIMES, Mentioned.MORE):
        yield replace(wide, facts=replace(card.facts, mentioned=mentioned))


@pytest.mark.parametrize("spoken", ["da", "en"])
@pytest.mark.parametrize("width", [TIGHT, LAPTOP])
def test_no_badge_is_cut_beside_the_widest_code(
    services: Services, practice_id: PracticeId, show: Show, spoken: str, width: int
) -> None:
    card = raised(services, practice_id)
    with in_language(spoken):
        tiles = [FlagTile(each, TODAY) for each in cards_with_a_badge(card)]
    for tile in tiles:
        tile.setFixedWidth(width)
    show(*tiles)
    for tile in tiles:
        badge = tile.badge()
        assert badge is not None
        look, room = badge
        assert badge_width(look) <= room.width(), look.text


def test_a_badge_says_all_of_it_where_there_is_room(
    services: Services, practice_id: PracticeId, show: Show
) -> None:
    card = raised(services, practice_id, urgency="within_14_days")
    tile = FlagTile(replace(card, code=WIDEST), TODAY)
    show(tile)
    for width, said in ((LAPTOP, "14 days"), (300, "Within 14 days")):
        tile.setFixedWidth(width)
        badge = tile.badge()
        assert badge is not None
        look, room = badge
        assert look.text == said
        assert tile.tip_at(room.center()) == "Within 14 days"
    assert "Within 14 days" in tile.accessibleName()


def test_what_is_cut_is_told_under_the_pointer_and_else_the_days(
    services: Services, practice_id: PracticeId, show: Show
) -> None:
    card = raised(services, practice_id, functions=("memory", "noise", "shift_work", "sight"))
    tile = FlagTile(card, TODAY)
    tile.setFixedWidth(TIGHT)
    show(tile)
    theme, functions, _where = word_lines(TIGHT, "", "", "")
    assert tile.tip_at(functions.room.center()) == tile.words().functions
    assert tile.tip_at(theme.room.center()) == "Raised 9 Sep, deleted 8 Dec"


def test_a_tile_can_say_another_flag(services: Services, practice_id: PracticeId) -> None:
    first, second = raised(services, practice_id), raised(services, practice_id, theme="other")
    tile = FlagTile(first, TODAY)
    tile.show_card(second, TODAY)
    assert (tile.objectName(), tile.words().theme) == (f"flag_{second.code}", "Other")
    assert first.code not in tile.accessibleName()
