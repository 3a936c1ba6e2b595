"""Lucide icons and the app mark, drawn in any colour of the theme."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from functools import cache, lru_cache
from math import ceil, floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.common.override import override
from ui.common.package_files import package_folder
from ui.common.tokens import Token, colour

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

# One entry of a zip's directory up to its name, and the lengths before a file's content.
_ENTRY = struct.Struct("<4s6sH8sIIH12xI")
_LENGTHS = struct.Struct("<HH")

THIN = 1.75
BOLD = 2.25
_PICTURE = QImage.Format.Format_ARGB32_Premultiplied


def draw_icon(
    painter: QPainter, name: str, rect: QRect | QRectF, token: Token, *, bold: bool = False
) -> None:
    """Draw the icon called `name` into `rect`. An unknown name is a `KeyError`."""
    drawing = name, BOLD if bold or rect.width() <= 14 else THIN, colour(token).name()
    seen = painter.deviceTransform()
    scale = seen.m11()
    if seen.isRotating() or scale != seen.m22():
        _drawing(*drawing).render(painter, QRectF(rect))
        return
    # Kept as a picture for each part of a pixel it begins in: drawing its lines takes long.
    place = seen.mapRect(QRectF(rect))
    left, top = floor(place.x()), floor(place.y())
    within = (place.x() - left, place.y() - top, place.width(), place.height())
    picture = _picture(*drawing, scale, *(round(edge, 3) for edge in within))
    painter.drawImage(QPointF((left - seen.dx()) / scale, (top - seen.dy()) / scale), picture)


def icon(name: str, token: Token = Token.INK2, size: int = 16) -> QIcon:
    """Return a `QIcon` for menus and window frames, in the colour of now."""
    from PySide6.QtGui import QIcon  # with the names of 150 icons; no first window shows one

    made = QIcon()
    for ratio in (1, 2, 3):
        pixmap = QPixmap(QSize(size, size) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        draw_icon(painter, name, QRect(0, 0, size, size), token)
        painter.end()
        made.addPixmap(pixmap)
    return made


def draw_app_mark(painter: QPainter, rect: QRectF) -> None:
    """Draw an F of three round-ended strokes, a dot held under its lower arm, on petrol."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 32, rect.height() / 32)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(Token.ACCENT))
    painter.drawRoundedRect(QRectF(0, 0, 32, 32), 8, 8)
    pen = QPen(colour(Token.ON_ACCENT), 4.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(10.5, 9), QPointF(10.5, 23.5))
    painter.drawLine(QPointF(10.5, 9), QPointF(21, 9))
    painter.drawLine(QPointF(10.5, 16), QPointF(16.5, 16))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(Token.ON_ACCENT))
    painter.drawEllipse(QPointF(19.5, 20.7), 3.4, 3.4)
    painter.restore()


def app_icon() -> QIcon:
    """Return the app mark in the sizes window systems ask for."""
    from PySide6.QtGui import QIcon

    made = QIcon()
    for size in (16, 32, 64, 128, 256):
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        draw_app_mark(painter, QRectF(0, 0, size, size))
        painter.end()
        made.addPixmap(pixmap)
    return made


@dataclass(frozen=True, slots=True)
class IconLook:
    """An icon that stands beside a text; nothing is said of it."""

    name: str
    token: Token = Token.INK2
    side: int = 16
    bold: bool = False

    @property
    def said(self) -> str:
        """Nothing."""
        return ""

    @property
    def size(self) -> QSize:
        """The room it takes."""
        return QSize(self.side, self.side)

    def draw(self, painter: QPainter, rect: QRect) -> None:
        """Draw it."""
        draw_icon(painter, self.name, rect, self.token, bold=self.bold)


class IconLabel(QWidget):
    """An icon that stands beside a text; screen readers pass it by."""

    def __init__(
        self,
        name: str,
        token: Token = Token.INK2,
        size: int = 16,
        parent: QWidget | None = None,
        *,
        bold: bool = False,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._token = token
        self._bold = bold
        self.setFixedSize(size, size)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def look(self) -> IconLook:
        """Return what is shown."""
        return IconLook(self._name, self._token, self.width(), self._bold)

    def set_icon(self, name: str, token: Token) -> None:
        """Show another icon or another colour."""
        self._name, self._token = name, token
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_icon(painter, self._name, self.rect(), self._token, bold=self._bold)
        painter.end()


class AppMark(QWidget):
    """The app mark at a given size."""

    def __init__(self, size: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(size, size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_app_mark(painter, QRectF(self.rect()))
        painter.end()


@cache
def _archive() -> bytes:
    return (package_folder("lucide") / "lucide.zip").read_bytes()


@cache
def _source(name: str) -> str:
    # `zipfile` reads all 1,700 entries before it gives one: 16 ms of the time to the first
    # window. The directory lies at the end; the wanted entry is found there by its name.
    archive, wanted = _archive(), f"{name}.svg".encode()
    at = archive.rfind(wanted)
    while at >= 0:
        entry = archive[at - _ENTRY.size : at]
        if entry.startswith(b"PK\1\2"):
            _sign, _a, method, _b, packed, _size, length, start = _ENTRY.unpack(entry)
            if length == len(wanted):
                return _unpack(archive, start, packed, method)
        at = archive.rfind(wanted, 0, at)
    raise KeyError(name)


def _unpack(archive: bytes, start: int, packed: int, method: int) -> str:
    """Return the file whose own head begins at `start`."""
    name, extra = _LENGTHS.unpack_from(archive, start + 26)
    begin = start + 30 + name + extra
    held = archive[begin : begin + packed]
    return (zlib.decompress(held, -zlib.MAX_WBITS) if method else held).decode()


@lru_cache(maxsize=1_000)
def _picture(name: str, stroke: float, ink: str, scale: float, *within: float) -> QImage:
    """Return a picture of the icon, for a window so much finer; `within` is in its pixels."""
    room, drawing = QRectF(*within), _drawing(name, stroke, ink)
    picture = QImage(ceil(room.right()), ceil(room.bottom()), _PICTURE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    drawing.render(painter, room)
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture


@cache
def _drawing(name: str, stroke: float, ink: str) -> QSvgRenderer:
    drawn = _source(name).replace('stroke-width="2"', f'stroke-width="{stroke}"')
    return QSvgRenderer(QByteArray(drawn.replace("currentColor", ink).encode()))
