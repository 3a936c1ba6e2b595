"""The flags as a list: the same as the board, to sort."""

from __future__ import annotations

from datetime import date

from app.domain.flag import FlagCard
from app.domain.flag_choice import STATUS_LABELS, THEME_LABELS, FlagStatus
from app.domain.language import N_, _
from app.domain.words import short_day
from ui.common.row_model import Column
from ui.common.row_table import RowTable
from ui.flag.flag_look import badge_of, functions_of, status_look

_ORDER = list(FlagStatus)


def flag_table() -> RowTable[FlagCard]:
    """Return an empty list of flags."""
    table: RowTable[FlagCard] = RowTable(_COLUMNS, name=_("Flags"), fit=True)
    table.keep_place_by(lambda card: card.id)
    return table


def _state(card: FlagCard) -> int:
    return _ORDER.index(card.status)


def _day(day: date) -> str:
    return short_day(day)


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
        badge=badge_of,
        width=140,
    ),
    Column(N_("Raised"), lambda card: card.raised_on, _day, width=84),
    Column(N_("Deleted"), lambda card: card.shrinks_on, _day, width=84),
)
