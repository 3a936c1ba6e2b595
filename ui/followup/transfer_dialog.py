"""What is not in the case system yet: copied there by hand, and ticked off here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.language import _
from app.domain.transfer import TransferDraft, TransferRow, write_key
from app.domain.words import short_day
from ui.common.button import Button, Kind, Size
from ui.common.dated_dialog import DatedDialog, Day
from ui.common.day_field import DayField
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.text import Text
from ui.common.tick_list import TickList


class TransferDialog(DatedDialog[TransferDraft]):
    """Every entry with its words, oldest first; what is ticked has been copied."""

    WIDTH = 640

    def __init__(
        self,
        rows: Sequence[TransferRow],
        draft: TransferDraft,
        submit: Callable[[TransferDraft], object],
        today: Day,
        parent: QWidget | None = None,
    ) -> None:
        self._rows = rows
        title, act = _("Not in the case system yet"), _("It is copied")
        super().__init__(title, draft, submit, today, parent, save_text=act)

    @override
    def build(self, form: Form) -> None:
        words = _(
            "Fasthold is not the municipality's record: what is noted here is erased with the "
            "follow-up. Copy it by hand, then tick it."
        )
        form.add_widget(Text(words, Role.SECONDARY, wrap=True))
        ticks = form.add("entries", _("Copied"), TickList([_choice(row) for row in self._rows]))
        everything = Button(_("Tick all"), Kind.QUIET, icon="list-checks", size=Size.COMPACT)
        everything.setObjectName("tick_all")
        everything.clicked.connect(lambda: ticks.set_value(tuple(ticks.boxes())))
        everything.setVisible(len(self._rows) > 1)
        form.add_widget(everything)
        form.add("transferred_on", _("On which day?"), DayField(self._today))


def _choice(row: TransferRow) -> tuple[str, str, str]:
    return write_key(row.key), f"{short_day(row.day)} · {row.title}", row.detail
