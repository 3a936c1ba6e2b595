"""What holds today, large, in plain sentences to read aloud to the citizen, in either language."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.language import _, language
from ui.common.button import Button, Kind
from ui.common.dialog import Dialog
from ui.common.discard import clear
from ui.common.fonts import Role
from ui.common.segments import Segments, name_parts
from ui.common.text import Text


class ReadAloudDialog(Dialog):
    """Shows the words, a sentence a line; `say` gives them in a language."""

    def __init__(self, parent: QWidget, say: Callable[[str], str]) -> None:
        super().__init__(_("Read aloud to the citizen"), parent, width=640)
        self._say = say
        spoken = (("da", _("Dansk")), ("en", _("English")))  # each is named in itself
        self._spoken = Segments(spoken, name=_("Language"))
        name_parts("language", _("Language"), self._spoken.parts())
        self._spoken.set_value("en" if language() == "en" else "da")
        self._spoken.chosen.connect(self._show)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(12)
        self.body.addLayout(self._lines)
        self.body.addStretch(1)
        self.add_left(self._spoken)
        close = Button(_("Close"), Kind.PRIMARY, keys="Esc", pressed=self.reject)
        self.add_button(close).setObjectName("close")
        self._show("")
        close.setFocus()

    def _show(self, spoken: str) -> None:
        """Show the words in the language `spoken`, or else the one in force."""
        clear(self._lines)
        for place, line in enumerate(self._say(spoken).split("\n")):
            text = Text(line, Role.CARD_TITLE, wrap=True)
            text.setObjectName(f"line_{place}")
            self._lines.addWidget(text)
            text.show()


def read_aloud(parent: QWidget, say: Callable[[str], str]) -> ReadAloudDialog:
    """Open what `say` gives."""
    dialog = ReadAloudDialog(parent, say)
    dialog.open()
    return dialog
