"""Bringing in what the first window does not need."""

from __future__ import annotations

import gc
from functools import cache, partial
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
    _keep_what_is_loaded()
    files = FileService()
    return Loaded(
        files=files,
        open_services=partial(open_services, files=files),
        make_demo=lambda path, report: make_demo(path, today(), files=files, progress=report),
        demo_phrase=PASSPHRASE,
    )


@cache
def _keep_what_is_loaded() -> None:
    """Let the clean-up of memory pass over what was loaded, once: it is most of what there is, and
    to go through all of it took a tenth of the time in which a page is read."""
    gc.freeze()
