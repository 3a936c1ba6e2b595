"""The hours ladder climbs by day, tells nothing beyond its review, and says what it leaves open."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.agreement import StepDraft, StepFacts, settle_step
from app.domain.hours_ladder import (
    in_order,
    mondays_of,
    open_ends,
    until_review,
    worked_by_week,
    worked_on,
)
from app.domain.problem import Rejected
from app.domain.typed import write_day, write_hours

TODAY = date(2026, 9, 9)
MONDAY = date(2026, 8, 31)
DAYS = st.integers(0, 200).map(lambda days: MONDAY + timedelta(days=days))
DRAFTS = st.builds(
    lambda first, length, hours: StepDraft(
        first=write_day(first),
        last=write_day(first + timedelta(days=length)),
        hours=write_hours(hours),
    ),
    DAYS,
    st.integers(-3, 40),
    st.integers(0, 70),
)


def _ladder(drafts: list[StepDraft], weekly_hours: float = 37) -> list[StepFacts]:
    """Type one step after the other; what is refused is not kept."""
    kept: list[StepFacts] = []
    for draft in drafts:
        with suppress(Rejected):
            kept.append(settle_step(draft, TODAY, weekly_hours, kept))
    return kept


def _step(week: int, weeks: int, hours: float = 10, *, days: int = 0) -> StepFacts:
    first = MONDAY + timedelta(weeks=week)
    return StepFacts(first=first, last=first + timedelta(weeks=weeks, days=days - 1), hours=hours)


@given(st.lists(DRAFTS, max_size=8))
def test_whatever_is_typed_the_steps_climb_by_day_within_the_agreed_time(
    drafts: list[StepDraft],
) -> None:
    ladder = in_order(_ladder(drafts))
    assert all(one.last < other.first for one, other in pairwise(ladder))
    assert all(one.first <= one.last and 0 <= one.hours <= 37 for one in ladder)


@given(st.lists(DRAFTS, max_size=8), DAYS)
def test_nothing_of_a_ladder_lies_beyond_its_review(drafts: list[StepDraft], review: date) -> None:
    ladder = _ladder(drafts)
    shown = until_review(ladder, review)
    assert all(step.first <= step.last <= review for step in shown)
    assert [step.first for step in shown] == sorted(
        step.first for step in ladder if step.first <= review
    )
    later = [step for step in ladder if step.first > review]
    assert until_review([one for one in ladder if one not in later], review) == shown


@given(
    st.lists(DRAFTS, max_size=8),
    st.dictionaries(DAYS, st.none() | st.integers(0, 40).map(float), max_size=20),
)
def test_of_the_hours_worked_a_ladder_knows_only_those_of_its_own_weeks(
    drafts: list[StepDraft], measured: dict[date, float | None]
) -> None:
    ladder = _ladder(drafts)
    weeks = {monday for step in ladder for monday in mondays_of(step.first, step.last)}
    told = worked_on(ladder, worked_by_week(measured.items()))
    assert {one.monday for one in told} <= weeks
    assert all(one.hours in set(measured.values()) for one in told)


def test_of_two_measures_of_a_week_the_later_one_counts() -> None:
    friday, sunday = MONDAY + timedelta(days=4), MONDAY + timedelta(days=6)
    assert worked_by_week([(sunday, 9), (friday, 7.5)]) == {MONDAY: 9}
    assert worked_by_week([(friday, 7.5), (sunday, None)]) == {MONDAY: 7.5}


def test_a_step_above_the_agreed_time_is_refused_where_its_hours_are_typed() -> None:
    draft = StepDraft(first="31/8/2026", last="13/9/2026", hours="38")
    with pytest.raises(Rejected) as refusal:
        settle_step(draft, TODAY, 37)
    [problem] = refusal.value.problems
    assert problem.field == "hours"
    assert problem.text == "The agreed working time is 37 hours a week. Write at most that."
    assert settle_step(draft, TODAY).hours == 38, "the agreed time is not known"


def test_the_days_of_a_step_hold_no_word_for_which_the_employer_is_no_reader() -> None:
    draft = StepDraft(
        first="31/8/2026", last="13/9/2026", hours="10", days="ikke tirsdag: psykolog"
    )
    with pytest.raises(Rejected) as refusal:
        settle_step(draft, TODAY, 37)
    assert [problem.field for problem in refusal.value.problems] == ["days"]


@pytest.mark.parametrize(
    ("steps", "review", "said"),
    [
        ((), date(2026, 10, 9), ()),
        ((_step(0, 2), _step(2, 2)), None, ()),
        ((_step(0, 2, days=-2), _step(2, 2)), None, ()),  # only the weekend between
        (
            (_step(0, 2), _step(3, 2)),
            None,
            ("No hours are agreed from 14 September to 20 September.",),
        ),
        (
            (_step(0, 2),),
            date(2026, 10, 9),
            ("The last step ends 13 September, before the plan is followed up on 9 October.",),
        ),
        ((_step(0, 2),), date(2026, 9, 14), ()),
        (
            (_step(0, 8),),
            date(2026, 10, 9),
            (
                "The sheets show the steps until the follow-up on 9 October; "
                "the rest is agreed then.",
            ),
        ),
    ],
)
def test_a_ladder_says_what_it_leaves_open(
    steps: tuple[StepFacts, ...], review: date | None, said: tuple[str, ...]
) -> None:
    assert open_ends(steps, review) == said
