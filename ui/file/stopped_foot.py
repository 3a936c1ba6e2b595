"""The button that leads on from a dialog or page and, while it is stopped, says why."""

from __future__ import annotations

from ui.common.button import Button
from ui.common.dialog import Dialog
from ui.common.fonts import Role
from ui.common.shown import as_tip
from ui.common.text import Text


class StoppedFoot:
    """Holds `button`, and apart from it the `reason` it is stopped for."""

    def __init__(self, button: Button) -> None:
        self.button = button
        self._spoken = button.accessibleDescription()
        self.reason = Text("", Role.SECONDARY, wrap=True)
        self.reason.setObjectName("reason")

    def put_into(self, dialog: Dialog) -> None:
        """Stand at the end of `dialog`, the reason above the button."""
        dialog.body.addWidget(self.reason)
        dialog.add_button(self.button)

    def set_stopped(self, reason: str | None) -> None:
        """Stop the button for `reason`; None lets it be pressed."""
        self.button.setEnabled(reason is None)
        self.button.setToolTip(as_tip(reason or ""))
        self.button.setAccessibleDescription(reason or self._spoken)
        self.reason.setText(reason or "")
        self.reason.setVisible(reason is not None)
