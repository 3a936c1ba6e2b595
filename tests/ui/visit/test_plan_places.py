"""Blocks of the plan never lie on each other, and stay as near their week as that allows."""

from __future__ import annotations

from itertools import pairwise

import pytest

from ui.visit.plan_places import first_words, stand_clear

BOX, WEEK, EDGE = 30, 23, 1_000


def test_blocks_with_room_stand_in_the_middle_of_their_week() -> None:
    assert stand_clear([100, 238, 376], [BOX] * 3, EDGE) == [100, 238, 376]


def test_visits_a_week_apart_each_give_way_by_the_same() -> None:
    assert stand_clear([100, 100 + WEEK], [BOX] * 2, EDGE) == [95.5, 127.5]


@pytest.mark.parametrize("centres", [[100, 123, 146], [100, 123, 146, 400], [0, 5, 10, 15, 20]])
def test_no_box_lies_on_another(centres: list[float]) -> None:
    placed = stand_clear(centres, [BOX] * len(centres), EDGE)
    assert all(right - left >= BOX + 2 for left, right in pairwise(placed))


def test_the_last_weeks_stay_within_the_plan() -> None:
    assert stand_clear([970, 990], [BOX] * 2, EDGE) == [953, 985]


def test_a_small_mark_needs_less_room() -> None:
    assert stand_clear([100, 127], [22, BOX], EDGE) == [99.5, 127.5]


def test_words_that_do_not_fit_end_at_a_whole_word() -> None:
    words = "Christmas and New Year"
    assert first_words(words, lambda text: len(text) < 30) == words
    assert first_words(words, lambda text: len(text) < 20) == "Christmas and New …"
    assert first_words(words, lambda text: len(text) < 12) == "Christmas …"
    assert first_words("Sommerferie", lambda _text: False) == "Sommerferie"


def test_an_empty_line_has_no_places() -> None:
    assert stand_clear([], [], EDGE) == []
