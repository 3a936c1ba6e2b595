"""Choosing a file or folder: the system's dialogs, or an answer given beforehand by a test."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHeaderView, QTreeView, QWidget

from app.domain.language import _
from ui.common.file_trail import Trail, keep_no_trail
from ui.common.style_sheet import FILES, LINES, MENU, SCROLL_BARS, wear

Then = Callable[[Path], object]

# What tests answer, first one first. Empty in real life: then the person is asked.
_answers: deque[Path | None] = deque()
_NAME, _SIZE, _TYPE, _CHANGED = range(4)  # columns of Qt's own dialog


def answer_with(*paths: Path | None) -> None:
    """Answer the next dialogs with `paths`; None means that the person cancels."""
    _answers.extend(paths)


def choose_save(parent: QWidget, title: str, suggested: Path, kind: str, then: Then) -> None:
    """Ask where to save; `kind` is a filter like `PDF (*.pdf)`."""
    dialog = _dialog(parent, title, suggested.parent, kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suggested.suffix.removeprefix("."))
    dialog.selectFile(suggested.name)
    _ask(dialog, then)


def choose_open(parent: QWidget, title: str, folder: Path, kind: str, then: Then) -> None:
    """Ask which existing file to open."""
    dialog = _dialog(parent, title, folder, kind)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _ask(dialog, then)


def choose_folder(parent: QWidget, title: str, folder: Path, then: Then) -> None:
    """Ask for a folder."""
    dialog = _dialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    _ask(dialog, then)


def _dialog(parent: QWidget, title: str, folder: Path, kind: str = "") -> QFileDialog:
    keep_no_trail()
    trail = Trail()
    dialog = QFileDialog(parent, title, str(folder), kind)
    wear(dialog, LINES, FILES, MENU, SCROLL_BARS)
    # Not the method itself: Qt's side of a connection does not keep `trail` alive.
    dialog.destroyed.connect(lambda _gone: trail.put_back())
    return dialog


def _ask(dialog: QFileDialog, then: Then) -> None:
    if _answers:
        dialog.deleteLater()
        answer = _answers.popleft()
        if answer is not None:
            then(answer)
        return
    _speak(dialog)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _speak(dialog: QFileDialog) -> None:
    """Let Qt's own dialog, where the system has none, speak as the window does.

    Qt's Danish lacks these two labels, and the words in the column of types.
    """
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, _("Look in:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, _("Type of file:"))
    table = dialog.findChild(QTreeView, "treeView")
    if table is not None:
        header = table.header()
        header.hideSection(_TYPE)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        for column in (_SIZE, _CHANGED):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
