"""Days on which the consultant is away, as typed and as kept."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.absence import AbsenceDraft, AbsenceFacts, settle_absence
from app.domain.problem import Rejected

TODAY = date(2026, 9, 9)


def problem(draft: AbsenceDraft) -> tuple[str, str]:
    with pytest.raises(Rejected) as rejection:
        settle_absence(draft, TODAY)
    (only,) = rejection.value.problems
    return only.field, only.text


def test_one_day_away_needs_no_last_day() -> None:
    facts = settle_absence(AbsenceDraft(first="14/10", reason="Kursus", source="Vagtplan"), TODAY)
    day = date(2026, 10, 14)
    assert facts == AbsenceFacts(first=day, last=day, reason="Kursus", source="Vagtplan")


def test_an_absence_that_ends_before_it_begins_is_refused() -> None:
    draft = AbsenceDraft(first="16/10/2026", last="12/10/2026")
    assert problem(draft) == ("last", "Write a last day that is not before the first.")


@pytest.mark.parametrize("last", ["", " ", "1/9/2026", "1/1/2053"])
@pytest.mark.parametrize("first", ["", "31/2/2026", "i morgen tidlig"])
def test_only_the_day_that_cannot_be_read_is_marked(first: str, last: str) -> None:
    assert problem(AbsenceDraft(first=first, last=last))[0] == "first"


def test_two_days_that_cannot_be_read_are_both_marked() -> None:
    with pytest.raises(Rejected) as rejection:
        settle_absence(AbsenceDraft(first="31/2/2026", last="32/3/2026"), TODAY)
    assert [one.field for one in rejection.value.problems] == ["first", "last"]


def test_ten_thousand_days_away_are_refused() -> None:
    draft = AbsenceDraft(first="1/1/2026", last="1/1/2053")
    assert problem(draft) == ("last", "Write at most a year at a time.")


def test_a_reason_that_names_a_number_of_a_person_is_refused() -> None:
    assert problem(AbsenceDraft(first="14/10", reason="251248-9996"))[0] == "reason"
