"""The card of the half-year plan: how many visits, the plan itself, and what its signs mean."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.language import _, ngettext
from app.domain.plan_shape import OwnCalendar
from ui.common.bars import Hatch
from ui.common.card import Card, Rule
from ui.common.card_head import SIDE
from ui.common.flow_layout import FlowLayout
from ui.common.fonts import Role
from ui.common.text import Text
from ui.common.tokens import Token
from ui.visit.plan_block import StateMark
from ui.visit.plan_grid import PlanGrid
from ui.visit.plan_rows import STATE_LABELS, BlockState, HalfYear, PlanLine

_MARK = 20


class PlanCard(Card):
    """Holds the plan in `grid`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("The rhythm"), parent=parent)
        self.grid = PlanGrid()
        self.add(Rule(), flush=True)
        self.add(self.grid, flush=True)
        self.add(Rule(), flush=True)
        self.add(_legend(), flush=True)

    def show_lines(
        self, lines: Sequence[PlanLine], half: HalfYear, today: date, own: OwnCalendar
    ) -> None:
        """Show these lines over `half`."""
        visits = sum(block.state is not BlockState.MOVED for line in lines for block in line.blocks)
        practices = ngettext("{n} practice", "{n} practices", len(lines)).format(n=len(lines))
        counted = ngettext("{n} visit", "{n} visits", visits).format(n=visits)
        # i18n: Danish: »4 lægehuse, 17 besøg. Hvert besøg kan flyttes, uden at resten af rækken
        # i18n: flytter med.«
        text = _("{practices}, {visits}. Each can be moved without moving the others.")
        self.set_detail(text.format(practices=practices, visits=counted))
        self.set_empty(None if lines else _("All practices are in the archive."))
        self.grid.show_lines(lines, half, today, own)


def _legend() -> QWidget:
    held = QWidget()
    flow = FlowLayout(held, gap=18, line_gap=8)
    flow.setContentsMargins(SIDE, 10, SIDE, 6)
    for state, label in STATE_LABELS.items():
        flow.addWidget(_entry(StateMark(state, _MARK), _(label)))
    # i18n: Danish: »Ferie (helst ikke) og lukket«
    words = _("Holidays (better avoided) and closed days")
    off = Hatch(words)
    off.setFixedSize(_MARK, _MARK)
    flow.addWidget(_entry(off, words))
    return held


def _entry(mark: QWidget, words: str) -> QWidget:
    entry = QWidget()
    row = QHBoxLayout(entry)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(mark)
    row.addWidget(Text(words, Role.SECONDARY, tone=Token.INK2))
    return entry
