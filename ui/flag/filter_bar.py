"""Choosing which flags are shown: practice, theme, urgent, soon deleted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.domain.flag import KEPT_DAYS, FlagCard
from app.domain.flag_choice import THEME_LABELS, Urgency
from app.domain.language import _
from ui.common.button import Button, Kind, Size
from ui.common.check import BOX, CheckBox, draw_tick_box
from ui.common.choice_field import ChoiceBox
from ui.common.flow_layout import FlowLayout
from ui.common.fonts import Role
from ui.common.paint import draw_box, draw_text
from ui.common.text import Text
from ui.common.tokens import Token
from ui.flag.flag_look import goes_soon

_GAP = 8


class FilterBar(QWidget):
    """Holds what is asked for; `passes` says whether a flag is shown."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # i18n: Danish: »Lægehus«, »Tema«, »Haster«, »Slettes inden 30 dage«, »Ryd filtre«
        self._practice = ChoiceBox(label=_("Practice"))
        self._theme = ChoiceBox(label=_("Theme"))
        self._urgent = FilterTick(_("Urgent"))
        self._soon = FilterTick(_("Deleted within 30 days"))
        self._clear = Button(_("Clear filters"), Kind.QUIET, icon="x", size=Size.STANDARD)
        self._build()
        self._connect()

    def offer(self, cards: Sequence[FlagCard]) -> None:
        """Offer the practices that have flags; what was chosen stays if it is among them."""
        found = {card.practice_id.hex: card.practice for card in cards}
        practices = sorted(found.items(), key=lambda pair: pair[1].casefold())
        everything = [("", _("All"))]
        self._practice.set_options(everything + practices)
        self._theme.set_options(
            everything + [(theme.value, _(label)) for theme, label in THEME_LABELS.items()]
        )
        for box in (self._practice, self._theme):
            if box.currentIndex() < 0:
                box.set_value("")
        self._show_clear()

    def passes(self, card: FlagCard, today: date) -> bool:
        """Whether this flag is asked for."""
        return (
            self._practice.value() in ("", card.practice_id.hex)
            and self._theme.value() in ("", card.facts.theme.value)
            and (not self._urgent.isChecked() or card.facts.urgency is not Urgency.CAN_WAIT)
            and (not self._soon.isChecked() or goes_soon(card, today))
        )

    def is_active(self) -> bool:
        """Whether anything is left out."""
        chosen = self._practice.value() or self._theme.value()
        return bool(chosen) or self._urgent.isChecked() or self._soon.isChecked()

    def clear(self) -> None:
        """Ask for everything."""
        for box in (self._practice, self._theme):
            box.set_value("")
        for tick in (self._urgent, self._soon):
            tick.setChecked(False)
        self._on_changed()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_rule()

    def _on_changed(self) -> None:
        self._show_clear()
        self.changed.emit()

    def _show_clear(self) -> None:
        self._clear.setVisible(self.is_active())
        self._show_rule()

    def _show_rule(self) -> None:
        """Tell the rule where there is room for it: on a line of its own it takes of the board."""
        filters = (self._practice, self._theme, self._urgent, self._soon, self._clear)
        shown = [part.sizeHint().width() + _GAP for part in filters if not part.isHidden()]
        self._rule.setVisible(sum(shown) + self._rule.sizeHint().width() <= self.width())

    def _connect(self) -> None:
        for box in (self._practice, self._theme):
            box.activated.connect(self._on_changed)
        for tick in (self._urgent, self._soon):
            tick.clicked.connect(self._on_changed)
        self._clear.clicked.connect(self.clear)

    def _build(self) -> None:
        self._practice.setObjectName("practice_filter")
        self._theme.setObjectName("theme_filter")
        self._urgent.setObjectName("urgent_filter")
        self._soon.setObjectName("soon_filter")
        self._clear.setObjectName("clear_filters")
        flow = FlowLayout(self, gap=_GAP)
        shown = (self._practice, self._theme, self._urgent, self._soon, self._clear)
        for widget in shown:
            flow.addWidget(widget)
        # i18n: Danish: »Slettes 90 dage efter, flaget er rejst«
        words = _("Deleted {days} days after the flag is raised").format(days=KEPT_DAYS)
        self._rule = Text(words, Role.SECONDARY)
        self._rule.setContentsMargins(8, 9, 0, 9)
        self._soon.setToolTip(words)
        flow.addWidget(self._rule)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class FilterTick(CheckBox):
    """A tick box in a frame, as high as the drop-downs beside it."""

    @override
    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(10 + BOX + 10 + words + 12, Size.STANDARD)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hasHeightForWidth(self) -> bool:
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        on = self.isChecked()
        fill = Token.ACCENT_SOFT if on else Token.SURFACE
        edge = Token.ACCENT if on else Token.INK2 if self.underMouse() else Token.LINE2
        draw_box(painter, self.rect(), fill, edge)
        box = self.rect().adjusted(10, 0, 0, 0)
        box.setSize(QSize(BOX, BOX))
        box.moveTop((self.height() - BOX) // 2)
        draw_tick_box(painter, box, on=on, hover=self.underMouse())
        words = self.rect().adjusted(10 + BOX + 10, 0, 0, 0)
        painter.setFont(self.font())
        draw_text(painter, words, self.text(), Token.INK, Qt.AlignmentFlag.AlignVCenter)
        painter.end()
