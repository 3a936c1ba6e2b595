"""The form of a topic that is taught at a practice, or is to be."""

from __future__ import annotations

from typing_extensions import override

from app.domain.guard import About
from app.domain.language import _
from app.domain.lesson import NOTED_LIMIT, LessonDraft
from ui.common.dated_dialog import DatedDialog
from ui.common.day_field import DayField
from ui.common.form import Form
from ui.common.guarded import GuardedLine, GuardedNote


class LessonDialog(DatedDialog[LessonDraft]):
    """Topic, day, and what is worth remembering."""

    @override
    def build(self, form: Form) -> None:
        form.add("topic", _("Topic"), GuardedLine(About.NOBODY))
        about = _("The day it was taught. Leave it empty, or write a day ahead, to plan it.")
        form.add("taught_on", _("Day"), DayField(self._today), about)
        noted = _("What to bring, or what the doctors asked. Nothing about patients.")
        form.add("noted", _("Noted"), GuardedNote(About.NOBODY, rows=3, limit=NOTED_LIMIT), noted)
