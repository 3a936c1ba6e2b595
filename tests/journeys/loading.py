"""What the window of a journey loads: the real services, told the time by the test."""

from __future__ import annotations

from functools import partial

from app.bootstrap import open_services
from app.demo import PASSPHRASE, make_demo
from tests.clock import Clock
from tests.workspaces import file_service
from ui.file.loaded import Loaded


def load(clock: Clock) -> Loaded:
    """Return the ways to a file whose passphrase is cheap to try."""
    files = file_service()
    return Loaded(
        files=files,
        open_services=partial(open_services, files=files, today=clock.today, now=clock.now),
        make_demo=lambda path, report: make_demo(path, clock.today(), files=files, progress=report),
        demo_phrase=PASSPHRASE,
    )
