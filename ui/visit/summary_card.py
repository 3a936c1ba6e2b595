"""The card from which all visit summaries of a year are saved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.language import _
from ui.common.button import Button
from ui.common.card import Card
from ui.common.choice_field import ChoiceBox
from ui.common.fonts import Role
from ui.common.text import Text


class SummaryCard(Card):
    """Offers the summaries of one year, once a visit was held."""

    requested = Signal(int)  # the year

    def __init__(self, parent: QWidget | None = None) -> None:
        # i18n: Danish: »Besøgsresuméer«
        super().__init__(_("Visit summaries"), parent=parent)
        self._year = ChoiceBox(())
        self._year.setObjectName("summary_year")
        self._year.setAccessibleName(_("Which year"))
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        # i18n: Danish: »Alle årets resuméer til lægehusene på én gang, nummereret.«
        told = _("All summaries of a year for the practices in one go, numbered.")
        column.addWidget(Text(told, Role.SECONDARY, wrap=True))
        column.addWidget(self._year)
        save = Button(_("Save the summaries …"), icon="files")
        save.setObjectName("save_summaries")
        save.clicked.connect(lambda: self.requested.emit(int(self._year.value())))
        column.addWidget(save)
        self.add(held)

    def show_years(self, years: Sequence[int]) -> None:
        """Offer these years, the first of them at once; none hides the card."""
        codes = [str(year) for year in years]
        chosen = self._year.value()
        self._year.set_options([(code, code) for code in codes])
        if codes:
            self._year.set_value(chosen if chosen in codes else codes[0])
        self.setVisible(bool(codes))
