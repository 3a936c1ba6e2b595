"""Modules and functions stay small, and say in their first line what they are."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import median

import pytest

from tests.source import MODULES, name, parse

MODULE_LIMIT = 400
FUNCTION_LIMIT = 40


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_modules_and_functions_stay_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MODULE_LIMIT
    for function in _functions(path):
        assert _length(function) <= FUNCTION_LIMIT, f"{function.name} has {_length(function)} lines"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_every_module_says_what_lives_there(path: Path) -> None:
    assert ast.get_docstring(parse(path))


def test_most_functions_and_modules_are_short() -> None:
    assert median(len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES) <= 120
    assert median(_length(function) for path in MODULES for function in _functions(path)) < 10


def _functions(path: Path) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(parse(path)) if isinstance(node, ast.FunctionDef)]


def _length(function: ast.FunctionDef) -> int:
    return (function.end_lineno or 0) - function.lineno + 1
