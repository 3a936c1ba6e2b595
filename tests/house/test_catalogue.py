"""Every sentence has its Danish, and the catalogue holds exactly what the code says."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.source import MODULES, ROOT, name, parse

MARKS = {"_", "N_", "ngettext", "pgettext"}


def test_the_danish_catalogue_is_complete_and_compiled() -> None:
    result = subprocess.run(
        [sys.executable, ROOT / "packaging" / "catalogue.py", "check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_sentence_is_marked_inside_another_where_nobody_collects_it(path: Path) -> None:
    marked = [
        f"{call.lineno}: {ast.unparse(call)}"
        for whole in ast.walk(parse(path))
        if isinstance(whole, ast.JoinedStr)
        for call in ast.walk(whole)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
        if call.func.id in MARKS and isinstance(call.args[0], ast.Constant)
    ]
    assert not marked
