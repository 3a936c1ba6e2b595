"""What every field of a form can do, whatever it looks like.

A field holds what was typed, right or wrong: `value()` gives text (one choice: its code),
a tuple of codes (several choices) or a yes/no. `set_value` puts it back, so that a draft comes
back exactly as it was left.
"""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.common.announce import announce
from ui.common.button import Size
from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.override import override
from ui.common.paint import draw_box
from ui.common.text import Text
from ui.common.tokens import Token, Tone

FieldValue: TypeAlias = str | tuple[str, ...] | bool

# What is typed here may be about a person: keyboards of the system must not learn from it.
PRIVATE_TYPING = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


def as_text(value: FieldValue) -> str:
    """Return `value` as the text a one-line field shows."""
    if isinstance(value, tuple):
        return value[0] if value else ""
    return value if isinstance(value, str) else ""


def as_codes(value: FieldValue) -> tuple[str, ...]:
    """Return `value` as the codes chosen."""
    if isinstance(value, str):
        return (value,) if value else ()
    return value if isinstance(value, tuple) else ()


class Field(QWidget):
    """One field with room beneath for the problem it has.

    Subclasses call `_put(editor, shown)` once and `_report()` whenever a hand changed the value.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._trouble = ProblemLine()
        self._reason = Text("", Role.SECONDARY, wrap=True)
        self._told = Text("", Role.SECONDARY, wrap=True)
        for words in (self._reason, self._told):
            words.setVisible(False)
        self._help = ""
        self._editor: QWidget = self
        self._shown: QWidget = self
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def value(self) -> FieldValue:
        """Return what is typed or chosen."""
        raise NotImplementedError

    def set_value(self, value: FieldValue) -> None:
        """Show `value` without reporting a change."""
        raise NotImplementedError

    def editor(self) -> QWidget:
        """Return the widget that is typed into: it carries name and focus."""
        return self._editor

    def problem(self) -> str:
        """Return the problem shown, or nothing."""
        return self._trouble.text()

    def set_problem(self, text: str | None) -> None:
        """Show a danger edge and `text` beneath; None takes both away."""
        self._trouble.set_text(text or "")
        self._editor.setAccessibleDescription(text or self._help)
        self._show_edge(wrong=bool(text))

    def told(self) -> str:
        """Return what is said beneath about what was put in, or nothing."""
        return self._told.text()

    def tell(self, text: str, tone: Tone | None = None) -> None:
        """Say something quietly beneath, until a hand changes the value; nothing takes it away."""
        self._told.setText(text)
        self._told.set_tone(tone)
        self._told.setVisible(bool(text))
        announce(self, text)

    def tell_too(self, text: str) -> None:
        """Say this as well as what is said already."""
        said = self._told.text()
        if text not in said:
            self._told.setText(f"{said} {text}".strip())
        self._told.setVisible(True)
        announce(self, text)

    def set_stopped(self, reason: str | None) -> None:
        """Let nothing be typed, and say beneath why; None lets it be typed again."""
        self._shown.setEnabled(reason is None)
        self._editor.setAccessibleDescription(reason or self._help)
        self._reason.setText(reason or "")
        self._reason.setVisible(reason is not None)

    def set_name(self, name: str, label: str, help_text: str = "") -> None:
        """Call the field `name` in code and `label` to the person."""
        self._help = help_text
        self._editor.setObjectName(name)
        self._editor.setAccessibleName(label)
        self._editor.setAccessibleDescription(help_text)
        self._trouble.set_name(f"{name}_problem")

    def add_beneath(self, widget: QWidget) -> None:
        """Put `widget` under the field and its problem."""
        self._column.addWidget(widget)

    def _put(self, editor: QWidget, shown: QWidget) -> None:
        self._editor, self._shown = editor, shown
        self.setFocusProxy(editor)
        self._column.addWidget(shown)
        self._column.addWidget(self._reason)
        self._column.addWidget(self._told)
        self._column.addWidget(self._trouble)

    def _show_edge(self, *, wrong: bool) -> None:
        """Draw or remove the danger edge."""

    def _report(self) -> None:
        if self.problem():
            self.set_problem(None)
        if self.told():
            self.tell("")
        self.changed.emit()


class FieldBox(QWidget):
    """The frame round what is typed: its edge tells hover, problem and disabled."""

    def __init__(self, size: int = Size.STANDARD, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wrong = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # painted anew under the pointer
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(10, 0, 10, 0)
        self.row.setSpacing(8)
        if size:
            self.setFixedHeight(size)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_wrong(self, *, wrong: bool) -> None:
        """Show that what is typed needs mending."""
        self.wrong = wrong
        self.update()

    @override
    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(64, 0))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.wrong:
            draw_box(painter, self.rect(), Token.SURFACE, Token.DANGER, width=2)
        elif not self.isEnabled():
            draw_box(painter, self.rect(), Token.CANVAS, Token.LINE2)
        else:
            edge = Token.INK2 if self.underMouse() else Token.LINE2
            draw_box(painter, self.rect(), Token.SURFACE, edge)
        painter.end()


class ProblemLine(QWidget):
    """A sentence in danger colour with the prohibit icon; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._text = Text("", Role.SECONDARY, tone=Tone.DANGER, wrap=True)
        row.addWidget(IconLabel("ban", Token.DANGER, 14), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        row.setContentsMargins(0, 2, 0, 0)
        self.setVisible(False)

    def text(self) -> str:
        """Return the sentence shown."""
        return self._text.text()

    def set_text(self, text: str) -> None:
        """Show `text`, or hide when it is empty."""
        self._text.setText(text)
        self.setVisible(bool(text))

    def set_name(self, name: str) -> None:
        """Name the label that holds the sentence."""
        self._text.setObjectName(name)
