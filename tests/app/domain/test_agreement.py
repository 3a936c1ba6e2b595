"""Where an adjustment was taken from: codes of the catalogue, and nothing else."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from app.domain.agreement import MOST_CODES, codes_in


def test_each_code_is_kept_once_in_the_order_they_were_taken() -> None:
    assert codes_in("noise-2 memory-1 noise-2") == "noise-2 memory-1"


def test_what_is_no_code_is_left_out() -> None:
    assert codes_in("noise-2 Kim K7-QX 0101011234 noise-0 noise-123") == "noise-2"


@given(st.text())
def test_whatever_stands_there_fits_and_stays_the_same_when_read_again(text: str) -> None:
    codes = codes_in(text)
    assert len(codes.split()) <= MOST_CODES
    assert len(codes) <= 200
    assert codes_in(codes) == codes


@given(st.lists(st.uuids(), min_size=MOST_CODES, max_size=9, unique=True))
def test_more_than_fit_are_cut_after_the_first(ids: list[UUID]) -> None:
    codes = [each.hex for each in ids]
    assert codes_in(" ".join(codes)).split() == codes[:MOST_CODES]
