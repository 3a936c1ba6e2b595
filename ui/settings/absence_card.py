"""The days on which I am away."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.absence import AbsenceRow
from app.domain.language import _
from app.domain.words import long_span
from ui.common.button import Button, Size
from ui.common.card import Card
from ui.common.desk import Desk
from ui.common.rows import Row, RowList
from ui.settings.calendar_acts import CalendarActs


class AbsenceCard(Card):
    """Lists them; the plan visits nobody then."""

    def __init__(self, desk: Desk, acts: CalendarActs, parent: QWidget | None = None) -> None:
        # i18n: Danish: »Fravær«
        super().__init__(_("Absences"), icon="calendar-x", parent=parent)
        self._absences = desk.services.absence
        # i18n: Danish: »Fra kalenderfil …«
        words = _("From calendar file …")
        file = Button(words, size=Size.COMPACT, icon="calendar-days", pressed=acts.take_in_file)
        file.setObjectName("absences_from_file")
        self.add_action(file)
        add = Button(_("Add"), size=Size.COMPACT, icon="plus", pressed=acts.add_absence)
        add.setObjectName("add_absence")
        add.setAccessibleName(_("Add an absence"))
        self.add_action(add)
        self._list = RowList()
        self._list.setObjectName("absences")
        self._list.opened.connect(lambda row: acts.correct_absence(row.id))
        self.add(self._list, flush=True)

    def show_state(self) -> None:
        """Show the days as they are saved."""
        rows = self._absences.list_absences()
        self._list.set_rows([_row(row) for row in rows])
        self.set_count(len(rows) or None)
        self.set_empty(None if rows else _("None. On days you add here nobody is visited."))


def _row(row: AbsenceRow) -> Row:
    facts = row.facts
    detail = " · ".join(part for part in (facts.reason, facts.source) if part)
    return Row(long_span(facts.first, facts.last), detail, key=row)
