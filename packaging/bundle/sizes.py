"""How large the package is: beside what was promised, and its largest parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

MOST_INSTALLED = 230  # MB of 1,000,000 bytes
MOST_PACKED = 75
SHOWN = 10


def report(bundle: Path, packed: Iterable[Path]) -> bool:
    """Print what everything weighs; return whether the promises are kept."""
    files = [path for path in bundle.rglob("*") if path.is_file() and not path.is_symlink()]
    installed = sum(path.stat().st_size for path in files)
    kept = _line("installed", installed, MOST_INSTALLED)
    for path in packed:
        if path.suffix in (".deb", ".xz", ".exe", ".dmg"):
            kept = _line(path.name, path.stat().st_size, MOST_PACKED) and kept
    for part, size in _parts(bundle, files).most_common(SHOWN):
        print(f"   {size / 1e6:7.1f} MB  {part}", flush=True)
    return kept


def _line(what: str, size: int, most: int) -> bool:
    kept = size <= most * 1e6
    mark = "" if kept else "  BROKEN"
    print(f"{what}: {size / 1e6:.1f} MB, at most {most}{mark}", flush=True)
    return kept


def _parts(bundle: Path, files: Iterable[Path]) -> Counter[str]:
    """Weigh what is a part of its own: a library of Qt, a package, a program."""
    weights = Counter[str]()
    for path in files:
        inner = path.relative_to(bundle).parts
        if "PySide6" in inner:
            weights["PySide6/" + path.name] += path.stat().st_size
        else:
            weights["/".join(inner[:2])] += path.stat().st_size
    return weights
