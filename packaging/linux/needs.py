"""What the packed program asks of a Debian-like system, read from its own libraries."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

# Which package holds a library. Where releases differ, the newer name stands first: Debian 13 and
# Ubuntu 24.04 renamed some for 64-bit time.
PACKAGES = {
    "ld-linux-aarch64.so.1": "libc6",
    "ld-linux-x86-64.so.2": "libc6",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libc.so.6": "libc6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libdl.so.2": "libc6",
    "libdrm.so.2": "libdrm2",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libm.so.6": "libc6",
    "libpthread.so.0": "libc6",
    "libresolv.so.2": "libc6",
    "librt.so.1": "libc6",
    "libstdc++.so.6": "libstdc++6",
    "libutil.so.1": "libc6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzstd.so.1": "libzstd1",
}
# Asked for by one plug-in each; without it the rest works.
OPTIONAL = {"libcups.so.2": "libcups2t64 | libcups2"}
_NEEDED = re.compile(r"\(NEEDED\).*\[(.+)\]")
_C_LIBRARY = re.compile(r"\bGLIBC_2\.(\d+)\b")


def needs(folder: Path) -> tuple[list[str], list[str]]:
    """Return the packages that must be there and those that should; raise on an unknown library."""
    libraries = list(_binaries(folder))
    carried = {path.name for path in libraries}
    asked, oldest = set[str](), 0
    for path in libraries:
        told = _readelf(path)
        asked |= set(_NEEDED.findall(told)) - carried
        oldest = max([oldest, *map(int, _C_LIBRARY.findall(told))])
    unknown = asked - PACKAGES.keys() - OPTIONAL.keys()
    if unknown:
        raise LookupError(f"no package is named for {', '.join(sorted(unknown))}")
    must = {PACKAGES[name] for name in asked & PACKAGES.keys()} - {"libc6"}
    should = {OPTIONAL[name] for name in asked & OPTIONAL.keys()}
    return sorted([*must, f"libc6 (>= 2.{oldest})"]), sorted(should)


def _binaries(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path


def _readelf(path: Path) -> str:
    asked = ["readelf", "--dynamic", "--version-info", "--wide", str(path)]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout
