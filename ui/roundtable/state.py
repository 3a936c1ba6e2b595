"""Where a roundtable stands, as a badge."""

from __future__ import annotations

from app.domain.language import _
from app.domain.roundtable import ROUNDTABLE_LABELS, RoundtableStatus
from ui.common.badge import Badge, BadgeLook
from ui.common.tokens import Tone

_LOOKS: dict[RoundtableStatus, tuple[Tone, str]] = {
    RoundtableStatus.DRAFT: (Tone.NEUTRAL, "pencil"),
    RoundtableStatus.FINAL: (Tone.OK, "lock"),
    RoundtableStatus.STOPPED: (Tone.DANGER, "ban"),
}


def state_look(status: RoundtableStatus) -> BadgeLook:
    """Return how the state looks in a table."""
    tone, icon = _LOOKS[status]
    return BadgeLook(_(ROUNDTABLE_LABELS[status]), tone, icon)


def state_badge(status: RoundtableStatus) -> Badge:
    """Return the state as a badge."""
    look = state_look(status)
    return Badge(look.text, look.tone, look.icon)
