"""Calls go down: floors and rooms are held by import-linter."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.source import ROOT


def test_each_floor_and_room_uses_only_what_lies_below() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run(
        [linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout
    assert "5 kept, 0 broken" in result.stdout
