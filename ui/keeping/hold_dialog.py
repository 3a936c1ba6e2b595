"""Keeping somebody for now: why, and when it is asked about again."""

from __future__ import annotations

from typing_extensions import override

from app.domain.guard import About
from app.domain.hold import HoldDraft
from app.domain.language import _
from ui.common.dated_dialog import DatedDialog
from ui.common.day_field import DayField
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.guarded import GuardedNote
from ui.common.text import Text

REASON_LIMIT = 200


class HoldDialog(DatedDialog[HoldDraft]):
    """A reason, and a day."""

    @override
    def build(self, form: Form) -> None:
        words = _(
            "The rules do not erase the person meanwhile. On the day, Today asks whether it is "
            "still needed."
        )
        form.add_widget(Text(words, Role.SECONDARY, wrap=True))
        reason = GuardedNote(About.CITIZEN, rows=2, limit=REASON_LIMIT)
        # i18n: Danish: »Bevar indtil videre, fordi …«
        form.add("reason", _("Keep for now, because …"), reason)
        form.add("review_on", _("Ask again on"), DayField(self._today))
