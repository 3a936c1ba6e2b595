from __future__ import annotations

from dataclasses import replace

import pytest

from app.reports.flow import Flow
from app.reports.mark import Air
from app.reports.piece import text
from app.reports.row import Row, heading, in_company, line

ROOM = 100.0
WIDTH = 200.0


def _block(tall: float, *, keep: bool = False, head: Row | None = None) -> Row:
    return Row(piece=Air(tall), width=WIDTH, keep=keep, head=head)


def _heights(flow: Flow) -> list[list[float]]:
    return [[row.height for row in page] for page in flow.pages]


def test_rows_fill_a_page_before_the_next_begins() -> None:
    flow = Flow(ROOM)
    flow.fill([_block(40), _block(50), _block(20)])
    assert _heights(flow) == [[40, 50], [20]]


def test_what_must_stay_together_moves_together() -> None:
    flow = Flow(ROOM)
    flow.fill([_block(60), _block(20, keep=True), _block(30)])
    assert _heights(flow) == [[60], [20, 30]]


def test_the_head_of_a_table_is_repeated_on_each_page() -> None:
    head = _block(10, keep=True)
    flow = Flow(ROOM)
    flow.fill([head, *(_block(30, head=head) for _number in range(6))])
    assert _heights(flow) == [[10, 30, 30, 30], [10, 30, 30, 30]]


def test_air_above_a_row_is_left_out_at_the_top_of_a_page() -> None:
    flow = Flow(ROOM)
    flow.fill([replace(_block(50), above=10), replace(_block(50), above=10), _block(45)])
    assert _heights(flow) == [[50], [50, 45]]


def test_long_text_flows_over_pages_without_losing_a_line() -> None:
    words = line(text("ord " * 400), WIDTH)
    flow = Flow(ROOM)
    flow.fill([heading("Overskrift", WIDTH), words])
    heights = [sum(page) for page in _heights(flow)]
    assert all(tall <= ROOM for tall in heights)
    assert sum(heights) == heading("Overskrift", WIDTH).height + words.height


def test_a_row_taller_than_a_page_that_cannot_be_divided_still_ends() -> None:
    flow = Flow(ROOM)
    flow.fill([_block(250), _block(10)])
    assert _heights(flow) == [[250], [10]]


def test_the_last_row_keeps_the_contact_block_company() -> None:
    flow = Flow(ROOM)
    flow.fill([_block(40), _block(20, keep=True), _block(20)])
    flow.close(50)
    assert _heights(flow) == [[40], [20, 20]]


def test_nothing_moves_when_the_contact_block_has_room() -> None:
    flow = Flow(ROOM)
    flow.fill([_block(40)])
    flow.close(60)
    assert _heights(flow) == [[40]]


def test_the_first_two_and_the_last_two_rows_stay_together() -> None:
    flow = Flow(ROOM)
    flow.fill([_block(80), *in_company([_block(15)] * 7)])
    assert _heights(flow) == [[80], [15] * 5, [15, 15]]


def test_large_rows_need_no_company() -> None:
    flow = Flow(ROOM)
    flow.fill(in_company([_block(60), _block(60)]))
    assert _heights(flow) == [[60], [60]]


def test_one_row_does_not_hold_what_comes_after_it() -> None:
    flow = Flow(ROOM)
    flow.fill([_block(80), *in_company([_block(10)]), _block(20)])
    assert _heights(flow) == [[80, 10], [20]]


@pytest.mark.parametrize("count", range(20, 60, 5))
def test_no_line_of_a_text_is_alone_on_a_page(count: int) -> None:
    one = line(text("ord"), WIDTH).height
    flow = Flow(ROOM)
    flow.fill([line(text("ord " * count), WIDTH) for _number in range(6)])
    assert all(sum(page) <= ROOM for page in _heights(flow))
    parts = [row for page in flow.pages for row in (page[0], page[-1])]
    assert all(row.height >= 2 * one for row in parts)


def test_what_is_spared_is_left_free_on_every_page() -> None:
    flow = Flow(ROOM, spare=30)
    flow.fill([_block(40)] * 3)
    assert _heights(flow) == [[40], [40], [40]]
