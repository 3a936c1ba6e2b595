"""The buttons of the half-year plan: one half-year back, to the current one, one on."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.language import _
from ui.common.button import Button, IconButton, Kind
from ui.common.shown import as_tip
from ui.visit.plan_rows import HalfYear

REACH = 4  # half-years ahead and back


class HalfYearKeys(QWidget):
    """Says which half-year is asked for; the page answers with `show_half`."""

    asked = Signal(object)  # HalfYear

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._half = self._now = HalfYear.of(date.min)
        self._before = IconButton("chevron-left", _("The half-year before"), kind=Kind.SECONDARY)
        self._period = Button("", icon="calendar-days")
        self._after = IconButton("chevron-right", _("The half-year after"), kind=Kind.SECONDARY)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for button, name in (
            (self._before, "half_year_before"),
            (self._period, "half_year"),
            (self._after, "half_year_after"),
        ):
            button.setObjectName(name)
            row.addWidget(button)
        self._before.clicked.connect(lambda: self.step(-1))
        self._period.clicked.connect(lambda: self.asked.emit(self._now))
        self._after.clicked.connect(lambda: self.step(1))

    def show_half(self, half: HalfYear, today: date) -> None:
        """Show `half`, and how far one may go from the half-year of `today`."""
        self._half, self._now = half, HalfYear.of(today)
        self._period.setText(half.label())
        apart = (half.year - self._now.year) * 2 + half.half - self._now.half
        for button, on in ((self._before, apart > -REACH), (self._after, apart < REACH)):
            button.setEnabled(on)
        far = _("The plan goes two years ahead and two years back.")
        self._before.setToolTip(as_tip(_("The half-year before") if apart > -REACH else far))
        self._after.setToolTip(as_tip(_("The half-year after") if apart < REACH else far))

    def step(self, by: int) -> None:
        """Ask for the half-year after, or before with -1, if the plan goes that far."""
        button = self._after if by > 0 else self._before
        if button.isEnabled():
            self.asked.emit(self._half.step(by))
