"""The agendas one can begin with, as buttons."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.agenda import AGENDA_LABELS, AgendaKind
from app.domain.language import _
from ui.common.button import Button, Size
from ui.common.flow_layout import FlowLayout
from ui.common.fonts import Role
from ui.common.text import Text
from ui.common.tokens import Token


class TemplateRow(QWidget):
    """»Begin with the agenda of …« and a button for each kind of meeting."""

    chosen = Signal(str)  # its code

    def __init__(self) -> None:
        super().__init__()
        # i18n: Danish: »Begynd med en dagsorden, eller tilføj punkterne selv.«
        lead = _("Begin with an agenda, or add the points yourself.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text(lead, Role.SECONDARY, tone=Token.INK2, wrap=True))
        buttons = QWidget()
        row = FlowLayout(buttons)
        for kind in AgendaKind:
            button = Button(_(AGENDA_LABELS[kind]), icon="list", size=Size.COMPACT)
            button.setObjectName(f"fill_{kind.value}")
            button.clicked.connect(partial(self._choose, kind))
            row.addWidget(button)
        column.addWidget(buttons)

    def _choose(self, kind: AgendaKind) -> None:
        self.chosen.emit(kind.value)
