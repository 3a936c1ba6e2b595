"""What a part of a window shows, so that it is not shown again while it is the same."""

from __future__ import annotations


class News:
    """Tells whether what is to be shown differs from what is shown."""

    def __init__(self) -> None:
        self._shown: tuple[object, ...] | None = None

    def are(self, *what: object) -> bool:
        """Whether `what` was not shown last; it is from now on."""
        if what == self._shown:
            return False
        self._shown = what
        return True

    def forget(self) -> None:
        """Let whatever comes next be shown: a hand has changed what is seen."""
        self._shown = None
