"""How long things are kept: within limits, seen before they go, each with a source."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.data.migrations.m0036_retention import LIMITS as IN_THE_FILE
from app.domain.days import months_after
from app.domain.erasure import ErasureReason
from app.domain.flag import FlagTime, raised_by, shrinks_on
from app.domain.flag_choice import FlagStatus
from app.domain.language import in_language
from app.domain.problem import Rejected
from app.domain.retention import (
    AHEAD,
    LIMITS,
    Kept,
    KeptFor,
    RetentionDraft,
    RetentionRule,
    Stay,
    amount_words,
    default_rules,
    rule_words,
    settle_rule,
    when_gone,
)

TODAY = date(2026, 9, 9)
DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))


def rule_of(kept: Kept) -> RetentionRule:
    return next(rule for rule in default_rules() if rule.kept is kept)


def changed(kept: Kept, amount: int) -> RetentionRule:
    draft = RetentionDraft(
        amount=str(amount), source="Kommunen", valid_from="9/9/2026", last_checked="9/9/2026"
    )
    return settle_rule(draft, rule_of(kept), TODAY)


def kept_with(*rules: RetentionRule) -> KeptFor:
    own = {rule.kept for rule in rules}
    return KeptFor([*rules, *(rule for rule in default_rules() if rule.kept not in own)])


@pytest.mark.parametrize("language", ["da", "en"])
def test_everything_that_goes_has_a_rule_within_its_limits_and_a_source(language: str) -> None:
    with in_language(language):
        rules = default_rules()
        assert [rule.kept for rule in rules] == list(Kept)
        for rule in rules:
            least, most = LIMITS[rule.kept]
            assert least <= rule.amount <= most
            assert rule.source
            assert amount_words(rule) in rule_words(rule)


def test_the_file_knows_the_same_limits() -> None:
    assert {kept.value: limits for kept, limits in LIMITS.items()} == IN_THE_FILE


@pytest.mark.parametrize("kept", Kept)
def test_no_rule_is_set_beyond_its_limits(kept: Kept) -> None:
    least, most = LIMITS[kept]
    assert (changed(kept, least).amount, changed(kept, most).amount) == (least, most)
    for amount in (least - 1, most + 1):
        with pytest.raises(Rejected):
            changed(kept, amount)


@pytest.mark.parametrize("field", ["amount", "source", "valid_from", "last_checked"])
def test_no_rule_is_without_its_source_and_its_days(field: str) -> None:
    whole = {"amount": "5", "source": "x", "valid_from": "9/9/2026", "last_checked": "9/9/2026"}
    with pytest.raises(Rejected) as rejection:
        settle_rule(RetentionDraft(**(whole | {field: ""})), rule_of(Kept.ENDED), TODAY)
    assert [problem.field for problem in rejection.value.problems] == [field]


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 31), 12, date(2027, 1, 31)),
    ],
)
def test_months_end_on_their_last_day_where_there_is_no_such_day(
    day: date, months: int, later: date
) -> None:
    assert months_after(day, months) == later


@given(ended_on=DAYS, months=st.integers(1, 12))
def test_who_ended_stays_to_the_last_day_and_is_seen_before_a_shorter_time_counts(
    ended_on: date, months: int
) -> None:
    goes = kept_with(changed(Kept.ENDED, months)).goes_after_end(ended_on)
    usual = months_after(ended_on, months) + timedelta(days=1)
    assert goes == (max(usual, TODAY + AHEAD) if months < 6 else usual)


@given(ended_on=DAYS, months=st.integers(1, 12), until=DAYS)
def test_nobody_goes_who_ended_after_the_last_day_that_is_looked_at(
    ended_on: date, months: int, until: date
) -> None:
    kept = kept_with(changed(Kept.ENDED, months))
    last, _fell = kept.may_be_over(until)
    assert kept.goes_after_end(ended_on) > until or ended_on < last


@given(raised_on=DAYS, days=st.integers(14, 90), told=st.integers(1, 14), made=DAYS)
def test_no_flag_is_kept_longer_than_promised_whatever_is_set(
    raised_on: date, days: int, told: int, made: date
) -> None:
    kept = FlagTime(days=days, told_days=told, not_before=made + AHEAD)
    goes = shrinks_on(raised_on, raised_on, FlagStatus.RAISED, None, kept)
    assert raised_on + timedelta(days=days) <= goes <= raised_on + timedelta(days=90)
    told_on = raised_on + timedelta(days=3)
    closed = shrinks_on(raised_on, raised_on, FlagStatus.CLOSED, told_on, kept)
    assert closed <= told_on + timedelta(days=14)


TIMES = st.builds(
    FlagTime,
    days=st.integers(14, 90),
    told_days=st.integers(1, 14),
    not_before=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
)


@given(raised=DAYS, noted=DAYS, until=DAYS, kept=TIMES)
def test_no_flag_goes_that_was_raised_after_the_last_day_that_is_looked_at(
    raised: date, noted: date, until: date, kept: FlagTime
) -> None:
    goes = shrinks_on(raised, noted, FlagStatus.AWAITING, None, kept)
    assert goes > until or min(raised, noted) <= raised_by(until, kept)


def stay(**changed: object) -> Stay:
    facts = {
        "followup_id": None,
        "number": "",
        "kept": False,
        "ended_on": (),
        "fell_on": TODAY,
        "let_go_on": (),
    }
    return Stay(**{**facts, **changed})  # type: ignore[arg-type]


def test_who_is_kept_does_not_go() -> None:
    assert when_gone(stay(kept=True, ended_on=(TODAY,)), kept_with()) is None


def test_a_person_goes_by_the_last_end_once_every_followup_ended() -> None:
    kept = kept_with()
    ended = stay(ended_on=(date(2026, 1, 5), TODAY))
    assert when_gone(ended, kept) == (kept.goes_after_end(TODAY), ErasureReason.ENDED)
    runs = stay(ended_on=(TODAY, None))
    assert when_gone(runs, kept) == (kept.goes_after_consent(TODAY), ErasureReason.CONSENT_FELL)


@given(fell=DAYS, let_go=st.lists(DAYS, max_size=3))
def test_who_was_kept_is_shown_again_before_they_go(fell: date, let_go: list[date]) -> None:
    found = when_gone(stay(fell_on=fell, let_go_on=tuple(let_go)), kept_with())
    assert found is not None
    assert all(found[0] >= day + AHEAD for day in let_go)
