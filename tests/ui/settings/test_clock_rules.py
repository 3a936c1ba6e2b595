"""The deadlines of the clock are kept in Settings."""

from __future__ import annotations

from app.bootstrap import Services
from app.domain.clock_rule import default_clock_rules
from tests.journeys.person import Person


def test_a_deadline_is_corrected_and_the_usual_ones_taken_back(
    person: Person, services: Services
) -> None:
    person.choose_row("8 weeks: the municipality's first follow-up")
    person.fill(weeks="26", source="Kommunens vejledning", last_checked="9/9/2026")
    person.keys("Ctrl+Return")
    told = person.reads()
    assert "26 weeks: the municipality's first follow-up" in told
    assert "Kommunens vejledning" in told
    person.press("use_default_clock_rules")
    person.press("confirm")
    assert services.clock_rule.list_clock_rules() == default_clock_rules()


def test_a_deadline_is_added_and_removed(person: Person, services: Services) -> None:
    person.press("add_clock_rule")
    person.fill(name="revurdering", weeks="22")
    person.keys("Ctrl+Return")
    assert "Write something here." in person.reads(), "no deadline without a source"
    person.fill(source="Sygedagpengeloven § 24")
    person.keys("Ctrl+Return")
    person.choose_row("22 weeks: revurdering")
    person.press("remove_clock_rule")
    person.press("confirm")
    assert [row.rule.weeks for row in services.clock_rule.list_clock_rules()] == [4, 5, 8]
