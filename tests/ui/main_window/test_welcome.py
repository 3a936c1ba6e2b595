"""After unlocking, what has to be said is said once."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.days import closed_reason
from app.system.clock import local, now_utc
from tests.builders import practice_draft, visit_draft
from tests.front_door import SENDER, FrontDoor
from tests.workspaces import PHRASE
from ui.main_window import welcome


@pytest.fixture(autouse=True)
def _today(door: FrontDoor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(welcome, "today", door.clock.today)


def test_a_file_in_which_all_is_well_opens_without_a_word(door: FrontDoor) -> None:
    path, _made = door.make()
    person = door.open(path)
    work = door.unlock(person)
    assert work.shell._notices.count() == 0


def test_a_visit_that_runs_is_what_one_comes_back_to(door: FrontDoor) -> None:
    door.clock.day = local(now_utc()).date()  # a visit starts at the hour it is
    path, made = door.make()
    with door.services(path, made.dek) as services:
        practice = services.practice.add_practice(practice_draft())
        past = next(
            day
            for back in range(1, 20)
            if closed_reason(day := door.clock.day - timedelta(days=back)) is None
        )
        visit = services.visit.plan_visit(visit_draft(practice, f"{past:%d/%m/%Y}"))
        services.visit.start_visit(visit)
    person = door.open(path)
    door.unlock(person)
    assert person.can_press("end_visit")
    assert "Its clock went on while you were away" in person.reads()
    person.press("leave")
    person.keys("Ctrl+L")
    door.clock.day += timedelta(days=1)
    door.unlock(person)
    assert not person.can_press("end_visit")


def test_a_clock_far_ahead_is_asked_about_before_anything_is_deleted(door: FrontDoor) -> None:
    path, _made = door.make()
    person = door.open(path)
    door.unlock(person)
    person.keys("Ctrl+L")
    door.clock.day += timedelta(days=60)
    work = door.unlock(person)
    assert "Is today's date right?" in person.reads()
    assert work.services.settings.clock_jumped()
    person.press("day_is_right")
    assert not work.services.settings.clock_jumped()
    assert "Is today's date right?" not in person.reads()


def test_missing_details_are_asked_for_and_can_wait(door: FrontDoor) -> None:
    path, made = door.folder / "bare.fasthold", None
    made = door.files.make(path, PHRASE, keychain=False)
    with door.services(path, made.dek) as services:
        services.settings.note_code_tried()
    person = door.open(path)
    work = door.unlock(person)
    person.press("write_details")
    assert work.page_name() == "settings"
    assert not person.can_press("write_details")
    work.services.settings.save_sender(SENDER)
    assert "Kim Eksempelsen" in person.reads()


def test_lost_saves_are_told(door: FrontDoor) -> None:
    path, made = door.make()
    older = _copy_of(path)
    with door.services(path, made.dek) as services:
        services.settings.save_lock_minutes("7", "15")
    path.write_bytes(older)
    person = door.open(path)
    door.unlock(person)
    assert "Something is missing." in person.reads()
    person.press("seen")
    assert "Something is missing." not in person.reads()


def test_a_draft_saved_elsewhere_is_offered_no_longer(door: FrontDoor) -> None:
    path, _made = door.make()
    person = door.open(path)
    door.unlock(person)
    person.keys("Ctrl+7")
    person.keys("Ctrl+N")
    person.fill(name="Lægerne ved Torvet")
    person.keys("Ctrl+L")
    work = door.unlock(person)
    assert person.can_press("resume_draft")
    (draft,) = work.services.draft.waiting()
    work.services.draft.drop(draft.kind, draft.entity)
    assert not person.can_press("resume_draft")


def test_an_edit_just_begun_is_not_offered(door: FrontDoor) -> None:
    path, _made = door.make()
    person = door.open(path)
    work = door.unlock(person)
    person.keys("Ctrl+7")
    person.keys("Ctrl+N")
    person.fill(name="Lægerne")
    person.wait(lambda: bool(work.services.draft.waiting()))
    assert work.shell._notices.count() == 0


def _copy_of(path: Path) -> bytes:
    return path.read_bytes()
