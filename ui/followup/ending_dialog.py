"""Ending a follow-up with an outcome, and erasing a person for good."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.followup import OUTCOME_LABELS, EndingDraft
from app.domain.language import _
from app.domain.problem import Problem, Rejected
from ui.common.button import Kind
from ui.common.chips import ChipsField
from ui.common.dated_dialog import DatedDialog
from ui.common.day_field import DayField
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.form_dialog import FormDialog
from ui.common.text import Text
from ui.common.text_field import TextField


class EndingDialog(DatedDialog[EndingDraft]):
    """How far the person came on the goal ladder."""

    @override
    def build(self, form: Form) -> None:
        words = _("Six months after the last day the person is erased by itself.")
        form.add_widget(Text(words, Role.SECONDARY, wrap=True))
        outcomes = tuple((code.value, _(label)) for code, label in OUTCOME_LABELS.items())
        form.add("outcome", _("It ended with"), ChipsField(outcomes))
        form.add("ended_on", _("Last day"), DayField(self._today))


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureDraft:
    """The initials, typed to show that this person is meant."""

    initials: str = ""


class ErasureDialog(FormDialog[ErasureDraft]):
    """Erases a person once their initials are written."""

    def __init__(
        self,
        name: str,
        consequence: str,
        erase: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        self._initials, self._consequence, self._erase = initials_of(name), consequence, erase
        super().__init__(
            _("Erase this person?"),
            ErasureDraft(),
            self._on_asked,
            parent,
            save_text=_("Erase for good"),
            save_kind=Kind.DESTRUCTIVE,
            width=480,
        )

    @override
    def build(self, form: Form) -> None:
        form.add_widget(Text(self._consequence, Role.BODY, wrap=True))
        form.add_widget(Text(_("This cannot be undone."), Role.BODY, wrap=True))
        form.add(
            "initials",
            _("Write the person's initials"),
            TextField(),
            _("The first letter of each of their names."),
        )

    def _on_asked(self, draft: ErasureDraft) -> None:
        if _letters(draft.initials) != self._initials:
            words = _("These are not the initials of the person on this page.")
            raise Rejected([Problem("initials", words)])
        self._erase()


def initials_of(name: str) -> str:
    """Return the first letter of each name, as capitals."""
    return _letters("".join(word[0] for word in name.replace("-", " ").split()))


def _letters(text: str) -> str:
    return "".join(sign for sign in text.upper() if sign.isalpha())
