"""What the sidebar offers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ui.common.desk import Desk
from ui.common.page import Page


@dataclass(frozen=True, slots=True)
class NavItem:
    """One page: its name in code, its label (a msgid), its icon, the key after Ctrl, its maker.

    The digit is »,« for the settings, which stand at the bottom.
    """

    name: str
    label: str
    icon: str
    digit: str
    factory: Callable[[Desk], Page]

    @property
    def keys(self) -> str:
        """Return the keys that lead here."""
        return f"Ctrl+{self.digit}"
