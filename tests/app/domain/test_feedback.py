"""What a doctor hears back never tells more than the citizen allowed."""

from __future__ import annotations

import re

import pytest

from app.domain.feedback import feedback_line, is_told, paper_line
from app.domain.flag_choice import CloseReason, FlagStatus
from app.domain.language import in_language

BEFORE_ANY_NEWS = [FlagStatus.RAISED, FlagStatus.DOCTOR_ASKS, FlagStatus.AWAITING]
RUNG = [
    (FlagStatus.CONSENTED, None),
    (FlagStatus.CLOSED, CloseReason.CITIZEN_ADVISED),
]
EVERY_END = [
    *((status, None) for status in FlagStatus if status is not FlagStatus.CLOSED),
    *((FlagStatus.CLOSED, reason) for reason in CloseReason),
]


def _paper(
    status: FlagStatus, reason: CloseReason | None = None, *, allowed: bool = False
) -> tuple[FlagStatus, str]:
    return paper_line(status, reason, feedback_allowed=allowed, roundtable_final=True)


def _screen(status: FlagStatus, days: int) -> str:
    line = feedback_line(
        status, None, feedback_allowed=False, roundtable_final=False, asked_days=days
    )
    return line[1]


@pytest.mark.parametrize("before", BEFORE_ANY_NEWS)
@pytest.mark.parametrize(("status", "reason"), RUNG)
def test_a_paper_is_the_same_whether_the_citizen_has_rung_or_not(
    before: FlagStatus, status: FlagStatus, reason: CloseReason | None
) -> None:
    assert _paper(status, reason) == _paper(before) == (FlagStatus.AWAITING, "Nothing to report.")


@pytest.mark.parametrize(("status", "reason"), RUNG)
def test_the_screen_says_the_same_of_who_has_rung_and_who_was_asked(
    status: FlagStatus, reason: CloseReason | None
) -> None:
    rung, waiting = (
        feedback_line(each, why, feedback_allowed=False, roundtable_final=True, asked_days=42)
        for each, why in ((status, reason), (FlagStatus.AWAITING, None))
    )
    assert rung == waiting


def test_with_the_citizens_leave_the_doctor_hears_that_there_is_contact_and_a_plan() -> None:
    shown, text = _paper(FlagStatus.CONSENTED, allowed=True)
    assert shown is FlagStatus.CONSENTED
    assert text == (
        "We are in contact with the citizen. A roundtable has been held, and a plan has been made."
    )


def test_without_a_final_roundtable_no_plan_is_mentioned() -> None:
    _shown, text = paper_line(
        FlagStatus.CONSENTED, None, feedback_allowed=True, roundtable_final=False
    )
    assert text == "We are in contact with the citizen."


@pytest.mark.parametrize(
    "reason", [reason for reason in CloseReason if reason is not CloseReason.CITIZEN_ADVISED]
)
def test_what_the_doctor_told_us_is_said_back_as_closed(reason: CloseReason) -> None:
    shown, text = _paper(FlagStatus.CLOSED, reason)
    assert shown is FlagStatus.CLOSED
    assert text.endswith("The flag is closed.")


@pytest.mark.parametrize("days", [1, 42])
def test_the_doctor_with_the_ball_is_asked(days: int) -> None:
    unit = "day" if days == 1 else "days"
    assert _screen(FlagStatus.DOCTOR_ASKS, days) == (
        "Ask: have you had a chance to talk to the patient?"
        f" We have heard nothing for {days} {unit}."
    )


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize("allowed", [True, False])
@pytest.mark.parametrize(("status", "reason"), EVERY_END)
def test_no_paper_holds_a_day_or_a_number(
    status: FlagStatus, reason: CloseReason | None, allowed: bool, language: str
) -> None:
    with in_language(language):
        assert not re.search(r"\d", _paper(status, reason, allowed=allowed)[1])


def test_only_what_tells_something_counts_as_feedback() -> None:
    assert [status for status in FlagStatus if is_told(status)] == [
        FlagStatus.CONSENTED,
        FlagStatus.CLOSED,
    ]


@pytest.mark.parametrize("allowed", [False, True])
@pytest.mark.parametrize(("status", "reason"), EVERY_END)
def test_of_a_flag_that_is_not_over_nothing_is_ever_told(
    status: FlagStatus, reason: CloseReason | None, allowed: bool
) -> None:
    shown, _text = _paper(status, reason, allowed=allowed)
    over = status in (FlagStatus.CONSENTED, FlagStatus.CLOSED)
    assert over or not is_told(shown)
