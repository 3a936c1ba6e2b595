"""A dialog with a form in which days are typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from ui.common.draft_memory import DraftMemory
from ui.common.form_dialog import Draft, FormDialog

Day = Callable[[], date]


class DatedDialog(FormDialog[Draft]):
    """A form dialog whose fields for days begin at `today`."""

    WIDTH: ClassVar[int] = 560

    def __init__(
        self,
        title: str,
        draft: Draft,
        submit: Callable[[Draft], object],
        today: Day,
        parent: QWidget | None = None,
        *,
        memory: DraftMemory | None = None,
        save_text: str = "",
    ) -> None:
        self._today = today
        super().__init__(
            title, draft, submit, parent, memory=memory, save_text=save_text, width=self.WIDTH
        )
