"""Every sentence has its Danish, and the catalogue holds exactly what the code says."""

from __future__ import annotations

import subprocess
import sys

from tests.source import ROOT


def test_the_danish_catalogue_is_complete_and_compiled() -> None:
    result = subprocess.run(
        [sys.executable, ROOT / "packaging" / "catalogue.py", "check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
