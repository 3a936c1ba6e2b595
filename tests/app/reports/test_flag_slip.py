from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.problem import PaperFailed
from app.domain.slip import SlipLanguage
from app.reports.flag_slip import fits, render, render_sheet
from app.reports.typeface import MISSING
from tests.papers import SENDER, SLIP, catalogue, read, read_pages, reader, slip_sheet

LONG = "Words on words.\n" * 60


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


@pytest.mark.parametrize("language", list(SlipLanguage))
def test_in_every_language_it_is_one_page_that_says_which_language_it_is(
    language: SlipLanguage,
) -> None:
    slip = replace(SLIP, sheet=slip_sheet(language))
    paper = render(slip)
    assert paper.pages == 1
    assert catalogue(paper)["/Lang"] == slip.sheet.labels.spoken
    words = read(paper)
    assert MISSING not in words
    for told in (slip.sheet.texts.title, slip.sheet.labels.say, "K7-QX", SENDER.phone, "90"):
        assert told in words


@pytest.mark.parametrize("language", list(SlipLanguage))
def test_every_letter_is_in_the_file_and_the_same_slip_is_the_same_file(
    language: SlipLanguage,
) -> None:
    slip = replace(SLIP, sheet=slip_sheet(language))
    assert render(slip) == render(slip)
    assert render_sheet([slip]) == render_sheet([slip])
    for paper in (render(slip), render_sheet([slip])):
        for page in reader(paper).pages:
            fonts = page["/Resources"]["/Font"].values()  # type: ignore[index]
            assert all("/FontFile2" in font.get_object()["/FontDescriptor"] for font in fonts)


def test_four_slips_share_a_page_of_a4() -> None:
    codes = ["K7-QX", "W9-WW", "A2-B4", "M3-PH", "Z8-YT"]
    paper = render_sheet([replace(SLIP, code=code) for code in codes])
    first, second = read_pages(paper)
    assert [code in first for code in codes] == [True, True, True, True, False]
    assert "Z8-YT" in second
    box = reader(paper).pages[0].mediabox
    assert (round(float(box.width) * 127 / 360), round(float(box.height) * 127 / 360)) == (210, 297)
    assert all(code in paper.body for code in codes)


def test_a_slip_that_is_longer_than_its_page_is_refused_alone_and_on_a_sheet() -> None:
    sheet = slip_sheet(SlipLanguage.ENGLISH)
    long = replace(SLIP, sheet=replace(sheet, texts=replace(sheet.texts, body=LONG)))
    assert (fits(SLIP), fits(long)) == (True, False)
    for printed in (lambda: render(long), lambda: render_sheet([long])):
        with pytest.raises(PaperFailed, match="longer than a slip"):
            printed()
