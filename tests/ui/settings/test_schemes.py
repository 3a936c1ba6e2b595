"""A scheme is looked up again in Settings, and the form of a plan knows it."""

from __future__ import annotations

from app.bootstrap import Services
from tests.journeys.person import Person

NAME = "Section 56 agreement"


def test_a_scheme_is_looked_up_again_and_taken_back(person: Person, services: Services) -> None:
    shipped = services.scheme.list_schemes()
    person.choose_row(NAME)
    person.fill(line="Højst 1 år ad gangen", certain_until="1/8/2026")
    person.keys("Ctrl+Return")
    assert "Højst 1 år ad gangen" in person.reads()
    assert "Check again" in person.reads()
    person.choose_row(NAME)
    person.press("use_shipped_scheme")
    assert services.scheme.list_schemes() == shipped
    assert "Højst 1 år ad gangen" not in person.reads()
