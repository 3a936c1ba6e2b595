"""A real file with the whole schema, and raw SQL by hand in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.data.engine import raw_connect
from app.domain.guard import is_clean
from tests.workspaces import DEK, made_database


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Any]:
    """The driver's own connection to an empty file."""
    connection = raw_connect(made_database(tmp_path, "wall.fasthold"), DEK, leak_ok=is_clean)
    yield connection
    connection.close()
