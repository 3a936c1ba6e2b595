from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from app.domain.language import use_language
from tests.ui.conftest import Show
from tests.windows import click, find
from ui.common.button import Button
from ui.common.choose_file import answer_with, choose_folder, choose_open, choose_save
from ui.common.confirm import confirm
from ui.common.dialog import Dialog


def ask(window: QWidget, done: list[bool]) -> Dialog:
    consequence = "Only month, practice and theme are kept. This cannot be undone."
    return confirm(window, "Erase now?", consequence, "Erase", lambda: done.append(True))


def test_it_is_done_only_when_asked_for(show: Show) -> None:
    done: list[bool] = []
    click(ask(show(QWidget()), done), "confirm")
    assert done == [True]


def test_two_hundred_clicks_are_one_act(show: Show) -> None:
    done: list[bool] = []
    go = find(ask(show(QWidget()), done), Button, "confirm")
    for _click in range(200):
        go.click()
    assert done == [True]


def test_the_keyboard_starts_on_the_harmless_side(qtbot: QtBot, show: Show) -> None:
    done: list[bool] = []
    dialog = ask(show(QWidget()), done)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: find(dialog, Button, "cancel").hasFocus())
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert done == []


def test_a_question_of_two_lines_is_shown_whole(show: Show) -> None:
    asked = "The visit is planned for Tuesday 10 November, tomorrow. Hold it today instead?"
    dialog = confirm(show(QWidget()), asked, "It moves to today.", "Hold it today", lambda: None)
    (title,) = [one for one in dialog.findChildren(QLabel) if one.text() == asked]
    lines = title.heightForWidth(title.width())
    assert lines > 2 * title.fontMetrics().height()
    assert title.height() >= lines
    dialog.reject()


def test_a_file_dialog_can_be_answered_beforehand(show: Show) -> None:
    chosen: list[Path] = []
    window = show(QWidget())
    answer_with(Path("a.pdf"), None, Path("b.fasthold"), Path("c"))
    choose_save(window, "Save", Path("x.pdf"), "PDF (*.pdf)", chosen.append)
    choose_save(window, "Save", Path("x.pdf"), "PDF (*.pdf)", chosen.append)
    choose_open(window, "Open", Path(), "Fasthold (*.fasthold)", chosen.append)
    choose_folder(window, "Folder", Path(), chosen.append)
    assert chosen == [Path("a.pdf"), Path("b.fasthold"), Path("c")]


@pytest.mark.parametrize("name", ["paper.pdf"])
def test_a_file_dialog_suggests_a_name(show: Show, tmp_path: Path, name: str) -> None:
    chosen: list[Path] = []
    window = show(QWidget())
    choose_save(window, "Save", tmp_path / name, "PDF (*.pdf)", chosen.append)
    dialog = find(window, QFileDialog)
    assert [Path(file).name for file in dialog.selectedFiles()] == [name]
    dialog.accept()
    assert chosen == [tmp_path / name]


def test_qts_own_file_dialog_speaks_the_language_chosen(show: Show, tmp_path: Path) -> None:
    use_language("da")
    window = show(QWidget())
    choose_open(window, "Åbn", tmp_path, "Fasthold (*.fasthold)", lambda _path: None)
    dialog = find(window, QFileDialog)
    assert find(dialog, QLabel, "lookInLabel").text() == "Kig i:"
    assert find(dialog, QLabel, "fileTypeLabel").text() == "Filtype:"
    assert find(dialog, QTreeView, "treeView").isColumnHidden(2), "Qt has no Danish for the types"
    dialog.reject()
