"""What in the plan needs a decision, each a row that leads to its visit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.decision import DECISION_LABELS, Decision, DecisionKind
from app.domain.language import _
from app.domain.words import week
from ui.common.badge import Badge
from ui.common.card import Card
from ui.common.rows import Row, RowList
from ui.common.tokens import Tone

_LOOKS: dict[DecisionKind, tuple[Tone, str]] = {
    DecisionKind.UNSETTLED: (Tone.WARN, "circle-alert"),
    DecisionKind.CONFLICT: (Tone.DANGER, "triangle-alert"),
    DecisionKind.DUE: (Tone.ACCENT, "calendar"),
    DecisionKind.LATE: (Tone.WARN, "hourglass"),
    DecisionKind.IMPOSSIBLE: (Tone.DANGER, "calendar-x"),
}


class DecisionCard(Card):
    """Conflicts, late practices, days that have passed."""

    opened = Signal(object)  # Decision

    def __init__(self, parent: QWidget | None = None) -> None:
        # i18n: Danish: »Kræver en beslutning«
        super().__init__(_("Needs a decision"), parent=parent)
        self._list = RowList()
        self._list.setObjectName("decisions")
        self._list.opened.connect(self.opened)
        self.add(self._list, flush=True)

    def show_decisions(self, decisions: Sequence[Decision]) -> None:
        """Show the first of these, the earliest first."""
        kinds = {one.kind for one in decisions}
        widest = max((_badge(kind).sizeHint().width() for kind in kinds), default=0)
        self._list.show_first(decisions, partial(_row, room=widest), beside=widest)
        self.set_count(len(decisions) or None)
        self.set_empty(None if decisions else _("Nothing. The plan holds."))


def _row(decision: Decision, room: int) -> Row:
    badge = _badge(decision.kind)
    holder = QWidget()
    holder.setFixedWidth(room)
    badge.setParent(holder)
    holder.setFixedHeight(badge.sizeHint().height())
    title = _("{practice}, {week}").format(practice=decision.practice, week=week(decision.day))
    if decision.kind is DecisionKind.LATE:
        title = decision.practice
    row = Row(title, decision.text, key=decision, leading=holder)
    said = _(DECISION_LABELS[decision.kind])
    row.setAccessibleName(f"{said}, {title}, {decision.text}")
    return row


def _badge(kind: DecisionKind) -> Badge:
    tone, icon = _LOOKS[kind]
    return Badge(_(DECISION_LABELS[kind]), tone, icon)
