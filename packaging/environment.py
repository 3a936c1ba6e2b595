"""The checkout's own environment: a new enough Python, `.venv`, and the locked install."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
RUN_LOCK = ROOT / "packaging" / "requirements.lock"
PACKAGE_LOCK = ROOT / "packaging" / "requirements-package.lock"
TEST_LOCK = ROOT / "packaging" / "requirements-dev.lock"
OLDEST = (3, 11)
NEWEST = (3, 14)  # the locked parts are built for these; a newer Python has no ready-made ones


def find_interpreter() -> str:
    """Return a Python the locked parts are made for; stop with one sentence if there is none."""
    if _fits(sys.version_info[:2]):
        return sys.executable
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        found = _interpreter(minor)
        if found:
            return found
    here = ".".join(str(part) for part in sys.version_info[:2])
    sys.exit(
        f"Fasthold needs Python 3.11 to 3.14 and found only {here}: install one of them first."
    )


def prepare(lock: Path) -> None:
    """Make `.venv` hold exactly what `lock` says, and Fasthold itself, unless it does already."""
    if not _venv_works():
        print("Making .venv", flush=True)
        if VENV.is_symlink():
            VENV.unlink()  # what it points to belongs to another checkout
        _run([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if _stamp(lock).is_file() and _stamp(lock).read_text(encoding="utf-8") == _fingerprint(lock):
        return
    print("Installing the locked parts into .venv (the first time takes some minutes)", flush=True)
    # Ready-made parts only: nothing is compiled here, and no stranger's build script runs.
    pip("install", "--require-hashes", "--only-binary", ":all:", "-r", str(lock))
    # All that is needed to build Fasthold itself is in the lock: nothing more is fetched.
    pip("install", "--no-index", "--no-deps", "--no-build-isolation", "-e", str(ROOT))
    shutil.rmtree(ROOT / "fasthold.egg-info", ignore_errors=True)
    for covered in {lock, RUN_LOCK}:  # the test lock holds all of the run lock; a test sees to it
        _stamp(covered).write_text(_fingerprint(covered), encoding="utf-8")


def pip(*arguments: str) -> None:
    """Run the environment's own pip, with the machine's settings as they are; errors are shown."""
    _run([str(PYTHON), "-m", "pip", "-qq", "--disable-pip-version-check", *arguments])


def script(name: str) -> str:
    """Return the path of a command that lives in `.venv`."""
    return str(SCRIPTS / (name + (".exe" if os.name == "nt" else "")))


def _fits(version: tuple[int, ...]) -> bool:
    return OLDEST <= version <= NEWEST


def _interpreter(minor: int) -> str | None:
    if os.name != "nt":
        return shutil.which(f"python3.{minor}")
    launcher = shutil.which("py")
    if launcher is None:
        return None
    answer = subprocess.run(
        [launcher, f"-3.{minor}", "-c", "import sys; print(sys.executable)"],
        capture_output=True,
        text=True,
        check=False,
    )
    return answer.stdout.strip() or None


def _venv_works() -> bool:
    starter = Path(script("pip"))
    if not PYTHON.is_file() or not starter.is_file():
        return False
    # Its commands hold the full path they were made for: a moved checkout needs new ones.
    if str(VENV).encode() not in starter.read_bytes():
        return False
    question = "import pip, sys; print(*sys.version_info[:2])"
    answer = subprocess.run(
        [str(PYTHON), "-c", question], capture_output=True, text=True, check=False
    )
    return answer.returncode == 0 and _fits(tuple(int(part) for part in answer.stdout.split()))


def _stamp(lock: Path) -> Path:
    return VENV / (lock.name + ".installed")


def _fingerprint(lock: Path) -> str:
    # pyproject.toml counts too: it names the commands an installed Fasthold has.
    told = lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    return hashlib.sha256(told).hexdigest()


def _run(command: list[str]) -> None:
    if subprocess.run(command, check=False).returncode != 0:
        sys.exit("Setting up stopped here; what went wrong stands above.")
