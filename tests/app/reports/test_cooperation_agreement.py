from __future__ import annotations

from dataclasses import replace

from app.domain.cooperation import DutyFacts, Side
from app.reports.cooperation_agreement import render
from tests.papers import COOPERATION, read, read_pages


def test_it_tells_who_does_what_when_and_whom_to_turn_to() -> None:
    told = read(render(COOPERATION))
    for said in (
        "Agreed 9 September 2026",
        "Rhythm: Every 6 weeks, tolerated from 5 to 8 weeks",
        "The practice Melder ferie En måned før",
        "Anna Eksempel",
        "anna@laegehus.example",
        "9 September 2027",
        "Date and signature, Eksempel Kommune",
    ):
        assert said in told


def test_an_agreement_without_lines_says_so() -> None:
    assert "Nothing has been written down yet." in read(render(replace(COOPERATION, duties=())))


def test_many_lines_run_on_to_the_next_page_and_none_is_lost() -> None:
    duties = tuple(
        DutyFacts(who=Side.BOTH, what=f"Linje {n:02} er aftalt", timing="") for n in range(60)
    )
    pages = read_pages(render(replace(COOPERATION, duties=duties)))
    assert len(pages) > 1
    assert all(any(one.what in page for page in pages) for one in duties)
