"""The installer for Windows puts in what the bundle holds, and takes away exactly that."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Load = Callable[[str], Any]
FILES = ("fasthold.exe", "fasthold-console.exe", "lib/openssl.cnf", "lib/PySide6/Qt/lib/qt.dll")


@pytest.fixture
def installer(load: Load) -> Any:
    return load("windows.installer")


@pytest.fixture
def layout(tmp_path: Path) -> Path:
    for name in FILES:
        path = tmp_path / "layout" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    return tmp_path / "layout"


def test_every_file_is_put_in_its_place_and_removed_from_it(installer: Any, layout: Path) -> None:
    files = installer.layout_files(layout)
    assert {str(path) for path in files} == set(FILES)
    folder, put = "", set()
    for line in installer.install_lines(layout, files).splitlines():
        if line.startswith("SetOutPath"):
            folder = line.split('"')[1]
        else:
            put.add(f"{folder}\\{line.split('=')[1].split(chr(34))[0]}")
    removed = set(re.findall(r'Delete "(.*)"', installer.remove_lines(files)))
    assert put == removed == {"$INSTDIR\\" + name.replace("/", "\\") for name in FILES}


def test_folders_go_from_the_inside_out_and_only_if_empty(installer: Any, layout: Path) -> None:
    lines = installer.remove_lines(installer.layout_files(layout)).splitlines()
    folders = [line for line in lines if line.startswith("RMDir")]
    ends = ("lib\\PySide6\\Qt\\lib", "lib\\PySide6\\Qt", "lib\\PySide6", "lib")
    assert folders == [f'RMDir "$INSTDIR\\{end}"' for end in ends]  # never /r: data is not ours


def test_a_layout_without_both_programs_is_refused(installer: Any, layout: Path) -> None:
    (layout / "fasthold-console.exe").unlink()
    with pytest.raises(FileNotFoundError, match="fasthold-console"):
        installer.compile_installer(layout, layout, "1.2.3", layout)


def test_no_line_of_the_script_removes_a_folder_with_all_it_holds(installer: Any) -> None:
    script = installer.SCRIPT.read_text(encoding="utf-8")
    assert "RequestExecutionLevel user" in script
    assert not re.search(r"RMDir\s+/r|HKLM|\$PROGRAMFILES", script, re.IGNORECASE)
