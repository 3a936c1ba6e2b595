"""Every developer command of Fasthold; each sets up what it needs first.

    python3 packaging/dev.py run         open Fasthold (no screen: make the demo in .demo/)
    python3 packaging/dev.py test        every check there is
    python3 packaging/dev.py faults      the long suite: killed, thrown and read at random
    python3 packaging/dev.py demo OUT    made-up file, papers and pictures
    python3 packaging/dev.py papers OUT  every paper, from one line in it to far too many
    python3 packaging/dev.py bench       how fast, as ratios
    python3 packaging/dev.py translate   bring the Danish catalogue up to date
    python3 packaging/dev.py package     what colleagues install, for this system, into .build/
    python3 packaging/dev.py lock        write the lock files anew

Nothing but the standard library is used here: this runs before anything is installed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from debian import install_missing_packages
from environment import (
    PACKAGE_LOCK,
    PYTHON,
    ROOT,
    RUN_LOCK,
    TEST_LOCK,
    find_interpreter,
    pip,
    prepare,
    script,
)

DEMO = ROOT / ".demo"
WALKS = "400"  # of the identity ladder
LOCKS = {RUN_LOCK: "build", TEST_LOCK: "dev", PACKAGE_LOCK: "package"}
NEEDS = {"run": RUN_LOCK, "demo": RUN_LOCK, "package": PACKAGE_LOCK}


def main() -> int:
    """Do what the command line asks; return its exit code."""
    interpreter = find_interpreter()
    if interpreter != sys.executable:
        return subprocess.call([interpreter, *sys.argv])
    options, rest = _parser().parse_known_args()
    install_missing_packages(packing=options.command == "package")
    prepare(NEEDS.get(options.command, TEST_LOCK))
    try:
        return COMMANDS[options.command](options, rest)
    except KeyboardInterrupt:
        return 130


def run(options: argparse.Namespace, rest: list[str]) -> int:
    """Open Fasthold, or make the demo where no window can be shown."""
    if _has_screen():
        return subprocess.call([script("fasthold"), *rest])
    print("There is no screen here, so the demo is made in .demo/ instead.", flush=True)
    options.out = DEMO
    return demo(options, [])


def demo(options: argparse.Namespace, rest: list[str]) -> int:
    """Make a made-up file, every paper and a picture of every page."""
    return _call([script("fasthold"), "demo", str(options.out.absolute()), *rest])


def test(options: argparse.Namespace, rest: list[str]) -> int:
    """Run every check; pytest stands last, so that the last line counts the tests."""
    del options
    pytest = [str(PYTHON), "-m", "pytest", "-n", "2"]
    steps = (
        [script("ruff"), "check"],
        [script("ruff"), "format", "--check"],
        [script("mypy")],
        # On its own and without package names: "packaging" is also the name of a library.
        [script("mypy"), "--no-explicit-package-bases", "packaging"],
        [script("lint-imports"), "--no-cache"],
        # In the order of the folders: else the longest tests, alone in their files, come last.
        [*pytest, "--dist", "loadfile", "--no-loadscope-reorder", *rest],
    )
    for step in steps:
        print("==", Path(step[0]).stem, *step[1:], flush=True)
        code = _call(step, offscreen=True)
        if code != 0:
            print("== failed:", Path(step[0]).stem, *step[1:], flush=True)
            return code
    return 0


def faults(options: argparse.Namespace, rest: list[str]) -> int:
    """Run the long suite: killed anywhere, walked and read at random; takes half an hour."""
    del options
    pytest = [str(PYTHON), "-m", "pytest", "-n", "2", "--dist", "worksteal"]
    # Files of their own kind of name: the checks of every day do not collect them.
    code = _call([*pytest, "-o", "python_files=fault_*.py", "tests/faults", *rest], offscreen=True)
    ladder = "tests/app/services/test_the_ladder.py"
    return code or _call([*pytest, ladder, *rest], offscreen=True, FASTHOLD_WALKS=WALKS)


def papers(options: argparse.Namespace, rest: list[str]) -> int:
    """Make every paper with one line in it, as usual, with ten and a hundred times as much."""
    return _call([str(PYTHON), "-m", "tests.amounts", str(options.out.absolute()), *rest])


def bench(options: argparse.Namespace, rest: list[str]) -> int:
    """Measure, in one run, the ratios Fasthold promises."""
    del options
    return _call([str(PYTHON), str(ROOT / "packaging" / "bench.py"), *rest])


def translate(options: argparse.Namespace, rest: list[str]) -> int:
    """Bring the Danish catalogue up to date with the sentences in the code."""
    del options
    return _call([str(PYTHON), str(ROOT / "packaging" / "catalogue.py"), *(rest or ["update"])])


def package(options: argparse.Namespace, rest: list[str]) -> int:
    """Build what colleagues install, as far as this system can; say how large it is."""
    del options
    return _call([str(PYTHON), str(ROOT / "packaging" / "package.py"), *rest])


def lock(options: argparse.Namespace, rest: list[str]) -> int:
    """Write the lock files from pyproject.toml; `--upgrade` also takes newer versions."""
    del options
    if not Path(script("uv")).exists():
        pip("install", "uv")
    for path, extra in LOCKS.items():
        command = [script("uv"), "pip", "compile", "--universal", "--python-version", "3.11"]
        command += ["--generate-hashes", "--no-emit-index-url", "--quiet", "--extra", extra]
        code = _call([*command, *rest, "pyproject.toml", "-o", f"packaging/{path.name}"])
        if code != 0:
            return code
    return 0


COMMANDS = {
    "run": run,
    "test": test,
    "faults": faults,
    "demo": demo,
    "papers": papers,
    "bench": bench,
    "translate": translate,
    "package": package,
    "lock": lock,
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        told = commands.add_parser(
            name, help=command.__doc__, add_help=name not in ("test", "faults")
        )
        if name in ("demo", "papers"):
            told.add_argument("out", type=Path, metavar="OUT")
    return parser


def _has_screen() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _call(command: list[str], *, offscreen: bool = False, **more: str) -> int:
    settings = {**os.environ, **more}
    settings.pop("PYTHONDONTWRITEBYTECODE", None)  # each of many processes would compile it all
    if offscreen or not _has_screen():
        settings["QT_QPA_PLATFORM"] = "offscreen"
    return subprocess.call(command, cwd=ROOT, env=settings)


if __name__ == "__main__":
    sys.exit(main())
