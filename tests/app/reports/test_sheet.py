from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.language import in_language, language
from app.domain.problem import PaperFailed
from app.domain.slip import FlagSlip, SlipLanguage
from app.reports import consent_form, employer_sheet, flag_slip, piece, visit_summary
from app.reports.sheet import Rendered
from tests.papers import (
    CONSENT,
    EMPLOYER,
    FLAG,
    NASTY,
    PAPERS,
    SENDER,
    SLIP,
    SUMMARY,
    catalogue,
    read,
    read_pages,
    reader,
    slip_sheet,
)
from tests.tagged import faults_of, squeezed, words_in_order


def _printer(name: str) -> Callable[[], Rendered]:
    """Return what prints a paper in the language in force: a slip brings its own words."""
    render, view = PAPERS[name]
    if isinstance(view, FlagSlip):
        return lambda: render(replace(view, sheet=slip_sheet(SlipLanguage(language()))))
    return lambda: render(view)


every_paper = pytest.mark.parametrize("paper", [_printer(name) for name in PAPERS], ids=PAPERS)
both_languages = pytest.mark.parametrize(("code", "spoken"), [("da", "da-DK"), ("en", "en-GB")])


@every_paper
@both_languages
def test_the_same_view_gives_the_same_bytes(
    paper: Callable[[], Rendered], code: str, spoken: str
) -> None:
    with in_language(code):
        assert paper() == paper()


@every_paper
@both_languages
def test_a_paper_tells_its_language(paper: Callable[[], Rendered], code: str, spoken: str) -> None:
    with in_language(code):
        assert catalogue(paper())["/Lang"] == spoken


@every_paper
@both_languages
def test_a_paper_is_read_aloud_as_it_is_printed(
    paper: Callable[[], Rendered], code: str, spoken: str
) -> None:
    with in_language(code):
        rendered = paper()
    assert faults_of(rendered.pdf) == []
    told = [words_in_order(rendered.pdf, pictures_speak=speak) for speak in (True, False)]
    assert any(squeezed(rendered.body) in squeezed(words) for words in told)


@every_paper
def test_every_letter_travels_with_the_paper(paper: Callable[[], Rendered]) -> None:
    fonts = _fonts(paper())
    assert fonts
    for font in fonts:
        assert "SourceSansPro" in font["/BaseFont"]
        assert "/FontFile2" in font["/FontDescriptor"]


@every_paper
def test_a_paper_says_what_it_is_and_who_sent_it_but_no_more(
    paper: Callable[[], Rendered],
) -> None:
    told = {key: str(value) for key, value in _metadata(paper()).items() if value}
    assert told.pop("/Title") in {
        *("Visit summary", "Slip", "Consent", "Plan after a roundtable"),
        *("Your plan after the roundtable", "Feedback after a roundtable"),
        "Own record of a roundtable",
        *("Preparation sheet", "Cooperation agreement", "How it goes"),
        *("What was handed over", "Access report", "Deletion report"),
    }
    assert told == {
        "/Author": "Eksempel Kommune",
        "/Creator": "Fasthold",
        "/Producer": "Fasthold",
        "/CreationDate": "D:20000101000000+00'00'",
        "/ModDate": "D:20000101000000+00'00'",
        "/Trapped": "/False",
    }


@every_paper
def test_a_paper_shows_its_title_and_holds_nothing_that_acts(
    paper: Callable[[], Rendered],
) -> None:
    told = catalogue(paper())
    assert told["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert not {"/AcroForm", "/Names", "/OpenAction", "/AA"} & set(told)


@every_paper
def test_pages_are_counted(paper: Callable[[], Rendered]) -> None:
    made = paper()
    pages = read_pages(made)
    assert made.pages == len(pages)
    for number, words in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in words


@every_paper
def test_every_paper_tells_whom_to_turn_to(paper: Callable[[], Rendered]) -> None:
    words = read(paper())
    for detail in (SENDER.name, SENDER.title, SENDER.phone, SENDER.email, SENDER.reachable):
        assert detail in words


@every_paper
def test_what_is_looked_through_is_what_can_be_read(paper: Callable[[], Rendered]) -> None:
    rendered = paper()
    printed = "".join(read(rendered).split())
    assert [word for word in rendered.body.split() if word not in printed] == []
    assert SENDER.email not in rendered.body


def test_the_contact_block_stands_on_the_last_page_only() -> None:
    pages = read_pages(visit_summary.render(replace(SUMMARY, new_flags=(FLAG,) * 60)))
    assert [SENDER.email in words for words in pages] == [False] * (len(pages) - 1) + [True]


def test_headings_can_be_jumped_to() -> None:
    outline: Any = reader(employer_sheet.render(EMPLOYER)).outline
    marks = [mark.title for mark in outline]
    assert marks[:2] == ["Plan for the work in weeks 38 to 41", "Adjustments"]


@pytest.mark.parametrize("words", NASTY)
def test_what_was_typed_is_printed_as_it_was_typed(words: str) -> None:
    assert words in read(visit_summary.render(replace(SUMMARY, practice=words)))
    assert words in read(employer_sheet.render(replace(EMPLOYER, colleagues_told=words)))
    assert words in read(consent_form.render(replace(CONSENT, citizen=words)))


@pytest.mark.parametrize("words", NASTY)
def test_even_the_sender_is_printed_as_typed(words: str) -> None:
    sender = replace(SENDER, municipality=words, office=words, name=words, reachable=words)
    paper = flag_slip.render(replace(SLIP, sender=sender))
    assert read(paper).count(words) >= 3
    assert _metadata(paper)["/Author"] == words


def test_what_has_no_letter_leaves_a_box_and_what_is_invisible_leaves_nothing() -> None:
    strange = "A\u202eb\u200d👍 \ud800 ١ １é\x00"
    words = read(visit_summary.render(replace(SUMMARY, practice=strange)))
    assert "Ab\u2610 \u2610 \u2610 1é" in words


def test_a_word_of_five_thousand_letters_is_broken_over_pages() -> None:
    agreement = replace(EMPLOYER.agreements[0], adjustment="æ" * 5000)
    paper = employer_sheet.render(replace(EMPLOYER, agreements=(agreement,)))
    assert read(paper).count("æ") >= 5000
    assert paper.pages > 1


def test_a_failing_paper_names_itself_and_quotes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(words: str, style: object, lead: str) -> None:
        raise ValueError(f"{words!r} cannot be set")

    monkeypatch.setattr(piece, "paragraphs_of", refuse)
    with pytest.raises(PaperFailed) as failure:
        visit_summary.render(replace(SUMMARY, practice="Havkat"))
    assert "Visit summary" in str(failure.value)
    assert "Havkat" not in str(failure.value)
    assert failure.value.__suppress_context__


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=400), st.text(max_size=80))
def test_no_text_stops_a_paper(long: str, short: str) -> None:
    sender = replace(SENDER, name=short, reachable=long)
    agreement = replace(EMPLOYER.agreements[0], function=short, adjustment=long)
    views = replace(EMPLOYER, agreements=(agreement,), colleagues_told=long, sender=sender)
    assert employer_sheet.render(views).pdf.startswith(b"%PDF-")
    assert flag_slip.render(replace(SLIP, code=short, sender=sender)).pages >= 1


def _metadata(paper: Rendered) -> Any:
    return reader(paper).metadata


def _fonts(paper: Rendered) -> list[Any]:
    pages: Any = reader(paper).pages
    return [font.get_object() for page in pages for font in page["/Resources"]["/Font"].values()]
