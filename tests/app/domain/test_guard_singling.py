"""What may single somebody out asks for a second look, and offers better words."""

from __future__ import annotations

import pytest

from app.domain.flag_choice import Function
from app.domain.guard import Rule, Severity, find_traces, functions_for


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Eneste tandlæge i Rudkøbing", Rule.SINGLED_OUT),
        ("40 år, tvillinger, 3 børn", Rule.SINGLED_OUT),
        ("lægen selv er syg", Rule.SINGLED_OUT),
        ("har en depression", Rule.HEALTH),
        ("depressionen er bedre", Rule.HEALTH),
        ("F43.1 siden foråret", Rule.HEALTH),
        ("får sertralin om aftenen", Rule.HEALTH),
        ("arbejder som tandlæge", Rule.OCCUPATION),
        ("arbejder hos Grundfos", Rule.EMPLOYER),
        ("arbejder i Rudkøbing", Rule.PLACE),
        ("arbejder hos Qvarzum", Rule.CAPITAL),
    ],
)
def test_it_warns_and_does_not_refuse(text: str, rule: Rule) -> None:
    found = find_traces(text)
    assert rule in {one.rule for one in found}
    assert {one.severity for one in found} == {Severity.WARN}


def test_a_function_is_offered_for_an_illness_and_nothing_for_other_words() -> None:
    assert Function.STRESS_TOLERANCE in functions_for("Depressionen")
    assert Function.LIFTING in functions_for("prolaps")
    assert functions_for("tandlæge") == ()
    assert functions_for("arbejde") == ()
