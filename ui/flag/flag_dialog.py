"""Raising a flag outside a visit, and correcting one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.flag import FlagCard, FlagDraft, settle_flag
from app.domain.language import _
from app.domain.practice import PracticeId
from app.domain.problem import Problem, Rejected
from ui.common.button import Button
from ui.common.choice_field import ChoiceField
from ui.common.desk import Desk
from ui.common.dialog import WIDEST
from ui.common.draft_memory import DraftMemory
from ui.common.form import Form
from ui.common.form_dialog import FormDialog
from ui.common.shown import as_tip
from ui.flag.flag_fields import add_flag_fields

CODE = "code"  # under which the code stands in a draft, beside the fields
Practices = Sequence[tuple[str, str]]  # id, name


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFlagDraft(FlagDraft):
    """A flag and the practice that raised it. `practice_id` is the id as text."""

    practice_id: str = ""


class FlagDialog(FormDialog[FlagDraft]):
    """The fields of one flag; nothing is saved while the guard sees a person in the note.

    It is a flag of the practice `practice_id`, or of the one that is chosen among `practices`.

    `code` is the one the flag is to get: it is kept with what is typed, for it may stand on a slip.
    """

    def __init__(
        self,
        title: str,
        draft: FlagDraft,
        submit: Callable[[FlagDraft], object],
        desk: Desk,
        parent: QWidget,
        *,
        memory: DraftMemory,
        save_text: str = "",
        practices: Practices = (),
        practice_id: str = "",
        code: str = "",
    ) -> None:
        self._desk, self._practices, self._practice_id = desk, practices, practice_id
        self._whose: str | None = None  # the practice whose doctors are offered
        super().__init__(
            title, draft, submit, parent, memory=memory, save_text=save_text, width=WIDEST
        )
        if code:
            memory.watch_values(lambda: self.form.values() | {CODE: code})
        self._save = self.findChild(Button, "save")
        self._note.guarded.connect(self._on_guarded)
        self._on_guarded(self._note.is_refused())

    @override
    def build(self, form: Form) -> None:
        if self._practices:
            # i18n: Danish: »Vælg lægehus«
            choice = ChoiceField(self._practices, placeholder=_("Choose the practice"))
            form.add("practice_id", _("Practice"), choice)
        self._told_by, self._note = add_flag_fields(form, self._desk)
        if self._practices:
            form.ask_if("told_by", "practice_id", self._offer_doctors)
        else:
            form.set_asked("told_by", asked=self._offer_doctors(self._practice_id))

    @override
    def nothing_saved(self) -> bool:
        return self._given == type(self._given)()

    def _offer_doctors(self, practice_id: str) -> bool:
        """Offer the doctors of the practice, and return whether it has any."""
        if practice_id != self._whose:
            self._whose = practice_id
            self._told_by.set_doctors(self._doctors(practice_id))
        return self._told_by.has_doctors()

    def _doctors(self, practice_id: str) -> Mapping[str, str]:
        if not practice_id:
            return {}
        sheet = self._desk.services.practice.practice(PracticeId(UUID(practice_id)))
        return {row.id.hex: row.facts.name for row in sheet.doctors}

    def _on_guarded(self, refused: bool) -> None:  # noqa: FBT001 -- a signal's payload
        if self._save is not None:
            self._save.setEnabled(not refused)
            self._save.setToolTip(as_tip(_("The note points to a person.") if refused else ""))


def raise_new_flag(desk: Desk, draft: FlagDraft) -> FlagCard:
    """Save a flag raised outside a visit; raise `Rejected` with everything there is to mend."""
    problems: list[Problem] = []
    practice = draft.practice_id if isinstance(draft, NewFlagDraft) else ""
    if not practice:
        problems.append(Problem("practice_id", _("Choose the practice.")))
    try:
        settle_flag(draft, desk.services.today.day(), frozenset())
    except Rejected as rejection:
        problems.extend(rejection.problems)
    if problems:
        raise Rejected(problems)
    return desk.services.flag.raise_flag(PracticeId(UUID(practice)), None, draft)
