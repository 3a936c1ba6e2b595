"""The pages of a PDF, shown from the very bytes that will be saved."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, Signal
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.language import _
from ui.common.tokens import Token, colour

SMALLEST, LARGEST, STEP = 0.4, 4.0, 1.2


class PaperView(QWidget):
    """Shows a PDF held in memory; nothing is written for it."""

    page_changed = Signal(int)  # the page in view, from 0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._bytes = QByteArray()
        self._view = QPdfView(self)
        self._view.setDocument(self._document)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setAccessibleName(_("The paper"))
        self._view.pageNavigator().currentPageChanged.connect(self.page_changed)
        self.setFocusProxy(self._view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)
        self._dress()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def show_pdf(self, pdf: bytes) -> None:
        """Show these bytes; where one was in the paper before is kept."""
        page = self._view.pageNavigator().currentPage()
        self.clear()
        self._bytes = QByteArray(pdf)
        self._buffer.setData(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        if 0 < page < self._document.pageCount():
            self._view.pageNavigator().jump(page, self._view.pageNavigator().currentLocation())

    def clear(self) -> None:
        """Show nothing, and let go of the bytes."""
        self._document.close()
        self._buffer.close()
        self._bytes = QByteArray()

    def pdf(self) -> bytes:
        """Return the bytes that are shown."""
        return bytes(self._bytes.data())

    def pages(self) -> int:
        """Return how many pages are shown."""
        return self._document.pageCount()

    def fit_width(self) -> None:
        """Let a page be as wide as the view."""
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def zoom_in(self) -> None:
        """Show it larger."""
        self._zoom(STEP)

    def zoom_out(self) -> None:
        """Show it smaller."""
        self._zoom(1 / STEP)

    def _dress(self) -> None:
        """Lay the pages on a quiet desk: what Qt calls dark is what lies around them."""
        palette = self._view.palette()
        if palette.color(QPalette.ColorRole.Dark) != colour(Token.SUNKEN):
            palette.setColor(QPalette.ColorRole.Dark, colour(Token.SUNKEN))
            self._view.setPalette(palette)

    def _zoom(self, factor: float) -> None:
        if self._view.zoomMode() is not QPdfView.ZoomMode.Custom:
            self._view.setZoomFactor(self._fitted())
        self._view.setZoomMode(QPdfView.ZoomMode.Custom)
        wanted = self._view.zoomFactor() * factor
        self._view.setZoomFactor(min(LARGEST, max(SMALLEST, wanted)))

    def _fitted(self) -> float:
        """Return the factor at which a page is as wide as the view now."""
        points = self._document.pagePointSize(0).width()
        pixels = points * self.logicalDpiX() / 72
        return self._view.viewport().width() / pixels if pixels else 1.0
