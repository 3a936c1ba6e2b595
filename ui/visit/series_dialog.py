"""A practice's visits of the next twelve months, with every better day that was not taken."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from app.domain.decision import DECISION_LABELS, DecisionKind
from app.domain.language import _
from app.domain.plan_shape import Impossible, Plan, Proposal, Skipped
from app.domain.words import (
    day_with_weekday,
    joined,
    short_weekday_and_day,
    time_span,
    week,
    weekday_and_day,
)
from ui.common.badge import Badge
from ui.common.button import Button
from ui.common.card import Card
from ui.common.dialog import WIDEST, Dialog
from ui.common.fonts import Role
from ui.common.rows import Row, RowList
from ui.common.text import Text
from ui.common.tokens import Tone


class SeriesDialog(Dialog):
    """One row per visit; beneath it the days it stands in for, and why."""

    def __init__(self, practice: str, key: str, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(practice, parent, width=WIDEST)
        about = _(
            "The next twelve months. Beneath each visit stand the better days that could not be"
            " used, and why."
        )
        self.body.addWidget(Text(about, Role.QUIET, wrap=True))
        self._rows = RowList([row for _when, row in sorted(_rows(plan, key), key=_by_day)])
        self._rows.setObjectName("series_rows")
        card = Card()
        card.add(self._rows, flush=True)
        self.body.addWidget(card)
        self.body.addStretch(1)
        close = Button(_("Close"), keys="Esc", pressed=self.accept)
        close.setObjectName("close")
        self.add_button(close)


def _rows(plan: Plan, key: str) -> Iterator[tuple[str, Row]]:
    for visit in plan.visits:
        if visit.key == key:
            yield visit.start.isoformat(), _visit(visit)
    for one in plan.impossible:
        if one.key == key:
            yield one.day.isoformat(), _impossible(one)


def _by_day(entry: tuple[str, Row]) -> str:
    return entry[0]


def _visit(visit: Proposal) -> Row:
    badge = Badge(_("Proposed"), Tone.ACCENT, "circle-question-mark")
    if visit.booked:
        badge = Badge(_("Planned"), Tone.ACCENT, "calendar")
    day = day_with_weekday(visit.start.date())
    title = _("{day}, {time} · {week}").format(
        day=day[:1].upper() + day[1:],
        time=time_span(visit.start, visit.minutes),
        week=week(visit.start.date()),
    )
    said = {_not(weekday_and_day(one.day), one.reason) for one in visit.skipped}
    others = (reason for reason in visit.reasons if reason not in said)
    lines = (*_passed_over(visit.skipped), *others)
    return Row(title, "\n".join(lines), trailing=(badge,), opens=False, wrap=True)


def _passed_over(skipped: tuple[Skipped, ...]) -> Iterator[str]:
    """Yield a sentence for each reason, with every day it kept from being used."""
    for reason in dict.fromkeys(one.reason for one in skipped):
        days = sorted(one.day for one in skipped if one.reason == reason)
        listed = joined([short_weekday_and_day(day) for day in days])
        yield _not(listed, reason)


def _not(day: str, reason: str) -> str:
    return _("Not {day}: {reason}.").format(day=day, reason=reason)


def _impossible(one: Impossible) -> Row:
    badge = Badge(_(DECISION_LABELS[DecisionKind.IMPOSSIBLE]), Tone.DANGER, "calendar-x")
    day = day_with_weekday(one.day)
    title = day[:1].upper() + day[1:]
    return Row(title, one.reason, trailing=(badge,), opens=False, wrap=True)
