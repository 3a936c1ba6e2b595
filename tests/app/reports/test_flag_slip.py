from __future__ import annotations

from app.reports.flag_slip import render
from tests.papers import SENDER, SLIP, read, reader


def test_it_is_one_small_page() -> None:
    paper = render(SLIP)
    assert paper.pages == 1
    box = reader(paper).pages[0].mediabox
    assert (round(float(box.width) * 127 / 360), round(float(box.height) * 127 / 360)) == (105, 148)


def test_it_tells_the_number_to_ring_the_hours_and_the_code() -> None:
    words = read(render(SLIP))
    for told in (SENDER.phone, SENDER.reachable, "Say this code", "K7-QX"):
        assert told in words


def test_it_tells_what_the_municipality_knows_and_how_long() -> None:
    words = read(render(SLIP))
    assert "knows neither your name nor your date of birth before you say so yourself" in words
    assert "after 90 days only month, practice and theme are kept, for counting." in words


def test_the_number_to_ring_is_not_taken_for_a_trace_of_a_patient() -> None:
    body = render(SLIP).body
    assert "K7-QX" in body
    assert SENDER.phone not in body
