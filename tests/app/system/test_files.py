from __future__ import annotations

import errno
import os
from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest

from app.domain.calendar_file import CalendarKind
from app.domain.paper import PaperKind
from app.domain.problem import DiskFull, FileMissing, FileNotWritable, Refused
from app.system import files
from app.system.files import (
    free_place,
    neutral_name,
    read_some,
    tells_of_somebody,
    write_whole,
)


def test_what_is_written_is_read_back_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.pdf", b"one\r\ntwo\n")
    assert (tmp_path / "a.pdf").read_bytes() == b"one\r\ntwo\n"
    assert [path.name for path in tmp_path.glob("*a.pdf*")] == ["a.pdf"]


def test_a_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.pdf", b"one")
    if os.name != "nt":
        assert (tmp_path / "a.pdf").stat().st_mode & 0o077 == 0


def test_a_file_that_is_there_is_replaced_only_when_asked(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.pdf", b"one")
    with pytest.raises(Refused, match="already a file"):
        write_whole(tmp_path / "a.pdf", b"two")
    assert (tmp_path / "a.pdf").read_bytes() == b"one"
    write_whole(tmp_path / "a.pdf", b"two", overwrite=True)
    assert (tmp_path / "a.pdf").read_bytes() == b"two"


def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"one")
    (tmp_path / "a.pdf").symlink_to(tmp_path / "real")
    with pytest.raises(Refused, match="link"):
        write_whole(tmp_path / "a.pdf", b"two", overwrite=True)
    assert (tmp_path / "real").read_bytes() == b"one"


def test_what_a_crash_left_is_not_in_the_way_even_as_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"one")
    (tmp_path / ".a.pdf.part").symlink_to(tmp_path / "real")
    write_whole(tmp_path / "a.pdf", b"two")
    assert (tmp_path / "real").read_bytes() == b"one"
    assert (tmp_path / "a.pdf").read_bytes() == b"two"


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileMissing, match="no longer there"):
        write_whole(tmp_path / "gone" / "a.pdf", b"one")


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EFBIG, DiskFull),
        (errno.EROFS, FileNotWritable),
        (errno.EACCES, FileNotWritable),
    ],
)
def test_a_disk_that_refuses_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[Exception]
) -> None:
    write_whole(tmp_path / "a.pdf", b"one")

    def refuse(_handle: int) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(kind):
        write_whole(tmp_path / "a.pdf", b"two", overwrite=True)
    assert [path.name for path in tmp_path.glob("*a.pdf*")] == ["a.pdf"]
    assert (tmp_path / "a.pdf").read_bytes() == b"one"


def test_a_file_held_for_a_moment_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "FILES_ARE_HELD", True)
    monkeypatch.setattr(files, "WAITS", (0.0, 0.0))
    refusals = [PermissionError(errno.EACCES, "held"), PermissionError(errno.EACCES, "held")]
    really = Path.replace

    def held(source: Path, target: Path) -> Path:
        if refusals:
            raise refusals.pop()
        return really(source, target)

    monkeypatch.setattr(Path, "replace", held)
    write_whole(tmp_path / "a.pdf", b"one")
    assert (tmp_path / "a.pdf").read_bytes() == b"one"


def test_a_name_tells_kind_month_and_number() -> None:
    name = neutral_name("employer-sheet", date(2026, 9, 9), 14)
    assert name == "employer-sheet-2026-09-014.pdf"


@pytest.mark.parametrize(
    "kind", ["Nancy", "nancy", "fatima-yilmaz", "../x", "employer sheet", "", "sheet-"]
)
def test_a_kind_is_nothing_that_was_typed(kind: str) -> None:
    with pytest.raises(ValueError, match="kind"):
        neutral_name(kind, date(2026, 9, 9), 1)


def test_a_taken_name_gets_a_number(tmp_path: Path) -> None:
    (tmp_path / "slip-2026-09-001.pdf").touch()
    (tmp_path / "slip-2026-09-001-2.pdf").symlink_to(tmp_path / "nowhere")
    assert free_place(tmp_path, "slip-2026-09-001.pdf").name == "slip-2026-09-001-3.pdf"


@pytest.mark.parametrize(
    "name",
    [
        *("../x.pdf", "/x.pdf", "C:\\x.pdf", "~.pdf", "a/b.pdf", "a:b.pdf", "nul", ".pdf"),
        *("fatima-yilmaz.pdf", "slip-010190-1234.pdf"),
    ],
)
def test_a_name_cannot_leave_its_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="name"):
        free_place(tmp_path, name)


@pytest.mark.parametrize("kind", [*PaperKind, *CalendarKind])
def test_the_name_of_every_file_that_leaves_names_nobody(tmp_path: Path, kind: StrEnum) -> None:
    name = neutral_name(kind.value, date(2026, 9, 9), 14)
    assert free_place(tmp_path, name).name == name


@pytest.mark.parametrize("stem", ["workspace", "made-up-2", "copy-2026-09-09", "fasthold 2026"])
def test_a_neutral_name_may_hold_a_day(stem: str) -> None:
    assert not tells_of_somebody(stem)


@pytest.mark.parametrize("stem", ["Fatima Yilmaz", "yilmaz_2026", "251248-9996", "2512489996"])
def test_the_name_of_a_file_is_read_by_the_guard(stem: str) -> None:
    assert tells_of_somebody(stem)


def test_of_a_chosen_file_no_more_is_read_than_asked_for(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(bytes(1_000))
    assert len(read_some(tmp_path / "large", 10)) == 10


def test_a_folder_or_a_missing_file_is_not_read(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "missing"):
        with pytest.raises(Refused):
            read_some(place, 10)
