"""Choosing a file leaves no trace of it outside the encrypted file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Show
from tests.windows import find
from ui.common.choose_file import choose_folder, choose_open, choose_save
from ui.common.file_trail import Trail

NATIVE, USER = QSettings.Format.NativeFormat, QSettings.Scope.UserScope


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """Where Qt keeps its own settings, unless it is told otherwise."""
    folder = tmp_path / "home" / ".config"
    folder.mkdir()
    QSettings.setPath(NATIVE, USER, str(folder))
    return folder


def qt_settings() -> QSettings:
    return QSettings(USER, "QtProject")


@pytest.mark.parametrize("answer", [QDialog.DialogCode.Accepted, QDialog.DialogCode.Rejected])
def test_no_folder_or_file_is_remembered(
    show: Show, qtbot: QtBot, tmp_path: Path, config: Path, answer: QDialog.DialogCode
) -> None:
    window, folder = show(QWidget()), tmp_path / "Nancy"
    folder.mkdir()
    choose_save(window, "Save", folder / "plan.pdf", "PDF (*.pdf)", lambda _path: None)
    choose_open(window, "Open", folder, "PDF (*.pdf)", lambda _path: None)
    choose_folder(window, "Folder", folder, lambda _path: None)
    dialogs = window.findChildren(QFileDialog)
    assert len(dialogs) == 3
    for dialog in dialogs:
        dialog.done(answer)
    qtbot.waitUntil(lambda: not window.findChildren(QFileDialog))
    QApplication.processEvents()
    written = {path: path.read_bytes() for path in config.rglob("*") if path.is_file()}
    assert not [path for path, data in written.items() if b"Nancy" in data or b"plan.pdf" in data]


def test_what_other_programs_remembered_stays(config: Path) -> None:
    qt_settings().setValue("FileDialog/lastVisited", "file:///theirs")
    trail = Trail()
    qt_settings().setValue("FileDialog/lastVisited", "file:///ours")
    qt_settings().setValue("FileDialog/history", ["file:///ours"])
    trail.put_back()
    words = (config / "QtProject.conf").read_text()
    assert "theirs" in words
    assert "ours" not in words


def test_where_qts_settings_cannot_be_moved_the_dialog_puts_them_back(
    show: Show, qtbot: QtBot, tmp_path: Path, config: Path
) -> None:
    window, folder = show(QWidget()), tmp_path / "Nancy"
    folder.mkdir()
    choose_open(window, "Open", folder, "PDF (*.pdf)", lambda _path: None)
    QSettings.setPath(NATIVE, USER, str(config))  # as on Windows and macOS
    find(window, QFileDialog).reject()
    qtbot.waitUntil(lambda: not window.findChildren(QFileDialog))
    assert "Nancy" not in (config / "QtProject.conf").read_text()


def test_the_field_for_a_name_looks_like_a_field(show: Show, tmp_path: Path) -> None:
    window = show(QWidget())
    choose_folder(window, "Folder", tmp_path, lambda _path: None)
    dialog = find(window, QFileDialog)
    field = find(dialog, QWidget, "fileNameEdit")
    picture = dialog.grab().toImage()
    corner = field.mapTo(dialog, field.rect().center())
    above = field.mapTo(dialog, field.rect().topLeft())
    inside, edge = picture.pixelColor(corner), picture.pixelColor(corner.x(), above.y())
    assert inside != edge
    dialog.reject()
