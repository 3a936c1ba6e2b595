"""The contact block: whom to turn to, on the last page of every paper."""

from __future__ import annotations

from app.domain.language import _
from app.domain.sender import Sender
from app.reports import ink
from app.reports.arrangement import Box, Stack, Told
from app.reports.piece import text
from app.reports.row import across, in_a_row
from app.reports.tags import Role

_PAD = 11.0
_REACH_SHARE = 0.6


def contact_block(label: str, sender: Sender, width: float) -> Box:
    """Return name, title, phone, e-mail and when reachable, under `label`."""
    names = Stack(
        (
            text(label, ink.LABEL),
            text(sender.name, ink.HEAD),
            text(sender.title, ink.NOTE),
        )
    )
    reach = _reach(sender, (width - 2 * _PAD) * _REACH_SHARE)
    left = width - 2 * _PAD - reach.natural
    inner = across((names, reach), ((0.0, left - 12), (left, reach.natural)))
    return Box(inner, ink.STRONG_RULE, ink.WHITE, _PAD)


def _reach(sender: Sender, room: float) -> Told:
    lines = (
        (_("Phone"), text(sender.phone, ink.BODY_STRONG)),
        (_("E-mail"), text(sender.email, ink.BODY_STRONG)),
        (_("Reachable"), text(sender.reachable)),
    )
    labels = [text(word, ink.NOTE) for word, _piece in lines]
    first = max(label.natural for label in labels)
    second = min(max(piece.natural for _word, piece in lines), room - first - 9)
    places = in_a_row((first, second), 9)
    pairs = zip(labels, (piece for _word, piece in lines), strict=True)
    told = (Told(across(pair, places), Role.ITEM) for pair in pairs)
    return Told(Stack(tuple(told)), Role.LIST)
