"""What every screen with something to hide shows: the time to the lock, curtain and lock.

The frame connects whatever of these it finds in itself or in the room it shows.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.language import _
from ui.common.button import Button
from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.text import Text
from ui.common.tokens import Token, Tone

WARN_BELOW = 60  # seconds
_WIDEST = "00:00"


class CoverButtons(QWidget):
    """A curtain and a lock button."""

    curtain_requested = Signal()
    lock_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # i18n: Danish: »Gardin«
        curtain = Button(_("Curtain"), icon="eye-off", keys="F9")
        # i18n: Danish: »Lås«
        lock = Button(_("Lock"), icon="lock", keys="Ctrl+L")
        curtain.setObjectName("curtain")
        lock.setObjectName("lock")
        curtain.clicked.connect(self.curtain_requested)
        lock.clicked.connect(self.lock_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(curtain)
        row.addWidget(lock)


class LockClock(QWidget):
    """How long it is to the lock if nobody touches anything."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel("timer", Token.INK2, 16)
        self._words = Text("", Role.SECONDARY)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._words)
        self._keep_room()

    def set_remaining(self, seconds: int) -> None:
        """Show minutes and seconds."""
        self._words.setText(_words(f"{seconds // 60}:{seconds % 60:02}"))
        late = seconds < WARN_BELOW
        self._words.set_tone(Tone.WARN if late else None)
        self._icon.set_icon("timer", Token.WARN if late else Token.INK2)

    def text(self) -> str:
        """Return what is shown."""
        return self._words.text()

    def _keep_room(self) -> None:
        # The frame is laid out before the first figure comes: it would be cut until the second.
        self._words.ensurePolished()  # else it would be measured in another font
        widest = self._words.fontMetrics().horizontalAdvance(_words(_WIDEST))
        self._words.setMinimumWidth(widest)


def _words(time: str) -> str:
    # i18n: Danish: »Låser om {time}«
    return _("Locks in {time}").format(time=time)
