"""Restricting what is done with a person's data, and lifting that again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.guard import About
from app.domain.language import _
from app.domain.restriction import ASKER_LABELS, LiftDraft, RestrictionDraft
from ui.common.chips import ChipsField
from ui.common.dated_dialog import DatedDialog
from ui.common.day_field import DayField
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.form_dialog import FormDialog
from ui.common.guarded import GuardedNote
from ui.common.text import Text
from ui.keeping.hold_dialog import REASON_LIMIT


class RestrictionDialog(DatedDialog[RestrictionDraft]):
    """Who asked for it, since when, and why."""

    @override
    def build(self, form: Form) -> None:
        words = _(
            "Nothing is changed and nothing leaves until you lift it. Withdrawing a consent still "
            "works, and the citizen still gets what they have a right to. Nothing is erased."
        )
        form.add_widget(Text(words, Role.SECONDARY, wrap=True))
        askers = tuple((code.value, _(label)) for code, label in ASKER_LABELS.items())
        form.add("asked_by", _("Who asked for it?"), ChipsField(askers))
        form.add("since", _("Since"), DayField(self._today))
        form.add("reason", _("Why?"), GuardedNote(About.CITIZEN, rows=2, limit=REASON_LIMIT))


class LiftDialog(FormDialog[LiftDraft]):
    """Why it is no longer needed."""

    def __init__(
        self, submit: Callable[[LiftDraft], object], parent: QWidget | None = None
    ) -> None:
        title = _("Lift the restriction")
        super().__init__(title, LiftDraft(), submit, parent, save_text=title)

    @override
    def build(self, form: Form) -> None:
        words = _("The citizen is told before you lift it. After that everything works as before.")
        form.add_widget(Text(words, Role.SECONDARY, wrap=True))
        reason = GuardedNote(About.CITIZEN, rows=2, limit=REASON_LIMIT)
        form.add("lift_reason", _("Why is it lifted?"), reason)
