"""How long things are kept is set in Settings, where those who are held are listed too."""

from __future__ import annotations

from app.bootstrap import Services
from app.domain.retention import default_rules
from tests.builders import hold_draft
from tests.followups import NANCY, started
from tests.journeys.person import Person


def test_a_time_is_made_shorter_and_the_usual_ones_taken_back(
    person: Person, services: Services
) -> None:
    person.choose_row("A person whose follow-up has ended: 6 months")
    person.fill(amount="13")
    person.keys("Ctrl+Return")
    assert "Write a whole number from 1 to 12." in person.reads()
    person.fill(amount="3", source="Kommunens beslutning")
    person.keys("Ctrl+Return")
    told = person.reads()
    assert "A person whose follow-up has ended: 3 months" in told
    assert "Kommunens beslutning" in told
    person.press("use_default_rules")
    person.press("confirm")
    assert services.retention.list_rules() == default_rules()


def test_who_is_held_is_listed_with_reason_and_day(person: Person, services: Services) -> None:
    assert "Nobody is kept beyond that." in person.reads()
    services.hold.hold(started(services), hold_draft("Klage over løn"))
    told = person.reads()
    assert f"{NANCY} · 26-001" in told
    assert "Kept since 9 September 2026: Klage over løn" in told
    assert "Nobody is kept beyond that." not in told
