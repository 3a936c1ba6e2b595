"""The opening of a paper: title, lead, and a row of up to four facts."""

from __future__ import annotations

from collections.abc import Sequence

from app.reports import ink
from app.reports.arrangement import Stack, Told
from app.reports.piece import Piece, text
from app.reports.row import Row, across
from app.reports.tags import Role

_GAP = 14.0


def opening(title: str, lead: str, facts: Sequence[Piece], width: float) -> tuple[Row, ...]:
    """Return title, lead and facts; they stay together."""
    stack = Stack((text(title, ink.TITLE), text(lead, ink.LEAD)))
    rows = (Row(piece=stack, width=width, bookmark=title),)
    return (*rows, fact_row(facts, width)) if facts else rows


def fact(label: str, value: str, *, strong: bool = False) -> Stack:
    """Return one fact: a label over a value."""
    return Stack((text(label, ink.LABEL), text(value, ink.BODY_STRONG if strong else ink.BODY)))


def fact_row(facts: Sequence[Piece], width: float) -> Row:
    """Return the facts side by side: each as wide as it needs, the last one to the right edge."""
    places: list[tuple[float, float]] = []
    x = 0.0
    widths = _widths([fact.natural for fact in facts], width - _GAP * (len(facts) - 1))
    gap = (width - sum(widths)) / max(1, len(facts) - 1)
    for wide in widths:
        places.append((x, wide))
        x += wide + gap
    piece = Told(across(facts, places, Role.ITEM), Role.LIST)
    return Row(piece=piece, width=width, above=13, inside=(0, 8), rule=ink.RULE)


def _widths(wanted: Sequence[float], room: float) -> list[float]:
    """Return the widths asked for; when there is no room, the wide ones share what is left."""
    widths = dict.fromkeys(range(len(wanted)), 0.0)
    waiting = set(widths)
    while waiting:
        share = room / len(waiting)
        small = {place for place in waiting if wanted[place] <= share}
        for place in small or waiting:
            widths[place] = min(wanted[place], share)
        room -= sum(widths[place] for place in small or waiting)
        waiting -= small or waiting
    return list(widths.values())
