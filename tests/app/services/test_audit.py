"""The audit trail of a whole file: opened, locked, checked, shown; and what its end tells."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from alembic.operations import Operations

from app.bootstrap import Services, open_services
from app.data import migrate as migrate_module
from app.data.migrate import STEPS
from app.data.state_file import place
from app.domain.audit import Action, AuditCheck, Fault, Flaw, Word
from app.domain.problem import FastholdError
from app.services import audit as audit_module
from app.services.audit_note import note_alone
from app.services.file import FileService, MadeFile
from app.system.tries import read_tries
from tests.clock import Clock
from tests.trails import head, lengthen, noted, tampering
from tests.workspaces import DEK, PHRASE, TODAY, file_service, made_database, save

Entries = list[tuple[str, ...]]


class AddTable:
    def upgrade(self, op: Operations) -> None:
        op.execute("CREATE TABLE more (x)")


@pytest.fixture
def files() -> FileService:
    return file_service()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "work" / "w.fasthold"


@pytest.fixture
def made(files: FileService, path: Path) -> MadeFile:
    return files.make(path, PHRASE, keychain=True)


@contextmanager
def opening(path: Path, dek: bytes, files: FileService) -> Iterator[Services]:
    clock = Clock(TODAY)
    services = open_services(path, dek, today=clock.today, now=clock.now, files=files)
    with closing(services.vault):
        yield services


def told(services: Services) -> Entries:
    """Return every entry, oldest first: action and codes."""
    rows = []
    page = services.audit.entries()
    while page:
        rows += [((row.action or "").lower(), *map(str, row.detail)) for row in page]
        page = services.audit.entries(page[-1].seq)
    return rows[::-1]


def since_opened(path: Path, dek: bytes, files: FileService) -> Entries:
    """Open and close the file; return what this opening wrote."""
    with opening(path, dek, files) as services:
        entries = told(services)
    last = max(at for at, entry in enumerate(entries) if entry[0] in {"opened", "open_failed"})
    while last and entries[last - 1][0] == "open_failed":
        last -= 1
    return entries[last:]


def test_a_new_file_begins_with_its_first_opening(
    files: FileService, path: Path, made: MadeFile
) -> None:
    with opening(path, made.dek, files) as services:
        assert told(services) == [("opened",)]
        row = services.audit.standing().first
    assert row is not None
    assert (row.seq, row.at, row.person) == (1, Clock(TODAY).now(), "")


def test_it_is_told_by_which_key_the_file_was_opened(
    files: FileService, path: Path, made: MadeFile
) -> None:
    files.open_by_passphrase(path, PHRASE)
    assert since_opened(path, made.dek, files) == [("opened", "passphrase")]
    files.open_by_code(path, made.recovery_code)
    assert since_opened(path, made.dek, files) == [("opened", "code")]
    files.open_by_keychain(path)
    assert since_opened(path, made.dek, files) == [("opened", "keychain")]
    assert since_opened(path, made.dek, files) == [("opened",)]


def test_keys_that_did_not_fit_are_told_at_the_next_opening(path: Path, made: MadeFile) -> None:
    for _ in range(3):
        with pytest.raises(FastholdError):
            file_service().open_by_passphrase(path, "not this one")  # a program of its own each
    later = file_service()
    later.open_by_passphrase(path, PHRASE)
    assert since_opened(path, made.dek, later) == [
        ("open_failed", "passphrase", "3"),
        ("opened", "passphrase"),
    ]
    assert since_opened(path, made.dek, later) == [("opened",)]
    assert read_tries(path) == {}


def test_what_is_told_of_an_opening_is_asked_for_once(
    files: FileService, services: Services, path: Path, made: MadeFile
) -> None:
    with pytest.raises(FastholdError):
        files.open_by_passphrase(path, "not this one")
    files.open_by_code(path, made.recovery_code)
    way, tries = files.way_in(path), files.take_tries(path)
    assert noted(services, lambda: services.audit.note_opened(way, tries)) == [
        ("open_failed", "passphrase", "1"),
        ("opened", "code"),
    ]
    assert (files.way_in(path), files.take_tries(path)) == (None, {})


def test_a_lock_is_told_with_its_cause(services: Services) -> None:
    assert noted(services, lambda: services.audit.note_locked(Word.IDLE)) == [("locked", "idle")]
    services.vault.close()
    services.audit.note_locked(Word.HAND)  # nothing is left to write in, and nobody is bothered


def test_changed_keys_are_told(files: FileService, path: Path, made: MadeFile) -> None:
    with opening(path, made.dek, files) as services:
        dek, new = made.dek, "en helt anden sætning"
        assert noted(services, lambda: files.set_passphrase(path, dek, new)) == [
            ("key_changed", "passphrase", "set")
        ]
        assert noted(services, lambda: files.new_recovery_code(path, dek)) == [
            ("key_changed", "code", "set")
        ]
        assert noted(services, lambda: files.set_keychain(path, dek, on=False)) == [
            ("key_changed", "keychain", "removed")
        ]
        assert noted(services, lambda: files.set_keychain(path, dek, on=True)) == [
            ("key_changed", "keychain", "set")
        ]


def test_a_saved_copy_is_told_and_so_is_its_opening(
    files: FileService, path: Path, made: MadeFile, tmp_path: Path
) -> None:
    with opening(path, made.dek, files) as services:
        save(services.vault, "one")
        done = noted(services, lambda: files.save_copy(services.vault, path, tmp_path))
        assert done == [("copy_saved",)]
    (copy,) = tmp_path.glob("*.fasthold")
    assert since_opened(copy, made.dek, files) == [("opened",), ("copy_opened",)]
    assert since_opened(copy, made.dek, files) == [("opened",)]


def test_a_file_that_is_brought_up_to_date_says_so(
    files: FileService, path: Path, made: MadeFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opening(path, made.dek, files) as services:
        save(services.vault, "one")
    monkeypatch.setattr(migrate_module, "STEPS", (*STEPS, AddTable()))
    with opening(path, made.dek, files) as services:
        last = told(services)[-2:]
    assert last == [("migrated", str(len(STEPS)), str(len(STEPS) + 1)), ("opened",)]


def test_an_old_file_that_is_put_back_says_what_is_missing(
    files: FileService, path: Path, made: MadeFile
) -> None:
    with opening(path, made.dek, files) as services:
        save(services.vault, "one")
    old = path.read_bytes()
    with opening(path, made.dek, files) as services:
        save(services.vault, "two")
        services.audit.note_locked(Word.HAND)
    path.write_bytes(old)
    assert since_opened(path, made.dek, files) == [
        ("opened",),
        ("saves_missing", "1"),
        ("end_missing", "missing", "2"),
    ]
    with opening(path, made.dek, files) as services:
        assert services.audit.check().fault is None
        (end,) = services.audit.standing().ends_missing
    assert end.detail == ("missing", 2)


def test_a_cut_end_is_told_for_good(files: FileService, path: Path, made: MadeFile) -> None:
    with opening(path, made.dek, files) as services:
        lengthen(services.vault, 9)
    with closing(tampering(path, made.dek)) as connection:
        connection.execute("DELETE FROM audit WHERE seq > 6")
    assert since_opened(path, made.dek, files) == [("opened",), ("end_missing", "missing", "4")]


def test_an_exchanged_trail_is_told(files: FileService, path: Path, made: MadeFile) -> None:
    """The file beside it knows another newest entry than the one that stands there."""
    with opening(path, made.dek, files) as services:
        lengthen(services.vault, 1)
    old, known = path.read_bytes(), place(path).read_bytes()
    with opening(path, made.dek, files) as services:
        lengthen(services.vault, 3)
    known, other = place(path).read_bytes(), known
    path.write_bytes(old)
    place(path).write_bytes(other)
    with opening(path, made.dek, files) as services:
        for _ in range(8):
            services.audit.note_locked(Word.HAND)
    place(path).write_bytes(known)
    assert since_opened(path, made.dek, files)[-1] == ("end_missing", "other")


def test_a_check_says_how_many_fit_and_is_noted_itself(services: Services) -> None:
    lengthen(services.vault, 2_500)
    entries = head(services)
    assert services.audit.check() == AuditCheck(entries)
    standing = services.audit.standing()
    assert standing.entries == entries + 1
    assert standing.is_whole()
    assert standing.checked == standing.last
    assert standing.last is not None
    assert (standing.last.action, standing.last.detail) == (Action.CHECKED, ("whole",))


def test_a_check_names_the_first_entry_that_does_not_fit(tmp_path: Path) -> None:
    path = made_database(tmp_path)
    with opening(path, DEK, file_service()) as services:
        lengthen(services.vault, 1_500)
    with closing(tampering(path)) as connection:
        connection.execute("UPDATE audit SET action = 'locked' WHERE seq IN (1200, 1300)")
    with opening(path, DEK, file_service()) as services:
        assert services.audit.check() == AuditCheck(1199, Fault(1200, Flaw.CHANGED))
        standing = services.audit.standing()
    assert not standing.is_whole()
    assert standing.checked is not None
    assert standing.checked.detail == ("changed", 1200)


def test_what_was_tampered_with_is_shown_as_far_as_it_can_be(tmp_path: Path) -> None:
    path = made_database(tmp_path)
    with opening(path, DEK, file_service()) as services:
        lengthen(services.vault, 3)
    with closing(tampering(path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE audit SET action = 'x', at = 'x', detail = 'x' WHERE seq = 3")
    with opening(path, DEK, file_service()) as services:
        row = next(row for row in services.audit.entries() if row.seq == 3)
        assert services.audit.check().fault == Fault(3, Flaw.CHANGED)
    assert (row.at, row.action, row.detail) == (None, None, ())


def test_the_trail_is_checked_once_a_week(services: Services, clock: Clock) -> None:
    assert services.audit.check_is_due()
    services.audit.check()
    assert not services.audit.check_is_due()
    clock.day += timedelta(days=4)  # from Wednesday to Sunday
    assert not services.audit.check_is_due()
    clock.day += timedelta(days=1)
    assert services.audit.check_is_due()


def test_a_short_trail_is_checked_before_anybody_notices(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert services.audit.is_quick()
    monkeypatch.setattr(audit_module, "QUICK", 0)
    assert not services.audit.is_quick()


def test_entries_come_page_by_page_the_newest_first(services: Services) -> None:
    lengthen(services.vault, 70)
    first = services.audit.entries()
    second = services.audit.entries(first[-1].seq)
    assert [row.seq for row in (*first, *second)] == [*range(71, 0, -1)]
    assert len(first) == 50


def test_a_note_that_cannot_be_written_does_not_undo_what_it_is_about(
    services: Services, caplog: pytest.LogCaptureFixture
) -> None:
    services.vault.close()
    note_alone(services.vault, Action.VIEWED)
    assert [record.getMessage() for record in caplog.records] == ["audit.not_written"]
    caplog.clear()


def test_a_copied_folder_is_the_same_file(
    files: FileService, path: Path, made: MadeFile, tmp_path: Path
) -> None:
    """Its state lies beside it: only a file alone is known to be a copy."""
    with opening(path, made.dek, files) as services:
        save(services.vault, "one")
    other = shutil.copytree(path.parent, tmp_path / "other")
    assert since_opened(other / path.name, made.dek, files) == [("opened",)]
