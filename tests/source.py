"""The project's own files, for tests that hold rules about the code."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
MODULES = sorted([*(ROOT / "app").rglob("*.py"), *(ROOT / "ui").rglob("*.py")])


def name(path: Path) -> str:
    """Return the path as the project names it: `app/domain/flag.py`."""
    return path.relative_to(ROOT).as_posix()


@cache
def parse(path: Path) -> ast.Module:
    """Return the module's tree."""
    return ast.parse(path.read_text(encoding="utf-8"), name(path))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Return everything in the module's tree, walked once for all rules."""
    return tuple(ast.walk(parse(path)))


def project_files() -> Iterator[Path]:
    """Yield every file that belongs to the project: all that .gitignore does not name."""
    yield from _files_in(ROOT)


def is_ignored(path: Path) -> bool:
    """Return whether .gitignore (or git itself) leaves this file or folder out."""
    return path.name == ".git" or any(fnmatch(path.name, pattern) for pattern in _ignored())


@cache
def _ignored() -> tuple[str, ...]:
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    return tuple(line.strip("/") for line in lines if line)


def _files_in(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if is_ignored(path):
            continue
        if path.is_dir():
            yield from _files_in(path)
        else:
            yield path
