"""What the slip for the patient says, in each language it is printed in."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.language import _
from app.domain.slip import SlipSheet
from app.domain.words import long_day
from ui.common.badge import Badge
from ui.common.card import Card
from ui.common.desk import Desk
from ui.common.rows import Row, RowList
from ui.common.tokens import Tone
from ui.settings.slip_acts import SlipActs


class SlipCard(Card):
    """Lists the languages; Enter opens the texts of one."""

    def __init__(self, desk: Desk, acts: SlipActs, parent: QWidget | None = None) -> None:
        super().__init__(_("Texts of the slip"), icon="file-text", parent=parent)
        self._slips = desk.services.slip
        self._list = RowList()
        self._list.setObjectName("slip_texts")
        self._list.opened.connect(lambda sheet: acts.change_texts(sheet.language))
        self.add(self._list, flush=True)

    def show_state(self) -> None:
        """Show the texts as they are saved."""
        self._list.set_rows([_row(sheet) for sheet in self._slips.sheets()])


def _row(sheet: SlipSheet) -> Row:
    badges = [Badge(_("Not read"), Tone.WARN, icon="triangle-alert")] if sheet.unread else []
    return Row(sheet.labels.name, " · ".join(_said(sheet)), key=sheet, trailing=badges, wrap=True)


def _said(sheet: SlipSheet) -> list[str]:
    said = [_("Changed by you") if sheet.changed else _("The shipped text")]
    if sheet.unread:
        said.append(_("have a speaker read it before use"))
    elif sheet.read_on is not None:
        said.append(_("read by a speaker on {day}").format(day=long_day(sheet.read_on)))
    return said
