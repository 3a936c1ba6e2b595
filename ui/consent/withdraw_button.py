"""The one press with which everything is taken back, on every page of a person."""

from __future__ import annotations

from app.domain.language import _
from ui.common.button import Button, Kind


def withdraw_button(label: str = "") -> Button:
    """Return the button; what it does is connected by the page. It asks nothing beforehand."""
    button = Button(label or _("Withdraw consent"), Kind.DESTRUCTIVE, icon="circle-x")
    button.setObjectName("withdraw_all")
    button.setAccessibleName(_("Withdraw consent"))
    button.setAccessibleDescription(_("Takes back everything, at once."))
    return button
