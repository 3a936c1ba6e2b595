"""The entries of the audit trail, the newest first, page by page and without names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.domain.audit import AuditRow
from app.domain.audit_words import entry_detail, entry_title, seal_words
from app.domain.language import _
from app.domain.words import clock_time, day_with_weekday, number
from app.system.clock import local
from ui.common.button import Button
from ui.common.card import Card
from ui.common.dialog import Dialog
from ui.common.fonts import Role
from ui.common.rows import Row, RowList, RowPart
from ui.common.text import Text

if TYPE_CHECKING:
    from app.services.audit import AuditService

_WIDTH = 720
_TIME = 40  # px, so that what follows the times stands in line


class AuditDialog(Dialog):
    """Lists a page of entries; the buttons lead to older and newer ones."""

    def __init__(self, audit: AuditService, parent: QWidget | None = None) -> None:
        super().__init__(_("Entries of the audit trail"), parent, width=_WIDTH)
        self._audit = audit
        self._begins: list[int | None] = [None]  # before which entry each page so far begins
        self._list = RowList(bare=True)
        self._list.setObjectName("audit_entries")
        self._place = Text("", Role.SECONDARY)
        self._newer = Button(_("Newer"), icon="arrow-left", pressed=self._on_newer_clicked)
        self._older = Button(_("Older"), icon="arrow-right", pressed=self._on_older_clicked)
        self._close = Button(_("Close"), keys="Esc", pressed=self.reject)
        self._build()
        self._show_page()

    def _show_page(self) -> None:
        rows = self._audit.entries(self._begins[-1])
        self._list.set_parts([*_parts(rows)])
        self._last = rows[-1].seq if rows else 1
        newest = rows[0].seq if rows else 0
        words = _("No. {first} to {last}")
        self._place.setText(words.format(first=number(newest), last=number(self._last)))
        self._offer(newer=len(self._begins) > 1, older=self._last > 1)
        self._area.verticalScrollBar().setValue(0)

    def _offer(self, *, newer: bool, older: bool) -> None:
        """Show the ways there are from here; the keyboard goes on where one was."""
        pressed = self.focusWidget()
        self._newer.setVisible(newer)
        self._older.setVisible(older)
        if pressed is self._newer and not newer:
            self._older.setFocus()
        elif pressed is self._older and not older:
            self._newer.setFocus()

    def _on_older_clicked(self) -> None:
        self._begins.append(self._last)
        self._show_page()

    def _on_newer_clicked(self) -> None:
        self._begins.pop()
        self._show_page()

    def _build(self) -> None:
        words = _(
            "A citizen stands here under a mark. Once the citizen is erased it leads to nobody;"
            " entries with the same mark still belong together."
        )
        self.body.addWidget(Text(words, Role.QUIET, wrap=True))
        card = Card()
        card.add(self._list, flush=True)
        self.body.addWidget(card)
        self.body.addStretch(1)
        self._newer.setObjectName("newer")
        self._older.setObjectName("older")
        self._close.setObjectName("close")
        self.add_left(self._place)
        for button in (self._newer, self._older, self._close):
            self.add_button(button)
        self._close.setFocus()


def _parts(rows: Sequence[AuditRow]) -> Iterator[RowPart]:
    """Yield the entries day by day."""
    for day, entries in groupby(rows, _day):
        yield RowPart(rows=[_row(entry) for entry in entries], heading=day)


def _day(row: AuditRow) -> str:
    if row.at is None:
        return _("On a day that cannot be read")
    words = day_with_weekday(local(row.at).date())
    return words[:1].upper() + words[1:]


def _row(entry: AuditRow) -> Row:
    time = Text(clock_time(local(entry.at)) if entry.at else "–", Role.SECONDARY)
    time.setFixedWidth(_TIME)
    seal = Text(seal_words(entry), Role.CAPTION)
    return Row(
        entry_title(entry),
        entry_detail(entry),
        key=entry.seq,
        leading=time,
        trailing=[seal],
        opens=False,
        wrap=True,
    )
