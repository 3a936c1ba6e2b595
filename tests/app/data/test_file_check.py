from __future__ import annotations

import random
import secrets
from pathlib import Path

import pytest

from app.data.file_check import check_whole
from app.domain.problem import FileDamaged
from tests.workspaces import DEK, contents, flip_bit, made_database, opened, save

PAGE = 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "work").mkdir()
    path = made_database(tmp_path / "work")
    vault = opened(path)
    for number in range(20):
        save(vault, str(number), "x" * 900)
    vault.close()
    return path


def test_a_whole_file_tells_its_row_counts_and_stays_as_it_is(path: Path) -> None:
    before = contents(path.parent)
    assert check_whole(path, DEK)["setting"] == 20
    assert contents(path.parent) == before


def test_every_flipped_bit_is_noticed(path: Path) -> None:
    whole, dice = path.read_bytes(), random.Random(7)
    for _ in range(60):
        flip_bit(path, dice.randrange(len(whole)))
        with pytest.raises(FileDamaged, match="damaged"):
            check_whole(path, DEK)
        path.write_bytes(whole)


@pytest.mark.parametrize("cut", [1, PAGE, 5 * PAGE])
def test_a_cut_is_noticed_between_pages_too(path: Path, cut: int) -> None:
    path.write_bytes(path.read_bytes()[:-cut])
    with pytest.raises(FileDamaged):
        check_whole(path, DEK)


def test_an_added_page_is_noticed(path: Path) -> None:
    path.write_bytes(path.read_bytes() + bytes(PAGE))
    with pytest.raises(FileDamaged):
        check_whole(path, DEK)


def test_swapped_pages_are_noticed(path: Path) -> None:
    content = path.read_bytes()
    pages = [content[start : start + PAGE] for start in range(0, len(content), PAGE)]
    pages[3], pages[4] = pages[4], pages[3]
    path.write_bytes(b"".join(pages))
    with pytest.raises(FileDamaged):
        check_whole(path, DEK)


def test_a_wrong_key_is_no_whole_file(path: Path) -> None:
    with pytest.raises(FileDamaged):
        check_whole(path, secrets.token_bytes(32))
