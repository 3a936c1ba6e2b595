"""Closing controls for a while, each saying why and what would change it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.common.shown import as_tip


class Closed:
    """Holds controls closed. What was closed already for a reason of its own stays as it is."""

    def __init__(self, controls: Sequence[QWidget]) -> None:
        self._controls = controls
        self._closed: list[tuple[QWidget, str, str]] = []

    @property
    def is_closed(self) -> bool:
        """Whether the controls are held closed now."""
        return bool(self._closed)

    def open(self) -> None:
        """Let the controls be as they were."""
        for control, tip, spoken in self._closed:
            control.setEnabled(True)
            control.setToolTip(as_tip(tip))
            control.setAccessibleDescription(spoken)
        self._closed = []

    def close(self, why: str) -> None:
        """Close every control that is open, and let each say `why`."""
        for control in self._controls:
            if not control.isEnabled():
                continue
            self._closed.append((control, control.toolTip(), control.accessibleDescription()))
            control.setEnabled(False)
            control.setToolTip(as_tip(why))
            control.setAccessibleDescription(why)
