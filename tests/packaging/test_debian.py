"""Setting up on Debian-like systems: what is missing is installed, or said in one line."""

from __future__ import annotations

import os
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

from tests.source import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="apt-get lives on Linux only")


class System:
    """A made-up Debian: some packages installed, some to be had, and a list of what was run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.log = folder / "apt.log"

    def holds(self, *names: str, to_be_had: str = "") -> None:
        listing = "\n".join(f"echo {name} installed" for name in names)
        self._command("dpkg-query", listing)
        self._command("apt-get", f'echo "$*" >> "{self.log}"')
        candidate = f'if [ "$2" = "{to_be_had}" ]; then echo " Candidate: 2.80"; fi'
        self._command("apt-cache", candidate)

    def _command(self, name: str, body: str) -> None:
        path = self._folder / name
        path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        path.chmod(0o755)


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> System:
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return System(folder)


@pytest.fixture
def debian() -> Any:
    spec = spec_from_file_location("debian", ROOT / "packaging" / "debian.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def everything(debian: Any) -> list[str]:
    return [need[-1] for need in debian.LIBRARIES]


def test_a_full_system_is_left_alone(system: System, debian: Any) -> None:
    system.holds(*everything(debian))
    debian.install_missing_packages()
    assert not system.log.exists()


def test_a_system_without_apt_is_left_alone(
    system: System, debian: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    debian.install_missing_packages()
    assert not system.log.exists()


def test_without_root_the_one_line_is_said(
    system: System, debian: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    system.holds(*everything(debian)[2:])
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit) as stop:
        debian.install_missing_packages()
    last = str(stop.value).splitlines()[-1]
    assert last == "sudo apt-get install libglib2.0-0 libxcb-shape0"
    assert not system.log.exists()


def test_as_root_what_is_missing_is_installed(
    system: System, debian: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    system.holds(*everything(debian)[1:], to_be_had="libglib2.0-0t64")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    debian.install_missing_packages()
    assert system.log.read_text(encoding="utf-8").splitlines() == [
        "update -qq",
        "install -y -qq --no-install-recommends libglib2.0-0t64",
    ]
