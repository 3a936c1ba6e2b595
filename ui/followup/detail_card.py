"""The card of what was told in the first talk, and of the end of a follow-up."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.consent import REACH_LABELS
from app.domain.flag_choice import EMPLOYMENT_LABELS
from app.domain.followup import ORIGIN_LABELS, OUTCOME_LABELS, FollowupFacts
from app.domain.followup_sheet import FollowupSheet
from app.domain.language import _
from app.domain.words import hours, long_day
from ui.common.button import Button, Kind, Size
from ui.common.card import Card
from ui.common.flow_layout import FlowLayout
from ui.common.fonts import Role
from ui.common.news import News
from ui.common.text import Text
from ui.common.tokens import Token
from ui.followup.followup_dialog import from_flag_words


class DetailCard(Card):
    """What is known of the citizen and the job; correcting, ending and erasing."""

    def __init__(self) -> None:
        super().__init__(_("Details"))
        self.correct = _button(_("Correct"), "pencil", "correct_followup", Kind.QUIET)
        self.end = _button(_("End the follow-up"), "circle-check", "end_followup")
        self.reopen = _button(_("Open it again"), "undo-2", "reopen_followup")
        self.archive = _button(_("Put in the archive"), "archive", "archive_followup")
        self.restore = _button(_("Take out of the archive"), "undo-2", "restore_followup")
        self.erase = _button(_("Erase the person"), "trash-2", "erase_followup", Kind.DESTRUCTIVE)
        self.add_action(self.correct)
        self._facts = QGridLayout()
        self._lines: list[tuple[Text, Text]] = []
        self._news = News()
        self.add(self._laid_out())

    def show_sheet(self, sheet: FollowupSheet) -> None:
        """Show the details of `sheet`, and the acts that fit where it stands."""
        lines = detail_lines(sheet)
        ended, archived = sheet.row.ended_on is not None, sheet.row.archived
        if not self._news.are(lines, ended, archived):
            return
        self._show_lines(lines)
        self.end.setVisible(not ended)
        self.reopen.setVisible(ended)
        self.archive.setVisible(ended and not archived)
        self.restore.setVisible(archived)

    def _show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        top = Qt.AlignmentFlag.AlignTop
        while len(self._lines) < len(lines):
            label = Text("", Role.CAPTION, wrap=True)
            words = Text("", Role.SECONDARY, tone=Token.INK, wrap=True)
            self._facts.addWidget(label, len(self._lines), 0, top)
            self._facts.addWidget(words, len(self._lines), 1)
            self._lines.append((label, words))
        for place, (label, words) in enumerate(self._lines):
            said = lines[place] if place < len(lines) else ("", "")
            for text, what in zip((label, words), said, strict=True):
                text.setText(what)
                text.setVisible(bool(what))

    def _laid_out(self) -> QWidget:
        content, acts = QWidget(), QWidget()
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setHorizontalSpacing(16)
        self._facts.setVerticalSpacing(6)
        self._facts.setColumnMinimumWidth(0, 112)
        self._facts.setColumnStretch(1, 1)
        flow = FlowLayout(acts, gap=8, line_gap=8)
        for button in (self.end, self.reopen, self.archive, self.restore, self.erase):
            flow.addWidget(button)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(self._facts)
        column.addWidget(acts)
        return content


def detail_lines(sheet: FollowupSheet) -> tuple[tuple[str, str], ...]:
    """Return label and words of everything that was told."""
    facts = sheet.facts
    lines = [
        (_("How to reach"), _reach(facts)),
        (_("Safe time and place"), facts.safe_when),
        (_("Ringing"), _("May not be rung") if facts.no_ring else ""),
        (_("Work"), _work(facts)),
        (_("On sick leave"), _since(facts)),
        (_("Hard at work"), facts.functions),
        (_("Wishes"), facts.wishes),
        (_("Started from"), _origin(sheet)),
        (_("Consent given"), long_day(facts.given_on)),
        (_("Original lies"), facts.original_at),
        (_("Ended"), _end(sheet)),
    ]
    return tuple((label, words) for label, words in lines if words)


def _reach(facts: FollowupFacts) -> str:
    kind = _(REACH_LABELS[facts.reach_kind])
    return f"{kind}: {facts.reach}" if facts.reach else kind


def _work(facts: FollowupFacts) -> str:
    parts = [_(EMPLOYMENT_LABELS[facts.employment]), facts.job_title]
    if facts.weekly_hours:
        parts.append(hours(facts.weekly_hours))
    return " · ".join(part for part in parts if part)


def _since(facts: FollowupFacts) -> str:
    if facts.sick_since is None:
        return ""
    return _("since {day}").format(day=long_day(facts.sick_since))


def _origin(sheet: FollowupSheet) -> str:
    if sheet.from_flag:
        return from_flag_words()
    return _(ORIGIN_LABELS[sheet.facts.origin])


def _end(sheet: FollowupSheet) -> str:
    row = sheet.row
    if row.ended_on is None or row.outcome is None:
        return ""
    return f"{long_day(row.ended_on)} · {_(OUTCOME_LABELS[row.outcome])}"


def _button(words: str, icon: str, name: str, kind: Kind = Kind.SECONDARY) -> Button:
    button = Button(words, kind, icon=icon, size=Size.COMPACT)
    button.setObjectName(name)
    return button
