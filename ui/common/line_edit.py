"""The line every one-line field is typed into: by whatever way words come in, they are cleaned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QClipboard, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.common.field import PRIVATE_TYPING
from ui.common.focus_ring import Ring, set_ring
from ui.common.inks import see_through
from ui.common.keys import is_command
from ui.common.override import override
from ui.common.pasting import Pasted, can_read, read_pasted, words_of
from ui.common.style_sheet import MENU, wear

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QContextMenuEvent, QDropEvent, QKeyEvent, QMouseEvent

LONGEST_LINE = 2_000  # more than any rule allows; keeps a pasted book from freezing the window


class LineEdit(QLineEdit):
    """A line in which a pasted text is words on one line, and never longer than there is room."""

    told = Signal(str)  # what is to be known of what was pasted

    def __init__(self, longest: int = LONGEST_LINE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(longest)
        self.setInputMethodHints(PRIVATE_TYPING)
        self.setFrame(False)
        self.setPalette(see_through())
        set_ring(self, Ring.PARENT)

    @override
    def paste(self) -> None:
        self._take(QGuiApplication.clipboard().mimeData())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_command(event):
            event.ignore()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()  # Qt's own way in would take the text as it is
                action.triggered.connect(self.paste)
        wear(menu, MENU)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if event.source() is self:
            super().dropEvent(event)
            return
        self.setCursorPosition(self.cursorPositionAt(event.position().toPoint()))
        self._take(event.mimeData())
        event.acceptProposedAction()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        clipboard = QGuiApplication.clipboard()
        if event.button() is Qt.MouseButton.MiddleButton and clipboard.supportsSelection():
            self.deselect()
            self._take(clipboard.mimeData(QClipboard.Mode.Selection))
        else:
            super().mouseReleaseEvent(event)

    def _take(self, source: QMimeData | None) -> None:
        if source is None or self.isReadOnly():
            return
        brought = self._read(source, self.maxLength() - len(self.text()) + len(self.selectedText()))
        if brought.text:
            self.insert(brought.text)
        if brought.told:
            self.told.emit(brought.told)

    def _read(self, source: QMimeData, room: int) -> Pasted:
        return read_pasted(source, room)


class SecretLine(LineEdit):
    """A line for a passphrase: each sign of it counts, but not the end of the line it was on."""

    @override
    def _read(self, source: QMimeData, room: int) -> Pasted:
        if not can_read(source):
            return read_pasted(source, room)
        return Pasted(words_of(source).rstrip("\r\n")[:room])
