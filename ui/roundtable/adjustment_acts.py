"""What a hand can do with the adjustments one adds to the catalogue."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.adjustment import AdjustmentDraft, AdjustmentId, AdjustmentRow, traces_in_idea
from app.domain.draft import DraftKind
from app.domain.flag_choice import FUNCTION_LABELS
from app.domain.guard import About
from app.domain.language import _
from ui.common.attempt import attempt
from ui.common.button import Button
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

    def add_adjustment(
        self, like: AdjustmentDraft | None = None, title: str = ""
    ) -> AdjustmentDialog:
        """Open the form of a new line, filled in as `like` says."""
        dialog = AdjustmentDialog(
            # i18n: Danish: »Ny egen tilpasning«
            title or _("New adjustment of your own"),
            like or AdjustmentDraft(),
            self._adjustments.add_adjustment,
            self._parent,
            memory=self._desk.memory(DraftKind.ADJUSTMENT),
        )
        dialog.open()
        return dialog

    def change_shipped(self, one: AdjustmentRow) -> None:
        """Open the form of a new line like one that came with Fasthold, which can be hidden."""
        like = AdjustmentDraft(function=one.facts.function.value, text=one.facts.text)
        # i18n: Danish: »Din egen udgave af forslaget«
        dialog = self.add_adjustment(like, _("Your own version of the idea"))

        def hide() -> None:
            dialog.throw_away()
            if attempt(self._parent, lambda: self._adjustments.hide_adjustment(one.code)):
                # i18n: Danish: »Forslaget vises ikke mere.«
                self._desk.message.say(
                    _("The idea is no longer shown."), undo=lambda: self.show_again(one)
                )

        # i18n: Danish: »Skjul forslaget«
        button = Button(_("Hide the idea"), icon="eye-off", pressed=hide)
        button.setObjectName("hide_adjustment")
        dialog.add_left(button)

    def show_again(self, one: AdjustmentRow) -> None:
        """Let a hidden line be chosen again."""
        attempt(self._parent, lambda: self._adjustments.show_adjustment(one.code))

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
