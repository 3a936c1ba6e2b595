"""The report of who was erased is read from the ledger, and from the copies themselves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from shutil import copyfile

import pytest

from app.bootstrap import Services, open_services
from app.data.audit import head_of
from app.domain.erasure import CopyPlace, ErasedKind, ErasureReason
from tests.clock import Clock
from tests.followups import EINER, NANCY, SENDER, erase, started
from tests.workspaces import DEK, add_keys, file_service


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
        services.settings.save_sender(SENDER)
        yield services


def test_it_tells_who_went_and_which_copies_still_hold_them(
    services: Services, path: Path, clock: Clock, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    before = services.file.save_copy(services.vault, path, tmp_path / "stick")
    nancy, _einer = started(services), started(services, EINER)
    services.file.save_copy(services.vault, path, tmp_path / "stick")
    erase(services, nancy)
    report = services.deletion.report()
    (line,) = report.lines
    assert (line.day, line.reason) == (clock.day, ErasureReason.ASKED)
    assert dict(line.counts)[ErasedKind.FOLLOWUPS] == 1
    assert (line.copies, line.gone_on) == (1, clock.day + timedelta(days=35))
    assert before.exists()
    assert sorted(copy.holds or 0 for copy in report.copies) == [0, 1]


def test_a_copy_away_may_hold_whoever_went_after_it_was_saved(
    services: Services, path: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    nancy = started(services)
    services.file.save_copy(services.vault, path, stick)
    stick.rename(tmp_path / "elsewhere")
    erase(services, nancy)
    report = services.deletion.report()
    assert [(copy.place, copy.holds) for copy in report.copies] == [(CopyPlace.AWAY, None)]
    assert report.lines[0].copies == 1


def test_who_went_more_than_a_year_ago_is_counted(services: Services, clock: Clock) -> None:
    erase(services, started(services))
    clock.day += timedelta(days=366)
    report = services.deletion.report()
    assert (report.lines, report.earlier) == ((), 1)
    assert services.deletion.count_erased() == 1


def test_the_paper_names_nobody_and_holds_the_seal(services: Services) -> None:
    erase(services, started(services))
    prepared = services.export.prepare_deletion_report("da")
    assert not [part for part in NANCY.split() if part in prepared.reading.body]
    with services.vault.read() as session:
        head = head_of(session)
    report = services.deletion.report()
    assert (report.entry, report.seal.hex()) == (head.seq, head.mac[:16])
    assert prepared.basis.citizen_id is None
