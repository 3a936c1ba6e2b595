"""A flag's code and a name never stand together."""

from __future__ import annotations

from random import Random

import pytest

from app.domain.flag_code import new_flag_code
from app.domain.guard import About, Rule, find_on_paper, find_traces
from tests.source import ROOT

OF_SOMEBODY = [about for about in About if about is not About.NOBODY]


@pytest.mark.parametrize("about", OF_SOMEBODY)
def test_every_code_is_found_in_a_text_about_somebody(about: About) -> None:
    choose = Random(7).choice
    codes = [new_flag_code((), choose) for _each in range(300)]
    missed = [
        code
        for code in codes
        for written in (code, code.lower(), code.replace("-", ""), code.replace("-", " "))
        if Rule.FLAG_CODE not in rules_in(f"Hun sagde {written}.", about)
    ]
    assert not missed


def test_a_flag_is_known_by_its_code_where_a_text_is_about_nobody() -> None:
    assert not find_traces("Spørg til K7-QX næste gang", about=About.NOBODY)


def test_a_paper_for_somebody_is_read_for_codes_as_a_whole() -> None:
    said = "Nancy Ann Test Berggren\nK7-QX"
    found = find_on_paper(said, frozenset(), about=About.CONTACT, allowed=())
    assert [one.rule for one in found] == [Rule.FLAG_CODE]


@pytest.mark.parametrize("corpus", ["benign_da.txt", "benign_en.txt"])
def test_what_is_said_at_work_every_day_is_taken_for_no_code(corpus: str) -> None:
    lines = (ROOT / "tests" / "data" / corpus).read_text(encoding="utf-8").splitlines()
    assert lines
    taken = [line for line in lines if Rule.FLAG_CODE in rules_in(line, About.CITIZEN)]
    assert [line for line in taken if "-" not in line] == []


def rules_in(text: str, about: About) -> set[Rule]:
    return {one.rule for one in find_traces(text, about=about)}
