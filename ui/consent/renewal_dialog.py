"""Recording that the citizen lets the work together go on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.language import _
from app.domain.renewal import RenewalDraft
from ui.common.day_field import DayField
from ui.common.draft_memory import DraftMemory
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.form_dialog import FormDialog
from ui.common.text import Text
from ui.consent.grant_dialog import add_form_of_yes


class RenewalDialog(FormDialog[RenewalDraft]):
    """A new yes to working together. What others may hear is asked for on its own."""

    def __init__(
        self,
        draft: RenewalDraft,
        submit: Callable[[RenewalDraft], object],
        today: Callable[[], date],
        parent: QWidget | None = None,
        *,
        memory: DraftMemory | None = None,
    ) -> None:
        self._today = today
        super().__init__(_("The citizen says yes again"), draft, submit, parent, memory=memory)

    @override
    def build(self, form: Form) -> None:
        words = _(
            "This lets you two work together for twelve months. It opens nothing to others: "
            "what they may hear is recorded for each of them."
        )
        form.add_widget(Text(words, Role.SECONDARY, wrap=True))
        form.add("given_on", _("Given on"), DayField(self._today))
        add_form_of_yes(form)
