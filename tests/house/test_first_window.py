"""Nothing slow is imported before the first window shows."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.source import ROOT

SLOW = {"keyring", "holidays", "stdnum", "phonenumbers", "sqlmodel", "sqlalchemy", "reportlab"}
SLOW |= {"alembic", "icalendar", "dateutil", "pypdf"}


def test_nothing_slow_is_imported_before_the_first_window_shows(tmp_path: Path) -> None:
    folders = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    settings = {**os.environ, **{name: str(tmp_path / name) for name in folders}}
    shown = subprocess.run(
        [sys.executable, ROOT / "packaging" / "first_window.py", "modules"],
        env=settings,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    loaded = {line.split(".")[0] for line in shown.stdout.splitlines()}
    assert "ui" in loaded
    assert loaded & SLOW == set()
