"""One line of the settings: what it is, one sentence about it, and what can be done."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.common.fonts import Role
from ui.common.shown import as_tip
from ui.common.text import Text


class ActRow(QWidget):
    """Title and sentence at the left, a control at the right."""

    def __init__(
        self, title: str, sentence: str, control: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sentence = Text(sentence, Role.SECONDARY, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._title = Text(title, Role.ROW_TITLE)
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(control)
        self._control = control

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)

    def say(self, sentence: str) -> None:
        """Show another sentence."""
        self._sentence.setText(sentence)

    def sentence(self) -> str:
        """Return the sentence shown."""
        return self._sentence.text()

    def set_working(self, sentence: str) -> None:
        """Say what is being done; until `sentence` is empty the control rests."""
        self._control.setEnabled(not sentence)
        self._control.setToolTip(as_tip(sentence))
        if sentence:
            self.say(sentence)
