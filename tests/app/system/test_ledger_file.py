from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.erasure import Erased, ErasedKind, ErasureReason
from app.system import ledger_file
from app.system.ledger_file import LedgerSeal, read_everywhere, write_everywhere
from app.system.paths import config_folder

SEAL = LedgerSeal("0123456789abcdef", bytes(range(32)))
ONE = Erased(
    subject="ab" * 16,
    at="2026-09-09T10:30:00+00:00",
    reason=ErasureReason.ASKED,
    counts={ErasedKind.CONTACTS: 3},
)
TWO = replace(ONE, subject="cd" * 16, at="2026-09-10T10:30:00+00:00")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "w.fasthold"


@pytest.fixture
def far(path: Path) -> Path:
    write_everywhere(path, SEAL, [ONE])
    (far,) = (config_folder() / "erased").iterdir()
    return far


def test_what_was_written_is_read_back_from_either_place(path: Path, far: Path) -> None:
    far.unlink()
    assert read_everywhere(path, SEAL) == (ONE,)
    write_everywhere(path, SEAL, [ONE])
    ledger_file.beside(path).unlink()
    assert read_everywhere(path, SEAL) == (ONE,)


def test_places_that_differ_are_added_up(path: Path, far: Path) -> None:
    before = ledger_file.beside(path).read_bytes()
    write_everywhere(path, SEAL, [TWO])
    assert read_everywhere(path, SEAL) == (ONE, TWO)
    ledger_file.beside(path).write_bytes(before)
    far.unlink()
    write_everywhere(path, SEAL, [TWO])
    assert read_everywhere(path, SEAL) == (ONE, TWO)


def test_a_ledger_that_knows_everybody_is_not_written_again(path: Path, far: Path) -> None:
    before = far.read_bytes()
    write_everywhere(path, SEAL, [ONE])
    assert far.read_bytes() == before


def test_a_copy_gets_its_own(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.fasthold"
    write_everywhere(path, SEAL, [ONE], [copy])
    assert ledger_file.beside(copy).exists()


@pytest.mark.parametrize(
    "seal", [replace(SEAL, wid="f" * 16), replace(SEAL, key=bytes(32))], ids=["file", "key"]
)
def test_nobody_without_the_key_reads_it_or_has_it_taken_for_another_files(
    path: Path, far: Path, seal: LedgerSeal
) -> None:
    assert far.exists()
    assert read_everywhere(path, seal) == ()
    assert ONE.subject.encode() not in ledger_file.beside(path).read_bytes()


@pytest.mark.parametrize("content", [b"", b"[]", b"\0" * 100, b"x" * 2_000])
def test_a_damaged_ledger_is_passed_over_and_mended(path: Path, far: Path, content: bytes) -> None:
    for place in (ledger_file.beside(path), far):
        place.write_bytes(content)
    assert read_everywhere(path, SEAL) == ()
    write_everywhere(path, SEAL, [ONE])
    assert read_everywhere(path, SEAL) == (ONE,)


def test_a_ledger_of_a_newer_fasthold_is_read_as_far_as_it_is_known(path: Path) -> None:
    plain = ledger_file._plain(ONE) | {"reason": "new", "counts": {"new": 2, "other": 1}}
    assert ledger_file._entry(plain) == replace(ONE, counts={ErasedKind.OTHER: 3})
