"""The paper a citizen takes home: the charts of the window, each with its words."""

from __future__ import annotations

from dataclasses import replace

from app.reports.progress_sheet import render
from tests.papers import PROGRESS, read, reader


def test_the_charts_of_the_window_are_printed_with_their_numbers() -> None:
    words = read(render(PROGRESS))
    for told in ("Nancy Ann Test Berggren", "Work ability right now, 0–10", "9 Sep", "4.5/10"):
        assert told in words
    assert "“En time ad gangen”" in words


def test_a_screen_reader_hears_every_mark() -> None:
    pdf = render(PROGRESS).pdf
    for told in (
        "Work ability right now: 5 of 10",
        "Week 37: worked 4.5 hours, agreed 10 hours",
        "Energy: 0 of 10",
        "Rolig plads: partly in place",
    ):
        assert told.encode() in pdf


def test_every_letter_is_of_the_typeface_that_lies_in_the_file() -> None:
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in reader(render(PROGRESS)).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    assert {name.partition("+")[2] for name in fonts} == {
        "SourceSansPro-Regular",
        "SourceSansPro-Semibold",
    }


def test_what_was_not_measured_has_no_chart() -> None:
    rows = (
        replace(
            PROGRESS.measures.rows[0],
            facts=replace(PROGRESS.measures.rows[0].facts, adjustments=()),
        ),
    )
    words = read(render(replace(PROGRESS, measures=replace(PROGRESS.measures, rows=rows))))
    assert "Adjustments in place" not in words
