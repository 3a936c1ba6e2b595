"""What the settings page may ask of the window: look, language, other files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ui.file.attempts import Attempts
from ui.file.file_acts import FileActs


class Choices(QObject):
    """How things stand, and the wishes to change them; the window fulfils them."""

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    other_file_requested = Signal()
    help_requested = Signal()

    def __init__(
        self,
        path: Path,
        acts: FileActs,
        theme: str,
        parent: QObject | None = None,
        *,
        attempts: Attempts | None = None,
    ) -> None:
        super().__init__(parent)
        self.attempts = attempts or Attempts()
        self.path = path
        self.acts = acts
        self.theme = theme
