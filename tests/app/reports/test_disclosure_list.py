from __future__ import annotations

from dataclasses import replace

from app.domain.language import in_language
from app.reports.disclosure_list import render
from tests.papers import DISCLOSURES, read


def test_it_says_what_went_to_whom_on_which_day_and_what_it_told() -> None:
    said = read(render(DISCLOSURES))
    assert "28 August 2026 Employer sheet Eksempel Tømmerhandel A/S function and hours" in said
    assert "1 September 2026 Consent form yourself" in said


def test_it_speaks_danish() -> None:
    with in_language("da"):
        said = read(render(DISCLOSURES))
    assert "Det er udleveret om dig" in said
    assert "dig selv" in said


def test_nothing_is_told_where_nothing_was_handed_over() -> None:
    assert "Nothing has been handed over." in read(render(replace(DISCLOSURES, lines=())))
