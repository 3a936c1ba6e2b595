"""The pages of a PDF, shown from the very bytes that will be saved."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QEvent,
    QIODevice,
    QMargins,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.language import _
from ui.common.tokens import Token, colour
from ui.paper.find_bar import FindBar
from ui.paper.pages import Pages

SMALLEST, LARGEST, STEP = 0.4, 4.0, 1.2
_LOWEST = 280  # px, until there is a paper
_ANY = 16_777_215
_AROUND = 120  # px seen above and below a hit
_SMALL = 420  # points: what is narrower than A5 would be shown far larger than life


class PaperView(QWidget):
    """Shows a PDF held in memory, and finds words in it; nothing is written for it.

    A `whole` one is as high as its pages: what it stands in scrolls, not the view.
    """

    page_changed = Signal(int)  # the page in view, from 0

    def __init__(self, parent: QWidget | None = None, *, whole: bool = False) -> None:
        super().__init__(parent)
        self._whole = False
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._bytes = QByteArray()
        self._view = Pages(self)
        self._view.setDocument(self._document)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setAccessibleName(_("The paper"))
        self._view.pageNavigator().currentPageChanged.connect(self.page_changed)
        self.setFocusProxy(self._view)
        self._find = FindBar(self._document)
        self._view.setSearchModel(self._find.model)
        self._find.hit_changed.connect(self._on_hit_changed)
        self._find.closed.connect(self._on_find_closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._find)
        column.addWidget(self._view, 1)
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
        self._find.look_again()

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

    def page(self) -> int:
        """Return which page is in view, from 0."""
        if not self._whole:
            return self._view.pageNavigator().currentPage()
        seen = self._view.visibleRegion().boundingRect().center().y()
        tops = [self._place(page, 0, 0).y() for page in range(self.pages())]
        return max((page for page, top in enumerate(tops) if top <= seen), default=0)

    def next_page(self) -> None:
        """Go to the next page, if there is one."""
        self._turn_to(self.page() + 1)

    def page_before(self) -> None:
        """Go to the page before, if there is one."""
        self._turn_to(self.page() - 1)

    def open_search(self) -> None:
        """Let words be looked for in the paper."""
        self._find.open()
        self._grow()

    def next_hit(self) -> None:
        """Go to the next place where the words stand; ask for words if there are none."""
        self._step(1)

    def hit_before(self) -> None:
        """Go to the place before."""
        self._step(-1)

    def fit_page(self) -> None:
        """Let a page be seen as a whole."""
        self._view.setZoomMode(QPdfView.ZoomMode.FitInView)
        self._grow()

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

    def _step(self, way: int) -> None:
        if self._find.isHidden():
            self.open_search()
        else:
            self._find.step(way)

    def _on_hit_changed(self, place: int) -> None:
        self._view.setCurrentSearchResultIndex(place)
        hit = self._find.hit()
        if hit is None or not hit.rectangles():
            return
        found = hit.rectangles()[0]
        scale = self._per_point() * self._factor()
        corner = self._place(hit.page(), found.x() * scale, found.y() * scale)
        self._bring_into_view(
            QRect(corner, QSize(ceil(found.width() * scale), ceil(found.height() * scale)))
        )

    def _on_find_closed(self) -> None:
        self._grow()
        self._view.setFocus()

    def _turn_to(self, page: int) -> None:
        if not 0 <= page < self.pages():
            return
        if not self._whole:
            self._view.pageNavigator().jump(page, QPointF())
            return
        for area, body in self._scrolled_in():
            top = self._view.mapTo(body, self._place(page, 0, 0)).y()
            area.verticalScrollBar().setValue(top - self._view.pageSpacing())

    def _bring_into_view(self, place: QRect) -> None:
        """Scroll to `place` of the paper as it is drawn now."""
        middle = place.center()
        if not self._whole:
            port = self._view.viewport().rect()
            self._view.verticalScrollBar().setValue(middle.y() - port.height() // 2)
            self._view.horizontalScrollBar().setValue(middle.x() - port.width() // 2)
            return
        for area, body in self._scrolled_in():
            inside = self._view.mapTo(body, middle)
            area.ensureVisible(inside.x(), inside.y(), place.width() // 2, _AROUND)

    def _scrolled_in(self) -> Iterator[tuple[QScrollArea, QWidget]]:
        """Yield what a whole one scrolls in, each with what is scrolled there."""
        parent = self.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea) and (body := parent.widget()) is not None:
                yield parent, body
            parent = parent.parentWidget()

    def _place(self, page: int, across: float, down: float) -> QPoint:
        """Return where on all the pages, as they are drawn, a point of `page` lies."""
        scale = self._per_point() * self._factor()
        above = [self._document.pagePointSize(one) for one in range(page)]
        top = sum(round(one.height() * scale) + self._view.pageSpacing() for one in above)
        wide = round(self._document.pagePointSize(page).width() * scale)
        left = max(0, (self._view.viewport().width() - wide) // 2)
        return QPoint(round(left + across), round(self._view.documentMargins().top() + top + down))

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
        room += 0 if self._find.isHidden() else self._find.sizeHint().height()
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
        wide = (self._view.width() - frame - edges.left() - edges.right()) / page.width()
        if self._view.zoomMode() is QPdfView.ZoomMode.FitToWidth:
            return wide
        high = self._view.height() - frame - edges.top() - edges.bottom()
        return min(wide, high / page.height())

    def _per_point(self) -> float:
        return self.logicalDpiX() / 72
