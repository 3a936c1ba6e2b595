"""Closing a flag, with the reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.flag import FlagCard
from app.domain.flag_choice import CLOSE_LABELS, CloseReason
from app.domain.language import _
from app.domain.settling import Settling
from ui.common.badge import CodeTag
from ui.common.chips import ChipsField
from ui.common.form import Form
from ui.common.form_dialog import FormDialog
from ui.flag.flag_fields import options


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseDraft:
    """Why a flag is closed, as chosen."""

    reason: str = ""


class CloseDialog(FormDialog[CloseDraft]):
    """Asks why; `close` is called with the reason."""

    def __init__(
        self, card: FlagCard, close: Callable[[CloseReason], object], parent: QWidget
    ) -> None:
        self._code = card.code
        super().__init__(
            _("Why is the flag closed?"),
            CloseDraft(),
            lambda draft: close(_reason(draft)),
            parent,
            save_text=_("Close the flag"),
        )

    @override
    def build(self, form: Form) -> None:
        form.add_widget(CodeTag(self._code))
        hint = _("The doctor hears what may be said of it at the next visit.")
        form.add("reason", _("Reason"), ChipsField(options(CLOSE_LABELS)), hint)


def _reason(draft: CloseDraft) -> CloseReason:
    form = Settling()
    reason = form.choose("reason", draft.reason, CloseReason, CloseReason.NO_LONGER_NEEDED)
    form.finish()
    return reason
