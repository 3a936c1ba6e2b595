"""The steps side by side: done, at hand, still to come."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.language import _
from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.text import Text
from ui.common.tokens import Token, Tone, colour
from ui.file.step import STEP_HINTS, STEP_LABELS, Step

_LINE = 3


class StepBar(QWidget):
    """One mark per step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self._marks = {step: _Mark(number, step) for number, step in enumerate(Step, start=1)}
        for mark in self._marks.values():
            row.addWidget(mark, 1)

    def set_left_out(self, step: Step, why: str) -> None:
        """Say why there is nothing to be ticked at `step`; nothing takes it back."""
        self._marks[step].leave_out(why)

    def set_current(self, current: Step) -> None:
        """Mark what is done, and where one is."""
        steps = list(Step)
        for step, mark in self._marks.items():
            mark.set_state(done=steps.index(step) < steps.index(current), here=step is current)


class _Mark(QWidget):
    def __init__(self, number: int, step: Step) -> None:
        super().__init__()
        self._label = _(STEP_LABELS[step])
        self._numbered = f"{number}. {self._label}"
        self._token = Token.LINE
        self._explained = _(STEP_HINTS[step])
        self._left_out = ""
        self._is_done = self._is_here = False
        self._done = IconLabel("circle-check", Token.OK, 18, bold=True)
        self._words = Text(self._numbered, Role.ROW_TITLE, wrap=True)
        title = QHBoxLayout()
        title.setSpacing(6)
        title.addWidget(self._done, 0, Qt.AlignmentFlag.AlignTop)
        title.addWidget(self._words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10 + _LINE, 0, 0)
        column.setSpacing(0)
        column.addLayout(title)
        self._hint = Text(self._explained, Role.CAPTION, wrap=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._hint, 1)

    def leave_out(self, why: str) -> None:
        """Say `why` there is nothing to tick here, or nothing."""
        self._left_out = why
        self._show()

    def set_state(self, *, done: bool, here: bool) -> None:
        """Tell whether this step is behind one, or where one is."""
        self._is_done, self._is_here = done, here
        self._show()

    def _show(self) -> None:
        """Draw the line and say the state aloud."""
        done, here = self._is_done and not self._left_out, self._is_here
        self._token = Token.OK if done else Token.ACCENT if here else Token.LINE
        self._done.setVisible(self._is_done)
        icon = ("circle-check", Token.OK) if done else ("circle-minus", Token.INK3)
        self._done.set_icon(*icon)
        # The mark stands where the number stood: there is no room for both.
        self._words.setText(self._label if self._is_done else self._numbered)
        self._words.set_tone(Tone.ACCENT if here else None)
        self._hint.setText(self._left_out or self._explained)
        said = _("done") if done else _("you are here") if here else _("to come")
        if self._left_out and not here:
            said = self._left_out
        self.setAccessibleName(f"{self._numbered}, {said}")
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), _LINE, colour(self._token))
        painter.end()
