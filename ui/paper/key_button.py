"""A button that shows only an icon, and says in its tool tip which key does the same."""

from __future__ import annotations

from collections.abc import Callable

from ui.common.button import IconButton
from ui.common.keys import key_text
from ui.common.shown import as_tip


def key_button(icon: str, name: str, keys: str, pressed: Callable[[], object]) -> IconButton:
    """Return a button called `name`; it does not listen to `keys` itself."""
    button = IconButton(icon, name, pressed=pressed)
    button.setToolTip(as_tip(f"{name} ({key_text(keys)})"))
    button.setAccessibleDescription(key_text(keys))
    return button
