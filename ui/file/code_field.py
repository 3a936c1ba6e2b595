"""Writing the printed code: one box per group of five signs."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.domain.language import _
from ui.common.button import Size
from ui.common.field import Field, FieldBox, FieldValue, as_text
from ui.common.fonts import Role, font
from ui.common.line_edit import LineEdit
from ui.common.override import override
from ui.common.text import Text

GROUPS = 8
GROUP_SIGNS = 5
_IN_A_ROW = 4
_FEW = 2  # boxes in which there is room for the word beside the number
_PASTED = 200  # a whole code with all its dashes and spaces fits into one box


class CodeField(Field):
    """Takes the groups in `places` (from 0). A whole code pasted anywhere fills all boxes."""

    submitted = Signal()

    def __init__(
        self, places: Sequence[int] = range(GROUPS), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        named = len(places) <= _FEW
        self._boxes = [_GroupBox(place, self._on_typed, named=named) for place in places]
        shown = QWidget()
        grid = QGridLayout(shown)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for index, box in enumerate(self._boxes):
            grid.addWidget(box, index // _IN_A_ROW, index % _IN_A_ROW)
            box.line.returnPressed.connect(self.submitted)
        self._put(self._boxes[0].line, shown)

    @override
    def value(self) -> str:
        return "-".join(box.line.text() for box in self._boxes)

    @override
    def set_value(self, value: FieldValue) -> None:
        self._spread(0, signs_of(as_text(value)))

    def places(self) -> tuple[int, ...]:
        """Return the groups asked for, from 0."""
        return tuple(box.place for box in self._boxes)

    def ask_for(self, places: Sequence[int]) -> None:
        """Ask for as many other groups."""
        for box, place in zip(self._boxes, places, strict=True):
            box.ask_for(place)
        self.set_problem(None)

    def is_complete(self) -> bool:
        """Whether every group has its signs."""
        return all(len(box.line.text()) == GROUP_SIGNS for box in self._boxes)

    @override
    def set_name(self, name: str, label: str, help_text: str = "") -> None:
        super().set_name(name, label, help_text)
        for box in self._boxes:
            box.line.setObjectName(f"{name}_{box.place + 1}")

    @override
    def _show_edge(self, *, wrong: bool) -> None:
        for box in self._boxes:
            box.set_wrong(wrong=wrong)

    def _on_typed(self, box: _GroupBox) -> None:
        index = self._boxes.index(box)
        last = self._spread(index, signs_of(box.line.text()))
        if len(self._boxes[last].line.text()) == GROUP_SIGNS and last + 1 < len(self._boxes):
            last += 1
        if last != index:
            self._boxes[last].step_to()
        self._report()

    def _spread(self, index: int, signs: str) -> int:
        """Put `signs` into the boxes from `index` on; return the last box that got some."""
        self._boxes[index].line.setText(signs[:GROUP_SIGNS])
        rest = signs[GROUP_SIGNS:]
        if rest and index + 1 < len(self._boxes):
            return self._spread(index + 1, rest)
        return index


class _GroupBox(FieldBox):
    """One group; Backspace in an empty one goes back to the one before.

    A full group steps on by itself, and many press Tab all the same: that Tab stays here.
    """

    def __init__(self, place: int, typed: Callable[[_GroupBox], None], *, named: bool) -> None:
        super().__init__(Size.LOCK)
        self.place, self._named, self._stepped_to = place, named, False
        self.line = LineEdit(_PASTED)
        self.line.setFont(font(Role.CODE))
        self.line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.line.installEventFilter(self)
        self.line.textEdited.connect(partial(self._tell, typed))
        self._number = Text("", Role.CAPTION)
        self.row.setContentsMargins(8, 0, 4, 0)
        self.row.setSpacing(2)
        self.row.addWidget(self._number)
        self.row.addWidget(self.line)
        self.ask_for(place)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def ask_for(self, place: int) -> None:
        """Be empty, and for the group at `place`."""
        self.place = place
        words = _("Group {number}").format(number=place + 1)
        self.line.clear()
        self.line.setAccessibleName(words)
        self._number.setText(words if self._named else str(place + 1))

    def step_to(self) -> None:
        """Take the keys after the group before is full."""
        self.line.setFocus()
        self._stepped_to = True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            stepped, self._stepped_to = self._stepped_to, False
            if event.key() == Qt.Key.Key_Tab and stepped:
                return True
            if event.key() == Qt.Key.Key_Backspace and not self.line.text():
                self.focusPreviousChild()
        return super().eventFilter(watched, event)

    def _tell(self, typed: Callable[[_GroupBox], None], _text: str) -> None:
        typed(self)


def signs_of(text: str) -> str:
    """Return `text` in capitals, without dashes and spaces."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).upper() if sign.isalnum())
