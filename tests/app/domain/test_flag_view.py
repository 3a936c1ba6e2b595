from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.flag import FlagCard, FlagId, settle_flag
from app.domain.flag_choice import FlagStatus, Mentioned, Theme
from app.domain.flag_view import AGES, LEFTS, FlagFilter, read_filter
from app.domain.practice import PracticeId
from tests.builders import flag_draft

TODAY = date(2026, 9, 9)
ONE = UUID(int=1)
FILTERS = st.builds(
    FlagFilter,
    practice_id=st.sampled_from(["", ONE.hex]),
    theme=st.sampled_from(["", *(theme.value for theme in Theme)]),
    over=st.sampled_from([0, *AGES]),
    within=st.sampled_from([0, *LEFTS]),
    urgent=st.booleans(),
    often=st.booleans(),
    untold=st.booleans(),
)


def card(*, age: int = 0, fed_back_on: date | None = None, mentioned: str = "1") -> FlagCard:
    raised_on = TODAY - timedelta(days=age)
    return FlagCard(
        id=FlagId(ONE),
        code="K7-QX",
        practice_id=PracticeId(ONE),
        practice="Lægehuset Søndergade",
        raised_on=raised_on,
        noted_on=raised_on,
        status=FlagStatus.RAISED,
        close_reason=None,
        fed_back_on=fed_back_on,
        shrinks_on=raised_on + timedelta(days=90),
        may_be_told=False,
        facts=settle_flag(flag_draft(mentioned=mentioned), TODAY, frozenset()),
        doctor="",
    )


@pytest.mark.parametrize(("age", "passes"), [(59, False), (60, False), (61, True)])
def test_a_flag_is_over_60_days_old_the_day_after(age: int, passes: bool) -> None:
    assert FlagFilter(over=60).passes(card(age=age), TODAY) is passes


@pytest.mark.parametrize(("age", "passes"), [(75, False), (76, True), (95, True)])
def test_a_flag_goes_within_14_days_until_it_has_gone(age: int, passes: bool) -> None:
    assert FlagFilter(within=14).passes(card(age=age), TODAY) is passes


@pytest.mark.parametrize("mentioned", Mentioned)
def test_three_times_or_more_is_the_third_and_what_follows(mentioned: Mentioned) -> None:
    often = mentioned in (Mentioned.THREE_TIMES, Mentioned.MORE)
    assert FlagFilter(often=True).passes(card(mentioned=mentioned), TODAY) is often


def test_a_flag_the_doctor_heard_back_about_is_not_without_feedback() -> None:
    assert FlagFilter(untold=True).passes(card(), TODAY)
    assert not FlagFilter(untold=True).passes(card(fed_back_on=TODAY), TODAY)


@given(FILTERS)
def test_whatever_is_asked_for_is_kept_as_it_was(asked: FlagFilter) -> None:
    assert read_filter(asdict(asked)) == asked


def test_a_view_of_an_earlier_file_still_asks_for_what_goes_soon() -> None:
    kept = {"practice_id": "", "theme": "pain", "urgent": False, "soon": True}
    assert read_filter(kept) == FlagFilter(theme="pain", within=30)


@pytest.mark.parametrize("kept", [{"over": 7}, {"theme": 3}, {"urgent": "yes"}, {"other": True}])
def test_what_is_not_understood_asks_for_nothing(kept: dict[str, object]) -> None:
    assert read_filter(kept) == FlagFilter()
