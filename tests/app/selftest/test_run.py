"""The whole of it, as a colleague or the release runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.selftest import Failed, parts

RUN = [sys.executable, "-m", "ui", "--selftest"]


def test_the_source_is_whole_and_leaves_nothing_behind(tmp_path: Path) -> None:
    home, temporary = tmp_path / "at home", tmp_path / "for a while"
    home.mkdir()
    temporary.mkdir()
    folders = {"HOME": str(home), "USERPROFILE": str(home), "TMPDIR": str(temporary)}
    settings = {**os.environ, **folders, "TEMP": str(temporary), "PYTHONDONTWRITEBYTECODE": "1"}
    ran = subprocess.run(
        [*RUN, "--json"], env=settings, capture_output=True, text=True, check=False
    )
    told = {one["check"]: one for one in map(json.loads, ran.stdout.splitlines())}
    assert [name for name, one in told.items() if not one["passed"]] == []
    assert (ran.returncode, ran.stderr) == (0, "")
    assert {"cipher", "keychain", "workspace", "windows", "no network"} <= set(told)
    assert told["absent modules"]["checked"] is False
    assert told["cipher"]["settings_read_back"] > 10
    assert [*home.rglob("*"), *temporary.rglob("*")] == []


def test_a_forbidden_module_is_found_in_the_packaged_program(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(Failed, match=r"\bssl\b.*pytest"):
        parts.absent(tmp_path)
