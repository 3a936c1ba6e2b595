"""What a hand can do with the adjustments one adds to the catalogue."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.adjustment import AdjustmentDraft, AdjustmentFacts, AdjustmentId, traces_in_idea
from app.domain.draft import DraftKind
from app.domain.flag_choice import FUNCTION_LABELS
from app.domain.guard import About
from app.domain.language import _
from ui.common.attempt import attempt
from ui.common.choice_field import ChoiceField
from ui.common.desk import Desk
from ui.common.form import Form
from ui.common.form_dialog import FormDialog
from ui.common.guarded import GuardedLine
from ui.common.removal import Removal, offer_removal, removing


class AdjustmentDialog(FormDialog[AdjustmentDraft]):
    """What the workplace can do, and for which function."""

    @override
    def build(self, form: Form) -> None:
        functions = [(code.value, _(label)) for code, label in FUNCTION_LABELS.items()]
        form.add(
            "function",
            _("Function"),
            ChoiceField(functions, placeholder=_("Choose the function it helps")),
        )
        form.add(
            "text",
            _("Adjustment"),
            GuardedLine(About.EMPLOYER, traces=traces_in_idea),
            # i18n: Danish: »Skriv en idé, ikke en person: Den kan bruges igen for andre.«
            _("Write an idea, not a person: it can be used again for others."),
        )


class AdjustmentActs:
    """Opens the forms of one's own adjustments over `parent`."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk, self._parent = desk, parent
        self._adjustments = desk.services.adjustment

    def add_adjustment(self, like: AdjustmentFacts | None = None) -> None:
        """Open the form of a new line, `like` one that is there."""
        draft = AdjustmentDraft()
        if like is not None:
            draft = AdjustmentDraft(function=like.function.value, text=like.text)
        AdjustmentDialog(
            # i18n: Danish: »Ny egen tilpasning«
            _("New adjustment of your own"),
            draft,
            self._adjustments.add_adjustment,
            self._parent,
            memory=self._desk.memory(DraftKind.ADJUSTMENT),
        ).open()

    def correct_adjustment(self, adjustment_id: AdjustmentId) -> None:
        """Open the form of a line, from which it can be removed too."""
        memory = self._desk.memory(DraftKind.ADJUSTMENT, adjustment_id.hex)
        remove = partial(self._adjustments.remove_adjustment, adjustment_id)
        dialog = AdjustmentDialog(
            _("Correct the adjustment"),
            self._adjustments.adjustment_draft(adjustment_id),
            partial(self._adjustments.correct_adjustment, adjustment_id),
            self._parent,
            memory=memory,
        )
        removal = Removal(
            "remove_adjustment",
            _("Remove this adjustment?"),
            # i18n: Danish: »Aftaler, hvor den er brugt, beholder deres ord.«
            _("Agreements it was used in keep their words."),
            _("Remove the adjustment"),
            removing(self._desk, remove, memory),
        )
        offer_removal(dialog, removal)
        dialog.open()

    def resume(self, entity: str) -> bool:
        """Open the form an unfinished edit was typed in."""
        if not entity:
            self.add_adjustment()
            return True
        adjustment_id = AdjustmentId(UUID(entity))
        return attempt(self._parent, lambda: self.correct_adjustment(adjustment_id))
