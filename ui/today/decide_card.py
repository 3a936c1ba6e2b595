"""The card of what the plan waits for: visits to move or to settle, practices that are due."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.decision import DECISION_LABELS, Decision, DecisionKind
from app.domain.language import _
from app.domain.words import short_weekday_and_day
from ui.common.badge import Badge
from ui.common.card import Card
from ui.common.lines import FIRST
from ui.common.rows import Row, RowList
from ui.common.tokens import Tone

_LOOKS: dict[DecisionKind, tuple[Tone, str]] = {
    DecisionKind.UNSETTLED: (Tone.WARN, "circle-alert"),
    DecisionKind.CONFLICT: (Tone.DANGER, "triangle-alert"),
    DecisionKind.DUE: (Tone.ACCENT, "calendar"),
}


class DecideCard(Card):
    """Hidden while there is nothing to decide; late practices have a card of their own."""

    opened = Signal(object)  # Decision

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("To decide in the plan"), parent=parent)
        self.setVisible(False)
        self._list = RowList(at_once=FIRST)
        self._list.setObjectName("to_decide")
        self._list.opened.connect(self.opened)
        self.add(self._list, flush=True)

    def show_decisions(self, decisions: Sequence[Decision]) -> None:
        """Show these, the earliest first."""
        self.set_count(len(decisions) or None)
        self.setVisible(bool(decisions))
        self._list.show_first(decisions, _row)


def _row(decision: Decision) -> Row:
    badge = Badge(_(DECISION_LABELS[decision.kind]), *_LOOKS[decision.kind])
    title = decision.practice
    if decision.visit_id is not None:
        title = _("{practice}, {day}").format(
            practice=title, day=short_weekday_and_day(decision.day)
        )
    said = decision.text[:1].upper() + decision.text[1:]
    return Row(title, said, key=decision, trailing=(badge,), wrap=True)
