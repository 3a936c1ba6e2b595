"""Recording that the citizen lets the work together go on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.language import _
from app.domain.renewal import RenewalDraft
from ui.common.dated_dialog import DatedDialog, Day
from ui.common.draft_memory import DraftMemory
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.text import Text
from ui.consent.form_of_yes import Said, add_form_of_yes, show_said


class RenewalDialog(DatedDialog[RenewalDraft]):
    """A new yes to working together. What others may hear is asked for on its own."""

    def __init__(
        self,
        draft: RenewalDraft,
        submit: Callable[[RenewalDraft], object],
        today: Day,
        parent: QWidget | None = None,
        *,
        said: Said,
        memory: DraftMemory | None = None,
    ) -> None:
        self._said = said
        title = _("The citizen says yes again")
        super().__init__(title, draft, submit, today, parent, memory=memory)
        show_said(self.form)

    @override
    def build(self, form: Form) -> None:
        words = _(
            "This lets you two work together for twelve months. It opens nothing to others: "
            "what they may hear is recorded for each of them."
        )
        form.add_widget(Text(words, Role.SECONDARY, wrap=True))
        add_form_of_yes(form, self._today, self._said)
