"""What a Linux desktop and its package manager are told."""

from __future__ import annotations

import configparser
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.source import ROOT
from ui.application import DESKTOP_ENTRY

Load = Callable[[str], Any]


def test_the_desktop_finds_the_entry_the_icon_and_the_description_by_one_name(
    load: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    name = load("bundle.content").IDENTIFIER
    package = load("linux.debian_package")
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(package.HERE / f"{name}.desktop", encoding="utf-8")
    told = ElementTree.fromstring(package.metainfo("1.2.3"))  # noqa: S314 -- our own
    assert (entry["Desktop Entry"]["Icon"], told.findtext("id")) == (name, name)
    assert name == DESKTOP_ENTRY
    assert told.findtext("launchable") == f"{name}.desktop"
    release = told.find("releases/release")
    assert release is not None
    assert release.attrib == {"version": "1.2.3", "date": "2026-09-21"}


def test_a_library_that_nobody_knows_stops_the_build(
    load: Load, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    needs = load("linux.needs")
    (tmp_path / "part.so").write_bytes(b"\x7fELF")
    told = " (NEEDED)  Shared library: [{}]\n Name: GLIBC_2.34 Name: GLIBC_2.9 \n"
    monkeypatch.setattr(needs, "_readelf", lambda _: told.format("libglib-2.0.so.0"))
    assert needs.needs(tmp_path) == (["libc6 (>= 2.34)", "libglib2.0-0t64 | libglib2.0-0"], [])
    monkeypatch.setattr(needs, "_readelf", lambda _: told.format("libstrange.so.1"))
    with pytest.raises(LookupError, match=r"libstrange\.so\.1"):
        needs.needs(tmp_path)


def test_the_part_that_starts_it_makes_cryptography_read_our_empty_file(load: Load) -> None:
    del load
    hook = (ROOT / "packaging" / "bundle" / "start_hook.py").read_text(encoding="utf-8")
    settings = (ROOT / "packaging" / "bundle" / "openssl.cnf").read_text(encoding="utf-8")
    assert 'os.environ["OPENSSL_CONF"]' in hook
    assert all(line.startswith("#") for line in settings.splitlines())


def test_too_much_weight_is_said(
    load: Load, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sizes = load("bundle.sizes")
    (tmp_path / "fasthold").write_bytes(b"x" * 1000)
    assert sizes.report(tmp_path, [])
    monkeypatch.setattr(sizes, "MOST_INSTALLED", 0.0001)
    assert not sizes.report(tmp_path, [])
    assert "BROKEN" in capsys.readouterr().out
