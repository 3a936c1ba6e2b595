"""Removing something: asked once with the consequence, from a list or from the thing's form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.domain.language import _
from ui.common.attempt import attempt
from ui.common.button import Button, Kind
from ui.common.confirm import confirm
from ui.common.desk import Desk
from ui.common.dialog import Dialog
from ui.common.draft_memory import DraftMemory


@dataclass(frozen=True, slots=True)
class Removal:
    """What is asked, what goes with it, the words of the button, and the act itself.

    `name` is the button's name in code: the service's method.
    """

    name: str
    question: str
    consequence: str
    act: str
    remove: Callable[[], object]


def removing(
    desk: Desk, remove: Callable[[], object], memory: DraftMemory | None = None
) -> Callable[[], None]:
    """Return the act that removes, forgets what was being typed in `memory`, and says so."""

    def act() -> None:
        remove()
        if memory is not None:
            memory.drop()
        desk.message.say(_("Removed."))

    return act


def ask_removal(parent: QWidget, removal: Removal) -> Dialog:
    """Ask, and remove if the answer is yes."""
    return _ask(parent, removal, lambda: attempt(parent, removal.remove))


def offer_removal(dialog: Dialog, removal: Removal) -> Button:
    """Put a button that removes into the foot of `dialog`, which closes when that is done."""

    def remove() -> None:
        if attempt(dialog, removal.remove):
            dialog.done(Dialog.DialogCode.Rejected)

    button = Button(removal.act, Kind.DESTRUCTIVE, icon="trash-2")
    button.clicked.connect(lambda: _ask(dialog, removal, remove))
    button.setObjectName(removal.name)
    dialog.add_left(button)
    return button


def _ask(parent: QWidget, removal: Removal, then: Callable[[], object]) -> Dialog:
    return confirm(parent, removal.question, removal.consequence, removal.act, then)
