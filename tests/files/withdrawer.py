"""A withdrawal that is killed, at one statement after the other, for tests to look at what is left.

Run as `python -m tests.files.withdrawer FILE FOLDER EVERY`: FILE is copied into FOLDER for each
`EVERY`th statement of the withdrawal, and once more for the moment between the commit and the
emptying of the log; a child of its own withdraws on each copy and is killed there. The last copy is
the one on which nobody was killed.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from shutil import copyfile
from typing import Any

from sqlalchemy import event

from app.bootstrap import Services, open_services
from tests.clock import Clock
from tests.workspaces import DEK, TODAY

AFTER_COMMIT = -1


def main(path: Path, folder: Path, every: int) -> None:
    point = 1
    while _killed_at(path, folder / f"{point:04}.fasthold", point):
        point += every
    assert _killed_at(path, folder / "after.fasthold", AFTER_COMMIT)


def _killed_at(path: Path, copy: Path, point: int) -> bool:
    """Withdraw on `copy` in a child of its own; return whether it was killed."""
    copyfile(path, copy)
    child = os.fork()
    if child == 0:
        clock = Clock(TODAY)
        services = open_services(copy, DEK, today=clock.today, now=clock.now)
        _set_trap(services, point)
        services.consent.withdraw_all(services.followup.list_followups()[0].id)
        os._exit(0)
    _pid, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def _set_trap(services: Services, point: int) -> None:
    """Kill this process before the statement with this number, or once the commit is made."""
    if point == AFTER_COMMIT:
        services.vault._checkpoint = _die  # type: ignore[method-assign]
        return
    left = [point]

    def count(*_arguments: Any) -> None:
        left[0] -= 1
        if left[0] == 0:
            _die()

    event.listen(services.vault._engine, "before_cursor_execute", count)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
