"""Fields for one line of text: plain, and secret."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.language import _
from ui.common.button import IconButton, Size
from ui.common.field import Field, FieldBox, FieldValue, as_text
from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.line_edit import LineEdit, SecretLine
from ui.common.override import override
from ui.common.text import Text
from ui.common.tokens import Token, Tone


class TextField(Field):
    """One line of text. `submitted` tells that Enter was pressed in it."""

    LINE: ClassVar[type[LineEdit]] = LineEdit

    submitted = Signal()

    def __init__(
        self,
        *,
        placeholder: str = "",
        icon: str = "",
        size: int = Size.STANDARD,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._line = self.LINE()
        self._line.setPlaceholderText(placeholder)
        self._box = FieldBox(size)
        if icon:
            self._box.row.addWidget(IconLabel(icon, Token.INK2, 18))
        self._box.row.addWidget(self._line, 1)
        self._put(self._line, self._box)
        self._line.textEdited.connect(self._report)
        self._line.told.connect(self.tell_too)
        self._line.returnPressed.connect(self.submitted)

    @override
    def value(self) -> str:
        return self._line.text()

    @override
    def set_value(self, value: FieldValue) -> None:
        self._line.setText(as_text(value))

    @override
    def _show_edge(self, *, wrong: bool) -> None:
        self._box.set_wrong(wrong=wrong)


class SecretField(TextField):
    """A line that hides what is typed until the eye is pressed, and warns of Caps Lock."""

    LINE = SecretLine

    def __init__(
        self,
        *,
        icon: str = "key-round",
        size: int = Size.LOCK,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icon=icon, size=size, parent=parent)
        self._eye = IconButton("eye", "", pressed=self._on_eye_pressed)
        self._box.row.addWidget(self._eye)
        self._box.row.setContentsMargins(12, 0, 4, 0)
        self._caps = Text(_("Caps Lock is on."), Role.SECONDARY, tone=Tone.WARN)
        self._caps.setVisible(False)
        self._column.insertWidget(1, self._caps)
        self._line.installEventFilter(self)
        self._hide_secret(hidden=True)

    def clear(self) -> None:
        """Forget what was typed and hide again."""
        self._line.clear()
        self._hide_secret(hidden=True)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._notice_caps_lock(event)
        return super().eventFilter(watched, event)

    def _notice_caps_lock(self, event: QKeyEvent) -> None:
        # No system-independent call tells; a letter of the wrong size for its Shift key does.
        letter = event.text()
        if letter.isalpha():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._caps.setVisible(letter.isupper() != shifted)

    def _on_eye_pressed(self) -> None:
        self._hide_secret(hidden=self._line.echoMode() == QLineEdit.EchoMode.Normal)

    def _hide_secret(self, *, hidden: bool) -> None:
        mode = QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal
        self._line.setEchoMode(mode)
        self._eye.set_icon("eye" if hidden else "eye-off")
        self._eye.set_name(_("Show what is typed") if hidden else _("Hide what is typed"))
