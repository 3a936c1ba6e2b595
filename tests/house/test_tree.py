"""The checkout itself: what lies at the top, what no file may say, what the lock files hold."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from pathlib import Path

import packaging.version
import pytest

from tests.source import ROOT, is_ignored, name, parse, project_files

TOP = {"pyproject.toml", "README.md", "app", "ui", "resources", "tests", "packaging"}
LOCKS = ROOT / "packaging"
PINNED = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)

# Names of XML vocabularies, and hosts that can never be, are no hosts.
VOCABULARY = re.compile(
    r"https?://(www\.w3\.org/|purl\.org/|ns\.adobe\.com/|www\.aiim\.org/pdfua/|[\w.]+\.example\b)"
)
FORBIDDEN = {
    "a web address": re.compile(r"https?://"),
    "a package host": re.compile(
        r"(?<!no-emit-)index" r"-url|py" r"pi\.org|python" r"hosted|deb\.debian"
    ),
    "a place on one machine": re.compile(r"/(home|Users|root|work|tmp|opt)/\w|[A-Z]:\\+Users"),
}


def test_the_top_of_the_house_holds_what_it_should() -> None:
    seen = {path.name for path in ROOT.iterdir() if not is_ignored(path)}
    assert {entry for entry in seen if not entry.startswith(".")} == TOP


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_names(what: str) -> None:
    told = []
    for path in project_files():
        text = VOCABULARY.sub("", _text(path))
        if path.is_relative_to(ROOT / "packaging" / "licences"):
            continue  # the words of others, which may not be changed
        told += [f"{name(path)}: {found[0]}" for found in FORBIDDEN[what].finditer(text)]
    assert not told


def test_packaging_is_not_a_python_package() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists(), "it would hide the real one"
    assert "site-packages" in packaging.version.__file__


def test_tests_are_no_packages_and_floors_are() -> None:
    assert not list((ROOT / "tests").rglob("__init__.py"))
    for top in ("app", "ui"):
        folders = {path.parent for path in (ROOT / top).rglob("*.py")}
        assert all((folder / "__init__.py").exists() for folder in folders)


def test_all_locks_hold_the_same_versions_and_every_dependency() -> None:
    run, dev = _pins("requirements.lock"), _pins("requirements-dev.lock")
    pack = _pins("requirements-package.lock")
    assert run.items() <= dev.items()
    assert run.items() <= pack.items()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {_plain(named) for named in project["dependencies"]} <= run.keys()
    assert {_plain(named) for named in project["optional-dependencies"]["dev"]} <= dev.keys()
    assert {_plain(named) for named in project["optional-dependencies"]["package"]} <= pack.keys()


def test_every_locked_part_has_its_hashes() -> None:
    for lock in ("requirements.lock", "requirements-dev.lock", "requirements-package.lock"):
        parts = re.split(r"^(?=[a-z])", (LOCKS / lock).read_text(encoding="utf-8"), flags=re.M)
        assert all("--hash=sha256:" in part for part in parts[1:])


@pytest.mark.parametrize("module", ["dev.py", "environment.py", "debian.py"])
def test_setting_up_needs_the_standard_library_only(module: str) -> None:
    own = {path.stem for path in (ROOT / "packaging").glob("*.py")}
    for node in ast.walk(parse(ROOT / "packaging" / module)):
        named = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        named += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        assert {each.split(".")[0] for each in named} <= sys.stdlib_module_names | own


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def _pins(lock: str) -> dict[str, str]:
    return dict(PINNED.findall((LOCKS / lock).read_text(encoding="utf-8")))


def _plain(named: str) -> str:
    return re.sub(r"[-_.]+", "-", named).lower()
