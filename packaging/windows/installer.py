"""Having makensis compile the installer for Windows, over the exact files of the bundle.

On Windows that is the real installer. Elsewhere the bundle is of another system: then the script is
compiled to see that it holds, against the same layout with the names of Windows, and thrown away.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath

from bundle.content import WINDOWS_PROGRAMS
from bundle.windows_version import four_numbers

SCRIPT = Path(__file__).with_name("installer.nsi")


def build(bundle: Path, made: Path, version: str, out: Path) -> Path | None:
    """Compile the installer into `out`; return its path, or None where it is of no use."""
    if shutil.which("makensis") is None:
        print("makensis is missing, so the installer was not compiled", flush=True)
        return None
    with tempfile.TemporaryDirectory() as place:
        target = (out if sys.platform == "win32" else Path(place)) / f"Fasthold-{version}-setup.exe"
        layout = bundle if sys.platform == "win32" else stand_in(bundle, Path(place) / "layout")
        compile_installer(layout, made / "fasthold.ico", version, target)
        print(f"{target.name}: {target.stat().st_size / 1e6:.1f} MB, no warning", flush=True)
        return target if sys.platform == "win32" else None


def compile_installer(layout: Path, icon: Path, version: str, target: Path) -> None:
    """Compile the script over the files in `layout`; a warning is an error."""
    files = layout_files(layout)
    missing = set(WINDOWS_PROGRAMS) - {str(path) for path in files}
    if missing:
        raise FileNotFoundError(f"the layout lacks {', '.join(sorted(missing))}")
    with tempfile.TemporaryDirectory() as place:
        (Path(place) / "install.nsh").write_text(install_lines(layout, files), encoding="utf-8")
        (Path(place) / "remove.nsh").write_text(remove_lines(files), encoding="utf-8")
        given = {
            "VERSION": version,
            "NUMBERS": ".".join(map(str, four_numbers(version))),
            "LISTS": place,
            "ICON": str(icon),
            "TARGET": str(target),
        }
        defines = [f"-D{name}={value}" for name, value in given.items()]
        subprocess.run(["makensis", "-V2", "-WX", *defines, str(SCRIPT)], check=True)


def layout_files(layout: Path) -> list[PurePosixPath]:
    """Return every file of the bundle, in one order on all systems."""
    found = [path.relative_to(layout) for path in layout.rglob("*") if path.is_file()]
    return sorted(PurePosixPath(path.as_posix()) for path in found)


def install_lines(layout: Path, files: Sequence[PurePosixPath]) -> str:
    """Return the lines of the script that put each file in its place."""
    lines, folder = [], None
    for path in files:
        if path.parent != folder:
            folder = path.parent
            lines.append(f'SetOutPath "$INSTDIR\\{PureWindowsPath(folder)}"'.replace("\\.", ""))
        lines.append(f'File "/oname={path.name}" "{layout / path}"')
    return "\n".join(lines) + "\n"


def remove_lines(files: Iterable[PurePosixPath]) -> str:
    """Return the lines that remove exactly these files, and then the folders left empty."""
    files = list(files)
    lines = [f'Delete "$INSTDIR\\{PureWindowsPath(path)}"' for path in files]
    folders = {folder for path in files for folder in path.parents if str(folder) != "."}
    deepest = sorted(folders, key=lambda folder: (-len(folder.parts), str(folder)))
    lines += [f'RMDir "$INSTDIR\\{PureWindowsPath(folder)}"' for folder in deepest]
    return "\n".join(lines) + "\n"


def stand_in(bundle: Path, layout: Path) -> Path:
    """Copy `bundle` with the programs that the spec makes on Windows in place of this system's."""
    shutil.copytree(bundle, layout, symlinks=False)
    program = layout / "fasthold"
    for name in WINDOWS_PROGRAMS:
        shutil.copyfile(program, layout / name)
    program.unlink()
    return layout
