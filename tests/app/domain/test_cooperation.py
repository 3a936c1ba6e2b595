from __future__ import annotations

from datetime import date

import pytest

from app.domain.cooperation import (
    DutyDraft,
    is_review_near,
    settle_cooperation,
    settle_duty,
    usual_duties,
)
from app.domain.days import a_year_after
from app.domain.language import in_language
from app.domain.problem import Rejected
from tests.builders import TODAY, cooperation_draft


def problems(**changes: str) -> dict[str, str]:
    with pytest.raises(Rejected) as caught:
        settle_cooperation(cooperation_draft(**changes), TODAY)
    return {problem.field: problem.text for problem in caught.value.problems}


def test_without_a_day_the_review_is_a_year_later() -> None:
    assert settle_cooperation(cooperation_draft(), TODAY).review_on == date(2027, 9, 9)
    assert a_year_after(date(2028, 2, 29)) == date(2029, 2, 28)


def test_every_field_gets_one_sentence_of_its_own() -> None:
    told = problems(
        agreed_on="31/2", practice_contact="", practice_phone="12", own_email="kim", own_phone=""
    )
    assert set(told) == {"agreed_on", "practice_contact", "practice_phone", "own_email"}
    assert all(text.count(".") >= 1 for text in told.values())


def test_the_review_comes_after_the_agreement() -> None:
    assert problems(review_on="9/9/2026") == {
        "review_on": "Write a day after the agreement was made."
    }


def test_each_side_can_be_reached() -> None:
    told = problems(practice_phone="", practice_email="", own_phone=" ", own_email="")
    assert set(told) == {"practice_phone", "own_phone"}


def test_a_number_of_a_person_is_refused_in_a_name() -> None:
    assert set(problems(practice_contact="Anna 251248-9996")) == {"practice_contact"}


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_usual_lines_pass_every_rule(language: str) -> None:
    with in_language(language):
        lines = [settle_duty(draft, frozenset()) for draft in usual_duties(6)]
    assert len(lines) == 7


def test_a_line_never_names_a_citizen() -> None:
    draft = DutyDraft(who="both", what="Ringer til Einer Lauridsen")
    with pytest.raises(Rejected):
        settle_duty(draft, frozenset({"Einer Test Lauridsen"}))


def test_a_review_is_told_of_two_weeks_before() -> None:
    assert is_review_near(date(2026, 9, 23), TODAY)
    assert not is_review_near(date(2026, 9, 24), TODAY)
