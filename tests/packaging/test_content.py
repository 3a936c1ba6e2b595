"""What goes into the packaged program, and what stays out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.selftest.parts import FORBIDDEN
from tests.source import ROOT

Load = Callable[[str], Any]
QT = "PySide6/Qt/"


@pytest.fixture
def content(load: Load) -> Any:
    return load("bundle.content")


def test_what_the_selftest_forbids_is_left_out(content: Any) -> None:
    assert set(FORBIDDEN) <= set(content.LEFT_OUT)


@pytest.mark.parametrize(
    "place",
    [
        QT + "plugins/platforms/libqxcb.so",
        QT + "plugins/platforms/libqoffscreen.so",
        QT + "plugins/platforms/qwindows.dll",
        QT + "plugins/iconengines/libqsvgicon.so",
        QT + "lib/libQt6Pdf.so.6",
        QT + "translations/qtbase_da.qm",
        "PySide6/QtPrintSupport.abi3.so",
        "babel/locale-data/da.dat",
        "babel/locale-data/en_GB.dat",
        "babel/locale-data/root.dat",
        "resources/reference/clock.toml",
    ],
)
def test_what_is_needed_comes_along(content: Any, place: str) -> None:
    assert content.is_kept(place, "")


@pytest.mark.parametrize(
    "place",
    [
        QT + "plugins/tls/libqopensslbackend.so",
        QT + "plugins/networkinformation/libqglib.so",
        QT + "plugins/sqldrivers/libqsqlite.so",
        QT + "plugins/platformthemes/libqgtk3.so",
        QT + "plugins/imageformats/libqtiff.so",
        QT + "lib/libQt6Qml.so.6",
        QT + "lib/libQt6Quick.so.6",
        QT + "qml/QtQuick/qmldir",
        QT + "translations/qtbase_fr.qm",
        "babel/locale-data/fr.dat",
        "reportlab/fonts/Vera.ttf",
        "font_source_sans_pro/files/SourceSansPro-Black.ttf",
    ],
)
def test_what_nobody_uses_stays_out(content: Any, place: str) -> None:
    assert not content.is_kept(place, "")


def test_every_resource_that_is_read_comes_along(content: Any) -> None:
    places = {Path(source) for source, _target in content.data_files(ROOT, ROOT)}
    read = {path for path in (ROOT / "resources").rglob("*") if path.is_file()}
    assert {path.suffix for path in read - places} == {".png", ".po"}  # README's, and the source


def test_the_spec_makes_a_windowed_and_a_console_program_on_windows_alone(content: Any) -> None:
    assert content.programs("win32") == ("fasthold.exe", "fasthold-console.exe")
    assert content.programs("linux") == content.programs("darwin") == ("fasthold",)
