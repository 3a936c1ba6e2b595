"""A long text is read in pieces while it is typed: the same is found, and little is read again."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.guard import About, Finding, Piecewise, find_traces, month_in
from app.domain.guard.piecewise import SHORT
from tests.identities import read_lines

SENTENCES = read_lines("benign_da.txt")
TRACES = ("251248-9996", "ring 20 30 40 50", "nancy@post.example", "25 12 48\n9996")


def find(text: str) -> Sequence[Finding]:
    return find_traces(text, about=About.CITIZEN)


@settings(deadline=None, max_examples=60, database=None)
@given(
    st.lists(st.sampled_from(SENTENCES), min_size=25, max_size=60),
    st.sampled_from(TRACES),
    st.integers(0, 24),
    st.sampled_from((". ", "\n", ".\n\n")),
)
def test_in_pieces_the_same_is_found_as_in_the_whole(
    sentences: list[str], trace: str, place: int, joint: str
) -> None:
    text = joint.join((*sentences[:place], trace, *sentences[place:]))
    assert len(text) > SHORT
    # How far a place reaches into the words round it may differ where a piece ends.
    whole, pieces = find(text), Piecewise(find)(text)
    for some, others in ((whole, pieces), (pieces, whole)):
        for one in some:
            assert any(one.start < other.end and other.start < one.end for other in others)


def test_a_key_in_a_long_text_reads_only_what_stands_round_it() -> None:
    read: list[str] = []

    def finding(text: str) -> Sequence[Finding]:
        read.append(text)
        return ()

    reader = Piecewise(finding)
    text = ". ".join(SENTENCES)
    reader(text)
    read.clear()
    middle = len(text) // 2
    reader(f"{text[:middle]}x{text[middle:]}")
    assert 0 < len(read) <= 3
    assert sum(map(len, read)) <= 3 * SHORT


def test_a_text_without_an_end_is_read_in_pieces_too() -> None:
    text = "ord " * 2_000 + "251248-9996" + " ord" * 2_000
    [found] = Piecewise(find)(text)
    assert text[found.start : found.end] == "251248-9996"


@pytest.mark.parametrize(
    ("date", "month"),
    [
        ("3. marts", 3),
        ("1. januar 1990", 1),
        ("12 May", 5),
        ("4. okt.", 10),
        ("01.02.1990", 2),
        ("3/4", 4),
        ("1990-11-02", 11),
        ("d. 12", None),
        ("31/13", None),
    ],
)
def test_the_month_of_a_date_is_known_however_it_is_written(date: str, month: int | None) -> None:
    assert month_in(date) == month
