"""What a restriction is without, and what is said while it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.problem import Rejected
from app.domain.restriction import (
    LiftDraft,
    Restriction,
    RestrictionDraft,
    restricted_reason,
    settle_lift,
    settle_restriction,
)
from tests.builders import restriction_draft

TODAY, STARTED = date(2026, 9, 9), date(2026, 9, 1)


def settled(**changes: str) -> Restriction:
    return settle_restriction(replace(restriction_draft(), **changes), STARTED, TODAY)


@pytest.mark.parametrize("field", ["asked_by", "since", "reason"])
def test_no_restriction_is_without_who_asked_since_when_and_why(field: str) -> None:
    with pytest.raises(Rejected) as rejection:
        settled(**{field: ""})
    assert [problem.field for problem in rejection.value.problems] == [field]


@pytest.mark.parametrize("day", ["31/8/2026", "10/9/2026"])
def test_it_begins_while_there_is_a_follow_up_and_not_in_time_to_come(day: str) -> None:
    with pytest.raises(Rejected, match="until today"):
        settled(since=day)


def test_it_is_not_lifted_without_a_reason_and_no_number_stands_in_one() -> None:
    assert settle_lift(LiftDraft(lift_reason=" Uenigheden er løst ")) == "Uenigheden er løst"
    for words in ("", "Løst for 010190-1234"):
        with pytest.raises(Rejected):
            settle_lift(LiftDraft(lift_reason=words))
    with pytest.raises(Rejected):
        settle_restriction(RestrictionDraft(reason="010190-1234"), STARTED, TODAY)


@pytest.mark.parametrize("end", ["", ".", "?"])
def test_a_reason_is_followed_by_one_full_stop(end: str) -> None:
    said = restricted_reason(settled(reason=f"Noget er forkert{end}"))
    assert f"Noget er forkert{end or '.'} You can read" in said
