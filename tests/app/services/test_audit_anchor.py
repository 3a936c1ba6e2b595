"""Where the end of the trail was noted outside the file, and how a cut end shows from there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from app.bootstrap import Services, open_services
from app.data.state_file import place
from app.domain.audit_anchor import AnchorKind, AnchorRow, Holding, SealDraft
from app.domain.problem import Rejected
from app.services.file import FileService
from tests.clock import Clock
from tests.conftest import PaperKeyring
from tests.trails import head, lengthen, tampering
from tests.workspaces import DEK, TODAY, add_keys, file_service, made_database, save

LENGTH = 30


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    made = made_database(folder)
    add_keys(made)
    return made


@pytest.fixture
def files() -> FileService:
    return file_service()


@contextmanager
def at_work(path: Path, files: FileService, days: int = 0) -> Iterator[Services]:
    clock = Clock(TODAY + timedelta(days=days))
    services = open_services(path, DEK, today=clock.today, now=clock.now, files=files)
    with closing(services.vault):
        yield services


def worked(path: Path, files: FileService) -> bytes:
    """Let there be a day's work, with its end known to the keychain; return the file before it."""
    with at_work(path, files) as services:
        save(services.vault, "one")
        services.anchor.follow()
    before = path.read_bytes()
    with at_work(path, files, days=1) as services:
        save(services.vault, "two")
        lengthen(services.vault, LENGTH)
        assert services.anchor.follow().holding is Holding.AGREES
    return before


def cut(path: Path, left: int) -> None:
    """Cut the end off, and everything beside the file that would tell of it."""
    with closing(tampering(path)) as file:
        file.execute("DELETE FROM audit WHERE seq > ?", (left,))
    place(path).unlink()


def of(rows: tuple[AnchorRow, ...], kind: AnchorKind) -> AnchorRow:
    return next(row for row in rows if row.kind is kind)


def ends(services: Services) -> list[tuple[str | int, ...]]:
    return [row.detail for row in services.audit.standing().ends_missing]


def test_on_the_first_day_nothing_is_noted_yet_and_then_it_is(
    path: Path, files: FileService
) -> None:
    with at_work(path, files) as services:
        assert services.anchor.follow().holding is Holding.NOTHING
        row = of(services.anchor.anchors(), AnchorKind.KEYCHAIN)
    assert (row.holding, row.on) == (Holding.AGREES, TODAY)


def test_it_is_noted_once_a_day(path: Path, files: FileService, keychain: PaperKeyring) -> None:
    with at_work(path, files) as services:
        services.anchor.follow()
        lengthen(services.vault, 1)
        noted = dict(keychain._kept)
        services.anchor.follow()
        assert keychain._kept == noted
    with at_work(path, files, days=1) as services:
        services.anchor.follow()
    assert keychain._kept != noted


def test_a_cut_end_differs_from_what_the_keychain_knows(path: Path, files: FileService) -> None:
    worked(path, files)
    with at_work(path, files, days=1) as services:
        end = head(services) - 1  # this opening came after what the keychain knows
        services.anchor.follow()
    cut(path, end - 5)
    with at_work(path, files, days=2) as services:
        row = services.anchor.follow()
        assert row.holding is Holding.MISSING
        assert ("keychain", "missing", row.missing) in ends(services)
        lengthen(services.vault, 3 * LENGTH)
        (keychain,) = (r for r in services.anchor.anchors() if r.kind is AnchorKind.KEYCHAIN)
        assert keychain.holding is Holding.MISSING
    with at_work(path, files, days=3) as services:
        assert services.anchor.follow().holding is Holding.OTHER, "it does not heal by itself"
        assert len(ends(services)) == 1, "nor is it noted at each opening"
        services.anchor.go_on_from_here()
        assert services.anchor.follow().holding is Holding.AGREES


def test_an_older_copy_put_back_is_said_as_that(path: Path, files: FileService) -> None:
    before = worked(path, files)
    path.write_bytes(before)
    with at_work(path, files, days=2) as services:
        rows = services.anchor.anchors()
        assert of(rows, AnchorKind.STATE).holding is Holding.OLDER
        assert services.anchor.follow().holding is Holding.OLDER
        assert ("keychain", "older") in ends(services)
        assert services.anchor.follow().holding is Holding.AGREES, "it is followed from here on"


def test_a_copy_that_knows_more_than_an_older_file_put_back_is_no_sign_of_tampering(
    path: Path, files: FileService, tmp_path: Path
) -> None:
    before = worked(path, files)
    drive = tmp_path / "drive"
    drive.mkdir()
    with at_work(path, files, days=1) as services:
        files.save_copy(services.vault, path, drive)
    path.write_bytes(before)
    with at_work(path, files, days=2) as services:
        files.save_copy(services.vault, path, drive)
        for _ in range(5):
            save(services.vault, f"more {_}")
        lengthen(services.vault, 2 * LENGTH)
    with at_work(path, files, days=3) as services:
        kinds = [r.holding for r in services.anchor.anchors() if r.kind is AnchorKind.COPY]
    assert Holding.OTHER not in kinds
    assert Holding.MISSING not in kinds


def test_a_cut_end_differs_from_a_saved_copy(
    path: Path, files: FileService, tmp_path: Path
) -> None:
    worked(path, files)
    drive = tmp_path / "drive"
    drive.mkdir()
    with at_work(path, files, days=1) as services:
        end = head(services)
        files.save_copy(services.vault, path, drive)
        copy = of(services.anchor.anchors(), AnchorKind.COPY)
        assert copy.holding is Holding.AGREES
    cut(path, end - 5)
    with at_work(path, files, days=2) as services:
        copy = of(services.anchor.anchors(), AnchorKind.COPY)
        assert copy.holding in {Holding.MISSING, Holding.OTHER}


def test_without_a_keychain_it_says_so_and_goes_on(
    path: Path, files: FileService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.system.keychain.backend", lambda: None)
    with at_work(path, files) as services:
        assert services.anchor.follow().holding is Holding.SILENT
        assert of(services.anchor.anchors(), AnchorKind.KEYCHAIN).holding is Holding.SILENT
        save(services.vault, "on it goes")


def test_what_somebody_wrote_into_the_keychain_is_no_note(
    path: Path, files: FileService, keychain: PaperKeyring
) -> None:
    with at_work(path, files) as services:
        services.anchor.follow()
        (name,) = keychain._kept
        keychain._kept[name] = '{"seq": "many"}'
        assert services.anchor.follow().holding is Holding.NOTHING
        assert services.anchor.follow().holding is Holding.AGREES


def test_a_printed_seal_is_found_again_until_the_end_is_cut(path: Path, files: FileService) -> None:
    with at_work(path, files) as services:
        lengthen(services.vault, LENGTH)
        last = services.audit.standing().last
        assert last is not None
        draft = SealDraft(number=f" {last.seq} ", seal=f"{last.seal[:4]} {last.seal[4:].upper()}")
        assert services.anchor.compare_printed(draft).holding is Holding.AGREES
        other = SealDraft(number=str(last.seq), seal="0" * 16)
        assert services.anchor.compare_printed(other).holding is Holding.OTHER
    cut(path, 20)
    with at_work(path, files) as services:
        row = services.anchor.compare_printed(draft)
        assert (row.holding, row.missing) == (Holding.MISSING, last.seq - head(services))


def test_a_seal_that_is_none_is_asked_for_again(services: Services) -> None:
    with pytest.raises(Rejected) as refused:
        services.anchor.compare_printed(SealDraft(number="first", seal="abcd"))
    assert {problem.field for problem in refused.value.problems} == {"number", "seal"}
