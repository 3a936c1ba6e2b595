"""A yes about a party: it ends on the earliest of its days, and says what it is for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from app.domain.consent import PartyId
from app.domain.grant import GrantDraft, settle_grant
from app.domain.language import in_language
from app.domain.problem import Rejected
from app.domain.purpose import PURPOSE_LABELS, Purpose, purpose_words
from app.domain.renewal import settle_renewal
from tests.builders import TODAY, grant_draft, renewal_draft

PARTY = PartyId(UUID(int=1))


def settled(**changes: str) -> GrantDraft:
    return replace(grant_draft(PARTY, given_on="9/9/2026"), **changes)  # type: ignore[arg-type]  # all fields of it are texts


def problems(draft: GrantDraft) -> set[str]:
    with pytest.raises(Rejected) as refusal:
        settle_grant(draft, TODAY)
    return {problem.field for problem in refusal.value.problems}


@pytest.mark.parametrize(
    ("until", "reached_on", "ends"),
    [
        ("", "", date(2027, 9, 9)),
        ("1/3/2027", "", date(2027, 3, 1)),
        ("1/3/2027", "1/2/2027", date(2027, 2, 1)),
        ("1/3/2027", "1/4/2027", date(2027, 3, 1)),
        ("", "1/4/2029", date(2027, 9, 9)),
    ],
)
def test_it_ends_on_the_earliest_of_chosen_day_reached_purpose_and_a_year(
    until: str, reached_on: str, ends: date
) -> None:
    assert settle_grant(settled(until=until, reached_on=reached_on), TODAY).until == ends


@pytest.mark.parametrize(
    ("given_on", "ends"),
    [
        ("29/2/2028", date(2029, 2, 28)),
        ("28/2/2027", date(2028, 2, 28)),
        ("1/3/2027", date(2028, 3, 1)),
        ("28/3/2027", date(2028, 3, 28)),
    ],
)
def test_twelve_months_are_a_year_of_the_calendar(given_on: str, ends: date) -> None:
    day = date(2028, 3, 1) if ends.year > 2028 else date(2027, 4, 1)
    renewed = settle_renewal(renewal_draft(given_on=given_on), day)
    granted = settle_grant(settled(given_on=given_on), day)
    assert renewed.expires_on == granted.until == ends


def test_a_purpose_is_chosen_and_something_else_is_written() -> None:
    assert problems(settled(purpose_code="")) == {"purpose_code"}
    assert problems(settled(purpose_code="together")) == {"purpose_code"}
    assert problems(settled(purpose_code="other")) == {"purpose"}
    assert settle_grant(settled(purpose_code="other", purpose="Parkering"), TODAY).purpose


def test_a_reason_to_hold_back_nothing_is_mended() -> None:
    assert problems(settled(hold_back_why="Vil selv sige det")) == {"hold_back"}


@pytest.mark.parametrize("field", ["purpose", "told", "received_place", "hold_back"])
def test_no_field_takes_a_personal_number(field: str) -> None:
    assert problems(settled(**{field: "251248-9996"})) == {field}


def test_a_purpose_is_said_in_both_languages() -> None:
    assert set(PURPOSE_LABELS) == set(Purpose)
    assert purpose_words(Purpose.PLAN, "Lageret") == (
        "A plan for hours, duties and considerations: Lageret"
    )
    with in_language("da"):
        assert purpose_words(Purpose.PLAN, "") == "En plan for timer, opgaver og skånehensyn"
        assert purpose_words(Purpose.OTHER, "Lageret") == "Lageret"
