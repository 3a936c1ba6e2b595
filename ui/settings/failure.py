"""Telling in the message bar why something did not work."""

from __future__ import annotations

from app.domain.problem import FastholdError
from ui.common.desk import Desk
from ui.common.tokens import Tone


def tell_failure(desk: Desk, error: BaseException) -> None:
    """Say what `error` says; what is no expected trouble is raised as the bug it is."""
    if not isinstance(error, FastholdError):
        raise error
    desk.message.say(str(error), tone=Tone.DANGER)
