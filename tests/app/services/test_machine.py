"""Settings of the computer fall back, whatever stands in their file."""

from __future__ import annotations

import subprocess
import sys

import pytest

from app.services.machine import (
    MachineSettings,
    load_machine_settings,
    save_machine_settings,
)
from app.system.paths import settings_file
from tests.source import ROOT


def test_a_new_computer_has_the_usual_settings() -> None:
    usual = {"language": "", "theme": "system", "last_file": "", "last_version": ""}
    assert load_machine_settings().as_dict() == usual


def test_settings_come_back_and_can_be_changed() -> None:
    for theme in ("dark", "light"):
        settings = MachineSettings(
            language="da", theme=theme, last_file="æøå/min.fasthold", last_version="0.1"
        )
        save_machine_settings(settings)
        assert load_machine_settings().as_dict() == settings.as_dict()
        assert settings.but(language="en").as_dict() == settings.as_dict() | {"language": "en"}


@pytest.mark.parametrize(
    "rubbish",
    [
        b"",
        b"\xff\xfe\x00",
        b"null",
        b"[]",
        b"{",
        b"[" * 100_000,
        b'{"theme": "plaid", "language": ["da"], "last_file": 5}',
        b'{"theme": {}, "language": "klingon", "last_file": "a\\u0000b"}',
    ],
)
def test_rubbish_falls_back(rubbish: bytes) -> None:
    settings_file().write_bytes(rubbish)
    assert load_machine_settings().as_dict() == MachineSettings().as_dict()


def test_one_bad_value_leaves_the_others() -> None:
    settings_file().write_text('{"theme": "plaid", "language": "en", "window": "x"}')
    assert load_machine_settings().as_dict() == MachineSettings(language="en").as_dict()


def test_the_first_window_can_read_them_without_a_database() -> None:
    code = (
        "import sys, app.services.machine as m; m.load_machine_settings();"
        "sys.exit(any(name in sys.modules for name in ('sqlmodel', 'sqlalchemy', 'sqlcipher3')))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize(
    ("before", "upgraded"),
    [
        (MachineSettings(), False),  # a computer that never saw Fasthold
        (MachineSettings(last_file="min.fasthold", last_version="2.0"), False),
        (MachineSettings(last_file="min.fasthold", last_version="1.9"), True),
        (MachineSettings(last_version="1.9"), True),  # only looked around
        (MachineSettings(last_file="min.fasthold"), True),  # older than the note of versions
    ],
)
def test_an_upgrade_is_another_version_on_a_computer_that_was_used(
    before: MachineSettings, *, upgraded: bool
) -> None:
    assert before.was_upgraded("2.0") is upgraded
