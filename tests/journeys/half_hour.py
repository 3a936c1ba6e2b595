"""The half hour at one practice up to the moment the computer dies, for a test to kill.

Run as `python -m tests.journeys.half_hour FILE DAY`. What is noted is said as `noted`, and each
sign typed after that as `key NUMBER MOMENT`, by a clock all processes on the machine share.
"""

from __future__ import annotations

import sys
import time
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.language import use_language
from app.services.machine import MachineSettings
from tests.clock import Clock
from tests.journeys.in_the_room import FLAG, open_file, promise, raise_flag, start_visit
from tests.journeys.keyboard import Keyboard
from tests.journeys.loading import load
from ui.common.theme import Theme, ThemeName
from ui.main_window import MainWindow

NOTE, PROMISE = "Mange afbrydelser i løbet af dagen", "Sender kodesedler"
TYPED = "Kniber med at holde fokus i lange stræk, og pauser hjælper"
PAUSE = 60  # ms: faster than any hand


def hold_half_a_visit(keyboard: Keyboard) -> None:
    """Tick who is there, raise a flag and promise something, then type at the next flag."""
    start_visit(keyboard)
    keyboard.press("Alt+0", "1", "3")
    raise_flag(keyboard, NOTE)
    promise(keyboard, PROMISE, "01.10.2026")
    say("noted")
    keyboard.press("Alt+2", *FLAG)
    for count, sign in enumerate(TYPED, start=1):
        QTest.keyClicks(keyboard.here(), sign)
        say(f"key {count} {time.monotonic()}")
        QTest.qWait(PAUSE)


def say(words: str) -> None:
    """Tell the test."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main(path: Path, day: date) -> None:
    """Hold the visit of `day` until somebody ends it."""
    use_language("en")
    app = QApplication([])
    theme = Theme(app)
    theme.apply(ThemeName.LIGHT)
    machine = MachineSettings(language="en")
    window = MainWindow(theme, machine, load=partial(load, Clock(day)))
    keyboard = Keyboard(window)
    open_file(keyboard, window, path)
    hold_half_a_visit(keyboard)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), date.fromisoformat(sys.argv[2]))
