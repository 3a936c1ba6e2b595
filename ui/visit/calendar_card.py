"""The card from which the plan is saved as a calendar file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.language import _
from ui.common.button import Button
from ui.common.card import Card
from ui.common.fonts import Role
from ui.common.text import Text


class CalendarCard(Card):
    """Offers the plan to Outlook and other calendars."""

    requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        # i18n: Danish: »Kalenderfil«
        super().__init__(_("Calendar file"), parent=parent)
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        told = _("The planned visits for Outlook and other calendars: day and time, no names.")
        column.addWidget(Text(told, Role.SECONDARY, wrap=True))
        # i18n: Danish: »Gem som kalenderfil«
        save = Button(_("Save as calendar file …"), icon="calendar-days")
        save.setObjectName("save_calendar")
        save.clicked.connect(self.requested)
        column.addWidget(save)
        self.add(held)
