"""Step five: who stands on the papers."""

from __future__ import annotations

from collections.abc import Iterable

from typing_extensions import override

from app.domain.language import _
from app.domain.problem import Problem
from app.domain.sender import SenderDraft
from ui.common.card import Card
from ui.common.draft_memory import DraftMemory
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.text import Text
from ui.file.details_form import add_details
from ui.file.stacked import stacked
from ui.file.step import StepView


class DetailsStep(StepView):
    """Asks for the details without which no paper is saved."""

    def __init__(self) -> None:
        super().__init__()
        self._memory: DraftMemory | None = None
        self._form = Form(stacked=False, label_width=180)
        add_details(self._form)
        words = _(
            "Patient, doctor and employer must be able to reach you, so these stand on every paper."
            " You can change them in Settings."
        )
        card = Card(_("My details"), icon="user-round")
        card.add(stacked(Text(words, Role.QUIET, wrap=True), self._form, gap=16))
        self.column.addWidget(card)

    def remember(self, memory: DraftMemory) -> None:
        """Keep what is written from now on."""
        self._memory = memory
        memory.setParent(self)
        self._form.set_values(memory.waiting)
        memory.watch(self._form)

    def draft(self) -> SenderDraft:
        """Return what is written."""
        return self._form.draft(SenderDraft)

    def forget(self) -> None:
        """Keep nothing any more: what is written has been saved."""
        if self._memory is not None:
            self._memory.drop()

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Show what is to be mended."""
        self._form.show_problems(problems)

    @override
    def stopped(self) -> str | None:
        return None

    @override
    def enter(self) -> None:
        self._form.focus_first()
