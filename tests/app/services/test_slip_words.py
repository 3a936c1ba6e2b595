"""The shipped slips: every sign can be printed, nothing in them is taken for a person."""

from __future__ import annotations

from dataclasses import asdict, astuple, replace

import pytest

from app.domain.guard import About
from app.domain.slip import SlipDraft, SlipLanguage, settle_slip
from app.reports.flag_slip import render, render_sheet
from app.reports.typeface import load_typeface
from app.services.door import trace_in
from app.services.slip_words import shipped_labels, shipped_texts
from tests.papers import SLIP, slip_sheet


@pytest.mark.parametrize("language", list(SlipLanguage))
def test_every_sign_of_every_language_can_be_printed(language: SlipLanguage) -> None:
    words = [*astuple(shipped_texts(language)), *astuple(shipped_labels(language))]
    signs = set("".join(map(str, words))) - {"\n"}
    assert signs - load_typeface() == set()


@pytest.mark.parametrize("language", list(SlipLanguage))
def test_the_shipped_words_break_no_rule(language: SlipLanguage) -> None:
    texts = shipped_texts(language)
    assert settle_slip(SlipDraft(**asdict(texts)), language, frozenset()) == texts
    slip = replace(SLIP, sheet=slip_sheet(language))
    for paper in (render(slip), render_sheet([slip])):
        assert trace_in(slip, paper.body, frozenset(), About.NOBODY, language) is None


def test_four_of_the_languages_are_translated_by_a_machine() -> None:
    translated = {code for code in SlipLanguage if shipped_labels(code).translated}
    assert translated == {"pl", "ro", "tr", "uk"}
