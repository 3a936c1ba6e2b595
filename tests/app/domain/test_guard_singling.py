"""What may single somebody out asks for a second look, and offers better words."""

from __future__ import annotations

import tomllib

import pytest

from app.domain.flag_choice import Function
from app.domain.guard import About, Rule, Severity, find_traces, functions_for
from tests.identities import read_lines
from tests.source import ROOT

EMPLOYER = About.EMPLOYER
LIST = ROOT / "resources" / "reference" / "singling_out.toml"


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
        ("flere migræneanfald om ugen", Rule.HEALTH),
        ("i behandling for noget", Rule.HEALTH),
        ("sygemeldt med  stress", Rule.HEALTH),
        ("F43 siden foråret", Rule.HEALTH),
        ("off with stress", Rule.HEALTH),
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


@pytest.mark.parametrize(
    "text",
    [
        "har ikke kræfter til mere",
        "bekræfter aftalen",
        "psykologisk tryghed i teamet",
        "kolonner og kolleger",
        "lithiumbatterier løftes af to",
        "medicinrunden deles med en kollega",
        "sagen er under behandling",
        "korte pauser indlagt på forhånd",
        "loven gælder fra sommer",
        "motorvej E45 og F12-tasten",
    ],
)
def test_a_word_of_work_that_looks_alike_is_no_illness(text: str) -> None:
    rules = {one.rule for about in About for one in find_traces(text, about=about)}
    assert rules.isdisjoint({Rule.HEALTH, Rule.PRIVATE})


def test_no_adjustment_of_the_catalogue_is_taken_for_an_illness() -> None:
    stopped = [line for line in read_lines("adjustments.txt") if find_traces(line, about=EMPLOYER)]
    assert stopped == []


def test_what_is_nobodys_business_at_work_is_read_only_where_an_employer_reads() -> None:
    text = "skal skilles og har gæld"
    found = [{one.rule for one in find_traces(text, about=about)} for about in About]
    assert found == [set(), set(), {Rule.PRIVATE}, set()]


def test_each_word_of_the_list_is_found_and_each_illness_has_better_words() -> None:
    listed = tomllib.loads(LIST.read_text(encoding="utf-8"))
    for group in listed["words"]:
        for words in (*group["words"], *group.get("whole", ())):
            found = {one.rule.value for one in find_traces(f"om {words}", about=EMPLOYER)}
            assert found == {group["rule"]} - {"occupation"}, words
            assert bool(functions_for(words)) is (group["rule"] == "health"), words


def test_each_harmless_word_would_be_taken_for_an_illness_otherwise() -> None:
    listed = tomllib.loads(LIST.read_text(encoding="utf-8"))
    told = {word for group in listed["words"] for word in group["words"]}
    for word in listed["harmless"]:
        assert any(word.startswith(other) for other in told), word


def test_a_function_is_offered_for_an_illness_and_nothing_for_other_words() -> None:
    assert Function.STRESS_TOLERANCE in functions_for("Depressionen")
    assert Function.LIFTING in functions_for("prolaps")
    assert functions_for("tandlæge") == ()
    assert functions_for("arbejde") == ()
