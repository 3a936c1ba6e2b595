"""Recording a yes that a doctor passes on: enough for one first contact, and no more."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.consent import FORM_LABELS, REACH_LABELS, RelayedDraft
from app.domain.language import _, ngettext
from ui.common.dated_dialog import DatedDialog, Day
from ui.common.day_field import DayField
from ui.common.draft_memory import DraftMemory
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.form_dialog import FormDialog
from ui.common.segments import SegmentField
from ui.common.text import Text
from ui.common.text_field import TextField


class RelayedDialog(DatedDialog[RelayedDraft]):
    """Who it is, the one way to reach them, and who passed on the yes."""

    def __init__(
        self,
        title: str,
        draft: RelayedDraft,
        submit: Callable[[RelayedDraft], object],
        today: Day,
        parent: QWidget | None = None,
        *,
        days: int,
        memory: DraftMemory | None = None,
    ) -> None:
        self._days = days
        super().__init__(title, draft, submit, today, parent, memory=memory)

    @override
    def build(self, form: Form) -> None:
        allowed = ngettext(
            "This allows one first contact. After {n} day without a yes of the citizen's own, "
            "the person is erased.",
            "This allows one first contact. After {n} days without a yes of the citizen's own, "
            "the person is erased.",
            self._days,
        )
        form.add_widget(Text(allowed.format(n=self._days), Role.SECONDARY, wrap=True))
        add_reach(form)
        form.add(
            "relayed_by",
            _("Who passed it on"),
            TextField(placeholder=_("The doctor's name")),
        )
        form.add("given_on", _("When the patient said yes"), DayField(self._today))
        forms = tuple((code.value, _(label)) for code, label in FORM_LABELS.items())
        form.add("form", _("How it was given"), SegmentField(forms))


class CorrectRelayedDialog(FormDialog[RelayedDraft]):
    """Mends who it is and how to reach them, before the first contact."""

    def __init__(
        self,
        draft: RelayedDraft,
        submit: Callable[[RelayedDraft], object],
        parent: QWidget | None = None,
        *,
        memory: DraftMemory | None = None,
    ) -> None:
        super().__init__(_("Correct the relayed citizen"), draft, submit, parent, memory=memory)

    @override
    def build(self, form: Form) -> None:
        add_reach(form)


def add_reach(form: Form) -> None:
    """Add who the citizen is, and how and when they can be reached safely."""
    form.add("name", _("Name"), TextField(), _("No personal number: Fasthold has no use for it."))
    ways = tuple((code.value, _(label)) for code, label in REACH_LABELS.items())
    form.add("reach_kind", _("The one way to reach them"), SegmentField(ways))
    form.add("reach", _("Number or address"), TextField())
    form.add(
        "safe_when",
        _("Safe time and place"),
        TextField(placeholder=_("For example: after 15, not at work")),
    )
