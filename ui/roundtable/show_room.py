"""Show mode: only the paper under discussion, large, for those at the table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QPainter, QPaintEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.language import _
from ui.common.button import Button
from ui.common.cover import CoverButtons
from ui.common.fonts import Role
from ui.common.full_screen import leave_full_screen, toggle_full_screen
from ui.common.sealed_room import SealedRoom
from ui.common.text import Text
from ui.common.tokens import Token, colour
from ui.paper.key_button import key_button
from ui.paper.paper_keys import listen_to_see
from ui.paper.paper_view import PaperView


class ShowRoom(SealedRoom):
    """Shows these very bytes over the whole screen, and neither a name nor a word beside them."""

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf
        self.view = PaperView()
        self._page = Text("", Role.SECONDARY)
        content = _Sheet(self.view)
        super().__init__(content)
        # i18n: Danish: »Arket, der vises ved bordet«
        self.setAccessibleName(_("The sheet shown at the table"))
        content.bar.addWidget(self._page)
        self._was_full = False
        self._build(content)
        self._listen(content)
        self.view.page_changed.connect(lambda _page: self._tell_page())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if event.spontaneous() or self.view.pages():
            return
        self._was_full = self.window().isFullScreen()
        if not self._was_full:
            toggle_full_screen(self.window())
        self.view.show_pdf(self._pdf)
        self._tell_page()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous() and not self._was_full:
            leave_full_screen(self.window())

    def _build(self, content: _Sheet) -> None:
        bar, view = content.bar, self.view
        for icon, words, keys, act in (
            ("chevron-left", _("Previous page"), "Ctrl+PgUp", view.page_before),
            ("chevron-right", _("Next page"), "Ctrl+PgDown", view.next_page),
            ("zoom-out", _("Smaller"), "-", view.zoom_out),
            ("zoom-in", _("Larger"), "+", view.zoom_in),
            ("move-horizontal", _("Fit width"), "Ctrl+0", view.fit_width),
            ("file-text", _("Whole page"), "0", view.fit_page),
        ):
            bar.addWidget(key_button(icon, words, keys, act))
        bar.addStretch(1)
        bar.addWidget(CoverButtons())
        # i18n: Danish: »Slut visningen«
        leave = Button(_("End the showing"), icon="x", keys="Esc")
        leave.setObjectName("leave_showing")
        leave.clicked.connect(self.leave_requested)
        bar.addWidget(leave)

    def _listen(self, content: _Sheet) -> None:
        listen_to_see(content, self.view)
        for keys, act in (
            ("Esc", self.leave_requested.emit),
            ("F11", self.leave_requested.emit),
            ("0", self.view.fit_page),
        ):
            heard = QShortcut(QKeySequence(keys), content)
            heard.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            heard.activated.connect(act)

    def _tell_page(self) -> None:
        # i18n: Danish: »Side 1 af 2«
        said = _("Page {page} of {pages}")
        self._page.setText(said.format(page=self.view.page() + 1, pages=self.view.pages()))


class _Sheet(QWidget):
    """The paper, and the bar beneath it."""

    def __init__(self, view: PaperView) -> None:
        super().__init__()
        self.setFocusProxy(view)
        self.bar = QHBoxLayout()
        self.bar.setContentsMargins(12, 6, 12, 6)
        self.bar.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(view, 1)
        column.addLayout(self.bar)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(Token.SURFACE))
        painter.end()
