"""Asking for the key before the rest of the window is seen again; the file stays open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from app.domain.language import _
from ui.common.button import Button, Kind, Size
from ui.common.override import override
from ui.file.attempts import Attempts
from ui.file.file_acts import FileActs
from ui.file.loaded import Loaded
from ui.file.unlock_page import UnlockPage


class LeavePage(UnlockPage):
    """Takes passphrase or code, as the lock does and under the same pauses; `opened` tells that one
    of them fits, and `back` that what was shown is to be shown on."""

    back = Signal()

    def __init__(
        self, acts: FileActs, path: Path, attempts: Attempts, *, demo_phrase: str = ""
    ) -> None:
        super().__init__(acts, path, attempts, demo_phrase=demo_phrase)
        self.setObjectName("leave_page")
        esc = QShortcut(QKeySequence("Esc"), self)
        esc.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        esc.activated.connect(self.back)

    @override
    def _enter(self, loaded: Loaded, key: bytes) -> object:
        return None  # the file is open; it was only asked whether the key fits

    @override
    def _words(self) -> tuple[str, str]:
        # i18n: Danish: »Vis resten igen?«
        return _("See the rest again?"), _("The others at the table see only this until then.")

    @override
    def _act_words(self) -> str:
        return _("Leave the showing")

    @override
    def _links(self) -> QHBoxLayout:
        row = QHBoxLayout()
        back = Button(_("Back to the paper"), Kind.QUIET, size=Size.INLINE, keys="Esc")
        back.setObjectName("back_to_paper")
        back.clicked.connect(self.back)
        row.addWidget(back)
        row.addStretch(1)
        return row
