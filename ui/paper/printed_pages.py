"""The pages of a PDF drawn on a printer, from the very bytes that are shown.

A page is drawn in bands, so that a fine printer does not ask for half a gigabyte of memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions

from app.domain.language import _
from app.domain.problem import FastholdError

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

FINEST = 600  # dots per inch; finer is not seen
BAND = 1_000  # dots


def page_size(pdf: bytes) -> QPageSize:
    """Return what paper the first page of `pdf` is made for."""
    document = _Opened(pdf)
    points = document.pages.pagePointSize(0)
    document.close()
    return QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)


def print_pages(printer: QPrinter, pdf: bytes) -> None:
    """Print every page of `pdf`, no larger than life; `FastholdError` if the printer stops."""
    printer.setFullPage(True)
    printer.setResolution(min(printer.resolution(), FINEST))
    document, painter = _Opened(pdf), QPainter()
    if not painter.begin(printer):
        raise FastholdError(_stopped())
    try:
        for page in range(document.pages.pageCount()):
            if page and not printer.newPage():
                printer.abort()
                raise FastholdError(_stopped())
            _draw_page(painter, printer, document.pages, page)
    finally:
        painter.end()
        document.close()


class _Opened:
    """A PDF open in memory."""

    def __init__(self, pdf: bytes) -> None:
        self._buffer, self._bytes = QBuffer(), QByteArray(pdf)
        self._buffer.setData(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.pages = QPdfDocument()
        self.pages.load(self._buffer)

    def close(self) -> None:
        """Let go of it."""
        self.pages.close()
        self._buffer.close()


def _draw_page(painter: QPainter, printer: QPrinter, pages: QPdfDocument, page: int) -> None:
    room = painter.viewport().size()
    wanted = pages.pagePointSize(page) * (printer.resolution() / 72)
    if wanted.width() > room.width() + 1 or wanted.height() > room.height() + 1:
        wanted = _shrunk(wanted, room)
    whole = wanted.toSize()
    left, above = (room.width() - whole.width()) // 2, (room.height() - whole.height()) // 2
    for top in range(0, whole.height(), BAND):
        band = QRect(0, top, whole.width(), min(BAND, whole.height() - top))
        painter.drawImage(left, above + top, _drawn(pages, page, whole, band))


def _shrunk(wanted: QSizeF, room: QSize) -> QSizeF:
    factor = min(room.width() / wanted.width(), room.height() / wanted.height())
    return wanted * factor


def _drawn(pages: QPdfDocument, page: int, whole: QSize, band: QRect) -> QImage:
    """Return one band of a page; where nothing is printed, it is white."""
    options = QPdfDocumentRenderOptions()
    options.setScaledSize(whole)
    options.setScaledClipRect(band)
    image = pages.render(page, band.size(), options)
    white = QImage(image.size(), QImage.Format.Format_RGB32)
    white.fill(QColor("white"))
    painter = QPainter(white)
    painter.drawImage(0, 0, image)
    painter.end()
    return white


def _stopped() -> str:
    return _("The printer did not take the paper. See whether it is on, then try again.")
