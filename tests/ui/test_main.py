"""The one command: with a command no window is opened, and no Qt is loaded."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.source import ROOT
from ui import __main__ as entry


def run(*arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    watch = (
        "import sys; sys.argv[:] = ['fasthold', *sys.argv[1:]];"
        "from ui.__main__ import main; code = main();"
        "sys.exit(99 if 'PySide6' in sys.modules else code)"
    )
    return subprocess.run(
        [sys.executable, "-c", watch, *arguments],
        cwd=ROOT,
        input=text,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_version_is_said_without_a_window() -> None:
    said = run("--version")
    assert said.returncode == 0
    assert said.stdout.startswith("fasthold 0.")


def test_a_text_is_checked_without_a_window() -> None:
    assert run("check-text", "-", text="Ring 00 00 00 00").returncode == 1
    assert run("check-text", "-", text="Ryggen").returncode == 0


def test_what_is_no_command_is_refused() -> None:
    assert run("dance").returncode == 2


@pytest.mark.parametrize(
    ("arguments", "opened"),
    [([], (None, "")), (["--lang", "da"], (None, "da")), (["--file", "x"], ("x", ""))],
)
def test_without_a_command_the_window_is_opened(
    arguments: list[str], opened: tuple[str | None, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str | None, str]] = []

    def open_window(file: object, lang: str, machine: object) -> int:
        asked.append((None if file is None else str(file), lang))
        return 0

    monkeypatch.setattr("ui.application.open_window", open_window)
    monkeypatch.setattr(sys, "argv", ["fasthold", *arguments])
    assert entry.main() == 0
    assert asked == [opened]
