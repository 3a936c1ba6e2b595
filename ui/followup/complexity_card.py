"""How much this has to be coordinated: signs to tick, what they speak for, and one's own choice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.complexity import (
    LEVEL_LABELS,
    SIGN_LABELS,
    SIGNS,
    Complexity,
    Level,
    propose,
)
from app.domain.language import _
from app.domain.words import long_day
from ui.common.card import Card
from ui.common.columns import Columns
from ui.common.fonts import Role
from ui.common.news import News
from ui.common.notice import Notice
from ui.common.segments import Segments, name_parts
from ui.common.text import Text
from ui.common.tick_list import TickList
from ui.common.tokens import Token, Tone

RIGHT = 340
STACKED_BELOW = 580
UNDECIDED = ""


class ComplexityCard(Card):
    """Saves nothing itself: it says what was ticked and what was decided."""

    ticked = Signal(object)  # the codes of all signs that are ticked
    decided = Signal(str)  # the code of a level, or nothing

    def __init__(self) -> None:
        # i18n: Danish: »Behov for koordinering«
        super().__init__(_("Need for coordination"), detail=_("Signs you tick; you decide"))
        self._news = News()
        self._lists = {level: _signs(level) for level in Level}
        self._proposal = Notice(Tone.ACCENT, "", icon="lightbulb", beside=True)
        self._level = Segments(_levels(), name=_("What you decide"))
        name_parts("level", _("What you decide"), self._level.parts())
        self._since = Text("", Role.CAPTION, wrap=True)
        self.add(self._laid_out())
        for field in self._lists.values():
            field.changed.connect(self._on_ticked)
        self._level.chosen.connect(self._on_decided)

    def show_complexity(self, complexity: Complexity) -> None:
        """Show what is ticked and decided."""
        if not self._news.are(complexity):
            return
        codes = tuple(sign.value for sign in complexity.signs)
        for field in self._lists.values():
            field.set_value(codes)
        self._proposal.set_words(propose(complexity.signs).text)
        self._level.set_value(complexity.level.value if complexity.level else UNDECIDED)
        since = complexity.decided_on
        self._since.setText(_("Decided {day}").format(day=long_day(since)) if since else "")
        self._since.setVisible(since is not None)

    def _on_decided(self, code: str) -> None:
        self._news.forget()
        self.decided.emit(code)

    def _on_ticked(self) -> None:
        self._news.forget()
        self.ticked.emit(tuple(code for field in self._lists.values() for code in field.value()))

    def _laid_out(self) -> QWidget:
        signs = Columns(right=RIGHT, narrow=STACKED_BELOW)
        for level in (Level.PLAIN, Level.FORESEEABLE):
            signs.add_left(_headed(level, self._lists[level]))
        signs.add_right(_headed(Level.COORDINATION, self._lists[Level.COORDINATION]))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (signs, self._proposal, self._level, self._since):
            column.addWidget(part)
        return content


def _levels() -> tuple[tuple[str, str], ...]:
    levels = tuple((level.value, _(label)) for level, label in LEVEL_LABELS.items())
    # i18n: Danish: »Ikke besluttet«
    return ((UNDECIDED, _("Not decided")), *levels)


def _signs(level: Level) -> TickList:
    field = TickList([(sign.value, _(SIGN_LABELS[sign]), "") for sign in SIGNS[level]])
    field.set_name("signs", _("Signs: {level}").format(level=_(LEVEL_LABELS[level]).lower()))
    return field


def _headed(level: Level, field: TickList) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(Text(_(LEVEL_LABELS[level]), Role.LABEL, tone=Token.INK2))
    column.addWidget(field)
    return part
