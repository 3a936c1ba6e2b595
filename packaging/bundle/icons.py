"""The mark in the forms that each system asks for, all drawn from icons/fasthold.svg."""

from __future__ import annotations

import os
from pathlib import Path

from PIL import Image
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

MARK = Path(__file__).parents[1] / "icons" / "fasthold.svg"
SIDES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
LARGEST = 1024
_WINDOWS = (16, 24, 32, 48, 64, 256)


def make_icons(folder: Path) -> None:
    """Write PNGs of all sizes, one file for Windows and one for macOS into `folder`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance() or QGuiApplication(["icons"])
    for side in (*SIDES, LARGEST):
        draw(side).save(str(folder / f"{side}.png"))
    largest = Image.open(folder / f"{LARGEST}.png")
    largest.save(folder / "fasthold.ico", sizes=[(side, side) for side in _WINDOWS])
    largest.save(folder / "fasthold.icns")
    del app


def draw(side: int) -> QImage:
    """Return the mark, `side` pixels wide and high."""
    picture = QImage(side, side, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    QSvgRenderer(str(MARK)).render(painter)
    painter.end()
    return picture
