"""All that is kept about a citizen, on paper."""

from __future__ import annotations

from app.reports.access_report import render
from tests.papers import ACCESS, read


def test_it_tells_what_is_kept_why_and_from_whom() -> None:
    words = read(render(ACCESS))
    assert "This is all that Eksempel Kommune keeps about you in Fasthold" in words
    assert "To do only what you allowed. It comes from you." in words
    assert "Form: Written · Told: Alt" in words


def test_what_differs_in_one_kind_of_information_is_told_in_one_line() -> None:
    words = read(render(ACCESS))
    assert "Party: Eksempel Tømmerhandel A/S · Information: Hours; Function" in words
    assert words.count("What a consent covers") == 2


def test_how_long_what_can_be_asked_for_and_what_is_left_out_are_told() -> None:
    words = read(render(ACCESS))
    assert all(one in words for one in (*ACCESS.kept, *ACCESS.rights, *ACCESS.left_out))
