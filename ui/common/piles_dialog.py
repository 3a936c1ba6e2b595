"""What a calendar file would change, in piles, before any of it is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.absence_piles import PILE_LABELS, AwayPiles, PiledAway
from app.domain.calendar_series import UNFIT_LABELS, Unfit
from app.domain.language import _, ngettext
from app.domain.words import joined, long_day, long_span
from ui.common.button import Button, Kind
from ui.common.card import Card
from ui.common.dialog import Dialog
from ui.common.fonts import Role
from ui.common.stopped import Stopped
from ui.common.text import Text

_MOST = 8  # lines of a pile; more are counted
_WIDTH = 640


class PilesDialog(Dialog):
    """Shows the piles under what `says` is kept of the file; `take_in` is called when they are
    accepted."""

    def __init__(
        self,
        title: str,
        says: str,
        piles: AwayPiles,
        take_in: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent, width=_WIDTH)
        self.body.addWidget(Text(says, Role.BODY, wrap=True))
        for pile, label in PILE_LABELS.items():
            self._add(_(label), f"pile_{pile.value}", _lines(piles.pile(pile)))
        count = len(piles.not_taken)
        self._add(_("Not taken in"), "pile_not_taken", _reasons(piles), count)
        if not piles.lines and not count:
            nothing = _("The file says nothing of the days from today on.")
            self.body.addWidget(Text(nothing, Role.QUIET, wrap=True))
        self.body.addStretch(1)
        self._add_foot(piles.news(), take_in)

    def _add(self, title: str, name: str, lines: Sequence[str], count: int = 0) -> None:
        if not lines:
            return
        card = Card(title)
        card.setObjectName(name)
        card.set_count(count or len(lines))
        shown = list(lines[:_MOST])
        if len(lines) > _MOST:
            more = len(lines) - _MOST
            shown.append(ngettext("and {n} more", "and {n} more", more).format(n=more))
        card.add(Text("\n".join(shown), Role.BODY, wrap=True))
        self.body.addWidget(card)

    def _add_foot(self, news: int, take_in: Callable[[], object]) -> None:
        cancel = self.add_button(Button(_("Cancel"), keys="Esc", pressed=self.reject))
        cancel.setObjectName("cancel")
        # i18n: Danish: »Tag med«
        words = ngettext("Take in {n} change", "Take in {n} changes", news).format(n=news)
        words = words if news else _("Take in")
        take = Button(words, Kind.PRIMARY, keys="Ctrl+Enter", pressed=self.accept)
        take.setObjectName("take_in")
        stopped = Stopped(take)
        stopped.set_stopped(None if news else _("Nothing in the file is new."))
        self._buttons.addWidget(stopped)
        self.accepted.connect(lambda: take_in())
        (take if news else cancel).setFocus()


def _lines(lines: Sequence[PiledAway]) -> list[str]:
    return [_line(line) for line in lines]


def _line(line: PiledAway) -> str:
    days = long_span(*line.days)
    if line.before is None:
        return days
    return _("{days} (until now {before})").format(days=days, before=long_span(*line.before))


def _reasons(piles: AwayPiles) -> list[str]:
    """Return each reason once, with the days of the entries it holds for."""
    days: dict[Unfit, list[date | None]] = {}
    for entry in piles.not_taken:
        days.setdefault(entry.reason, []).append(entry.day)
    return [_reason(reason, found) for reason, found in days.items()]


def _reason(reason: Unfit, days: Sequence[date | None]) -> str:
    known = [long_day(day) for day in sorted(day for day in days if day is not None)]
    label = _(UNFIT_LABELS[reason])
    if not known:
        return label
    if len(known) > 3:
        more = len(days) - 2
        known = [*known[:2], ngettext("{n} more", "{n} more", more).format(n=more)]
    return _("{days}: {reason}").format(days=joined(known), reason=label)
