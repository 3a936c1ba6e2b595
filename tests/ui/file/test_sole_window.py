"""A file has one window; whoever comes second calls it."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from ui.file.sole_window import SoleWindow, ask_first_window, note_beside


def test_the_place_is_taken_once(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SoleWindow(tmp_path / "w.fasthold"), SoleWindow(tmp_path / "w.fasthold")
    assert first.take()
    assert not second.take()
    first.leave()
    assert second.take()
    second.leave()


def test_the_second_calls_the_first_and_leaves_nothing_behind(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "w.fasthold"
    first = SoleWindow(path)
    first.take()
    first.watch()
    with qtbot.waitSignal(first.raise_requested):
        ask_first_window(path)
    assert not note_beside(path).exists()
    first.leave()


def test_two_files_in_one_folder_have_two_windows(qtbot: QtBot, tmp_path: Path) -> None:
    mine, other = SoleWindow(tmp_path / "mine.fasthold"), SoleWindow(tmp_path / "other.fasthold")
    assert mine.take()
    assert other.take()
    mine.leave()
    other.leave()


def test_without_a_folder_there_is_nothing_to_take(qtbot: QtBot, tmp_path: Path) -> None:
    nowhere = SoleWindow(tmp_path / "not yet" / "w.fasthold")
    assert nowhere.take()
    nowhere.watch()
    nowhere.leave()
