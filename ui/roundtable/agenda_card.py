"""The card of the agenda: its points with their minutes, ticked off as they are reached."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.domain.agenda import (
    POINT_LABELS,
    PointRow,
    PointState,
    carried_words,
    minutes_of,
)
from app.domain.language import _, ngettext
from app.domain.roundtable import RoundtableSheet
from ui.common.badge import Badge
from ui.common.card import Card
from ui.common.fonts import Role
from ui.common.text import Text
from ui.common.tokens import Token, Tone
from ui.roundtable.line_table import DOWN, SPACE, UP, Line, LineTable, Share
from ui.roundtable.plan_card import inset, new_button
from ui.roundtable.template_row import TemplateRow

_LOOKS: dict[PointState, tuple[Tone, str]] = {
    PointState.OPEN: (Tone.NEUTRAL, "circle"),
    PointState.REACHED: (Tone.OK, "circle-check"),
    PointState.NOT_REACHED: (Tone.WARN, "circle-dashed"),
}
_NEXT: dict[PointState, PointState] = {
    PointState.OPEN: PointState.REACHED,
    PointState.REACHED: PointState.NOT_REACHED,
    PointState.NOT_REACHED: PointState.OPEN,
}


class AgendaCard(Card):
    """Shows the points; Space says whether one was reached, Alt and an arrow moves it."""

    opened = Signal(object)  # the point's id
    marked = Signal(object, object)  # its id, PointState
    moved = Signal(object, int)  # its id, by how many places
    filled = Signal(str)  # the code of a template

    def __init__(self) -> None:
        super().__init__(_("Agenda"))
        self.new = new_button(_("Add"), "add_point")
        self._table = LineTable(
            _("Agenda"),
            (Share(_("Point"), 34), Share(_("Minutes"), 9), Share(_("State"), 14)),
            keys=(SPACE, UP, DOWN),
        )
        self._how = Text(
            # i18n: Danish: »Mellemrum: nået eller ikke nået. Alt+↑/↓ flytter et punkt.«
            _("Space: reached or not. Alt+↑/↓ moves a point."),
            Role.CAPTION,
            tone=Token.INK2,
            wrap=True,
        )
        self._templates = TemplateRow()
        self._points: dict[object, PointRow] = {}
        self.add_action(self.new)
        self.add(self._table, flush=True)
        self._begin, self._keys = inset(self._templates), inset(self._how, below=8)
        self.add(self._begin, flush=True)
        self.add(self._keys, flush=True)
        self._table.opened.connect(self.opened)
        self._table.keyed.connect(self._on_keyed)
        self._templates.chosen.connect(self.filled)

    def show_sheet(self, sheet: RoundtableSheet, *, editable: bool) -> None:
        """Show the agenda of `sheet`."""
        self._points = {point.id: point for point in sheet.agenda}
        minutes = minutes_of(sheet.agenda)
        said = ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
        self.set_count(len(sheet.agenda) or None)
        self.set_detail(said if sheet.agenda else "")
        self.new.setVisible(editable)
        self._table.set_lines([_line(point, opens=editable) for point in sheet.agenda])
        self._table.setVisible(bool(sheet.agenda))
        self._keys.setVisible(editable and bool(sheet.agenda))
        self._begin.setVisible(editable and not sheet.agenda)
        self.set_empty(None if sheet.agenda or editable else _("There was no agenda."))

    def _on_keyed(self, key: object, name: str) -> None:
        point = self._points.get(key)
        if point is None or self.new.isHidden():
            return
        if name == SPACE:
            self.marked.emit(key, _NEXT[point.state])
        else:
            self.moved.emit(key, -1 if name == UP else 1)


def _line(point: PointRow, *, opens: bool) -> Line:
    tone, icon = _LOOKS[point.state]
    carried = carried_words(point)
    title = f"{point.facts.title} ({carried[:1].lower()}{carried[1:]})" if carried else ""
    badge = Badge(_(POINT_LABELS[point.state]), tone, icon)
    cells = (title or point.facts.title, str(point.facts.minutes), badge)
    return Line(point.id, cells, opens=opens)
