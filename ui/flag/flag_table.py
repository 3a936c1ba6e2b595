"""The flags as a list: the same as the board, to sort."""

from __future__ import annotations

from app.domain.flag import FlagCard
from app.domain.flag_choice import STATUS_LABELS, THEME_LABELS, FlagStatus
from app.domain.language import N_, _
from app.domain.words import days_left
from app.system.clock import Today
from ui.common.row_model import Column
from ui.common.row_table import RowTable
from ui.flag.flag_look import age_words, badge_of, functions_of, status_look

_ORDER = list(FlagStatus)


def flag_table(today: Today) -> RowTable[FlagCard]:
    """Return an empty list of flags; `today` says how old they are."""
    columns = (*_COLUMNS, *_time_columns(today))
    table: RowTable[FlagCard] = RowTable(columns, name=_("Flags"), fit=True)
    table.keep_place_by(lambda card: card.id)
    return table


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
)
