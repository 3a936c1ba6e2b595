"""The forms of a practice, of a doctor there, and of days it is closed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.guard import About, Finding, Piecewise, find_traces
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
from ui.common.draft_memory import DraftMemory
from ui.common.field import as_text
from ui.common.form import Form
from ui.common.form_dialog import FormDialog
from ui.common.guarded import GuardedLine, GuardedNote
from ui.common.number_field import NumberField, TimeField
from ui.common.segments import SegmentField
from ui.common.text_field import TextField

_WIDTH = 620  # px: the five weekdays stand on one line


class PracticeDialog(FormDialog[PracticeDraft]):
    """Where the practice is, and how it likes to be visited. Its `staff` may be named in it."""

    def __init__(
        self,
        title: str,
        draft: PracticeDraft,
        submit: Callable[[PracticeDraft], object],
        parent: QWidget | None = None,
        *,
        memory: DraftMemory | None = None,
        staff: Sequence[str] = (),
    ) -> None:
        self._staff = tuple(staff)
        super().__init__(title, draft, submit, parent, memory=memory, width=_WIDTH)

    @override
    def build(self, form: Form) -> None:
        form.add("name", _("Name"), TextField())
        form.add("address", _("Address"), TextField())
        form.add("phone", _("Phone"), TextField())
        where = _("The room you are shown into.")
        place = GuardedLine(About.NOBODY, traces=self._traces)
        form.add("place", _("Where in the house?"), place, where)
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
        traces = Piecewise(self._traces)
        facts = GuardedNote(About.NOBODY, rows=3, limit=FACTS_LIMIT, traces=traces)
        form.add("quick_facts", _("Quick facts"), facts, about)

    def _traces(self, words: str) -> Sequence[Finding]:
        named = (as_text(self.form.field(name).value()) for name in ("name", "address", "phone"))
        return find_traces(words, allowed=(*named, *self._staff))

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
