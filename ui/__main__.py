"""The one entry: commands go to `app.cli` without a window, everything else opens the window."""

from __future__ import annotations

import sys

from app import cli
from app.domain.language import use_language


def main() -> int:
    """Carry out the command line; return the exit code."""
    arguments = cli.parser().parse_args()
    if arguments.command in cli.COMMANDS or arguments.version:
        return cli.run(arguments)
    if arguments.command == "demo":
        from ui.demo.run import run

        use_language(arguments.lang or "en")
        return run(arguments.out, arguments.seed, arguments.today)
    from ui.application import open_window

    return open_window(arguments.file, arguments.lang or "")


if __name__ == "__main__":
    sys.exit(main())
