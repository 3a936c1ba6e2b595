"""The help, the list of what is new, and about Fasthold, beside one another."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from app.domain.language import _
from ui.common.button import Button, Kind
from ui.common.dialog import Dialog
from ui.common.focus_ring import Ring, set_ring
from ui.common.fonts import Role, font
from ui.common.segments import Segments
from ui.common.style_sheet import MENU, SCROLL_BARS, wear
from ui.help.dress import dress
from ui.help.pages import PAGES, text_of

_TALL = 400
_MARGIN = 16


class HelpDialog(Dialog):
    """Shows one page of the help at a time."""

    def __init__(self, parent: QWidget | None = None, *, page: str = PAGES[0].name) -> None:
        super().__init__(_("Help"), parent, width=720)
        self._switch = Segments([(one.name, _(one.label)) for one in PAGES], name=_("Help"))
        self._text = QTextBrowser()
        self._build()
        self.show_page(page)

    def show_page(self, name: str) -> None:
        """Show the page called `name`."""
        self._switch.set_value(name)
        self._text.setMarkdown(text_of(name))
        dress(self._text.document())
        self._text.verticalScrollBar().setValue(0)

    def _build(self) -> None:
        wear(self._text, MENU, SCROLL_BARS)
        self._text.setOpenLinks(False)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.document().setDefaultFont(QFont(font(Role.BODY)))
        self._text.document().setDocumentMargin(_MARGIN)
        self._text.setMinimumHeight(_TALL)
        self._text.setAccessibleName(_("Help"))
        self._text.setObjectName("help_text")
        set_ring(self._text, Ring.SELF)
        self._switch.chosen.connect(self.show_page)
        for part in self._switch.parts():
            part.setObjectName(f"help_{part.code}")
        self.body.addWidget(self._switch)
        self.body.addWidget(self._text, 1)
        close = self.add_button(Button(_("Close"), Kind.PRIMARY, keys="Esc", pressed=self.accept))
        close.setObjectName("close")
        self._text.setFocus()
