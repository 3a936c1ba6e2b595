"""The made-up workspace to look around in. It lies beside one's own file and never in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ui.file.loaded import Loaded, Report

if TYPE_CHECKING:
    from app.bootstrap import Services


def open_made_up(
    loaded: Loaded, folder: Path, report: Report, *, afresh: bool
) -> tuple[Path, Services]:
    """Open the newest made-up workspace in `folder`; make one if there is none, or `afresh`.

    One that cannot be opened is left where it is, like any other file.
    """
    number = 1
    while loaded.files.exists(_place(folder, number)):
        number += 1
    if number > 1 and not afresh:
        path = _place(folder, number - 1)
        key = loaded.files.open_by_passphrase(path, loaded.demo_phrase)
    else:
        path = _place(folder, number)
        key = loaded.make_demo(path, report)
    return path, loaded.open_services(path, key)


def _place(folder: Path, number: int) -> Path:
    return folder / ("made-up.fasthold" if number == 1 else f"made-up-{number}.fasthold")
