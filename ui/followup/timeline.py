"""The timeline of one follow-up: everything that happened, by month, narrowed by chips, paged."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.language import _, ngettext
from app.domain.timeline import (
    GROUP_LABELS,
    EventGroup,
    EventKind,
    TimelineEntry,
    TimelinePage,
    TimelineQuery,
)
from app.domain.words import clock_time, month_and_year, short_day
from ui.common.badge import Badge
from ui.common.button import Button, IconButton, Kind, Size
from ui.common.card import Card
from ui.common.card_head import SIDE
from ui.common.chips import ChipsField
from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.rows import Row, RowList, RowPart
from ui.common.text import Text
from ui.common.tokens import Token, Tone

UNCOPIED = "uncopied"
ICONS: dict[EventKind, str] = {
    EventKind.CONTACT: "phone",
    EventKind.TASK: "circle-check",
    EventKind.CONSENT: "shield-check",
    EventKind.CONSENT_END: "circle-x",
    EventKind.DISCLOSURE: "file-text",
    EventKind.ROUNDTABLE: "users",
    EventKind.MEASURE: "chart-column",
}


class TimelineCard(Card):
    """Lists the entries of a page. It reads nothing itself: `asked` says that another page, or
    other kinds, are wanted; `query` says which."""

    asked = Signal()
    opened = Signal(object)  # TimelineEntry

    def __init__(self) -> None:
        # i18n: Danish: »Tidslinje«
        super().__init__(_("Timeline"), detail=_("Everything that happened, newest first"))
        self.copy = Button("", Kind.QUIET, icon="upload", size=Size.COMPACT)
        self.copy.setObjectName("transfer_from_timeline")
        self.add_action(self.copy)
        self._page = 0
        self._chips = ChipsField(_options({}, 0), many=True, size=Size.COMPACT)
        self._chips.set_name("timeline_groups", _("Show only"))
        self.list = RowList()
        self._foot = _Foot()
        self._lay_out()

    def query(self) -> TimelineQuery:
        """Return what is asked for."""
        chosen = self._chips.value()
        return TimelineQuery(
            groups=tuple(group for group in EventGroup if group.value in chosen),
            uncopied=UNCOPIED in chosen,
            page=self._page,
        )

    def start_over(self) -> None:
        """Ask for everything, from the newest on."""
        self._page = 0
        self._chips.set_value(())

    def narrow_to(self, group: EventGroup) -> None:
        """Ask for this kind of things alone."""
        self._page = 0
        self._chips.set_value((group.value,))

    def show_page(self, page: TimelinePage) -> None:
        """Show `page`."""
        self._page = page.page
        counts = {group.value: count for group, count in page.counts.items()}
        self._chips.set_labels(dict(_options(counts, page.uncopied)))
        text = ngettext(
            "{n} is not in the case system", "{n} are not in the case system", page.uncopied
        )
        self.copy.setText(text.format(n=page.uncopied))
        self.copy.setVisible(bool(page.uncopied))
        self.set_count(sum(page.counts.values()))
        self.list.set_parts(_parts(page.entries))
        self._nothing.setVisible(not page.entries)
        self._foot.show_page(page)

    def _on_chosen(self) -> None:
        self._page = 0
        self.asked.emit()

    def _turn(self, by: int) -> None:
        self._page += by
        self.asked.emit()

    def _lay_out(self) -> None:
        chips = QWidget()
        row = QVBoxLayout(chips)
        row.setContentsMargins(SIDE, 0, SIDE, 12)
        row.addWidget(self._chips)
        self._nothing = Text(_("Nothing here fits. Choose other kinds."), Role.QUIET, wrap=True)
        self._nothing.setContentsMargins(SIDE, 4, SIDE, 12)
        for part in (chips, self.list, self._nothing, self._foot):
            self.add(part, flush=True)
        self._chips.changed.connect(self._on_chosen)
        self._foot.newer.clicked.connect(lambda: self._turn(-1))
        self._foot.older.clicked.connect(lambda: self._turn(1))
        self.list.opened.connect(self.opened)


class _Foot(QWidget):
    """Which entries are shown of how many, and the way to the others."""

    def __init__(self) -> None:
        super().__init__()
        self._where = Text("", Role.SECONDARY)
        self.newer = IconButton("chevron-left", _("Newer"))
        self.newer.setObjectName("newer")
        self.older = IconButton("chevron-right", _("Older"))
        self.older.setObjectName("older")
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, 4, SIDE, 4)
        row.addWidget(self._where)
        row.addStretch(1)
        row.addWidget(self.newer)
        row.addWidget(self.older)

    def show_page(self, page: TimelinePage) -> None:
        """Say where `page` stands; one page alone needs no foot."""
        self.setVisible(page.pages > 1)
        text = _("{first}–{last} of {count}")
        last = page.first + len(page.entries) - 1
        self._where.setText(text.format(first=page.first, last=last, count=page.count))
        self.newer.setEnabled(page.page > 0)
        self.older.setEnabled(page.page < page.pages - 1)


def _options(counts: dict[str, int], uncopied: int) -> tuple[tuple[str, str], ...]:
    groups = tuple(
        (group.value, _("{kind} ({n})").format(kind=_(label), n=counts.get(group.value, 0)))
        for group, label in GROUP_LABELS.items()
    )
    # i18n: Danish: »Mangler i fagsystemet (3)«
    missing = _("Not in the case system ({n})").format(n=uncopied)
    return (*groups, (UNCOPIED, missing))


def _parts(entries: Sequence[TimelineEntry]) -> list[RowPart]:
    by_month = groupby(entries, key=lambda entry: (entry.day.year, entry.day.month))
    parts = []
    for _month, found in by_month:
        listed = list(found)
        heading = month_and_year(listed[0].day)
        rows = [_row(entry) for entry in listed]
        parts.append(RowPart(rows=rows, heading=heading[:1].upper() + heading[1:]))
    return parts


def _row(entry: TimelineEntry) -> Row:
    when = short_day(entry.day)
    if entry.at is not None:
        when = f"{when} {clock_time(entry.at)}"
    marks = [] if entry.copied_on is None else [_copied(entry.copied_on)]
    return Row(
        entry.title,
        entry.detail,
        key=entry,
        leading=IconLabel(ICONS[entry.kind], Token.INK2, 18),
        trailing=[*marks, Text(when, Role.CAPTION)],
        opens=entry.about is not None,
        wrap=True,
    )


def _copied(day: date) -> Badge:
    # i18n: Danish: »Overført 3. sep.«
    return Badge(_("Copied {day}").format(day=short_day(day)), Tone.OK, "check")
