"""The keys of a paper on screen, the same wherever one is shown, and buttons that do the same."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.language import _
from ui.paper.key_button import key_button
from ui.paper.paper_view import PaperView

Acts = tuple[tuple[str, Callable[[PaperView], None]], ...]


class PaperTools(QWidget):
    """What can be done with the paper in `view`: look for words in it, and see it larger."""

    def __init__(self, view: PaperView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for icon, name, keys, pressed in (
            ("text-search", _("Find in the paper"), "Ctrl+F", view.open_search),
            ("zoom-out", _("Smaller"), "Ctrl+-", view.zoom_out),
            ("zoom-in", _("Larger"), "Ctrl++", view.zoom_in),
            ("move-horizontal", _("Fit width"), "Ctrl+0", view.fit_width),
        ):
            row.addWidget(key_button(icon, name, keys, pressed))


_TO_FIND: Acts = (
    ("Ctrl+F", PaperView.open_search),
    ("F3", PaperView.next_hit),
    ("Shift+F3", PaperView.hit_before),
)
_TO_SEE: Acts = (
    ("Ctrl++", PaperView.zoom_in),
    ("Ctrl+=", PaperView.zoom_in),  # the same key, where + is typed with Shift
    ("Ctrl+-", PaperView.zoom_out),
    ("Ctrl+0", PaperView.fit_width),
    ("Ctrl+PgDown", PaperView.next_page),
    ("Ctrl+PgUp", PaperView.page_before),
)


def listen(host: QWidget, view: Callable[[], PaperView]) -> None:
    """Let `host`, and all that stands in it, hear the keys of the paper that `view` returns."""
    for keys, act in (*_TO_FIND, *_TO_SEE):
        _listen(host, keys, view, act)


def listen_to_see(host: QWidget, view: PaperView) -> None:
    """Let `host` hear those of them that show the paper another way, and + and - alone."""
    for keys, act in (*_TO_SEE, ("+", PaperView.zoom_in), ("-", PaperView.zoom_out)):
        _listen(host, keys, lambda: view, act)


def _listen(
    host: QWidget, keys: str, view: Callable[[], PaperView], act: Callable[[PaperView], None]
) -> None:
    shortcut = QShortcut(QKeySequence(keys), host)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(lambda: act(view()))
