"""Recording that the citizen lets the work together go on."""

from __future__ import annotations

from typing_extensions import override

from app.domain.language import _
from app.domain.renewal import RenewalDraft
from ui.common.dated_dialog import DatedDialog
from ui.common.day_field import DayField
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.text import Text
from ui.consent.grant_dialog import add_form_of_yes


class RenewalDialog(DatedDialog[RenewalDraft]):
    """A new yes to working together. What others may hear is asked for on its own."""

    @override
    def build(self, form: Form) -> None:
        words = _(
            "This lets you two work together for twelve months. It opens nothing to others: "
            "what they may hear is recorded for each of them."
        )
        form.add_widget(Text(words, Role.SECONDARY, wrap=True))
        form.add("given_on", _("Given on"), DayField(self._today))
        add_form_of_yes(form)
