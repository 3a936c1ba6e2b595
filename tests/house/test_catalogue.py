"""Every sentence has its Danish, and the catalogue holds exactly what the code says."""

from __future__ import annotations

import ast
import subprocess
import sys

from tests.source import MODULES, ROOT, name, nodes

MARKS = {"_", "N_", "ngettext", "pgettext"}


def test_the_danish_catalogue_is_complete_and_compiled() -> None:
    result = subprocess.run(
        [sys.executable, ROOT / "packaging" / "catalogue.py", "check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_no_sentence_is_marked_inside_another_where_nobody_collects_it() -> None:
    marked = [
        f"{name(path)}:{call.lineno}: {ast.unparse(call)}"
        for path in MODULES
        for whole in nodes(path)
        if isinstance(whole, ast.JoinedStr)
        for call in ast.walk(whole)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
        if call.func.id in MARKS and isinstance(call.args[0], ast.Constant)
    ]
    assert not marked
