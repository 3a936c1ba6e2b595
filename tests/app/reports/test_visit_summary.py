from __future__ import annotations

from dataclasses import replace

from app.domain.language import in_language
from app.domain.visit_note import PromiseFacts, Promiser, QuestionFacts
from app.reports.visit_summary import render
from tests.papers import FLAG, SENDER, SUMMARY, TODAY, read, read_pages


def test_it_tells_the_visit_in_one_row() -> None:
    words = read(render(SUMMARY))
    for told in ("5 doctors, 1 trainee", "New flags 1", "Certificate questions 1", "21 October"):
        assert told in words


def test_a_flag_is_its_code_its_theme_and_its_next_step() -> None:
    words = read(render(SUMMARY))
    assert "N7-KB Physical strain: lifting Doctor talks to patient Lægen 23" in words


def test_it_tells_exactly_what_is_kept() -> None:
    assert "After 90 days only month, practice and theme are kept, for counting." in read(
        render(SUMMARY)
    )


def test_a_quiet_visit_still_makes_a_paper() -> None:
    quiet = replace(
        SUMMARY, new_flags=(), feedback=(), questions=(), promises=(), term=None, next_visit=None
    )
    words = read(render(quiet))
    assert "No new flags at this visit." in words
    assert "Not agreed yet" in words
    for absent in ("Feedback on earlier flags", "What we agreed", "Term of the day"):
        assert absent not in words


def test_promises_are_told_both_ways() -> None:
    promises = (
        PromiseFacts(who=Promiser.DOCTOR, what="Finder et rum", due_on=TODAY),
        PromiseFacts(who=Promiser.CONSULTANT, what="Sender vejledning", due_on=None),
    )
    words = read(render(replace(SUMMARY, promises=promises)))
    assert "The practice Finder et rum" in words
    assert f"{SENDER.name} Sender vejledning" in words


def test_a_question_without_an_answer_says_that_it_follows() -> None:
    asked = (QuestionFacts(question="Er LÆ 125 nok?", answer=""),)
    assert "Er LÆ 125 nok? The answer follows." in read(render(replace(SUMMARY, questions=asked)))


def test_a_long_table_repeats_its_headings_and_loses_no_row() -> None:
    flags = tuple(replace(FLAG, code=f"A{n:02}-B") for n in range(60))
    pages = read_pages(render(replace(SUMMARY, new_flags=flags, feedback=())))
    with_rows = [words for words in pages if "-B" in words]
    assert len(with_rows) > 2
    assert all("Code Theme and function Next step Who By" in words for words in with_rows)
    assert all(any(flag.code in words for words in pages) for flag in flags)


def test_a_heading_never_stands_alone_at_the_foot_of_a_page() -> None:
    for count in range(12, 34):
        pages = read_pages(render(replace(SUMMARY, new_flags=(FLAG,) * count)))
        for words in pages:
            for heading in ("Feedback on earlier flags", "Certificate questions", "What we agreed"):
                assert f"{heading} Visit summary Contains no" not in words


def test_the_last_page_has_more_to_tell_than_how_to_use_the_code() -> None:
    for count in range(10, 15):
        pages = read_pages(render(replace(SUMMARY, new_flags=(FLAG,) * count)))
        assert "Term of the day" in pages[-1]


def test_it_is_printed_in_the_language_in_force() -> None:
    with in_language("xx"):
        assert "⟦New flags: who does what⟧" in render(SUMMARY).body
