"""The card of what the citizen has a right to see: all that is kept, and what was handed over."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.language import _
from ui.common.button import Button, Size
from ui.common.card import Card
from ui.common.flow_layout import FlowLayout
from ui.common.fonts import Role
from ui.common.text import Text


class RightCard(Card):
    """Asks for the access report, on paper or as data, and for the list of what was handed over."""

    def __init__(self) -> None:
        # i18n: Danish: »Borgerens ret til indsigt«
        super().__init__(_("The citizen's right of access"))
        self.report = _button(_("All that is kept …"), "file-text", "show_access_report")
        self.data = _button(_("Save as data …"), "save", "save_access_data")
        self.list = _button(_("What was handed over …"), "printer", "show_disclosures")
        words = _(
            "Give it whenever the citizen asks, within a month at the latest. Names of others are"
            " left out."
        )
        content, acts = QWidget(), QWidget()
        flow = FlowLayout(acts, gap=8, line_gap=8)
        for button in (self.report, self.data, self.list):
            flow.addWidget(button)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Text(words, Role.SECONDARY, wrap=True))
        column.addWidget(acts)
        self.add(content)


def _button(words: str, icon: str, name: str) -> Button:
    button = Button(words, icon=icon, size=Size.COMPACT)
    button.setObjectName(name)
    return button
