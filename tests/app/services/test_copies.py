"""Copies go after 35 days, and never before a newer one lies in their place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from shutil import copyfile

import pytest

from app.bootstrap import Services, open_services
from app.domain.erasure import CopyPlace
from app.domain.followup import FollowupId
from app.services.workspace import log_of
from app.system import ledger_file
from tests.clock import Clock
from tests.followups import citizen_of, erase, started
from tests.workspaces import DEK, add_keys, file_service, saved_in


@pytest.fixture
def path(empty_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "work.fasthold"
    copyfile(empty_file, path)
    add_keys(path)
    return path


@pytest.fixture
def services(path: Path, clock: Clock) -> Iterator[Services]:
    files = file_service(today=clock.today)
    services = open_services(path, DEK, clock.today, clock.now, files)
    with closing(services.vault):
        yield services


@pytest.fixture
def followup(services: Services) -> FollowupId:
    return started(services)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def copy(services: Services, path: Path, folder: Path) -> Path:
    return services.file.save_copy(services.vault, path, folder)


def test_a_saved_copy_is_listed_with_the_day_it_goes(
    services: Services, path: Path, stick: Path, clock: Clock
) -> None:
    saved = copy(services, path, stick)
    (row,) = services.copies.list_copies()
    assert (row.path, row.place) == (saved, CopyPlace.HERE)
    assert row.goes_on == clock.day + timedelta(days=35)


def test_a_copy_of_another_file_is_none_of_this_one(
    services: Services, path: Path, tmp_path: Path
) -> None:
    (path.parent / "copies").mkdir()
    (path.parent / "copies" / "before-update-2026-01-01.fasthold").write_bytes(b"x" * 8_192)
    copyfile(path, tmp_path / "copies" / "before-update-2026-02-01.fasthold")
    assert [row.path.name for row in services.copies.list_copies()] == [
        "before-update-2026-02-01.fasthold"
    ]


def test_a_copy_that_somebody_deleted_is_forgotten(
    services: Services, path: Path, stick: Path
) -> None:
    copy(services, path, stick).unlink()
    assert services.copies.list_copies() == ()
    assert services.copies.roll_out_due() == 0


def test_a_copy_whose_drive_is_away_is_listed_and_may_hold_anybody(
    services: Services, path: Path, stick: Path, followup: FollowupId
) -> None:
    copy(services, path, stick)
    stick.rename(stick.with_name("elsewhere"))
    (row,) = services.copies.holding(citizen_of(services, followup))
    assert row.place is CopyPlace.AWAY
    assert services.copies.erase_copies([row]) == 0


def test_only_copies_with_the_person_are_listed_as_holding_them(
    services: Services, path: Path, stick: Path
) -> None:
    copy(services, path, stick)
    followup = started(services)
    with_her = copy(services, path, stick)
    assert [row.path for row in services.copies.holding(citizen_of(services, followup))] == [
        with_her
    ]


def test_a_copy_goes_on_its_day_once_a_newer_one_lies_in_its_place(
    services: Services, path: Path, stick: Path, clock: Clock
) -> None:
    old = copy(services, path, stick)
    clock.day += timedelta(days=34)
    assert services.copies.roll_out_due() == 0
    clock.day += timedelta(days=1)
    assert services.copies.roll_out_due() == 1
    (row,) = services.copies.list_copies()
    assert not old.exists()
    assert not old.with_name(f"{old.name}.keys").exists()
    assert row.saved_on == clock.day
    assert saved_in(row.path) == []


def test_no_copy_is_saved_where_a_newer_one_lies_already(
    services: Services, path: Path, stick: Path, clock: Clock
) -> None:
    copy(services, path, stick)
    clock.day += timedelta(days=20)
    newer = copy(services, path, stick)
    clock.day += timedelta(days=20)
    assert services.copies.roll_out_due() == 1
    assert [row.path for row in services.copies.list_copies()] == [newer]


@pytest.mark.parametrize("how", ["opened", "changed", "log"])
def test_a_copy_in_which_somebody_works_is_never_deleted(
    services: Services, path: Path, stick: Path, clock: Clock, how: str
) -> None:
    saved = copy(services, path, stick)
    if how == "opened":
        other = open_services(saved, DEK, clock.today, clock.now, file_service())
        started(other)
        other.vault.close()
    elif how == "changed":
        copyfile(path, saved)
    else:
        log_of(saved).write_bytes(b"x")
    clock.day += timedelta(days=60)
    assert services.copies.roll_out_due() == 0
    assert saved.exists()


def test_the_open_file_is_no_copy_of_itself(services: Services, path: Path, clock: Clock) -> None:
    inside = copy(services, path, path.parent)
    moved = open_services(inside, DEK, clock.today, clock.now, file_service())
    with closing(moved.vault):
        assert inside not in [row.path for row in moved.copies.list_copies()]


def test_a_copy_that_holds_somebody_erased_is_told_so(
    services: Services, path: Path, stick: Path, followup: FollowupId
) -> None:
    saved = copy(services, path, stick)
    assert not ledger_file.beside(saved).exists()
    erase(services, followup)
    assert ledger_file.beside(saved).exists()
