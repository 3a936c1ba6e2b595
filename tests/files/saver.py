"""Another Fasthold at work on a file, for tests to kill, starve and lock out.

Run as `python -m tests.files.saver WHAT FILE`; it says on its output what it has done.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from pathlib import Path

from app.data.vault import Vault
from app.domain.problem import FastholdError
from tests.workspaces import opened, save, saved

LIMIT = 100_000


def say(words: object) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def save_for_ever(vault: Vault) -> None:
    """Say the number of each save once it has returned."""
    start = len(saved(vault))
    for number in range(start, start + LIMIT):
        save(vault, str(number), "x" * (number % 3_000))
        say(number)


def die_with_a_full_log(vault: Vault) -> None:
    """Save three times as if killed each time before the log was emptied."""
    vault._checkpoint = lambda: None  # type: ignore[method-assign]
    for name in ("one", "two", "three"):
        save(vault, name)
    os.kill(os.getpid(), signal.SIGKILL)


def save_on_a_small_disk(vault: Vault) -> None:
    """Save under a file size limit until it is refused."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
    for number in range(LIMIT):
        try:
            save(vault, str(number), "x" * 2_000)
        except FastholdError as error:
            say(type(error).__name__)
            return
        say(number)


def hold(vault: Vault) -> None:
    say("open")
    sys.stdin.readline()


def give_up_the_rights_of_root() -> None:
    """Obey file permissions even as root: drop the capabilities that override them."""
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    nothing = (ctypes.c_uint32 * 6)()
    if ctypes.CDLL(None).capset(header, nothing) != 0:
        raise OSError("capset")


ACTS = {
    "save": save_for_ever,
    "die": die_with_a_full_log,
    "small": save_on_a_small_disk,
    "hold": hold,
    "open": lambda _vault: say("open"),
}


def main(what: str, path: Path) -> None:
    if what == "open":
        give_up_the_rights_of_root()
    try:
        vault = opened(path)
    except FastholdError as error:
        say(type(error).__name__)
        return
    ACTS[what](vault)
    vault.close()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
