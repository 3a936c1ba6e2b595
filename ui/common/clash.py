"""Saying that days were closed on which a visit is booked, with the way to that visit."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from app.domain.decision import clash_words
from app.domain.language import _
from ui.common.desk import Desk
from ui.common.tokens import Tone

Result = TypeVar("Result")


def telling_clashes(
    desk: Desk, act: Callable[[], Result], said: Callable[[Result], str] | None = None
) -> Result:
    """Do `act`; then say what came of it, and which visits it is that have to be moved now."""
    plan = desk.services.plan
    before = {one.visit_id for one in plan.clashes()}
    result = act()
    found = [one for one in plan.clashes() if one.visit_id not in before]
    words = " ".join(part for part in (said(result) if said else "", clash_words(found)) if part)
    if found:
        visit_id = found[0].visit_id
        go = (
            _("See it in the plan"),
            lambda: desk.go("visits", visit_id.hex if visit_id else None),
        )
        desk.message.say(words, tone=Tone.WARN, act=go)
    elif words:
        desk.message.say(words)
    return result
