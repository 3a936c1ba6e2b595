"""The one entry: commands go to `app.cli` without a window, everything else opens the window."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

# Before Qt: once PySide is there, it reads the source of every module that is imported.
from app.services.machine import load_machine_settings


def main() -> int:
    """Carry out the command line; return the exit code."""
    if not sys.argv[1:]:
        return _open_window(None, "")  # each day's way in waits for no parser
    from app import cli

    arguments = cli.parser().parse_args()
    if arguments.selftest:
        from ui.selftest import CHECKS

        return cli.selftest(arguments, CHECKS)
    if arguments.command in cli.COMMANDS or arguments.version:
        return cli.run(arguments)
    if arguments.command == "demo":
        from app.domain.language import use_language
        from ui.demo.run import run

        use_language(arguments.lang or "en")
        decade = arguments.scale == cli.DECADE
        return run(arguments.out, arguments.seed, arguments.today, decade=decade)
    return _open_window(arguments.file, arguments.lang or "")


def _open_window(file: Path | None, lang: str) -> int:
    # Nothing made on the way to the first window is garbage; it is looked for again after that.
    gc.disable()
    machine = load_machine_settings()
    from ui.application import open_window

    return open_window(file, lang, machine)


if __name__ == "__main__":
    sys.exit(main())
