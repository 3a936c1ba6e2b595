"""The place on a page where trouble with a file is told; empty while there is none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.language import _
from ui.common.discard import clear


class TroublePlace(QWidget):
    """Tells one trouble at a time, and offers to do it `again` or to take the `other` way."""

    def __init__(
        self,
        again: Callable[[], object],
        other: Callable[[], object],
        other_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._again, self._other = again, (other_text or _("Open another file"), other)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setVisible(False)

    def show_error(self, error: BaseException) -> None:
        """Tell `error`; what is no expected trouble is raised as the bug it is."""
        # Seldom needed, and not for the first window.
        from ui.common.reveal import reveal
        from ui.file.trouble import TroubleNotice

        notice = TroubleNotice(error, (_("Try again"), self._again), self._other)
        self.clear()
        self._column.addWidget(notice)
        self.setVisible(True)
        reveal(self)

    def clear(self) -> None:
        """Tell nothing any more."""
        clear(self._column)
        self.setVisible(False)
