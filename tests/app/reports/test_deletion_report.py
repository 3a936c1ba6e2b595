"""Who was erased, and what still holds them, on paper."""

from __future__ import annotations

from dataclasses import replace

from app.reports.deletion_report import render
from tests.papers import DELETIONS, read


def test_it_tells_the_day_the_reason_the_counts_and_the_last_copy() -> None:
    words = read(render(DELETIONS))
    for told in (
        "8 September 2026",
        "By hand, on the person's page",
        "Follow-ups: 1 · Contacts: 13",
        "in 1 copy, until 6 October 2026 at the latest",
        "2 March 2026",
        "No contact within the days of a relayed yes",
        "in none",
    ):
        assert told in words


def test_a_copy_that_could_not_be_looked_into_is_said_to_be_so() -> None:
    words = read(render(DELETIONS))
    assert "1 September 2026 6 October 2026 at hand 1 person" in words
    assert "on a drive that is not connected cannot be seen now" in words


def test_the_seal_of_the_trail_is_printed() -> None:
    assert "No. 73: 9ffe 63a5 3e70 f54b" in read(render(DELETIONS))


def test_nobody_erased_and_no_copy_are_said() -> None:
    words = read(render(replace(DELETIONS, lines=(), copies=())))
    assert "Nobody was erased in this time." in words
    assert "No copy is known." in words
