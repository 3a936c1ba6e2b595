"""Doing one act of a service from a window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.problem import FastholdError
from ui.common.errors import show_error


def attempt(parent: QWidget, act: Callable[[], object]) -> bool:
    """Do `act` and return True; tell the person in words, and return False, if it is refused."""
    try:
        act()
    except FastholdError as error:
        show_error(parent, error)
        return False
    return True
