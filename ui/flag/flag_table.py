"""The flags as a list: the same as the board, to sort."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from typing_extensions import override

from app.domain.flag import FlagCard
from app.domain.flag_choice import STATUS_LABELS, THEME_LABELS, FlagStatus
from app.domain.language import N_, _
from app.domain.words import days_left
from app.system.clock import Today
from ui.common.row_model import Column
from ui.common.row_table import BADGE_SIDES, RowTable
from ui.flag.flag_look import (
    age_words,
    badge_of,
    badge_within,
    functions_of,
    status_look,
)

_ORDER = list(FlagStatus)
_ROOMY = 900  # px from which all columns are shown
_MARK = 140


class FlagTable(RowTable[FlagCard]):
    """A list of flags; `today` says how old they are. Where it is narrow, what a card says of the
    flag is enough, and two columns give their room to the others."""

    def __init__(self, today: Today) -> None:
        columns = (*_COLUMNS, *_time_columns(today))
        super().__init__(columns, name=_("Flags"), fit=True)
        self._spared = [place for place, column in enumerate(columns) if column.heading in _SPARED]
        self.keep_place_by(lambda card: card.id)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for place in self._spared:
            self.show_column(place, shown=self.width() >= _ROOMY)


def _state(card: FlagCard) -> int:
    return _ORDER.index(card.status)


def _time_columns(today: Today) -> tuple[Column[FlagCard], ...]:
    return (
        # i18n: Danish: »Alder«
        Column(
            N_("Flag's age"),
            lambda card: (today() - card.raised_on).days,
            lambda days: age_words(days),
            width=84,
        ),
        Column(
            N_("Deleted"),
            lambda card: max(card.shrinks_on, today()),
            lambda day: days_left(day, today()),
            width=96,
        ),
    )


# How old a flag is says less than how long it has left, and functions are in the form.
_SPARED = (N_("Functions"), N_("Flag's age"))

_COLUMNS: tuple[Column[FlagCard], ...] = (
    Column(N_("Code"), lambda card: card.code, code=True, width=104),
    Column(
        N_("Status"),
        _state,
        lambda place: _(STATUS_LABELS[_ORDER[place]]),
        badge=lambda card: status_look(card.status),
        width=196,
    ),
    Column(
        N_("Theme"),
        lambda card: _(THEME_LABELS[card.facts.theme]),
        strong=True,
        width=150,
        stretch=2,
    ),
    Column(N_("Functions"), functions_of, width=120, stretch=3),
    Column(N_("Practice"), lambda card: card.practice, width=140, stretch=2),
    Column(
        N_("Mark"),
        lambda card: look.text if (look := badge_of(card)) else "",
        badge=lambda card: badge_within(card, _MARK - BADGE_SIDES),
        width=_MARK,
    ),
)
