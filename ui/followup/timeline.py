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
    PAGE_SIZE,
    EventGroup,
    EventKind,
    TimelineEntry,
    TimelineMark,
    TimelinePage,
    TimelineQuery,
)
from app.domain.words import clock_time, month_and_year, number, short_day
from ui.common.badge import Badge
from ui.common.button import Button, Kind, Size
from ui.common.card import Card
from ui.common.card_head import SIDE
from ui.common.chips import ChipsField
from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.rows import Row, RowList
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
    """Lists the newest entries, and below them older ones as far as one asks for them. It reads
    nothing itself: `asked` says that other kinds are wanted, which `query` names, and
    `older_asked` that more are, which `older` names."""

    asked = Signal()
    older_asked = Signal()
    opened = Signal(object)  # TimelineEntry

    def __init__(self) -> None:
        # i18n: Danish: »Tidslinje«
        super().__init__(_("Timeline"), detail=_("Everything that happened, newest first"))
        self.copy = Button("", Kind.QUIET, icon="upload", size=Size.COMPACT)
        self.copy.setObjectName("transfer_from_timeline")
        self.add_action(self.copy)
        self._shown: tuple[TimelineEntry, ...] = ()
        self._rest: TimelineMark | None = None
        self._chips = ChipsField(_options({}, 0), many=True, size=Size.COMPACT)
        self._chips.set_name("timeline_groups", _("Show only"))
        self.list = RowList()
        self._foot = _Foot()
        self._lay_out()

    def query(self) -> TimelineQuery:
        """Return what is asked for: as much as is shown, but a page at least."""
        return self._query(most=max(PAGE_SIZE, len(self._shown)))

    def older(self) -> TimelineQuery:
        """Return what comes after the entries shown."""
        return self._query(after=self._rest)

    def start_over(self) -> None:
        """Ask for everything, from the newest on."""
        self._shown = ()
        self._chips.set_value(())

    def narrow_to(self, group: EventGroup) -> None:
        """Ask for this kind of things alone."""
        self._shown = ()
        self._chips.set_value((group.value,))

    def show_page(self, page: TimelinePage) -> None:
        """Show `page` from the top."""
        counts = {group.value: count for group, count in page.counts.items()}
        self._chips.set_labels(dict(_options(counts, page.uncopied)))
        text = ngettext(
            "{n} is not in the case system", "{n} are not in the case system", page.uncopied
        )
        self.copy.setText(text.format(n=page.uncopied))
        self.copy.setVisible(bool(page.uncopied))
        self.set_count(sum(page.counts.values()))
        self._show_entries(page, page.entries)

    def add_page(self, page: TimelinePage) -> None:
        """Show `page` below what is shown; the keyboard goes to its first entry."""
        first_new = len(self._shown)
        self._show_entries(page, (*self._shown, *page.entries))
        self.list.stand_on(first_new)

    def _show_entries(self, page: TimelinePage, entries: tuple[TimelineEntry, ...]) -> None:
        self._shown, self._rest = entries, page.rest
        self.list.show_things(_by_month(entries), _row)
        self._nothing.setVisible(not entries)
        self._foot.show_left(len(entries), page.count)

    def _query(self, *, most: int = PAGE_SIZE, after: TimelineMark | None = None) -> TimelineQuery:
        chosen = self._chips.value()
        return TimelineQuery(
            groups=tuple(group for group in EventGroup if group.value in chosen),
            uncopied=UNCOPIED in chosen,
            after=after,
            most=most,
        )

    def _on_chosen(self) -> None:
        self._shown = ()
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
        self._foot.older.clicked.connect(self.older_asked)
        self.list.opened.connect(self.opened)


class _Foot(QWidget):
    """How many entries are shown of how many, and the way to the others."""

    def __init__(self) -> None:
        super().__init__()
        self._where = Text("", Role.SECONDARY)
        self.older = Button("", Kind.QUIET, icon="chevron-down", size=Size.COMPACT)
        self.older.setObjectName("older")
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE - 8, 4, SIDE, 4)
        row.addWidget(self.older)
        row.addStretch(1)
        row.addWidget(self._where)

    def show_left(self, shown: int, count: int) -> None:
        """Say how many are shown; where that is all, there is nothing to say."""
        left = min(PAGE_SIZE, count - shown)
        self.setVisible(left > 0)
        # i18n: Danish: »Vis 25 ældre« and »25 af 2.034«
        self.older.setText(ngettext("Show {n} older", "Show {n} older", left).format(n=left))
        self._where.setText(_("{n} of {count}").format(n=number(shown), count=number(count)))


def _options(counts: dict[str, int], uncopied: int) -> tuple[tuple[str, str], ...]:
    groups = tuple(
        (group.value, _("{kind} ({n})").format(kind=_(label), n=counts.get(group.value, 0)))
        for group, label in GROUP_LABELS.items()
    )
    # i18n: Danish: »Mangler i fagsystemet (3)«
    missing = _("Not in the case system ({n})").format(n=uncopied)
    return (*groups, (UNCOPIED, missing))


def _by_month(
    entries: Sequence[TimelineEntry],
) -> list[tuple[str, list[TimelineEntry]]]:
    parts = []
    for (_year, _month), found in groupby(entries, key=lambda one: (one.day.year, one.day.month)):
        listed = list(found)
        heading = month_and_year(listed[0].day)
        parts.append((heading[:1].upper() + heading[1:], listed))
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
