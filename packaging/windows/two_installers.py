"""Compiles two small installers, one version apart, for check_in_wine.sh to play with.

two_installers.py BUNDLE ICON OUT

They hold the bundle's files in their places, the large ones emptied; the second has one file more
and one less than the first.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from windows.installer import compile_installer, stand_in

LARGE = 300_000
ONLY_IN_FIRST, ONLY_IN_SECOND = "lib/openssl.cnf", "lib/new-in-second.txt"


def main(bundle: Path, icon: Path, out: Path) -> None:
    """Write first.exe and second.exe into `out`."""
    with tempfile.TemporaryDirectory() as place:
        layout = stand_in(bundle, Path(place) / "layout")
        for path in layout.rglob("*"):
            if path.is_file() and path.stat().st_size > LARGE:
                path.write_bytes(b"")
        compile_installer(layout, icon, "1.0.0", out / "first.exe")
        (layout / ONLY_IN_FIRST).unlink()
        (layout / ONLY_IN_SECOND).write_bytes(b"")
        compile_installer(layout, icon, "1.0.1", out / "second.exe")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
