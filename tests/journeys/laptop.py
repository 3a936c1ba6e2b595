"""A computer on which Fasthold is set up, locked, unlocked and quit, through its one window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import shiboken6
from pytestqt.qtbot import QtBot

from app.services.machine import MachineSettings
from app.system.paths import default_workspace
from tests.clock import Clock
from tests.journeys.explorer import settle
from tests.journeys.in_the_room import open_file
from tests.journeys.keyboard import Keyboard
from tests.journeys.loading import load
from tests.journeys.person import Person
from ui.common.theme import Theme
from ui.file.setup_page import SetupPage
from ui.file.step import Step
from ui.file.try_step import TryStep
from ui.file.unlock_page import UnlockPage
from ui.main_window import MainWindow
from ui.main_window.workplace import Workplace

PHRASE = "en meget lang sætning om havre"


class Laptop:
    """Holds the window and the person who sits before it."""

    def __init__(self, qtbot: QtBot, clock: Clock, theme: Theme) -> None:
        self._qtbot, self._clock, self._theme = qtbot, clock, theme
        self._sit_down()
        self.code = ""

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return default_workspace()

    @property
    def work(self) -> Workplace:
        """The frame with the pages; only while the file is open."""
        page = self.window.page()
        assert isinstance(page, Workplace)
        return page

    def start(self) -> None:
        """Start Fasthold: it begins, or asks for a key."""
        self.window.begin(self.path if self.path.exists() else None)
        self.window.show()
        self.window.resize(1366, 768)  # the screen of the tests is smaller than any laptop
        self.window.activateWindow()
        self.person.wait(self.window.isActiveWindow)

    def start_again(self) -> Person:
        """Quit, start Fasthold anew and unlock; return the person before its new window."""
        self.put_away()
        self._sit_down()
        self.start()
        self.unlock()
        return self.person

    def start_by_keys(self) -> Keyboard:
        """Quit, start Fasthold anew and unlock it; return the keyboard before its new window."""
        self.put_away()
        self._sit_down()
        keyboard = Keyboard(self.window)
        open_file(keyboard, self.window, self.path)
        return keyboard

    def set_up(self, **details: str) -> None:
        """Go through the five steps."""
        for _step, fill in self.steps(details):
            fill()
            self.person.press("next")
        self.person.wait(lambda: isinstance(self.window.page(), Workplace))

    def steps(self, details: dict[str, str]) -> Iterator[tuple[Step, Callable[[], None]]]:
        """Yield each step as one comes to it, and what is done there before one goes on."""
        doing: dict[Step, Callable[[], None]] = {
            Step.KEYCHAIN: lambda: None,
            Step.PASSPHRASE: self._choose_a_passphrase,
            Step.CODE: self._tick_both,
            Step.TRY: self._try_the_code,
            Step.DETAILS: lambda: self.person.fill(**details),
        }
        self.person.press("make_file")
        for step, do in doing.items():
            self.person.wait(partial(self._is_at, step))
            if step is Step.CODE:
                self.code = "-".join(self._try_step()._code)
            yield step, do

    def lock(self) -> None:
        """Lock by the key."""
        self.person.keys("Ctrl+L")
        self.person.wait(lambda: isinstance(self.window.page(), UnlockPage))

    def unlock(self, phrase: str = PHRASE) -> None:
        """Write the passphrase."""
        self.person.fill(passphrase=phrase)
        self.person.press("unlock")
        self.person.wait(lambda: isinstance(self.window.page(), Workplace))

    def put_away(self) -> None:
        """Close the window for good, if that is not done yet."""
        if shiboken6.isValid(self.window):
            self.window.close()
            self.window.deleteLater()
            settle()

    def _sit_down(self) -> None:
        machine = MachineSettings(language="en")
        self.window = MainWindow(self._theme, machine, load=partial(load, self._clock))
        self.person = Person(self._qtbot, self.window)

    def _is_at(self, step: Step) -> bool:
        page = self.window.page()
        return isinstance(page, SetupPage) and page.step() is step

    def _choose_a_passphrase(self) -> None:
        self.person.press("way_own")
        self.person.fill(passphrase=PHRASE, again=PHRASE)

    def _tick_both(self) -> None:
        self.person.press("on_paper")
        self.person.press("kept_safe")

    def _try_the_code(self) -> None:
        step = self._try_step()
        self.person.fill(**{f"try_{place + 1}": step._code[place] for place in step.places()})

    def _try_step(self) -> TryStep:
        page = self.window.page()
        assert isinstance(page, SetupPage)
        step = page.findChild(TryStep)
        assert step is not None
        return step
