from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.source import MODULES, ROOT, parse
from ui.common.icons import THIN, AppMark, _drawing, _source, app_icon, draw_icon, icon
from ui.common.package_files import package_folder
from ui.common.tokens import LIGHT, Token, colour

DESIGNED = re.findall(
    r"[a-z0-9-]+",
    """sunrise calendar-days flag route users file-badge hospital chart-column book-open settings
    lock eye-off venetian-mask circle-check hourglass circle-alert triangle-alert ban circle-x
    zap repeat stethoscope handshake shield-check arrow-up-right arrow-down-left printer
    file-text upload trash-2 search timer key life-buoy wifi-off hard-drive""",
)
WINDOWS = [path for path in MODULES if path.is_relative_to(ROOT / "ui")]


def drawn(name: str) -> QImage:
    image = QImage(20, 20, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    try:
        draw_icon(painter, name, QRect(0, 0, 20, 20), Token.DANGER)
    finally:
        painter.end()
    return image


@pytest.mark.parametrize("name", DESIGNED)
def test_every_icon_of_the_design_can_be_drawn(name: str, qtbot: QtBot) -> None:
    image = drawn(name)
    shades = {image.pixelColor(x, y).name() for x in range(20) for y in range(20)}
    assert QColor(LIGHT[Token.DANGER]).name() in shades


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_a_kept_picture_shows_what_the_lines_would(scale: float, qtbot: QtBot) -> None:
    shots = []
    for lines in (False, True):
        image = QImage(80, 80, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(scale)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.translate(3, 5)
        if lines:
            _drawing("zap", THIN, colour(Token.DANGER).name()).render(painter, QRectF(2, 1, 18, 18))
        else:
            draw_icon(painter, "zap", QRect(2, 1, 18, 18), Token.DANGER)
        painter.end()
        shots.append(image)
    kept, drawn_now = shots
    assert max(_apart(kept, drawn_now)) <= 3  # of 255: what is see-through is rounded once more


def _apart(one: QImage, other: QImage) -> Iterator[int]:
    """Yield how far each pixel of one is from the other's."""
    for place in product(range(one.width()), range(one.height())):
        here, there = one.pixelColor(*place), other.pixelColor(*place)
        yield abs(here.red() - there.red()) + abs(here.green() - there.green())


def test_a_misspelt_icon_is_noticed(qtbot: QtBot) -> None:
    with pytest.raises(KeyError):
        drawn("no-such-icon")


def test_every_icon_named_in_the_windows_exists(qtbot: QtBot) -> None:
    names = {name for path in WINDOWS for name in named_icons(path)}
    assert names >= {"flag", "calendar-days", "chevron-left"}
    assert all(not drawn(name).isNull() for name in names)


def test_the_window_has_an_icon_in_every_size(qtbot: QtBot) -> None:
    assert {size.width() for size in app_icon().availableSizes()} >= {16, 32, 256}
    assert not icon("flag").isNull()
    assert not AppMark().grab().isNull()


def named_icons(path: Path) -> list[str]:
    """The words given as `icon=`, or first to what draws an icon."""
    found = []
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.keyword) and node.arg in ("icon", "trailing"):
            found.append(node.value)
        called = isinstance(node, ast.Call) and ast.unparse(node.func)
        if isinstance(node, ast.Call) and called in ("IconLabel", "IconButton", "icon"):
            found.extend(node.args[:1])
    words = [node.value for node in found if isinstance(node, ast.Constant)]
    return [word for word in words if isinstance(word, str) and re.fullmatch(r"[a-z0-9-]+", word)]


def test_icons_are_read_as_the_archive_holds_them(qtbot: QtBot) -> None:
    with ZipFile(package_folder("lucide") / "lucide.zip") as archive:
        for name in DESIGNED:
            assert _source(name) == archive.read(f"{name}.svg").decode()
