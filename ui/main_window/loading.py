"""Bringing in what the first window does not need."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.file.loaded import Loaded


def load() -> Loaded:
    """Load services and rooms; takes about a second."""
    from app.bootstrap import open_services
    from app.demo import PASSPHRASE, make_demo
    from app.services.file import FileService
    from app.system.clock import today
    from ui.file.loaded import Loaded

    import_module("ui.main_window.workplace")
    files = FileService()
    return Loaded(
        files=files,
        open_services=partial(open_services, files=files),
        make_demo=lambda path, report: make_demo(path, today(), files=files, progress=report),
        demo_phrase=PASSPHRASE,
    )
