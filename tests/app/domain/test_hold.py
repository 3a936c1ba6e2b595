"""No hold is without a reason and a day on which it is asked about again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.hold import new_hold, settle_hold
from app.domain.problem import Rejected
from tests.builders import hold_draft

TODAY = date(2026, 9, 9)


@pytest.mark.parametrize(
    ("field", "value"),
    [("reason", " "), ("reason", "010190-1234"), ("review_on", ""), ("review_on", "9/9/2026"),
     ("review_on", "11/9/2027")],
)  # fmt: skip
def test_a_hold_has_a_reason_and_a_day_that_is_neither_past_nor_far(field: str, value: str) -> None:
    with pytest.raises(Rejected) as rejection:
        settle_hold(hold_draft(**{field: value}), TODAY)
    assert [problem.field for problem in rejection.value.problems] == [field]


def test_the_form_of_a_new_hold_asks_again_after_three_months() -> None:
    draft = replace(new_hold(TODAY), reason="En sag om løn er ikke afgjort")
    assert settle_hold(draft, TODAY).review_on == TODAY + timedelta(days=91)
