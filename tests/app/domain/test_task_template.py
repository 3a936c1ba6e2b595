"""Tasks that usually follow a named day are proposed, and never fall on a closed day."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.days import closed_reason
from app.domain.language import in_language
from app.domain.problem import Rejected
from app.domain.task_template import (
    TEMPLATES,
    NamedDay,
    TemplateDraft,
    proposed_tasks,
    settle_templates,
    task_templates,
)

TODAY = date(2026, 9, 9)
REVIEW = date(2026, 10, 9)


def test_every_template_has_both_languages_and_a_code_of_its_own() -> None:
    entries = tomllib.loads(TEMPLATES.read_text(encoding="utf-8"))["task"]
    wanted = {"code", "from", "days", "lead", "da", "en"}
    assert [entry["code"] for entry in entries if set(entry) != wanted] == []
    codes = [template.code for template in task_templates()]
    assert len(codes) == len(set(codes))
    assert {template.counted_from for template in task_templates()} == set(NamedDay)
    with in_language("da"):
        assert task_templates()[0].what == "Overfør den første samtale til fagsystemet"


def test_tasks_are_counted_from_the_day_and_come_soonest_first() -> None:
    tasks = proposed_tasks(NamedDay.REVIEW, REVIEW, TODAY)
    assert [(task.due_on, task.lead_days) for task in tasks] == [
        (date(2026, 9, 25), 3),
        (date(2026, 10, 2), 2),
    ]
    assert not any(task.late for task in tasks)


def test_a_day_that_has_passed_is_said_to_be_late() -> None:
    tasks = proposed_tasks(NamedDay.START, date(2026, 8, 13), TODAY)
    assert [task.late for task in tasks] == [True, True, False]


@given(st.sampled_from(NamedDay), st.dates(date(2024, 1, 1), date(2031, 1, 1)))
def test_no_task_falls_on_a_weekend_or_a_holiday(named: NamedDay, day: date) -> None:
    for task in proposed_tasks(named, day, day):
        assert closed_reason(task.due_on) is None


def test_only_what_is_ticked_is_made() -> None:
    draft = TemplateDraft(counted_from="review", tasks=("call_review", "?"))
    (task,) = settle_templates(draft, {NamedDay.REVIEW: REVIEW}, TODAY)
    assert task.what == "Call the follow-up meeting"


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (TemplateDraft(counted_from="review"), "tasks"),
        (TemplateDraft(counted_from="sick", tasks=("fast_track",)), "counted_from"),
    ],
)
def test_a_day_that_is_not_known_and_nothing_ticked_are_refused(
    draft: TemplateDraft, field: str
) -> None:
    with pytest.raises(Rejected) as rejection:
        settle_templates(draft, {NamedDay.REVIEW: REVIEW}, TODAY)
    assert field in {problem.field for problem in rejection.value.problems}
