"""The forms of a cooperation agreement and of its lines."""

from __future__ import annotations

from typing_extensions import override

from app.domain.cooperation import SIDE_LABELS, CooperationDraft, DutyDraft
from app.domain.guard import About
from app.domain.language import _
from ui.common.dated_dialog import DatedDialog
from ui.common.day_field import DayField
from ui.common.form import Form
from ui.common.form_dialog import FormDialog
from ui.common.guarded import GuardedLine
from ui.common.segments import SegmentField
from ui.common.text_field import TextField


class CooperationDialog(DatedDialog[CooperationDraft]):
    """When it was agreed and is gone through again, and whom each side turns to."""

    @override
    def build(self, form: Form) -> None:
        form.add("agreed_on", _("Agreed on"), DayField(self._today))
        yearly = _("Leave it empty to go through it again after a year.")
        form.add("review_on", _("Review by"), DayField(self._today), yearly)
        form.add_section(_("Contact person at the practice"))
        form.add("practice_contact", _("Name"), TextField())
        form.add("practice_phone", _("Phone"), TextField())
        form.add("practice_email", _("E-mail"), TextField())
        form.add_section(_("Contact person at the municipality"))
        form.add("own_contact", _("Name"), TextField())
        form.add("own_phone", _("Phone"), TextField())
        form.add("own_email", _("E-mail"), TextField())


class DutyDialog(FormDialog[DutyDraft]):
    """Who does what, and when."""

    @override
    def build(self, form: Form) -> None:
        sides = [(code.value, _(label)) for code, label in SIDE_LABELS.items()]
        form.add("who", _("Who"), SegmentField(sides))
        form.add("what", _("What"), GuardedLine(About.NOBODY), _("It stands on the agreement."))
        form.add("timing", _("When"), GuardedLine(About.NOBODY), _("For example: at every visit."))
