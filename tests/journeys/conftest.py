"""What the journeys stand on: a made-up year, made once, and a copy of it for each."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile
from time import sleep

import pytest
from pytestqt.qtbot import QtBot

from app.demo import make_demo
from tests.clock import Clock
from tests.journeys.explorer import Stage
from tests.journeys.laptop import Laptop
from tests.workspaces import DEK, TODAY, file_service
from ui.common.theme import Theme

MOST_WAITS = 6_000  # of a tenth of a second


@pytest.fixture(scope="session")
def made_up_year(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """The made-up workspace as of today, and its key; made by the first of those who test at the
    same time."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID")
    shared = tmp_path_factory.getbasetemp().parent / f"year-{run}" if run else None
    folder = shared or tmp_path_factory.mktemp("year")
    path, key = folder / "year.fasthold", folder / "key"
    try:
        folder.mkdir(exist_ok=shared is None)
    except FileExistsError:
        for _ in range(MOST_WAITS):
            if key.exists():
                return path, key.read_bytes()
            sleep(0.1)
        raise
    dek = make_demo(path, TODAY, files=file_service())
    (folder / "part").write_bytes(dek)
    return path, (folder / "part").rename(key).read_bytes()


@pytest.fixture
def laptop(qtbot: QtBot, clock: Clock, theme: Theme) -> Iterator[Laptop]:
    """A computer on which nobody has started Fasthold yet."""
    laptop = Laptop(qtbot, clock, theme)
    yield laptop
    laptop.put_away()


@pytest.fixture
def busy(
    made_up_year: tuple[Path, bytes], tmp_path: Path, clock: Clock, theme: Theme
) -> Iterator[Stage]:
    """A stage over a year of work."""
    path, dek = made_up_year
    yield from _stage(path, tmp_path / "busy.fasthold", dek, clock)


@pytest.fixture
def bare(empty_file: Path, tmp_path: Path, clock: Clock, theme: Theme) -> Iterator[Stage]:
    """A stage over a file in which nothing stands yet."""
    yield from _stage(empty_file, tmp_path / "bare.fasthold", DEK, clock)


def _stage(source: Path, path: Path, dek: bytes, clock: Clock) -> Iterator[Stage]:
    copyfile(source, path)
    stage = Stage(path, dek, clock)
    yield stage
    stage.close()
