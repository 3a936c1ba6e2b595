"""Choosing which flags are shown, by any of what stands on them; or a view that is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.domain.flag import KEPT_DAYS, FlagCard
from app.domain.flag_choice import THEME_LABELS
from app.domain.flag_view import AGES, LEFTS, WITHOUT_FEEDBACK, FlagFilter, FlagView
from app.domain.language import _, ngettext
from ui.common.button import Button, IconButton, Kind, Size
from ui.common.choice_field import ChoiceBox
from ui.common.flow_layout import FlowLayout
from ui.common.fonts import Role
from ui.common.shown import as_tip
from ui.common.text import Text
from ui.flag.filter_tick import FilterTick

_GAP = 8
_STANDING = " untold"  # under which a view stands that nobody kept: no name begins with a blank


class FilterBar(QWidget):
    """Holds what is asked for."""

    changed = Signal()
    keep_requested = Signal()
    rename_requested = Signal(str)
    remove_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # i18n: Danish: »Lægehus«, »Tema«, »Alder på flag«, »Slettes«, »Haster«, »Ryd filtre«
        self._practice = ChoiceBox(label=_("Practice"), snug=True)
        self._theme = ChoiceBox(label=_("Theme"), snug=True)
        self._over = ChoiceBox(_ages(), label=_("Age of the flag"), snug=True)
        self._within = ChoiceBox(_lefts(), label=_("To be deleted"), snug=True)
        self._urgent = FilterTick(_("Urgent"))
        # i18n: Danish: »Nævnt 3 gange eller mere«, »Uden tilbagemelding«
        self._often = FilterTick(_("Mentioned 3 times or more"))
        self._untold = FilterTick(_("Without feedback"))
        self._clear = Button(_("Clear filters"), Kind.QUIET, icon="x", size=Size.STANDARD)
        # i18n: Danish: »Visning«, »Gem som visning«
        self._kept: Mapping[str, FlagFilter] = {}
        self._views = ChoiceBox(label=_("View"), snug=True)
        self._keep = Button(_("Save as a view"), Kind.QUIET, icon="save", size=Size.STANDARD)
        self._rename = IconButton("pencil", _("Rename the view"), size=Size.STANDARD)
        self._remove = IconButton("trash-2", _("Remove the view"), size=Size.STANDARD)
        self._parts: Mapping[str, QWidget] = self._named_parts()
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
        self._show_acts()

    def offer_views(self, views: Sequence[FlagView]) -> None:
        """Offer these views beside the two that always stand: all flags, and those not told of."""
        self._kept = {_STANDING: WITHOUT_FEEDBACK, **{view.name: view.shows for view in views}}
        standing = [("", _("All flags")), (_STANDING, _("Without feedback"))]
        self._views.set_options(standing + [(view.name, view.name) for view in views])
        self._show_acts()

    def say_kept(self, days: int) -> None:
        """Say how long flags are kept."""
        # i18n: Danish: »Slettes 90 dage efter, flaget er rejst«
        words = _("Deleted {days} days after the flag is raised").format(days=days)
        self._rule.setText(words)
        self._within.setToolTip(as_tip(words))

    def asked(self) -> FlagFilter:
        """Return what is asked for."""
        return FlagFilter(
            practice_id=self._practice.value(),
            theme=self._theme.value(),
            over=int(self._over.value() or 0),
            within=int(self._within.value() or 0),
            urgent=self._urgent.isChecked(),
            often=self._often.isChecked(),
            untold=self._untold.isChecked(),
        )

    def ask(self, shows: FlagFilter) -> None:
        """Ask for this; a practice that has no flags any more is left out."""
        self._practice.set_value(shows.practice_id)
        if self._practice.currentIndex() < 0:
            self._practice.set_value("")
        self._theme.set_value(shows.theme)
        self._over.set_value(_code(shows.over))
        self._within.set_value(_code(shows.within))
        self._urgent.setChecked(shows.urgent)
        self._often.setChecked(shows.often)
        self._untold.setChecked(shows.untold)
        self._on_changed()

    def view(self) -> str:
        """Return the name of the view that is shown, if it is one that was kept."""
        shown = self._shown_view()
        return "" if shown == _STANDING else shown

    def clear(self) -> None:
        """Ask for everything."""
        self.ask(FlagFilter())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_rule()

    def _shown_view(self) -> str:
        asked = self.asked()
        return next((name for name, shows in self._kept.items() if shows == asked), "")

    def _on_changed(self) -> None:
        self._show_acts()
        self.changed.emit()

    def _show_acts(self) -> None:
        """Show what can be done with what is asked for; the keyboard leaves what goes."""
        held = next((part for part in self._parts.values() if part.hasFocus()), None)
        asked, view, kept = self.asked(), self._shown_view(), bool(self.view())
        self._views.set_value(view)
        # »All flags« clears a view, and stands beside it.
        for act in (self._clear, self._keep):
            act.setVisible(asked.is_active() and not view)
        self._untold.setVisible(asked.untold and not view)
        self._rename.setVisible(kept)
        self._remove.setVisible(kept)
        if held is not None and held.isHidden():
            self._views.setFocus()
        self._show_rule()

    def _show_rule(self) -> None:
        """Tell the rule where there is room for it: on a line of its own it takes of the board."""
        shown = [part for part in self._parts.values() if not part.isHidden()]
        needed = sum(part.sizeHint().width() + _GAP for part in shown)
        self._rule.setVisible(needed + self._rule.sizeHint().width() <= self.width())

    def _on_view_chosen(self) -> None:
        self.ask(self._kept.get(self._views.value(), FlagFilter()))

    def _connect(self) -> None:
        for box in (self._practice, self._theme, self._over, self._within):
            box.activated.connect(self._on_changed)
        for tick in (self._urgent, self._often, self._untold):
            tick.clicked.connect(self._on_changed)
        self._clear.clicked.connect(self.clear)
        self._views.activated.connect(self._on_view_chosen)
        self._keep.clicked.connect(self.keep_requested)
        self._rename.clicked.connect(lambda: self.rename_requested.emit(self.view()))
        self._remove.clicked.connect(lambda: self.remove_requested.emit(self.view()))

    def _named_parts(self) -> Mapping[str, QWidget]:
        """Return what the bar is made of, in its order, by name."""
        return {
            "view_filter": self._views,
            "rename_view": self._rename,
            "remove_view": self._remove,
            "practice_filter": self._practice,
            "theme_filter": self._theme,
            "over_filter": self._over,
            "within_filter": self._within,
            "urgent_filter": self._urgent,
            "often_filter": self._often,
            "untold_filter": self._untold,
            "clear_filters": self._clear,
            "keep_view": self._keep,
        }

    def _build(self) -> None:
        flow = FlowLayout(self, gap=_GAP)
        for name, part in self._parts.items():
            part.setObjectName(name)
            flow.addWidget(part)
        self._rule = Text("", Role.SECONDARY)
        self._rule.setContentsMargins(8, 9, 0, 9)
        self.say_kept(KEPT_DAYS)
        flow.addWidget(self._rule)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.offer_views(())


def _ages() -> list[tuple[str, str]]:
    # i18n: Danish: »Over 30 dage«
    words = [(_code(n), ngettext("Over {n} day", "Over {n} days", n).format(n=n)) for n in AGES]
    return [("", _("All")), *words]


def _lefts() -> list[tuple[str, str]]:
    # i18n: Danish: »Inden 14 dage«
    words = [
        (_code(n), ngettext("Within {n} day", "Within {n} days", n).format(n=n)) for n in LEFTS
    ]
    return [("", _("Any time")), *words]


def _code(days: int) -> str:
    return str(days) if days else ""
