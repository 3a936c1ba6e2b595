"""Days away and times better avoided are kept in Settings, and the plan follows."""

from __future__ import annotations

from datetime import date

from app.bootstrap import Services
from tests.front_door import FrontDoor, is_locked
from tests.journeys.person import Person


def test_days_away_are_added_corrected_and_removed(person: Person, services: Services) -> None:
    person.press("add_absence")
    person.fill(first="12/10/2026", last="16/10/2026", reason="Kursus")
    person.keys("Ctrl+Return")
    assert "12 October 2026 to 16 October 2026" in person.reads()
    (row,) = services.absence.list_absences()
    person.choose_row("October 2026")
    person.fill(last="15/10/2026")
    person.keys("Ctrl+Return")
    assert services.absence.list_absences()[0].facts.last == date(2026, 10, 15)
    person.choose_row("October 2026")
    person.press("remove_absence")
    person.press("confirm")
    assert services.absence.list_absences() == ()
    assert row.facts.reason == "Kursus"


def test_a_wrong_day_stays_in_the_form_with_its_sentence(
    person: Person, services: Services
) -> None:
    person.press("add_absence")
    person.fill(first="31/2/2026")
    person.keys("Ctrl+Return")
    assert "There is no such day." in person.reads()
    assert services.absence.list_absences() == ()


def test_a_week_of_the_school_plan_is_corrected_and_taken_back(
    person: Person, services: Services
) -> None:
    rows = services.soft_block.list_soft_blocks()
    person.choose_row("Autumn holiday")
    person.fill(when="43")
    person.keys("Ctrl+Return")
    assert "Autumn holiday: week 43" in person.reads()
    assert services.plan.calendar().soft.reason(date(2026, 10, 12)) is None
    person.press("use_default_soft_blocks")
    person.press("confirm")
    assert services.soft_block.list_soft_blocks() == rows


def test_a_week_of_one_year_is_added(person: Person, services: Services) -> None:
    person.press("add_soft_block")
    person.fill(when="uge 8", name="vinterferie", year="2027", source="Skoleplanen")
    person.keys("Ctrl+Return")
    assert "Vinterferie: week 8, only 2027" in person.reads()
    assert services.plan.calendar().soft.reason(date(2027, 2, 22)) == "vinterferie"


def test_an_absence_that_was_being_written_comes_back_after_a_lock(
    door: FrontDoor, person: Person
) -> None:
    person.press("add_absence")
    person.fill(reason="Kursus")
    person.keys("Ctrl+L")
    person.wait(lambda: is_locked(person))
    door.unlock(person)
    person.press("resume_draft")
    assert person.shown("reason") == "Kursus"
