"""The card of the parties: the map of who does what, and what may go wrong between them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.language import _
from app.domain.party_map import MapWarning, PartyMap, Warn
from ui.common.button import Button, Kind, Size
from ui.common.card import Card
from ui.common.discard import clear
from ui.common.fonts import Role
from ui.common.news import News
from ui.common.notice import Notice
from ui.common.text import Text
from ui.common.tokens import Tone
from ui.followup.party_map import PartyMapView


class PartyCard(Card):
    """Shows the map. `map` says what was opened there, `new` asks for another party."""

    drive_requested = Signal()

    def __init__(self) -> None:
        # i18n: Danish: »Hvem gør hvad«
        super().__init__(_("Who does what"))
        self._news = News()
        self.map = PartyMapView()
        self.new = Button(_("Add a party"), Kind.QUIET, icon="plus", size=Size.COMPACT)
        self.new.setObjectName("add_party")
        self.add_action(self.new)
        self._warnings = QVBoxLayout()
        self._begin = Text("", Role.SECONDARY, wrap=True)
        self._legend = Text("", Role.CAPTION, wrap=True)
        self.add(self._laid_out())

    def show_map(self, drawn: PartyMap) -> None:
        """Show `drawn`, and beneath it what may go wrong."""
        if not self._news.are(drawn):
            return
        self.map.show_map(drawn)
        alone = len(drawn.boxes) == 1
        words = _("The citizen alone so far. Begin with the employer, if the citizen agrees.")
        self._begin.setText(words if alone else "")
        self._begin.setVisible(alone)
        # i18n: Danish: »Stiplet: samtykket udløber før det næste skridt, eller der er intet.«
        legend = _("Dashed: the consent ends before the next step, or there is none.")
        self._legend.setText(legend)
        self._legend.setVisible(not alone)
        clear(self._warnings)
        for warning in drawn.warnings:
            self._warnings.addWidget(self._notice(warning))

    def _notice(self, warning: MapWarning) -> Notice:
        notice = Notice(Tone.WARN, warning.text)
        notice.setObjectName(f"warn_{warning.kind.value}")
        if warning.kind is Warn.NOBODY_DRIVES:
            mine = Button(_("I do"), size=Size.COMPACT, pressed=self.drive_requested.emit)
            mine.setObjectName("drive_myself")
            notice.set_acts([mine])
        return notice

    def _laid_out(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._warnings.setSpacing(8)
        for part in (self.map, self._legend, self._begin):
            column.addWidget(part)
        column.addLayout(self._warnings)
        return content
