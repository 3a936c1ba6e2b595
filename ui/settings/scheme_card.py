"""The schemes a plan may rest on, and how far each can be relied on."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.language import _
from app.domain.scheme import Scheme
from app.domain.words import long_day
from ui.common.badge import Badge
from ui.common.card import Card
from ui.common.desk import Desk
from ui.common.rows import Row, RowList
from ui.common.tokens import Tone
from ui.settings.scheme_acts import SchemeActs


class SchemeCard(Card):
    """Lists the schemes with their source; says which are to be checked again."""

    def __init__(self, desk: Desk, acts: SchemeActs, parent: QWidget | None = None) -> None:
        # i18n: Danish: »Ordninger«
        super().__init__(_("Schemes"), icon="hand-coins", parent=parent)
        self._schemes, self._today = desk.services.scheme, desk.services.today.day
        self._list = RowList()
        self._list.setObjectName("schemes")
        self._list.opened.connect(acts.check_scheme)
        self.add(self._list, flush=True)

    def show_state(self) -> None:
        """Show the schemes as they are saved."""
        rows = self._schemes.list_schemes()
        self._list.set_rows([_row(scheme, self._today()) for scheme in rows])
        self.set_count(len(rows))


def _row(scheme: Scheme, today: date) -> Row:
    old = [] if scheme.is_certain(today) else [Badge(_("Check again"), Tone.WARN, "triangle-alert")]
    return Row(scheme.name, _detail(scheme), key=scheme.code, trailing=old, wrap=True)


def _detail(scheme: Scheme) -> str:
    parts = [scheme.line.rstrip("."), scheme.source.replace("§ ", "§\N{NO-BREAK SPACE}")]
    parts.append(_("Last checked {day}").format(day=long_day(scheme.last_checked)))
    if scheme.certain_until is not None:
        # i18n: Danish: »Gælder sikkert til og med {day}«
        parts.append(_("Certain to hold until {day}").format(day=long_day(scheme.certain_until)))
    return " · ".join(parts)
