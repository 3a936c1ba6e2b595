"""A field for several lines of text, with a counter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from app.domain.language import _
from app.domain.typed import NOTE_LIMIT
from ui.common.field import PRIVATE_TYPING, Field, FieldBox, FieldValue, as_text
from ui.common.focus_ring import Ring, set_ring
from ui.common.fonts import Role
from ui.common.keys import is_command
from ui.common.pasting import can_read, read_pasted
from ui.common.style_sheet import LINES, MENU, SCROLL_BARS, wear
from ui.common.text import Text
from ui.common.tokens import Token, Tone, colour

_LINE = 20
Span = tuple[int, int]  # from, up to, in signs
_REFUSED = (Token.DANGER_SOFT, Token.DANGER)  # tint and underline
_DOUBTED = (Token.WARN_SOFT, Token.WARN)


class NoteField(Field):
    """Text of several lines. Tab leaves it; `limit` is counted in signs, and more is shown as
    wrong but kept. What is pasted is cut at `NOTE_LIMIT` before it is laid out."""

    def __init__(
        self,
        *,
        rows: int = 3,
        limit: int = NOTE_LIMIT,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._limit = limit
        self._marks: tuple[Span, ...] = ()
        self._edit = NoteEdit()
        self._edit.setPlaceholderText(placeholder)
        self._box = FieldBox(0)
        self._box.setFixedHeight(rows * _LINE + 16)
        self._box.row.setContentsMargins(6, 6, 4, 6)
        self._box.row.addWidget(self._edit)
        self._count = Text("", Role.CAPTION)
        self._count.setVisible(False)
        self._put(self._edit, self._box)
        self._column.insertWidget(1, self._count)
        self._edit.textChanged.connect(self._on_text_changed)
        self._edit.told.connect(self.tell_too)

    @override
    def value(self) -> str:
        return self._edit.toPlainText()

    @override
    def set_value(self, value: FieldValue) -> None:
        blocked = self._edit.blockSignals(True)
        self._edit.setPlainText(as_text(value)[:NOTE_LIMIT])
        self._edit.moveCursor(QTextCursor.MoveOperation.End)  # who comes back writes on
        self._edit.blockSignals(blocked)
        self._show_count()

    def set_marks(self, refused: Sequence[Span], doubted: Sequence[Span] = ()) -> None:
        """Tint and underline these (start, end) stretches, counted in signs: the guard's hits."""
        self._marks = (*refused, *doubted)
        text = self.value()
        self._edit.setExtraSelections(
            [self._selection(text, span, *_REFUSED) for span in refused]
            + [self._selection(text, span, *_DOUBTED) for span in doubted]
        )

    @override
    def _show_edge(self, *, wrong: bool) -> None:
        self._box.set_wrong(wrong=wrong)

    def _on_text_changed(self) -> None:
        self._show_count()
        self._report()

    def _show_count(self) -> None:
        count = len(self.value())
        self._count.setText(
            _("{count} of {limit} characters").format(count=count, limit=self._limit)
        )
        self._count.set_tone(Tone.DANGER if count > self._limit else None)
        self._count.setVisible(self._limit < NOTE_LIMIT or count > self._limit * 0.9)

    def _selection(
        self, text: str, span: Span, tint: Token, ink: Token
    ) -> QTextEdit.ExtraSelection:
        start, end = span
        cursor = QTextCursor(self._edit.document())
        cursor.setPosition(_units(text[:start]))
        cursor.setPosition(_units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setBackground(colour(tint))
        look.setUnderlineColor(colour(ink))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        made = QTextEdit.ExtraSelection()
        made.cursor, made.format = cursor, look
        return made


class NoteEdit(QPlainTextEdit):
    """What a note is typed into: what is pasted or dropped comes in as words, cleaned and cut."""

    told = Signal(str)  # what is to be known of what was pasted

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setInputMethodHints(PRIVATE_TYPING)
        self.document().setDocumentMargin(2)
        wear(self, LINES, SCROLL_BARS, MENU)
        set_ring(self, Ring.PARENT)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_command(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return can_read(source)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        room = NOTE_LIMIT - len(self.toPlainText()) + len(self.textCursor().selectedText())
        brought = read_pasted(source, room, lines=True)
        if brought.text:
            self.textCursor().insertText(brought.text)
            self.ensureCursorVisible()
        if brought.told:
            self.told.emit(brought.told)


def _units(text: str) -> int:
    """Return how many UTF-16 units Qt counts for `text`."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
