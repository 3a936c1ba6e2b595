"""No text outside the catalogue: what reads like a word to people is marked for translation."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator
from pathlib import Path

from tests.source import MODULES, name, nodes

MARKS = {"_", "N_", "ngettext", "pgettext"}
TYPE_MAKERS = {"NewType", "TypeVar"}
LOG_CALLS = {"debug", "info", "warning", "error", "exception", "critical"}
READS_LIKE_A_WORD = re.compile(r"\s*[A-ZÆØÅ][a-zæøå]+")
KEYS = re.compile(
    r"((Ctrl|Shift|Alt|Meta|Return|Enter|Esc|Del|Space|Tab|Home|End|PgUp|PgDown|Up|Down|Left|Right"
    r"|F\d)[+ ]?)+(\S|\d–\d|[←→↑↓]( [←→↑↓])*)?"
)
# What is called the same in every language, and what is no word at all.
NAMES = re.compile(
    r"Fasthold( \(\*\.\w+\))?:?|Source ?Sans[\w .-]*|Fusion|Europe/Copenhagen|OneDrive|Dropbox"
    r"|Google Drive|Nextcloud|Windows|[CLMNPSZ][a-z]|Danish|Dansk|English|([A-Z][a-z]+){2,}"
)
# Made-up data, SQL, the names folders have on each system, the PDF format's own words, and what
# is told of an installation to whoever repairs it.
UNREAD = (
    *("app/selftest/", "ui/selftest.py"),
    *("app/demo", "app/data/migrations/", "app/system/paths.py"),
    *("app/reports/cut.py", "app/reports/metadata.py"),
    *("app/reports/tagging.py", "app/reports/tags.py"),
)
READ = [path for path in MODULES if not name(path).startswith(UNREAD)]


def test_what_people_read_is_in_the_catalogue() -> None:
    assert not [loud for path in READ for loud in _loud_in(path)]


def _loud_in(path: Path) -> Iterator[str]:
    """Yield the words of a module that nobody can translate, with their places."""
    passed = {id(node) for skipped in _unread(path) for node in ast.walk(skipped)}
    for node in nodes(path):
        if isinstance(node, ast.Constant) and _is_word(node.value) and id(node) not in passed:
            yield f"{name(path)}:{node.lineno}: {node.value!r}"


def _is_word(value: object) -> bool:
    return (
        isinstance(value, str)
        and READS_LIKE_A_WORD.match(value) is not None
        and KEYS.fullmatch(value) is None
        and NAMES.fullmatch(value) is None
    )


def _unread(path: Path) -> Iterator[ast.AST]:
    """Yield what is marked, and what no user reads: docstrings, log lines, our own slips."""
    for node in nodes(path):
        docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if docstring or (isinstance(node, ast.Call) and _is_unread_call(node)):
            yield node
        if isinstance(node, ast.arg | ast.AnnAssign) and node.annotation:
            yield node.annotation
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            yield node


def _is_unread_call(call: ast.Call) -> bool:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr in LOG_CALLS or call.func.attr == "setObjectName"
    if isinstance(call.func, ast.Name):
        return call.func.id in MARKS | TYPE_MAKERS or _is_builtin_error(call.func.id)
    return False


def _is_builtin_error(named: str) -> bool:
    found = vars(builtins).get(named)
    return isinstance(found, type) and issubclass(found, Exception)
