"""Whatever stands in a view is printed as it stands, on every paper there is."""

from __future__ import annotations

import sys
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import app.reports
from app.domain.language import in_language
from app.domain.problem import PaperFailed
from app.domain.slip import SlipLabels
from app.domain.wording import WordingTexts
from app.reports.ink import Style
from app.reports.piece import text
from app.reports.sheet import Rendered
from app.reports.typeface import printable
from tests.papers import NASTY, PAPERS
from tests.tagged import faults_of, squeezed, words_in_order

every_paper = pytest.mark.parametrize("paper", PAPERS)
BEGIN, END = "zq", "qz"  # no word of any paper
ARABIC = "\u0646\u0635 \u0639\u0631\u0628\u064a"
# What people paste, and what others call a weapon; all of it is words here.
BAD = (
    *NASTY,
    "\x00\x01\x1b[31m\x85\x9f tegn, der styrer",
    "halv \ud800 og \udfff alene",
    "højre \u202etil\u202c venstre \u2066inde\u2069 og \u200bintet\u200d",
    "👩\u200d👩\u200d👧 🇩🇰 👍🏽",
    ARABIC,
    "e\u0301 A\u030a og \u0430 (kyrillisk)",
    "'); DROP TABLE flag; -- % _ \\ \\n",
    '" AND NEAR( b: -x *',
    "en\r\nto\rtre\u2028fire\u2029fem\tseks",
    "“klog” ‘citat’ – 10\u00a0000\u00a0kr. og blød\u00addeling",
    "{name} {code} {number} {day} {0} {} %s %(x)s ${x}",
    ") Tj ET /Artifact BMC EMC endstream endobj \\) \\( (((",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;]]>",
)
OPENED: list[str] = []
LISTENING: list[bool] = []


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if LISTENING and (event == "open" or event.startswith(("subprocess", "os.", "urllib"))):
        OPENED.append(f"{event} {arguments[:1]}")


sys.addaudithook(_hear)
"👍".encode("utf-16-be")  # Python reads how it is done the first time


def spoiled(value: Any, words: str) -> Any:
    """Return `value` with `words` for every text in it, however deep, but those of the program."""
    if isinstance(value, SlipLabels | WordingTexts):
        return value
    if isinstance(value, str) and not isinstance(value, Enum):
        return words
    if isinstance(value, tuple):
        return tuple(spoiled(one, words) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {one.name: spoiled(getattr(value, one.name), words) for one in fields(value)}
        return replace(value, **parts)
    return value


def rendered(paper: str, words: str) -> Rendered:
    """Return the paper with `words` everywhere; nothing is opened to make it."""
    render, view = PAPERS[paper]
    with in_language("da"):
        render(view)  # typeface and sentences are read once, before anybody types
        OPENED.clear()
        LISTENING.append(True)
        try:
            return render(spoiled(view, words))
        finally:
            LISTENING.clear()
            assert OPENED == []


def printed(paper: str, words: str) -> str:
    """Return what the paper says with `words` everywhere, in the order it is read."""
    return squeezed(words_in_order(rendered(paper, words).pdf, pictures_speak=True))


def check_printed(paper: str, words: str) -> None:
    """Check that the words stand on the paper as often as they begin, and whole each time."""
    framed = f"{BEGIN} {words} {END}"
    try:
        made = rendered(paper, framed)
    except PaperFailed:
        assert paper == "flag_slip", "only what has one small page may be too long"
        return
    said = squeezed(words_in_order(made.pdf, pictures_speak=True))
    assert said.count(BEGIN) == said.count(squeezed(printable(framed))) > 0
    assert faults_of(made.pdf) == []


def test_every_paper_is_among_them() -> None:
    modules = [one.name for one in iter_modules(app.reports.__path__)]
    papers = [one for one in modules if hasattr(import_module(f"app.reports.{one}"), "render")]
    assert sorted(set(papers) - {"calendar_file"}) == sorted(PAPERS)


@every_paper
def test_bad_text_is_printed_as_it_was_typed(paper: str) -> None:
    for words in BAD:
        check_printed(paper, words)


@every_paper
@pytest.mark.parametrize("nothing", ["", "   \u00a0", "\u200b\u2060\ufeff"])
def test_nothing_is_printed_for_nothing(paper: str, nothing: str) -> None:
    assert rendered(paper, nothing).pages >= 1


FRAGMENTS = st.sampled_from(
    [
        *(
            "<",
            ">",
            "&",
            "</para>",
            "<b>",
            "&#60;",
            "<img src='/etc/hosts'/>",
            "[[[",
            "]]]",
            "{",
            "}",
        ),
        *("{name}", "%s", "(", ")", "\\", "\n", "\t", "\u00a0", "\u2028", "\u202e", "\ud800", "ø"),
        *("\x00", "👍", "-", "–", "…", "10.000,5", "ord "),
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(sorted(PAPERS)),
    st.lists(FRAGMENTS | st.text(max_size=6), max_size=12).map("".join),
)
def test_no_text_is_read_as_anything_but_words(paper: str, words: str) -> None:
    check_printed(paper, words)


@every_paper
def test_what_has_no_letter_leaves_a_box_and_stops_nothing(paper: str) -> None:
    words = f"{BEGIN}👩\u200d👩\u200d👧 {ARABIC} \u202e\ud800\x00{END}"
    said = printed(paper, words)
    family, arabic, half = "☐" * 3, "☐" * 6, "☐"
    assert said.count(f"{BEGIN}{family}{arabic}{half}{END}") == said.count(BEGIN) > 0


@every_paper
def test_a_word_without_end_is_broken_and_whole(paper: str) -> None:
    long = 20 if paper == "flag_slip" else 500  # a slip is small
    said = printed(paper, f"{BEGIN}{'þ' * long}{END}")
    assert said.count("þ") == long * said.count(BEGIN) > 0


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f"])
def test_a_number_is_not_broken_at_its_blanks(blank: str) -> None:
    number = blank.join(["10", "000", "000"])
    assert printable(number) == "10\u00a0000\u00a0000"
    alone, pair = text(number), text(f"{number} {number}")
    assert pair.longest == alone.longest == alone.natural
    lines = pair.height(alone.natural + 1) / alone.height(500)
    assert lines == 2


def _fail(words: str, style: Style, lead: str) -> None:
    raise ValueError(f"{lead}{words} cannot be set")


def test_a_slip_that_is_too_long_quotes_nothing() -> None:
    with pytest.raises(PaperFailed) as failure:
        rendered("flag_slip", f"{BEGIN} havkat " * 40)
    assert "havkat" not in str(failure.value)


@every_paper
def test_no_failure_quotes_what_was_typed(paper: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.reports.piece.paragraphs_of", _fail)
    render, view = PAPERS[paper]
    with pytest.raises(PaperFailed) as failure:
        render(spoiled(view, f"{BEGIN} havkat"))
    assert "havkat" not in str(failure.value)
    assert failure.value.__suppress_context__
