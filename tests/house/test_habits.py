"""Habits of the code that a linter does not know. A failure names file, line and habit."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.source import MODULES, ROOT, name, nodes, project_files

Habit = Callable[[ast.AST], bool]

NETWORK = {"socket", "ssl", "urllib", "http", "ftplib", "smtplib", "imaplib", "poplib", "xmlrpc"}
NETWORK |= {"socketserver", "asyncio", "webbrowser", "requests", "httpx", "urllib3", "telnetlib"}
CLOCK_CALLS = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time"}
CLOCK_CALLS |= {"time.localtime", "time.gmtime", "QDate.currentDate", "QTime.currentTime"}
CLOCK_CALLS |= {"QDateTime.currentDateTime", "QDateTime.currentDateTimeUtc"}
BARE_FIELDS = {"QLineEdit", "QPlainTextEdit", "QTextEdit", "QInputDialog.getText", "QSpinBox"}
BARE_FIELDS |= {"QDoubleSpinBox", "QDateEdit", "QTimeEdit", "QDateTimeEdit", "QKeySequenceEdit"}
TRANSLATED = {"_", "N_", "ngettext", "pgettext"}


def _imports(*modules: str) -> Habit:
    def does(node: ast.AST) -> bool:
        named = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            named = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        return any(each == one or each.startswith(one + ".") for each in named for one in modules)

    return does


@cache
def _said(node: ast.AST) -> str:
    """Return the code of `node`: put into words once for all habits."""
    return ast.unparse(node)


def _calls(*names: str) -> Habit:
    return lambda node: isinstance(node, ast.Call) and _said(node.func) in names


def _calls_method(*names: str) -> Habit:
    return lambda node: (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in names
    )


def _blocks(node: ast.AST) -> bool:
    return _calls_method("exec", "exec_")(node) and not _said(node).startswith("session.")


def _makes_a_bare_field(node: ast.AST) -> bool:
    if isinstance(node, ast.ClassDef):
        return any(_said(base) in BARE_FIELDS for base in node.bases)
    return _calls(*BARE_FIELDS)(node) or _calls_method("setEditable")(node)


def _tips_what_may_be_markup(node: ast.AST) -> bool:
    if not _calls_method("setToolTip", "showText")(node) or not isinstance(node, ast.Call):
        return False
    told = node.args[0 if len(node.args) == 1 else 1]
    ours = isinstance(told, ast.Constant) or _calls("_", "as_tip")(told)
    return not ours and _said(node.func) != "super().setToolTip"


def _says(pattern: str) -> Habit:
    found = re.compile(pattern, re.IGNORECASE)
    return lambda node: (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and found.search(node.value) is not None
    )


def _passes_everything_through(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef | ast.Lambda) and bool(
        node.args.vararg and node.args.kwarg
    )


def _asks_for_an_attribute_by_name(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and _said(node.func) in {"getattr", "setattr", "delattr", "hasattr"}
        and isinstance(node.args[1], ast.Constant)
    )


def _marks_a_sentence_that_is_not_there(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
        return False
    if node.func.id not in TRANSLATED or not node.args:
        return False
    first = node.args[0]
    shown_later = node.func.id == "_" and isinstance(
        first, ast.Name | ast.Subscript | ast.Attribute
    )
    return not shown_later and not isinstance(first, ast.Constant)


# habit: (what to look for, files and folders it is allowed in)
HABITS: dict[str, tuple[Habit, set[str]]] = {
    "reaches for a network": (
        _imports(*NETWORK, "PySide6.QtNetwork", "PySide6.QtWebEngineCore"),
        set(),
    ),
    "opens files without the key": (_imports("sqlite3"), set()),
    "loads what may run": (_imports("pickle", "marshal", "shelve"), set()),
    "runs what was typed": (_calls("eval", "exec", "compile", "__import__"), set()),
    "throws dice": (_imports("random"), {"app/demo"}),
    "prints": (_calls("print"), set()),
    "asks the computer's clock": (_calls(*CLOCK_CALLS), {"app/system/clock.py"}),
    "blocks in a dialog": (_blocks, {"ui/application.py"}),
    "turns the event loop by hand": (_calls_method("processEvents"), {"ui/demo"}),
    "puts the key into text": (_says(r"PRAGMA\s+(hex)?(re)?key\b"), set()),
    "translates with Qt": (_calls("self.tr", "QCoreApplication.translate"), set()),
    "passes everything through": (_passes_everything_through, set()),
    "asks for an attribute by name": (_asks_for_an_attribute_by_name, set()),
    "marks a sentence that is not there": (_marks_a_sentence_that_is_not_there, set()),
    "takes what is pasted as it comes": (
        _makes_a_bare_field,
        {"ui/common/line_edit.py", "ui/common/note_field.py"},
    ),
    "tips what may be markup": (_tips_what_may_be_markup, {"ui/common/tips.py"}),
    "compares with LIKE": (_calls_method("like", "ilike", "icontains", "istartswith"), set()),
    "lets text on paper be read as markup": (_imports("reportlab.platypus"), set()),
    "lets a note be typed that the guard does not read": (_calls("NoteField"), set()),
}


@pytest.mark.parametrize("habit", HABITS)
def test_nobody(habit: str) -> None:
    does, allowed = HABITS[habit]
    seen = [
        f"{name(path)}:{node.lineno}"
        for path in MODULES
        if not _is_in(path, allowed)
        for node in _code(path)
        if does(node)
    ]
    assert not seen


@pytest.mark.parametrize("habit", HABITS)
def test_each_exception_is_still_needed(habit: str) -> None:
    does, allowed = HABITS[habit]
    for place in allowed:
        inside = [path for path in MODULES if _is_in(path, {place})]
        assert any(does(node) for path in inside for node in _code(path)), place


def test_nothing_is_left_to_do_later() -> None:
    later = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX|HA" r"CK)\b")
    told = [
        f"{name(path)}: {found[0]}"
        for path in project_files()
        if path.suffix in {".py", ".toml", ".md", ".qss", ".sh"}
        for found in later.finditer(path.read_text(encoding="utf-8"))
    ]
    assert not told


def _is_in(path: Path, allowed: set[str]) -> bool:
    return any(path.is_relative_to(ROOT / place) for place in allowed)


@cache
def _code(path: Path) -> tuple[ast.expr | ast.stmt, ...]:
    """Every expression and statement but the docstrings, which may name what is refused."""
    told = {id(node.value) for node in nodes(path) if isinstance(node, ast.Expr)}
    kept = [node for node in nodes(path) if isinstance(node, ast.expr | ast.stmt)]
    return tuple(n for n in kept if not (isinstance(n, ast.Constant) and id(n) in told))
