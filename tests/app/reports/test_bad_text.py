"""Whatever stands in a view is printed as it stands, on every paper there is."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import pytest

import app.reports
from app.domain.language import in_language
from app.domain.slip import SlipLabels
from app.domain.wording import WordingTexts
from app.reports.piece import text
from app.reports.typeface import printable
from tests.papers import NASTY, PAPERS, reader

every_paper = pytest.mark.parametrize("paper", PAPERS)
BEGIN, END = "zq", "qz"  # no word of any paper
ARABIC = "\u0646\u0635 \u0639\u0631\u0628\u064a"


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


def printed(paper: str, words: str) -> tuple[str, int]:
    """Return what the paper says with `words` everywhere, without its blanks, and its pages."""
    render, view = PAPERS[paper]
    with in_language("da"):
        rendered = render(spoiled(view, words))
    pages = [page.extract_text() for page in reader(rendered).pages]
    return squeezed(" ".join(pages)), len(pages)


def squeezed(words: str) -> str:
    return "".join(words.split())


def test_every_paper_is_among_them() -> None:
    modules = [one.name for one in iter_modules(app.reports.__path__)]
    papers = [one for one in modules if hasattr(import_module(f"app.reports.{one}"), "render")]
    assert sorted(set(papers) - {"calendar_file"}) == sorted(PAPERS)


@every_paper
def test_markup_is_printed_as_it_was_typed(paper: str) -> None:
    # On a slip there is room for a few of them only: one that is too long is refused.
    nasty = NASTY[3:5] if paper == "flag_slip" else NASTY
    words = f"{BEGIN}{' '.join(nasty)}{END}"
    said, pages = printed(paper, words)
    parted = said.count(BEGIN) - said.count(squeezed(words))
    assert said.count(BEGIN) > pages
    assert parted < pages, "only the end of a page may stand in the middle of it"


@every_paper
def test_what_has_no_letter_leaves_a_box_and_stops_nothing(paper: str) -> None:
    words = f"{BEGIN}👩\u200d👩\u200d👧 {ARABIC} \u202e\ud800\x00{END}"
    said, _pages = printed(paper, words)
    family, arabic, half = "☐" * 3, "☐" * 6, "☐"
    assert said.count(f"{BEGIN}{family}{arabic}{half}{END}") == said.count(BEGIN) > 0


@every_paper
def test_a_word_without_end_is_broken_and_whole(paper: str) -> None:
    # A slip is small, and a line of a chart is cut where it ends.
    long = 20 if paper in ("flag_slip", "progress_sheet") else 500
    said, _pages = printed(paper, f"{BEGIN}{'þ' * long}{END}")
    assert said.count("þ") == long * said.count(BEGIN) > 0


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f"])
def test_a_number_is_not_broken_at_its_blanks(blank: str) -> None:
    number = blank.join(["10", "000", "000"])
    assert printable(number) == "10\u00a0000\u00a0000"
    alone, pair = text(number), text(f"{number} {number}")
    assert pair.longest == alone.longest == alone.natural
    lines = pair.height(alone.natural + 1) / alone.height(500)
    assert lines == 2
