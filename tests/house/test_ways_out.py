"""Nothing leaves but through `share()`: every other place that could let something out is known,
and says why it may.

What somebody copies by hand out of a field is not looked at here; a lock empties the clipboard.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import pytest

from tests.source import MODULES, name, nodes

Way = Callable[[ast.AST], bool]
WRITES = set("wax+")
TELLING = (ast.Call, ast.Name, ast.Attribute, ast.Import, ast.ImportFrom, ast.alias)


def _called(*names: str) -> Way:
    """A call of something by its last name, however it is reached."""
    return lambda node: isinstance(node, ast.Call) and _last_name(node.func) in names


def _named(*names: str) -> Way:
    """Any mention of a name, called or not."""
    return lambda node: (
        (isinstance(node, ast.Name) and node.id in names)
        or (isinstance(node, ast.Attribute) and node.attr in names)
        or (isinstance(node, ast.alias) and node.name.split(".")[-1] in names)
    )


def _from(*modules: str) -> Way:
    def does(node: ast.AST) -> bool:
        if isinstance(node, ast.Import):
            return any(alias.name.split(".")[0] in modules for alias in node.names)
        return isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in modules

    return does


def _last_name(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _opens_to_write(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call) or _last_name(node.func) not in {"open", "fdopen"}:
        return False
    modes = [*node.args, *(one.value for one in node.keywords if one.arg == "mode")]
    said = [one.value for one in modes if isinstance(one, ast.Constant)]
    return any(isinstance(mode, str) and len(mode) < 4 and WRITES & set(mode) for mode in said)


def _saves_a_picture(node: ast.AST) -> bool:
    return _called("save")(node) and any(
        isinstance(arg, ast.Constant) and isinstance(arg.value, str)
        for arg in getattr(node, "args", ())
    )


class Out(NamedTuple):
    """A way something could leave, and the places that go it, each with its reason."""

    goes: Way
    places: dict[str, str]


PAGES = "ReportLab closes a page or a file here; the file is in memory"
WAYS: dict[str, Out] = {
    "shares": Out(
        _called("share"),
        {
            "app/services/export.py": "papers",
            "app/services/access_data.py": "what is kept about a citizen, as data",
            "app/services/calendar_file.py": "calendar files",
            "app/services/meeting_file.py": "calendar files of a roundtable's participants",
        },
    ),
    "notes what leaves": Out(
        _called("note_leaving"), {"app/services/share.py": "the one way out itself"}
    ),
    "writes a file whole": Out(
        _called("write_whole"),
        {
            "app/services/share.py": "the one way out itself",
            "app/services/machine.py": "how the window looks on this machine: nothing of the file",
            "app/services/workspace.py": "the wrapped keys of a copy: no content",
            "app/system/key_file.py": "the wrapped keys: no content",
            "app/system/ledger_file.py": "who was erased: pseudonyms, sealed by a key of the file",
            "app/system/tries.py": "how often opening failed: a number and a moment",
            "ui/demo/pictures.py": "pictures of a made-up file",
        },
    ),
    "opens a file to write": Out(
        _opens_to_write,
        {"app/system/files.py": "what writes a file whole, for the places above"},
    ),
    "writes a file by its path": Out(_called("write_bytes", "write_text"), {}),
    "copies or moves files": Out(
        lambda node: _from("shutil")(node) or _called("copy_into", "rename", "hardlink_to")(node),
        {
            "app/services/workspace.py": "a copy of the workspace, encrypted by its own key",
            "ui/demo/run.py": "a made-up file, to take pictures of",
            "ui/flag/view_acts.py": "gives a kept view another name; no file",
        },
    ),
    "puts something on the clipboard": Out(
        _called("clipboard", "QClipboard", "QMimeData", "QDrag"),
        {
            "ui/common/errors.py": "details of a fault: names of our code, no word anybody typed",
            "ui/common/line_edit.py": "reads what is pasted",
            "ui/common/clipboard.py": "empties it at a lock, and when a person is erased",
        },
    ),
    "asks where to save": Out(
        _named("getSaveFileName", "getSaveFileUrl", "AcceptSave"),
        {"ui/common/choose_file.py": "only asks: what is saved there is saved by its caller"},
    ),
    "prints on paper": Out(
        _named("QPrinter", "QPrintDialog", "QPdfWriter", "QPageSetupDialog"),
        {
            "ui/common/printer.py": "only asks which: what is printed there is up to its caller",
            "ui/file/code_sheet.py": "the recovery code: it must not lie in a file",
            "ui/paper/print_act.py": "a paper, printed by the one way out",
            "ui/paper/printed_pages.py": "draws the bytes that the one way out puts there",
        },
    ),
    "saves a picture": Out(_saves_a_picture, {"ui/demo/pictures.py": "of a made-up file"}),
    "finishes a PDF": Out(
        lambda node: (
            isinstance(node, ast.Call) and ast.unparse(node.func) in {"canvas.save", "super().save"}
        ),
        {"app/reports/sheet.py": PAGES, "app/reports/tagging.py": PAGES},
    ),
    "hands over to another program": Out(
        lambda node: (
            _from("subprocess", "webbrowser", "smtplib")(node)
            or _named("QDesktopServices", "QProcess", "startfile", "popen")(node)
        ),
        {},
    ),
    "keeps settings outside the file": Out(
        _named("QSettings"), {"ui/common/file_trail.py": "takes out what Qt keeps there by itself"}
    ),
    "keeps a log": Out(
        _named("FileHandler", "RotatingFileHandler"),
        {"app/system/log.py": "codes and counts; a journey looks for typed words in it"},
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_nothing_leaves_on_a_way_nobody_knows(way: str) -> None:
    places = WAYS[way].places
    unknown = {f"{path}:{line}" for path, line in _walked()[way] if path not in places}
    assert not unknown, f"{way}: let it pass `share()`, or say here why it need not"


@pytest.mark.parametrize("way", WAYS)
def test_each_known_way_is_still_gone_and_says_why(way: str) -> None:
    places = WAYS[way].places
    assert {path for path, _line in _walked()[way]} >= set(places)
    assert all(places.values())


@pytest.mark.parametrize(
    "code",
    [
        "open(place, 'w')",
        "place.open('xb')",
        "open(place, mode='a')",
        "place.write_text(words)",
        "QGuiApplication.clipboard().setText(words)",
        "QFileDialog.getSaveFileName(self)",
        "QPrinter()",
        "import shutil",
        "from subprocess import run",
        "page.grab().save('x.png')",
        "vault.copy_into(place)",
    ],
)
def test_a_new_way_would_be_seen(code: str) -> None:
    nodes = list(ast.walk(ast.parse(code)))
    assert any(out.goes(node) for out in WAYS.values() for node in nodes)


@cache
def _walked() -> dict[str, list[tuple[str, int]]]:
    """Return where the program goes each way: every module is walked once for all."""
    found: dict[str, list[tuple[str, int]]] = {way: [] for way in WAYS}
    for path in MODULES:
        for node in nodes(path):
            if isinstance(node, TELLING):
                for way, out in WAYS.items():
                    if out.goes(node):
                        found[way].append((name(path), getattr(node, "lineno", 0)))
    return found
