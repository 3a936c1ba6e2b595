"""The parts of others that Fasthold is packed with: in what version, under what licence."""

from __future__ import annotations

import ast
import re
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import (
    Distribution,
    PackageNotFoundError,
    distribution,
    packages_distributions,
)
from pathlib import Path

_PINNED = re.compile(r"^([a-z0-9-]+)==", re.MULTILINE)
_LICENCE = re.compile(r"(licen[cs]e|copying|notice|authors|copyright)", re.IGNORECASE)
_BUILD_ONLY = {"setuptools"}
_OURS = {"app", "ui"}
_PYTHONS = ("_py", "_sysconfigdata")  # what PyInstaller and Python make for one build
_SYSTEM_TEXTS = Path("/usr/share/doc")


def bundled_parts(root: Path) -> list[Distribution]:
    """Return every installed part that the run lock names."""
    lock = (root / "packaging" / "requirements.lock").read_text(encoding="utf-8")
    found = []
    for name in sorted(set(_PINNED.findall(lock)) - _BUILD_ONLY):
        try:
            found.append(distribution(name))
        except PackageNotFoundError:
            continue  # of another system
    return found


def licence_of(part: Distribution) -> str:
    """Return in a few words under which licence `part` comes."""
    told = part.metadata.get_all("License-Expression") or []
    classed = [
        line.split("::")[-1].strip()
        for line in part.metadata.get_all("Classifier") or []
        if line.startswith("License ::")
    ]
    short = [line for line in part.metadata.get_all("License") or [] if len(line) < 60]
    return next(iter([*told, *short, *classed]), "see its texts")


def collect_licences(root: Path, folder: Path) -> list[str]:
    """Copy the texts of all parts into `folder`; return the parts that bring none of their own."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(root / "packaging" / "licences", folder)
    without = []
    for part in bundled_parts(root):
        texts = {_text_name(path): path for path in _texts(part)}
        for name, path in texts.items():
            target = folder / str(part.name) / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
        if not texts:
            without.append(str(part.name))
    return without


def collect_system_licences(packages: list[str], folder: Path) -> None:
    """Copy what Debian says of the small libraries that were taken from the system."""
    for package in packages:
        text = _SYSTEM_TEXTS / package / "copyright"
        if text.exists():
            target = folder / package
            target.mkdir(parents=True, exist_ok=True)
            (target / "copyright.txt").write_bytes(text.read_bytes())


def strangers(root: Path, work: Path) -> list[str]:
    """Return the packed modules that belong to no part of the run lock: none may come along."""
    allowed = {str(part.name).lower() for part in bundled_parts(root)}
    owners = packages_distributions()
    found = []
    for top in sorted({name.split(".")[0] for name in _packed(work)}):
        known = top in sys.stdlib_module_names | _OURS or top.startswith(_PYTHONS)
        if not known and not {owner.lower() for owner in owners.get(top, [])} & allowed:
            found.append(top)
    return found


def _texts(part: Distribution) -> Iterator[Path]:
    for file in part.files or []:
        near = ".dist-info" in str(file) or len(file.parts) < 3
        if near and _LICENCE.search(file.name) and file.suffix not in (".py", ".pyc", ".json"):
            yield Path(str(file.locate()))


def _text_name(path: Path) -> str:
    """Return a name of its own for each text: some lie in folders of one part within another."""
    inner = path.parts[-3:] if "licenses" in path.parts[-3:-1] else path.parts[-1:]
    return "-".join(
        piece for piece in inner if "licenses" not in piece and "dist-info" not in piece
    )


def _packed(work: Path) -> Iterator[str]:
    text = next(work.rglob("PYZ-00.toc")).read_text(encoding="utf-8")
    _path, entries = ast.literal_eval(text)[:2]
    for name, _source, kind in entries:
        if kind.startswith(("PYMODULE", "PYSOURCE")):
            yield name
