"""The goal ladder: six rungs, where the citizen stands and where they want to end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.followup import OUTCOME_LABELS, Outcome
from app.domain.goal import Goal, GoalDraft
from app.domain.language import _
from ui.common.badge import Badge
from ui.common.button import Button, Kind, Size
from ui.common.card import Card
from ui.common.chips import ChipsField
from ui.common.fonts import Role
from ui.common.form import Form
from ui.common.form_dialog import FormDialog
from ui.common.icons import IconLabel
from ui.common.rows import Row, RowList
from ui.common.text import Text
from ui.common.tokens import Token, Tone


class GoalCard(Card):
    """Shows the rungs, the first one on top; `correct` asks to choose others."""

    def __init__(self) -> None:
        # i18n: Danish: »Målstige«
        super().__init__(_("Goal ladder"))
        self.list = RowList()
        self.correct = Button(_("Choose"), Kind.QUIET, icon="pencil", size=Size.COMPACT)
        self.correct.setObjectName("set_goal")
        self.correct.setAccessibleName(_("Choose the rungs"))
        self.add_action(self.correct)
        self.add(self.list, flush=True)

    def show_goal(self, goal: Goal) -> None:
        """Show where `goal` stands and leads."""
        rungs = [
            (place, rung, rung is goal.now, rung is goal.aim)
            for place, rung in enumerate(Outcome, start=1)
        ]
        self.list.show_things([("", rungs)], lambda listed: _row(*listed))


class GoalDialog(FormDialog[GoalDraft]):
    """The citizen says where they stand and where they want to end; neither has to be known."""

    def __init__(
        self, draft: GoalDraft, submit: Callable[[GoalDraft], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("The goal ladder"), draft, submit, parent)

    @override
    def build(self, form: Form) -> None:
        words = _("The citizen chooses. Leave out what is not known; it can change any day.")
        form.add_widget(Text(words, Role.SECONDARY, wrap=True))
        rungs = tuple((code.value, _(label)) for code, label in OUTCOME_LABELS.items())
        form.add("now", _("Where is it now?"), ChipsField(rungs))
        form.add("aim", _("What is aimed at?"), ChipsField(rungs))


def _row(place: int, rung: Outcome, is_now: bool, is_aim: bool) -> Row:  # noqa: FBT001 -- listed
    marks = []
    if is_now:
        marks.append(Badge(_("Now"), Tone.NEUTRAL, "map-pin"))
    if is_aim:
        marks.append(Badge(_("Aim"), Tone.ACCENT, "target"))
    marked = bool(marks)
    icon = IconLabel(
        "circle-dot" if marked else "circle", Token.ACCENT if marked else Token.LINE2, 16
    )
    label = _(OUTCOME_LABELS[rung])
    role = Role.ROW_TITLE if marked else Role.BODY
    return Row(label, key=place, leading=icon, trailing=marks, opens=False, role=role)
