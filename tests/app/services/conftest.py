"""Services whose day a test can move on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from shutil import copyfile

import pytest

from app.bootstrap import Services, open_services
from tests.clock import Clock
from tests.conftest import DEK, TODAY


@pytest.fixture
def clock() -> Clock:
    """Today is Wednesday 9 September 2026, until `clock.day` says otherwise."""
    return Clock(TODAY)


@pytest.fixture
def services(empty_file: Path, tmp_path: Path, clock: Clock) -> Iterator[Services]:
    """All services over a real, encrypted, empty file of the test's own."""
    path = tmp_path / "work.fasthold"
    copyfile(empty_file, path)
    opened = open_services(path, DEK, today=clock.today, now=clock.now)
    with closing(opened.vault):
        yield opened
