"""The audit trail is shown in Settings, checked on request, and listed without a name."""

from __future__ import annotations

import pytest

from app.bootstrap import Services
from app.domain.audit import Word
from app.services import audit as audit_module
from tests.builders import followup_draft, relayed_draft
from tests.journeys.person import Person
from tests.trails import lengthen

NAME = "Nancy Ann Test Berggren"


def test_the_card_says_how_the_trail_stands(person: Person, services: Services) -> None:
    said = person.reads()
    entries = services.audit.standing().entries
    assert f"{entries} entries" in said
    assert "All entries fit together." in said, "it was checked when the file was opened"
    assert "Whoever has a key to the file can write the whole trail anew." in said


def test_a_check_tells_how_many_entries_fit(person: Person, services: Services) -> None:
    entries = services.audit.standing().entries
    person.press("check_audit")
    assert f"All {entries} entries fit together." in person.reads()
    assert f"{entries + 1} entries" in person.reads(), "the check is an entry itself"


def test_a_long_trail_is_checked_away_from_the_window(
    person: Person, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit_module, "QUICK", 0)
    entries = services.audit.standing().entries
    person.press("check_audit")
    person.wait(lambda: f"All {entries} entries fit together." in person.reads())
    assert person.can_press("check_audit")


def test_the_entries_are_listed_newest_first_and_page_by_page(
    person: Person, services: Services
) -> None:
    lengthen(services.vault, 60)
    newest = services.audit.standing().entries
    person.press("show_audit")
    assert f"No. {newest} to {newest - 49}" in person.reads()
    assert not person.can_press("newer")
    person.press("older")
    assert f"No. {newest - 50} to 1" in person.reads()
    assert not person.can_press("older")
    person.press("newer")
    assert f"No. {newest} to {newest - 49}" in person.reads()
    person.press("close")


def test_people_stand_there_under_a_mark_and_never_by_name(
    person: Person, services: Services
) -> None:
    services.followup.begin(followup_draft(NAME))
    services.consent.record_relayed(relayed_draft())
    services.audit.note_locked(Word.IDLE)
    person.press("show_audit")
    said = person.reads()
    assert "Given by the citizen" in said or "given by the citizen" in said
    assert "relayed by the doctor" in said
    assert "Nobody was working" in said
    for word in (*NAME.split(), *relayed_draft().name.split()):
        assert word not in said
    person.press("close")
