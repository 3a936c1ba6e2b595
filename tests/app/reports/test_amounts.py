"""Every paper looks right with one line in it and with far too many."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.language import in_language
from app.reports import flow, piece, visit_summary
from app.reports.flow import Flow
from app.reports.piece import Words
from tests import laid_out
from tests.amounts import AMOUNTS, papers_of
from tests.laid_out import faults_in_layout
from tests.papers import FLAG, SUMMARY
from tests.tagged import faults_of

LONG = replace(SUMMARY, new_flags=(FLAG,) * 60)


@pytest.mark.parametrize("amount", [amount for amount in AMOUNTS if amount != "hundred-times"])
def test_every_paper_fills_its_pages_well(amount: str) -> None:
    with in_language("da"):
        for name, paper in papers_of(amount):
            assert faults_in_layout(paper.pdf, cut=name == "slip_sheet") == [], name
            assert faults_of(paper.pdf) == [], name


def _said(wrong: str) -> bool:
    return any(wrong in fault for fault in faults_in_layout(visit_summary.render(LONG).pdf))


def test_a_page_that_looks_right_has_no_fault() -> None:
    assert faults_in_layout(visit_summary.render(LONG).pdf) == []


def test_words_outside_the_margins_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(laid_out, "A4_MARGINS", (60.0, 34.0, 40.0))
    assert _said("outside the margins")


def test_words_on_words_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Words, "height", lambda self, width: 4.0)
    assert _said("stands on")


def test_a_heading_at_the_end_of_a_page_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flow, "_last_held", lambda rows, first: first)
    found = [
        fault
        for count in (49, 51)
        for fault in faults_in_layout(
            visit_summary.render(replace(SUMMARY, new_flags=(FLAG,) * count)).pdf
        )
    ]
    assert any("ends with a heading" in fault for fault in found)
    assert any("ends with the headings of a table" in fault for fault in found)


def test_a_page_with_next_to_nothing_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Flow, "close", lambda self, foot: self._turn())
    assert _said("has 0 lines")


def test_a_lonely_line_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(piece, "_FEWEST", 1)
    asked = replace(SUMMARY.questions[0], answer="ord " * 260)
    paper = visit_summary.render(replace(LONG, questions=(asked,) * 9))
    assert any("is alone" in fault for fault in faults_in_layout(paper.pdf))
