"""A button in a form's dialog that removes the thing instead of correcting it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ui.common.button import Button, Kind
from ui.common.form_dialog import FormDialog


def offer_removal(dialog: FormDialog[Any], words: str, act: Callable[[], object]) -> Button:
    """Put the button at the left of the foot: it closes the dialog, what was typed is let go."""

    def press() -> None:
        dialog.throw_away()
        act()

    button = Button(words, Kind.DESTRUCTIVE, icon="trash-2", pressed=press)
    button.setObjectName("remove")
    dialog.add_left(button)
    return button
