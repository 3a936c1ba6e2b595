"""The weeks and days better avoided: school weeks, half holidays."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.language import _
from app.domain.soft_block import SoftBlockRow, write_when
from app.domain.words import long_day
from ui.common.button import Button, Size
from ui.common.card import Card
from ui.common.desk import Desk
from ui.common.rows import Row, RowList
from ui.settings.calendar_acts import CalendarActs


class SoftBlockCard(Card):
    """Lists them; the plan uses such days only when no other is free."""

    def __init__(self, desk: Desk, acts: CalendarActs, parent: QWidget | None = None) -> None:
        # i18n: Danish: »Helst ikke«
        super().__init__(_("Better avoided"), icon="calendar-days", parent=parent)
        self._blocks = desk.services.soft_block
        usual = Button(
            _("The usual list …"), size=Size.COMPACT, pressed=acts.use_default_soft_blocks
        )
        usual.setObjectName("use_default_soft_blocks")
        add = Button(_("Add"), size=Size.COMPACT, icon="plus", pressed=acts.add_soft_block)
        add.setObjectName("add_soft_block")
        add.setAccessibleName(_("Add a time better avoided"))
        self.add_action(usual)
        self.add_action(add)
        self._list = RowList()
        self._list.setObjectName("soft_blocks")
        self._list.opened.connect(lambda row: acts.correct_soft_block(row.id))
        self.add(self._list, flush=True)

    def show_state(self) -> None:
        """Show the entries as they are saved."""
        rows = self._blocks.list_soft_blocks()
        self._list.set_rows([_row(row) for row in rows])
        self.set_count(len(rows) or None)
        self.set_empty(None if rows else _("None. The plan uses every working day alike."))


def _row(row: SoftBlockRow) -> Row:
    block = row.block
    when = write_when(block.when)
    title = _("{name}: {when}").format(name=block.name, when=when)
    if block.name.casefold() == when.casefold():
        title = block.name
    if block.year is not None:
        title = _("{name}: {when}, only {year}").format(name=block.name, when=when, year=block.year)
    checked = ""
    if block.last_checked is not None:
        checked = _("Last checked {day}").format(day=long_day(block.last_checked))
    detail = " · ".join(part for part in (block.source, checked) if part)
    return Row(title[:1].upper() + title[1:], detail, key=row)
