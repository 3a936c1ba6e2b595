"""What one found on looking a scheme up again stands in place of what came with Fasthold."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.problem import Rejected
from app.domain.scheme import CHECKED_FOR, schemes
from app.domain.scheme_check import (
    SchemeCheckDraft,
    SchemeCheckFacts,
    checked_schemes,
    settle_scheme_check,
)

TODAY = date(2026, 12, 1)
FOUND = SchemeCheckFacts(
    line="Er ophørt.",
    source="Lov nr. 1 af 2. januar 2027",
    last_checked=TODAY,
    certain_until=date(2026, 12, 31),
)


def draft(**changes: str) -> SchemeCheckDraft:
    known = {"line": "Er ophørt.", "source": "Lov nr. 1 af 2. januar 2027"}
    days = {"last_checked": "1/12/2026", "certain_until": "31/12/2026"}
    return SchemeCheckDraft(**{**known, **days, **changes})


def test_what_was_found_stands_in_its_place_and_nowhere_else() -> None:
    before, after = schemes(), checked_schemes({"section_56": FOUND})
    changed = [one for one, other in zip(after, before, strict=True) if one != other]
    assert [one.code for one in changed] == ["section_56"]
    assert (changed[0].line, changed[0].source) == (FOUND.line, FOUND.source)
    assert changed[0].is_own


def test_a_draft_becomes_what_was_found() -> None:
    assert settle_scheme_check(draft(), TODAY) == FOUND


@given(day=st.dates(date(2020, 1, 1), date(2032, 12, 31)),
       checked=st.dates(date(2024, 1, 1), date(2028, 12, 31)),
       until=st.none() | st.dates(date(2024, 1, 1), date(2032, 12, 31)))  # fmt: skip
def test_a_scheme_is_certain_to_its_last_day_and_no_longer_than_a_year(
    day: date, checked: date, until: date | None
) -> None:
    found = SchemeCheckFacts(line="x", source="y", last_checked=checked, certain_until=until)
    scheme = next(one for one in checked_schemes({"section_56": found}) if one.code == "section_56")
    ends = min(until or date.max, checked + CHECKED_FOR)
    assert scheme.is_certain(day) == (day <= ends)
    assert not scheme.is_certain(ends + timedelta(days=1))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"line": " "}, "line"),
        ({"line": "Som for Kim Eksempelsen"}, "line"),
        ({"source": ""}, "source"),
        ({"last_checked": ""}, "last_checked"),
        ({"certain_until": "engang"}, "certain_until"),
    ],
)
def test_what_is_missing_or_of_a_person_is_refused(changes: dict[str, str], field: str) -> None:
    with pytest.raises(Rejected) as rejection:
        settle_scheme_check(draft(**changes), TODAY)
    assert [problem.field for problem in rejection.value.problems] == [field]
