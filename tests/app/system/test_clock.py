from __future__ import annotations

from datetime import UTC, datetime

from app.system.clock import local, now_utc, today


def test_a_moment_is_kept_in_utc() -> None:
    assert now_utc().tzinfo is UTC


def test_midnight_is_the_danish_one_in_summer_and_winter() -> None:
    assert local(datetime(2026, 7, 1, 22, 30, tzinfo=UTC)).day == 2
    assert local(datetime(2026, 1, 1, 22, 30, tzinfo=UTC)).hour == 23


def test_today_is_the_danish_day_of_this_moment() -> None:
    before = local(now_utc()).date()
    assert before <= today() <= local(now_utc()).date()
