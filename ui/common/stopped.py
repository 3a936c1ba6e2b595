"""A button that, when it cannot be pressed, says why beside it and what would change that."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.common.button import Button
from ui.common.fonts import Role, font
from ui.common.shown import as_tip
from ui.common.text import Text

WIDEST = 300  # px; a longer reason goes on to the next line


class Stopped(QWidget):
    """Holds `button` and the reason it is stopped for; `lift` is shown with the reason, and `also`
    is stopped with the button."""

    def __init__(
        self,
        button: Button,
        *,
        lift: Button | None = None,
        also: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.button = button
        self._spoken = {one: one.accessibleDescription() for one in (button, also) if one}
        self._lift = lift
        self._reason = Text("", Role.SECONDARY, wrap=True)
        self._reason.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._reason, 1)
        if lift is not None:
            row.addWidget(lift)
        for one in self._spoken:
            row.addWidget(one)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_stopped(None)

    def reason(self) -> str:
        """Return the sentence shown, or nothing."""
        return self._reason.text()

    def set_stopped(self, reason: str | None) -> None:
        """Stop the button for `reason`; None lets it be pressed."""
        for button, spoken in self._spoken.items():
            button.setEnabled(reason is None)
            button.setToolTip(as_tip(reason or ""))
            button.setAccessibleDescription(reason or spoken)
        self._reason.setText(reason or "")
        line = QFontMetrics(font(Role.SECONDARY)).horizontalAdvance(reason or "")
        self._reason.setMinimumWidth(min(line + 2, WIDEST))
        self._reason.setVisible(reason is not None)
        if self._lift is not None:
            self._lift.setVisible(reason is not None)
