"""The text said to a citizen: what is shown, stored and printed is the same, and stays so."""

from __future__ import annotations

import re
from dataclasses import astuple, fields
from datetime import date

import pytest
from sqlmodel import col, select

from app.bootstrap import Services
from app.data.consent import ConsentRecord
from app.domain.language import in_language
from app.domain.wording import Wording, WordingTexts, newest_on
from app.reports.consent_form import render
from app.services.consent_wording import every_wording, wording_of, wording_on
from tests.builders import grant_draft
from tests.followups import SENDER, with_employer
from tests.papers import read

# A text that was ever said stands as it was. To say something else, add the next number.
SAID = {
    (1, "da"): "08bdcaf9",
    (1, "en"): "f5f63304",
}


def test_no_text_that_was_said_has_been_changed() -> None:
    marks = {(one.version, one.language): one.texts.fingerprint()[:8] for one in every_wording()}
    assert marks == SAID


def test_texts_are_numbered_in_order_and_say_where_they_come_from() -> None:
    danish = [one for one in every_wording() if one.language == "da"]
    assert [one.version for one in danish] == [*range(1, len(danish) + 1)]
    assert [one.valid_from for one in danish] == sorted(one.valid_from for one in danish)
    assert all(one.source and one.last_checked for one in danish)
    assert all("{name}" in one.texts.withdraw for one in every_wording())


def test_the_text_in_force_is_the_newest_begun() -> None:
    first = wording_on(date(2026, 9, 9))
    second = Wording(
        version=2,
        language="en",
        valid_from=date(2027, 1, 1),
        source="x",
        last_checked=date(2027, 1, 1),
        texts=first.texts,
    )
    days = (date(2020, 1, 1), date(2026, 12, 31), date(2027, 1, 1))
    assert [newest_on((second, first), day).version for day in days] == [1, 1, 2]


def test_a_text_this_program_does_not_know_is_replaced_by_the_one_in_force() -> None:
    assert wording_of(99, date(2026, 9, 9)) == wording_on(date(2026, 9, 9))


@pytest.mark.parametrize("code", ["da", "en"])
@pytest.mark.parametrize("large", [False, True])
def test_stored_and_printed_have_the_same_hash(services: Services, code: str, large: bool) -> None:
    services.settings.save_sender(SENDER)
    case = with_employer(services)
    with in_language(code):
        services.consent.grant(case.id, grant_draft(case.employer, "hours"))
        words = read(render(services.consent.form_sheet(case.id), large=large))
    with services.vault.read() as session:
        newest = select(ConsentRecord.wording_version, ConsentRecord.wording_hash)
        stored = session.exec(newest.order_by(col(ConsentRecord.given_on).desc())).first()
    texts = next(one.texts for one in every_wording() if (one.version, one.language) == (1, code))
    assert stored == (1, _as_printed(words, texts).fingerprint())


def _as_printed(words: str, texts: WordingTexts) -> WordingTexts:
    """Return the sentences as they stand on the paper, in the order of the paper."""
    named = words.replace("Kim Eksempelsen", "{name}")
    found = [
        re.search(r"\s+".join(map(re.escape, sentence.split())), named)
        for sentence in astuple(texts)
    ]
    assert all(found), named
    names = [field.name for field in fields(WordingTexts)]
    return WordingTexts(**{name: one[0] for name, one in zip(names, found, strict=True) if one})
