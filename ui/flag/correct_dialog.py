"""Correcting a flag: its fields, the day it was raised, and why it was closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.flag import CorrectionDraft, FlagCard, last_kept
from app.domain.flag_choice import CLOSE_LABELS
from app.domain.language import _
from app.domain.words import day_and_month
from ui.common.chips import ChipsField
from ui.common.day_field import DayField
from ui.common.desk import Desk
from ui.common.draft_memory import DraftMemory
from ui.common.form import Form
from ui.flag.flag_dialog import FlagDialog
from ui.flag.flag_fields import options


class CorrectFlagDialog(FlagDialog):
    """Every field of the flag `card`; the reason is asked of a closed one."""

    def __init__(
        self,
        card: FlagCard,
        draft: CorrectionDraft,
        correct: Callable[[CorrectionDraft], object],
        desk: Desk,
        parent: QWidget,
        *,
        memory: DraftMemory,
    ) -> None:
        self._card = card
        super().__init__(
            _("Correct flag {code}").format(code=card.code),
            draft,
            lambda _draft: correct(self.form.draft(CorrectionDraft)),
            desk,
            parent,
            memory=memory,
            practice_id=card.practice_id.hex,
        )

    @override
    def build(self, form: Form) -> None:
        super().build(form)
        raised = DayField(self._desk.services.today.day)
        # i18n: Danish: »Rejst den«
        form.add("raised_on", _("Raised on"), raised, _how_long(self._card))
        if self._card.close_reason is not None:
            reason = ChipsField(options(CLOSE_LABELS))
            form.add("close_reason", _("Why it was closed"), reason, _who_knows(self._card))


def _how_long(card: FlagCard) -> str:
    goes, last = card.shrinks_on, last_kept(card)
    if goes == last:
        # i18n: Danish: »Slettes 8. december. Ingen rettelse gemmer det længere.«
        words = _("Deleted on {day}. No correction keeps it longer.")
    else:
        words = _("Deleted on {day}. No correction keeps it beyond {last}.")
    return words.format(day=day_and_month(goes), last=day_and_month(last))


def _who_knows(card: FlagCard) -> str:
    if card.fed_back_on is None:
        return _("The doctor hears what may be said of it at the next visit.")
    words = _("The doctor heard back on {day}. Say it yourself if the reason was another.")
    return words.format(day=day_and_month(card.fed_back_on))
