"""The line at the foot of the window: how safe things are, in words and icons."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.domain.language import _
from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.text import ShortText
from ui.common.tokens import TONE_TEXT, Token, Tone, colour

HEIGHT = 28


class StatusBar(QWidget):
    """Encryption, no network, the last copy; at the right whether all is saved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # i18n: Danish: »Krypteret på denne pc« and »Arbejder uden net«
        self._sealed = StatusItem("shield-check", _("Encrypted on this computer"))
        self._offline = StatusItem("wifi-off", _("Works without a network"))
        self._copy = StatusItem("hard-drive", "")
        self._saved = StatusItem("check", "")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(20)
        for item in (self._sealed, self._offline, self._copy):
            row.addWidget(item)
        row.addStretch(1)
        row.addWidget(self._saved)
        self.setFixedHeight(HEIGHT)
        self.set_copy("")
        # i18n: Danish: »Alle ændringer er gemt«
        self.set_saved(_("All changes are saved"))

    def set_copy(self, text: str, *, late: bool = False) -> None:
        """Say when the last copy was made; `late` warns."""
        self._copy.say(
            text, "triangle-alert" if late else "hard-drive", Tone.WARN if late else None
        )

    def set_saved(self, text: str, *, trouble: bool = False) -> None:
        """Say whether what was typed is kept; `trouble` warns that it is not."""
        icon = "circle-alert" if trouble else "check"
        self._saved.say(text, icon, Tone.DANGER if trouble else None)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(Token.SURFACE))
        painter.fillRect(0, 0, self.width(), 1, colour(Token.LINE))
        painter.end()


class StatusItem(QWidget):
    """An icon and a few words."""

    def __init__(self, icon: str, text: str) -> None:
        super().__init__()
        self._icon = IconLabel(icon, Token.INK2, 14)
        self._words = ShortText(text, Role.CAPTION)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._words)

    def say(self, text: str, icon: str, tone: Tone | None) -> None:
        """Show `text`; nothing hides the item."""
        self._words.setText(text)
        self._words.set_tone(tone)
        self._icon.set_icon(icon, TONE_TEXT[tone] if tone else Token.INK2)
        self.setVisible(bool(text))

    def text(self) -> str:
        """Return what is said."""
        return self._words.text()
