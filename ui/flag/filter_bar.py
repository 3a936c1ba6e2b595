"""Choosing which flags are shown: practice, theme, urgent, soon deleted; or a view that is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.domain.flag import KEPT_DAYS, FlagCard
from app.domain.flag_choice import THEME_LABELS
from app.domain.flag_view import FlagFilter, FlagView
from app.domain.language import _
from ui.common.button import Button, IconButton, Kind, Size
from ui.common.check import BOX, CheckBox, draw_tick_box
from ui.common.choice_field import ChoiceBox
from ui.common.flow_layout import FlowLayout
from ui.common.fonts import Role
from ui.common.paint import draw_box, draw_text
from ui.common.text import Text
from ui.common.tokens import Token

_GAP = 8


class FilterBar(QWidget):
    """Holds what is asked for; `passes` says whether a flag is shown."""

    changed = Signal()
    keep_requested = Signal()
    rename_requested = Signal(str)
    remove_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # i18n: Danish: »Lægehus«, »Tema«, »Haster«, »Slettes inden 30 dage«, »Ryd filtre«
        self._practice = ChoiceBox(label=_("Practice"))
        self._theme = ChoiceBox(label=_("Theme"))
        self._urgent = FilterTick(_("Urgent"))
        self._soon = FilterTick(_("Deleted within 30 days"))
        self._clear = Button(_("Clear filters"), Kind.QUIET, icon="x", size=Size.STANDARD)
        # i18n: Danish: »Gemt visning«, »Gem som visning«
        self._kept: dict[str, FlagFilter] = {}
        self._views = ChoiceBox(label=_("Saved view"))
        self._keep = Button(_("Save as a view"), Kind.QUIET, icon="save", size=Size.STANDARD)
        size = Size.STANDARD
        self._rename = IconButton("pencil", _("Rename the view"), size=size)
        self._remove = IconButton("trash-2", _("Remove the view"), size=size)
        self._parts: tuple[QWidget, ...] = (
            *(self._views, self._rename, self._remove),
            *(self._practice, self._theme, self._urgent, self._soon, self._clear, self._keep),
        )
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

    def offer_views(self, views: Sequence[FlagView]) -> None:
        """Offer these views; without any there is nothing to choose."""
        self._kept = {view.name: view.shows for view in views}
        everything = [("", _("All flags"))]
        self._views.set_options(everything + [(view.name, view.name) for view in views])
        self._views.setVisible(bool(views))
        self._show_clear()

    def asked(self) -> FlagFilter:
        """Return what is asked for."""
        return FlagFilter(
            practice_id=self._practice.value(),
            theme=self._theme.value(),
            urgent=self._urgent.isChecked(),
            soon=self._soon.isChecked(),
        )

    def ask(self, shows: FlagFilter) -> None:
        """Ask for this; a practice that has no flags any more is left out."""
        self._practice.set_value(shows.practice_id)
        if self._practice.currentIndex() < 0:
            self._practice.set_value("")
        self._theme.set_value(shows.theme)
        self._urgent.setChecked(shows.urgent)
        self._soon.setChecked(shows.soon)
        self._on_changed()

    def view(self) -> str:
        """Return the name of the view that is shown, if it is one."""
        asked = self.asked()
        return next((name for name, shows in self._kept.items() if shows == asked), "")

    def passes(self, card: FlagCard, today: date) -> bool:
        """Whether this flag is asked for."""
        return self.asked().passes(card, (card.shrinks_on - today).days)

    def clear(self) -> None:
        """Ask for everything."""
        self.ask(FlagFilter())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_rule()

    def _on_changed(self) -> None:
        self._show_clear()
        self.changed.emit()

    def _show_clear(self) -> None:
        held = next((part for part in self._parts if part.hasFocus()), None)
        view = self.view()
        active = self.asked().is_active()
        self._views.set_value(view)
        # »All flags« clears a view, and stands beside it.
        for act in (self._clear, self._keep):
            act.setVisible(active and not view)
        self._rename.setVisible(bool(view))
        self._remove.setVisible(bool(view))
        if held is not None and held.isHidden():
            self._practice.setFocus()
        self._show_rule()

    def _show_rule(self) -> None:
        """Tell the rule where there is room for it: on a line of its own it takes of the board."""
        shown = [part.sizeHint().width() + _GAP for part in self._parts if not part.isHidden()]
        self._rule.setVisible(sum(shown) + self._rule.sizeHint().width() <= self.width())

    def _on_view_chosen(self) -> None:
        self.ask(self._kept.get(self._views.value(), FlagFilter()))

    def _connect(self) -> None:
        for box in (self._practice, self._theme):
            box.activated.connect(self._on_changed)
        for tick in (self._urgent, self._soon):
            tick.clicked.connect(self._on_changed)
        self._clear.clicked.connect(self.clear)
        self._views.activated.connect(self._on_view_chosen)
        self._keep.clicked.connect(self.keep_requested)
        self._rename.clicked.connect(lambda: self.rename_requested.emit(self.view()))
        self._remove.clicked.connect(lambda: self.remove_requested.emit(self.view()))

    def _build(self) -> None:
        self._practice.setObjectName("practice_filter")
        self._theme.setObjectName("theme_filter")
        self._urgent.setObjectName("urgent_filter")
        self._soon.setObjectName("soon_filter")
        self._clear.setObjectName("clear_filters")
        self._views.setObjectName("view_filter")
        self._keep.setObjectName("keep_view")
        self._rename.setObjectName("rename_view")
        self._remove.setObjectName("remove_view")
        flow = FlowLayout(self, gap=_GAP)
        for widget in self._parts:
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
        self.offer_views(())


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
