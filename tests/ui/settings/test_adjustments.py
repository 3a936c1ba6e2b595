"""What one adds to the catalogue of adjustments is kept in Settings."""

from __future__ import annotations

from app.bootstrap import Services
from tests.journeys.person import Person


def test_a_line_is_added_corrected_and_removed(person: Person, services: Services) -> None:
    person.press("add_adjustment")
    person.fill(function="noise", text="Ørepropper ved maskinen")
    person.keys("Ctrl+Return")
    person.choose_row("Ørepropper ved maskinen")
    person.fill(text="Ørepropper ved alle maskiner")
    person.keys("Ctrl+Return")
    assert "Ørepropper ved alle maskiner" in person.reads()
    person.choose_row("Ørepropper ved alle maskiner")
    person.press("remove_adjustment")
    person.press("confirm")
    assert services.adjustment.own_adjustments() == ()


def test_a_person_is_refused_where_it_is_typed(person: Person, services: Services) -> None:
    person.press("add_adjustment")
    person.fill(function="noise", text="Plads ved siden af Kim Eksempelsen")
    person.keys("Ctrl+Return")
    assert "name" in person.reads()
    assert services.adjustment.own_adjustments() == ()
    person.press("cancel")
    person.press("throw_away")


def test_a_line_that_came_with_fasthold_begins_one_of_ones_own(
    person: Person, services: Services
) -> None:
    person.press("show_catalogue")
    person.fill(find_adjustment="checklists")
    person.keys("Return")
    person.keys("Return")
    person.fill(text="Tjekliste ved hver maskine")
    person.keys("Ctrl+Return")
    [own] = services.adjustment.own_adjustments()
    assert (own.facts.function.value, own.facts.text) == ("memory", "Tjekliste ved hver maskine")


def test_a_line_that_came_with_fasthold_is_hidden_and_shown_again(
    person: Person, services: Services
) -> None:
    person.press("show_catalogue")
    person.fill(find_adjustment="checklists")
    person.keys("Return")
    person.keys("Return")
    person.press("hide_adjustment")
    [hidden] = services.adjustment.hidden_adjustments("en")
    person.choose_row(hidden.facts.text)
    assert services.adjustment.hidden_adjustments("en") == ()
