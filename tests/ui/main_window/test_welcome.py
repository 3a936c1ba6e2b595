"""After unlocking, what has to be said is said once."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.bootstrap import Services
from app.domain.days import closed_reason
from app.domain.draft import DraftKind
from app.domain.visit import AttendanceDraft
from app.domain.words import long_day
from app.system.clock import local, now_utc
from tests.builders import flag_draft, grant_draft, practice_draft, visit_draft
from tests.followups import NANCY, Case, with_employer
from tests.front_door import SENDER, FrontDoor
from tests.workspaces import PHRASE
from ui.common.draft_place import place_of
from ui.main_window import welcome


@pytest.fixture(autouse=True)
def _today(door: FrontDoor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(welcome, "today", door.clock.today)


def test_a_file_in_which_all_is_well_opens_without_a_word(door: FrontDoor) -> None:
    path, _made = door.make()
    person = door.open(path)
    work = door.unlock(person)
    assert work.shell._notices.count() == 0


def a_day_before(door: FrontDoor) -> str:
    """Return the last day before today on which a visit can be, as typed."""
    days = (door.clock.day - timedelta(days=back) for back in range(1, 20))
    return f"{next(day for day in days if closed_reason(day) is None):%d/%m/%Y}"


def test_a_visit_that_runs_is_what_one_comes_back_to(door: FrontDoor) -> None:
    door.clock.day = local(now_utc()).date()  # a visit starts at the hour it is
    path, made = door.make()
    with door.services(path, made.dek) as services:
        practice = services.practice.add_practice(practice_draft())
        visit = services.visit.plan_visit(visit_draft(practice, a_day_before(door)))
        services.visit.start_visit(visit)
    person = door.open(path)
    door.unlock(person)
    assert person.can_press("end_visit")
    assert "Its clock went on meanwhile" in person.reads()
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


def test_a_clock_set_back_is_asked_about_and_the_answer_can_wait(door: FrontDoor) -> None:
    path, _made = door.make()
    person = door.open(path)
    door.unlock(person)
    person.keys("Ctrl+L")
    seen = door.clock.day
    door.clock.day -= timedelta(days=2)
    work = door.unlock(person)
    assert long_day(door.clock.day) in person.reads()
    assert long_day(seen) in person.reads()
    person.press("day_not_now")
    assert "Is today's date right?" not in person.reads()
    assert work.services.settings.last_seen() == seen


def test_what_is_due_at_midnight_goes_while_fasthold_stays_open(door: FrontDoor) -> None:
    path, made = door.make()
    with door.services(path, made.dek) as services:
        practice = services.practice.add_practice(practice_draft())
        flag = services.flag.raise_flag(practice, None, flag_draft())
        door.clock.day = flag.shrinks_on - timedelta(days=1)
        services.tidy.tidy_on_this_day()
    person = door.open(path)
    work = door.unlock(person)
    work._daily.look()
    assert "1 flag is reduced within 14 days" in person.reads()
    door.clock.day += timedelta(days=1)
    work._daily.look()
    assert work.services.flag.list_flags() == ()
    assert "reduced within" not in person.reads()
    door.clock.day += timedelta(days=15)
    work._daily.look()
    assert "Is today's date right?" in person.reads()
    door.clock.day += timedelta(days=1)
    work._daily.look()
    assert long_day(door.clock.day) in person.reads()
    assert person.reads().count("Is today's date right?") == 1


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


def test_a_flag_left_unsaved_is_offered_as_soon_as_its_visit_ends(door: FrontDoor) -> None:
    door.clock.day = local(now_utc()).date()  # an end is taken back on its own day
    path, _made = door.make()
    person = door.open(path)
    services = door.unlock(person).services
    practice = services.practice.add_practice(practice_draft())
    visit = services.visit.plan_visit(visit_draft(practice, a_day_before(door)))
    services.visit.start_visit(visit)
    services.draft.keep(DraftKind.FLAG, visit.hex, '{"theme": "pain", "code": "V7-ZP"}')
    assert not person.can_press("resume_draft"), "its visit still runs"
    ended = services.visit_end.close_visit(visit, AttendanceDraft(doctors="4"))
    assert "You were in the middle of a flag" in person.reads()
    assert "What you had typed is kept as a draft; it is not saved yet." in person.reads()
    services.visit_end.take_back_end(ended)
    assert not person.can_press("resume_draft")
    services.visit_end.close_visit(visit, AttendanceDraft(doctors="4"))
    person.press("resume_draft")
    person.wait(lambda: person.front() is not person.window)
    assert "V7-ZP" in person.reads()
    assert "What you had typed is kept as a draft; it is not saved yet." in person.reads()


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (DraftKind.QUESTION, '{"question": "Er LÆ 125 nok"}'),
        (DraftKind.PROMISE, '{"what": "Sender attestark"}'),
    ],
)
def test_a_note_left_unsaved_is_offered_as_soon_as_its_visit_ends(
    door: FrontDoor, kind: DraftKind, typed: str
) -> None:
    path, _made = door.make()
    person = door.open(path)
    services = door.unlock(person).services
    practice = services.practice.add_practice(practice_draft())
    visit = services.visit.plan_visit(visit_draft(practice, a_day_before(door)))
    services.visit.start_visit(visit)
    services.draft.keep(kind, place_of(visit), typed)
    assert not person.can_press("resume_draft"), "its visit still runs"
    services.visit_end.close_visit(visit, AttendanceDraft(doctors="4"))
    person.press("resume_draft")
    person.wait(lambda: person.front() is not person.window)
    assert "You were in the middle of this." in person.reads()
    person.keys("Ctrl+Return")
    sheet = services.visit.visit(visit)
    assert len(sheet.questions) + len(sheet.promises) == 1


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


def a_consent_that_ends_soon(services: Services, door: FrontDoor) -> Case:
    case = with_employer(services)
    until = f"{door.clock.day + timedelta(days=9):%d/%m/%Y}"
    services.consent.grant(case.id, grant_draft(case.employer, "hours", until=until))
    return case


def test_consents_that_end_soon_are_said_calmly_and_name_nobody(door: FrontDoor) -> None:
    path, made = door.make()
    with door.services(path, made.dek) as services:
        a_consent_that_ends_soon(services, door)
    person = door.open(path)
    work = door.unlock(person)
    work.shell.go("flags")
    assert "1 consent ends within 30 days." in person.reads()
    assert NANCY not in person.reads()
    person.press("see_expiring")
    assert work.page_name() == "today"
    assert "within 30 days. Ask" not in person.reads()
    row = QApplication.focusWidget()
    assert row is not None
    assert row.accessibleName().startswith(NANCY)


def test_once_nothing_ends_any_more_it_is_not_said(door: FrontDoor) -> None:
    path, made = door.make()
    with door.services(path, made.dek) as services:
        case = a_consent_that_ends_soon(services, door)
    person = door.open(path)
    work = door.unlock(person)
    assert person.can_press("expiring_later")
    work.services.consent.withdraw_all(case.id)
    assert not person.can_press("expiring_later")
