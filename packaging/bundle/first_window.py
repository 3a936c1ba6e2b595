"""Times the packed program's first window beside the least that could be packed, in one run."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from paired import Ratio, in_turn

from bundle import content

BARE = Path(__file__).with_name("bare_window.py")
RUNS = 9
# Qt says so itself when a window is drawn: neither program knows that it is timed.
TOLD = "qt.widgets.painting.info=true"
DRAWN = b"Flushing"


def measure(bundle: Path, build: Path) -> bool:
    """Print how many times the bare window Fasthold takes; return whether that is few enough."""
    bare = _pack_bare_window(build)
    with tempfile.TemporaryDirectory() as home:
        one, other = in_turn(
            lambda: _first_picture(bundle / "fasthold", home),
            lambda: _first_picture(bare, home),
            RUNS,
        )
    figure = Ratio("packed first window", one, other, "bare PySide6 window, packed", most=1.6)
    print(figure, flush=True)
    return figure.kept


def _pack_bare_window(build: Path) -> Path:
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    places = ["--distpath", "bare/dist", "--workpath", "bare/work", "--specpath", "bare"]
    out = [option for name in content.LEFT_OUT for option in ("--exclude-module", name)]
    subprocess.run([*command, *places, *out, str(BARE)], cwd=build, check=True)
    return build / "bare" / "dist" / "bare_window" / "bare_window"


def _first_picture(program: Path, home: str) -> None:
    """Start `program`, and end it the moment its window is drawn."""
    folders = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    own = dict.fromkeys(("HOME", *folders), home)
    told = {"QT_LOGGING_RULES": TOLD, "QT_FORCE_STDERR_LOGGING": "1"}
    running = subprocess.Popen([program], env={**os.environ, **own, **told}, stderr=subprocess.PIPE)
    if running.stderr is None:
        raise AssertionError
    for line in running.stderr:
        if DRAWN in line:
            break
    running.kill()
    running.wait()
    running.stderr.close()
