"""The pages of a PDF, shown from the very bytes that will be saved."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMargins, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.language import _
from ui.common.scroll_area import ScrollBar
from ui.common.tokens import Token, colour

SMALLEST, LARGEST, STEP = 0.4, 4.0, 1.2
_LOWEST = 280  # px, until there is a paper
_ANY = 16_777_215
_SMALL = 420  # points: what is narrower than A5 would be shown far larger than life


class PaperView(QWidget):
    """Shows a PDF held in memory; nothing is written for it.

    A `whole` one is as high as its pages: what it stands in scrolls, not the view.
    """

    page_changed = Signal(int)  # the page in view, from 0

    def __init__(self, parent: QWidget | None = None, *, whole: bool = False) -> None:
        super().__init__(parent)
        self._whole = False
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._bytes = QByteArray()
        self._view = _Pages(self)
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
        self.set_whole(whole=whole)

    def set_whole(self, *, whole: bool) -> None:
        """Be as high as the pages, or take the room there is and scroll."""
        if whole == self._whole:
            return
        self._whole = whole
        policy = Qt.ScrollBarPolicy
        self._view.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if whole else policy.ScrollBarAsNeeded
        )
        self.setMinimumHeight(_LOWEST if whole else 0)
        self.setMaximumHeight(_LOWEST if whole else _ANY)
        self._grow()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def show_pdf(self, pdf: bytes) -> None:
        """Show these bytes; where one was in the paper before is kept."""
        page = self._view.pageNavigator().currentPage()
        self.clear()
        self._bytes = QByteArray(pdf)
        self._buffer.setData(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self._fit_small()
        if 0 < page < self._document.pageCount():
            self._view.pageNavigator().jump(page, self._view.pageNavigator().currentLocation())
        self._grow()

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
        self._grow()

    def zoom_in(self) -> None:
        """Show it larger."""
        self._zoom(STEP)

    def zoom_out(self) -> None:
        """Show it smaller."""
        self._zoom(1 / STEP)

    def _fit_small(self) -> None:
        """Show a small paper as a whole, and a larger one in its width, until somebody zooms."""
        if self._view.zoomMode() is QPdfView.ZoomMode.Custom:
            return
        if self._document.pagePointSize(0).width() >= _SMALL:
            self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        elif self._document.pagePointSize(0).width() > 0:
            edges = self._view.documentMargins()
            # Qt leaves no room for these above and below what it fits into the view.
            self._view.setDocumentMargins(QMargins(edges.left(), 0, edges.right(), 0))
            self._view.setZoomMode(QPdfView.ZoomMode.FitInView)

    def _dress(self) -> None:
        """Lay the pages on a quiet desk: what Qt calls dark is what lies around them."""
        palette = self._view.palette()
        if palette.color(QPalette.ColorRole.Dark) != colour(Token.SUNKEN):
            palette.setColor(QPalette.ColorRole.Dark, colour(Token.SUNKEN))
            self._view.setPalette(palette)

    def _zoom(self, factor: float) -> None:
        self._view.setZoomFactor(self._factor())
        self._view.setZoomMode(QPdfView.ZoomMode.Custom)
        wanted = self._view.zoomFactor() * factor
        self._view.setZoomFactor(min(LARGEST, max(SMALLEST, wanted)))
        self._grow()

    def _grow(self) -> None:
        """Be as high as the pages are at this size."""
        if not self._whole or not self.pages():
            return
        points = sum(self._document.pagePointSize(page).height() for page in range(self.pages()))
        edges = self._view.documentMargins()
        between = self._view.pageSpacing() * (self.pages() - 1) + edges.top() + edges.bottom()
        bar = self._view.horizontalScrollBar().sizeHint().height()
        room = bar if self._view.zoomMode() is QPdfView.ZoomMode.Custom else 0
        pixels = points * self._per_point() * self._factor()
        self.setFixedHeight(
            ceil(pixels) + self.pages() + between + 2 * self._view.frameWidth() + room
        )

    def _factor(self) -> float:
        """Return how much larger than on paper a page is shown now."""
        if self._view.zoomMode() is QPdfView.ZoomMode.Custom:
            return self._view.zoomFactor()
        edges, frame = self._view.documentMargins(), 2 * self._view.frameWidth()
        page = self._document.pagePointSize(0) * self._per_point()
        if page.isEmpty():
            return 1.0
        wide = (self.width() - frame - edges.left() - edges.right()) / page.width()
        if self._view.zoomMode() is QPdfView.ZoomMode.FitToWidth:
            return wide
        return min(wide, (self.height() - frame - edges.top() - edges.bottom()) / page.height())

    def _per_point(self) -> float:
        return self.logicalDpiX() / 72


class _Pages(QPdfView):
    """Qt's view, which leaves the keys that scroll to others when it shows everything.

    A page that was being drawn while the view changed its size would come in at the old size and
    be shown stretched, with lines of its letters missing: the first one after a change is drawn
    once more.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical, self))
        self.setHorizontalScrollBar(ScrollBar(Qt.Orientation.Horizontal, self))
        self._resized = True
        self.zoomFactorChanged.connect(self._on_resized)
        for renderer in self.findChildren(QPdfPageRenderer):
            renderer.pageRendered.connect(self._on_page_rendered)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_resized()

    def _on_resized(self) -> None:
        self._resized = True

    def _on_page_rendered(self) -> None:
        if self._resized:
            self._resized = False
            # Laid out anew, the view lets go of the pages it has drawn.
            spacing = self.pageSpacing()
            self.setPageSpacing(spacing + 1)
            self.setPageSpacing(spacing)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.verticalScrollBar().maximum() or self.horizontalScrollBar().maximum():
            super().keyPressEvent(event)
        else:
            event.ignore()
