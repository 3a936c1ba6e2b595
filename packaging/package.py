"""Builds the packages this machine can build; `dev.py package` sets up what it needs first.

package.py [--bench]

Everything goes into .build/: the bundle, the packages of this system, SHA256SUMS, and the list of
parts. Exit 1 if the bundle is not whole, holds what it must not, or is larger than promised.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
from pathlib import Path

from bundle import content, sizes
from bundle.icons import make_icons
from bundle.parts import collect_licences, collect_system_licences, strangers
from bundle.sbom import write_sbom
from bundle.windows_version import version_resource

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / ".build"
MADE, WORK, OUT = BUILD / "made", BUILD / "work", BUILD / "out"
BUNDLE = BUILD / "dist" / "fasthold"
# Debug symbols that Python and some drivers bring; nobody debugs them where Fasthold is used.
HEAVY = ("libpython3", "_sqlite3.", "_cy.", "_cffi_backend")


def main() -> int:
    """Build, look at what was built, and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bench", action="store_true", help="time the first window, too")
    bench = parser.parse_args().bench
    os.environ.setdefault("SOURCE_DATE_EPOCH", _moment())
    number = content.version(ROOT)
    for folder in (MADE, OUT):
        folder.mkdir(parents=True, exist_ok=True)
    _prepare(number)
    _freeze()
    _look_into()
    _pack(number)
    (OUT / "for-it.md").write_bytes((ROOT / "packaging" / "for-it.md").read_bytes())
    _write_sums()
    kept = sizes.report(BUNDLE, sorted(OUT.iterdir()))
    if bench:
        from bundle.first_window import measure

        kept = measure(BUNDLE, BUILD) and kept
    return int(not kept)


def _prepare(number: str) -> None:
    """Make what goes in and does not lie in the source: icons, licences, the list of parts."""
    _say("icons, licences, list of parts")
    make_icons(MADE)
    licences = MADE / "licences"
    _say("parts without a text of their own: " + ", ".join(collect_licences(ROOT, licences)))
    collect_system_licences(list(content.CARRIED_FROM), licences)
    count = write_sbom(ROOT, number, licences / "sbom.cdx.json")
    (OUT / "fasthold.sbom.cdx.json").write_bytes((licences / "sbom.cdx.json").read_bytes())
    _say(f"{count} parts in the list")
    metadata = f"Metadata-Version: 2.1\nName: fasthold\nVersion: {number}\n"
    (MADE / "METADATA").write_text(metadata, encoding="utf-8")
    (MADE / "version.txt").write_text(version_resource(number), encoding="utf-8")


def _freeze() -> None:
    _say("bundle")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    places = ["--distpath", str(BUNDLE.parent), "--workpath", str(WORK)]
    settings = {**os.environ, "FASTHOLD_MADE": str(MADE), "PYTHONHASHSEED": "1"}
    spec = str(ROOT / "packaging" / "fasthold.spec")
    subprocess.run([*command, *places, spec], check=True, env=settings)
    if sys.platform == "linux":
        heavy = [path for path in BUNDLE.rglob("*.so*") if path.name.startswith(HEAVY[:2])]
        heavy += [path for path in BUNDLE.rglob("*.so") if any(mark in path.name for mark in HEAVY)]
        real = sorted({str(path) for path in heavy if not path.is_symlink()})
        subprocess.run(["strip", "--strip-unneeded", *real], check=True)


def _look_into() -> None:
    """Stop unless the bundle is whole, and holds nothing that was not agreed on."""
    unknown = strangers(ROOT, WORK)
    if unknown:
        sys.exit(f"These came along and belong to no part of the lock: {', '.join(unknown)}")
    program = BUNDLE / content.programs(sys.platform)[-1]
    if subprocess.run([str(program), "--selftest"], check=False).returncode != 0:
        sys.exit("The bundle is not whole; what is missing stands above.")


def _pack(number: str) -> None:
    if sys.platform == "linux":
        from linux import debian_package, tarball

        _say("Debian package")
        debian_package.build(BUNDLE, MADE, number, OUT)
        _say("tarball")
        tarball.build(BUNDLE, number, OUT)
    if sys.platform in ("win32", "linux"):
        from windows import installer

        _say("Windows installer")
        installer.build(BUNDLE, MADE, number, OUT)
    if sys.platform == "darwin":
        _say("disk image")
        script = ROOT / "packaging" / "macos" / "make_dmg.sh"
        subprocess.run([str(script), str(BUNDLE.parent), number, str(OUT)], check=True)


def _write_sums() -> None:
    """Write what IT compares before installing."""
    files = sorted(path for path in OUT.iterdir() if path.is_file() and path.name != "SHA256SUMS")
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    (OUT / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def _moment() -> str:
    """Return the moment of the source: the same source makes the same package."""
    asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    told = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
    return told or str(int((ROOT / "pyproject.toml").stat().st_mtime))


def _say(what: str) -> None:
    print("==", what, flush=True)


if __name__ == "__main__":
    sys.exit(main())
