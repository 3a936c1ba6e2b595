"""Modules and functions stay small, and say in their first line what they are."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import median

from tests.source import MODULES, name, nodes, parse

MODULE_LIMIT = 400
FUNCTION_LIMIT = 40


def test_modules_stay_small() -> None:
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert not {said: lines for said, lines in lengths.items() if lines > MODULE_LIMIT}


def test_functions_stay_small() -> None:
    long = [
        f"{name(path)}: {function.name} has {_length(function)} lines"
        for path in MODULES
        for function in _functions(path)
        if _length(function) > FUNCTION_LIMIT
    ]
    assert not long


def test_every_module_says_what_lives_there() -> None:
    assert not [name(path) for path in MODULES if not ast.get_docstring(parse(path))]


def test_most_functions_and_modules_are_short() -> None:
    assert median(len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES) <= 120
    assert median(_length(function) for path in MODULES for function in _functions(path)) < 10


def _functions(path: Path) -> list[ast.FunctionDef]:
    return [node for node in nodes(path) if isinstance(node, ast.FunctionDef)]


def _length(function: ast.FunctionDef) -> int:
    return (function.end_lineno or 0) - function.lineno + 1
