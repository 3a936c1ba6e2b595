"""What one does in the visit room, by keys alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtTest import QTest

from tests.journeys.keyboard import Keyboard
from tests.workspaces import PHRASE
from ui.main_window import MainWindow
from ui.main_window.workplace import Workplace

# Overview, concentration, in work, within 14 days; then straight to the next step, and to the note.
FLAG = ("4", "Tab", "1", "Tab", "2", "Tab", "Tab", "2", "Alt+S", "4", "Alt+N")


def open_file(keyboard: Keyboard, window: MainWindow, path: Path) -> None:
    """Start Fasthold with the file at `path`, and unlock it."""
    assert window.begin(path)
    window.show()
    window.resize(1366, 768)  # the screen of the tests is smaller than any laptop
    keyboard.wait_for("passphrase")
    keyboard.type(PHRASE)
    keyboard.press("Return")
    keyboard.wait(lambda: isinstance(window.page(), Workplace))


def start_visit(keyboard: Keyboard) -> None:
    """Go into the room of today's visit."""
    keyboard.press("Ctrl+1", "Ctrl+B")
    keyboard.wait_for("end_visit")


def raise_flag(keyboard: Keyboard, note: str) -> int:
    """Raise a flag about concentration, with advice; return how many keys that took."""
    keyboard.press("Alt+2")
    before = keyboard.presses
    keyboard.press(*FLAG)
    QTest.keyClicks(keyboard.here(), note)
    keyboard.press("Ctrl+Return")
    return keyboard.presses - before


def ask(keyboard: Keyboard, question: str) -> None:
    """Note a certificate question without an answer."""
    keyboard.press("Alt+3")
    keyboard.type(question)
    keyboard.press("Ctrl+Return")


def promise(keyboard: Keyboard, what: str, due_on: str) -> None:
    """Note what the consultant does, and when at the latest."""
    keyboard.press("Alt+A")
    keyboard.tab_to("who")
    keyboard.press("2")
    keyboard.fill(what=what, due_on=due_on)
    keyboard.press("Ctrl+Return")


def end_visit(keyboard: Keyboard) -> None:
    """End the visit with the best date as its next one, and leave the summary that is shown."""
    keyboard.press("Ctrl+E", "Ctrl+Return")
    keyboard.wait_for("save")
    keyboard.press("Escape")
