"""The forms of a practice, of a doctor there, and of days it is closed."""

from __future__ import annotations

from typing_extensions import override

from app.domain.language import _
from app.domain.practice import (
    FACTS_LIMIT,
    FORMAT_LABELS,
    ROLE_LABELS,
    WEEKDAY_LABELS,
    ClosedDraft,
    DoctorDraft,
    PracticeDraft,
)
from ui.common.chips import ChipsField
from ui.common.dated_dialog import DatedDialog
from ui.common.day_field import DayField
from ui.common.form import Form
from ui.common.form_dialog import FormDialog
from ui.common.note_field import NoteField
from ui.common.number_field import NumberField, TimeField
from ui.common.segments import SegmentField
from ui.common.text_field import TextField


class PracticeDialog(FormDialog[PracticeDraft]):
    """Where the practice is, and how it likes to be visited."""

    @override
    def build(self, form: Form) -> None:
        form.add("name", _("Name"), TextField())
        form.add("address", _("Address"), TextField())
        form.add("phone", _("Phone"), TextField())
        form.add("place", _("Where in the house?"), TextField(), _("The room you are shown into."))
        form.add_section(_("The visits"))
        formats = [(code.value, _(label)) for code, label in FORMAT_LABELS.items()]
        form.add("format", _("Format"), SegmentField(formats))
        weekdays = [(code, _(label)) for code, label in WEEKDAY_LABELS.items()]
        wished = _("Leave all out if any day will do.")
        form.add("weekdays", _("Wished weekdays"), ChipsField(weekdays, many=True), wished)
        form.add("at", _("Time of day"), TimeField())
        form.add("minutes", _("Length"), NumberField(10, 120, step=5, unit=_("minutes")))
        self._add_rhythm(form)
        form.add_section(_("Good to know"))
        about = _("Parking, doors, coffee: what you want to remember. Nothing about patients.")
        form.add("quick_facts", _("Quick facts"), NoteField(rows=3, limit=FACTS_LIMIT), about)

    def _add_rhythm(self, form: Form) -> None:
        weeks = _("weeks")
        form.add("rhythm_weeks", _("Weeks between visits"), NumberField(1, 52, unit=weeks))
        form.add("tolerated_from", _("At the earliest after"), NumberField(1, 52, unit=weeks))
        form.add("tolerated_to", _("At the latest after"), NumberField(1, 52, unit=weeks))


class DoctorDialog(DatedDialog[DoctorDraft]):
    """A doctor: name, role, and since when the scheme is known."""

    @override
    def build(self, form: Form) -> None:
        form.add("name", _("Name"), TextField())
        roles = [(code.value, _(label)) for code, label in ROLE_LABELS.items()]
        form.add("role", _("Role"), SegmentField(roles))
        about = _("The day you explained how flags and consent work. Empty if you have not yet.")
        form.add("introduced_on", _("Introduced on"), DayField(self._today), about)


class ClosedDialog(DatedDialog[ClosedDraft]):
    """Days on which the practice cannot be visited."""

    @override
    def build(self, form: Form) -> None:
        form.add("first", _("First day"), DayField(self._today))
        last = _("Leave it empty if it is one day.")
        form.add("last", _("Last day"), DayField(self._today), last)
        form.add("reason", _("Reason"), TextField(), _("It is shown in the plan."))
