"""A note with the questions about function beneath it, each a press away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.function_question import QUESTIONS
from app.domain.guard import About
from app.domain.language import _
from ui.common.button import Button, Kind, Size
from ui.common.flow_layout import FlowLayout
from ui.common.fonts import Role
from ui.common.guarded import GuardedNote
from ui.common.roving import Roving
from ui.common.shown import as_tip
from ui.common.text import Text


class FunctionNote(GuardedNote):
    """A question pressed is put at the end of the note, once, and the answer is typed after it."""

    def __init__(self, about: About, *, rows: int = 3) -> None:
        super().__init__(about, rows=rows)
        self._column.insertWidget(self._column.indexOf(self._box) + 1, _Prompts(self.ask))

    def ask(self, question: str) -> None:
        """Put `question` on a line of its own, or go to where it stands already."""
        if question not in self.value():
            gap = "\n" if self.value() and not self.value().endswith("\n") else ""
            self._edit.moveCursor(QTextCursor.MoveOperation.End)
            self._edit.insertPlainText(f"{gap}{question} ")
        else:
            self._edit.moveCursor(QTextCursor.MoveOperation.Start)
            self._edit.find(question)
            self._edit.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
        self._edit.ensureCursorVisible()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)


class _Prompts(QWidget):
    """The questions by their short names; one Tab stop for them all."""

    def __init__(self, ask: Callable[[str], None]) -> None:
        super().__init__()
        flow = FlowLayout(self, gap=14, line_gap=4)
        flow.setContentsMargins(0, 4, 0, 2)
        head = Text(_("Ask about:"), Role.CAPTION)
        head.setFixedHeight(Size.INLINE)
        flow.addWidget(head)
        prompts = [_Prompt(_(each.label), _(each.text), ask) for each in QUESTIONS]
        for place, prompt in enumerate(prompts):
            prompt.setObjectName(f"prompt_{place}")
            flow.addWidget(prompt)
        self.setAccessibleName(head.text())
        self._roving = Roving(self)
        self._roving.set_items(prompts)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._roving.step(event):
            super().keyPressEvent(event)


class _Prompt(Button):
    """One question; it leaves arrows to the group."""

    def __init__(self, label: str, question: str, ask: Callable[[str], None]) -> None:
        super().__init__(label, Kind.QUIET, size=Size.INLINE, pressed=lambda: ask(question))
        self.setToolTip(as_tip(question))
        self.setAccessibleDescription(question)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)


_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
