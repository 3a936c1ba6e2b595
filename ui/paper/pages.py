"""Qt's view of the pages of a PDF, mended where it falls short."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtPdf import QPdfPageRenderer
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.common.scroll_area import ScrollBar


class Pages(QPdfView):
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
