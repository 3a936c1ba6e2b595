from __future__ import annotations

from dataclasses import replace

from app.reports.employer_sheet import render
from tests.papers import AGREEMENT, EMPLOYER, read, read_pages

NOTHING = replace(EMPLOYER, agreements=(), steps=(), actions=(), colleagues_told="", review_on=None)


def test_it_tells_what_was_agreed() -> None:
    words = read(render(EMPLOYER))
    for told in (
        "Nancy Ann Test Berggren",
        "Eksempel Tømmerhandel A/S",
        "Kort koncentrationstid Ordrebehandling Rolig plads væk fra gennemgang.",
        "Nærmeste leder",
        "“Nancy er på nedsat tid i en periode.”",
    ):
        assert told in words


def test_a_column_the_consent_does_not_cover_leaves_no_trace() -> None:
    without = replace(EMPLOYER, agreements=(replace(AGREEMENT, function=""),))
    words = read(render(without))
    assert "Function" not in words
    assert "Task Adjustment Period" in words


def test_parts_the_consent_does_not_cover_leave_no_trace() -> None:
    words = read(render(NOTHING))
    for absent in (
        "Adjustments",
        "Hours per week",
        "working time",
        "37",
        "Who does what",
        "What colleagues are told",
        "Expected duration",
        "Follow-up",
    ):
        assert absent not in words


def test_without_hours_there_is_no_chart() -> None:
    words = read(render(replace(EMPLOYER, steps=())))
    assert "Hours per week" not in words
    assert "hours" not in words


def test_hours_stand_in_the_bars_and_what_follows_the_review_is_left_open() -> None:
    words = read(render(EMPLOYER))
    assert words.count("20 hours") == 3, "in two bars, and in the table"
    assert "Week 41" in words
    assert "Week 42" not in words.replace("From week 42", "")
    assert "To be agreed 9 October" in words


def test_steps_stand_in_a_table_with_their_days_and_what_was_worked() -> None:
    steps = (replace(EMPLOYER.steps[0], days="mandag og onsdag"), *EMPLOYER.steps[1:])
    words = read(render(replace(EMPLOYER, steps=steps)))
    assert "31 August to 13 September 10 hours mandag og onsdag 8 · 10.5" in words
    assert "28 September to 9 October 20 hours" in words, "not until 30 October"
    assert "Worked" not in read(render(replace(EMPLOYER, worked=())))


def test_expected_duration_is_told_only_when_it_may_be() -> None:
    assert "Expected duration Omkring ni måneder" in read(
        render(replace(EMPLOYER, duration="Omkring ni måneder"))
    )


def test_sixty_agreements_run_over_pages_under_the_same_headings() -> None:
    pages = read_pages(render(replace(EMPLOYER, agreements=(AGREEMENT,) * 60)))
    with_rows = [words for words in pages if "Ordrebehandling" in words]
    assert len(with_rows) > 2
    assert all("Function Task Adjustment Period Reviewed Responsible" in w for w in with_rows)
    assert sum(words.count("Ordrebehandling") for words in pages) == 60
