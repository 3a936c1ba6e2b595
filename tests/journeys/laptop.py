"""A computer on which Fasthold is set up, locked, unlocked and quit, through its one window."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import open_services
from app.demo import PASSPHRASE, make_demo
from app.services.machine import MachineSettings
from app.system.paths import default_workspace
from tests.clock import Clock
from tests.journeys.person import Person
from tests.workspaces import file_service
from ui.common.theme import Theme
from ui.file.loaded import Loaded
from ui.file.setup_page import SetupPage
from ui.file.try_step import TryStep
from ui.file.unlock_page import UnlockPage
from ui.main_window import MainWindow
from ui.main_window.workplace import Workplace

PHRASE = "en meget lang sætning om havre"


class Laptop:
    """Holds the window and the person who sits before it."""

    def __init__(self, qtbot: QtBot, clock: Clock) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._clock = clock
        self.window = MainWindow(Theme(app), MachineSettings(language="en"), load=self._load)
        self.person = Person(qtbot, self.window)
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
        self.window.activateWindow()
        self.person.wait(self.window.isActiveWindow)

    def set_up(self, **details: str) -> None:
        """Go through the five steps."""
        person = self.person
        person.press("make_file")
        person.press("next")
        person.press("way_own")
        person.fill(passphrase=PHRASE, again=PHRASE)
        person.press("next")
        person.wait_for("on_paper")
        person.press("on_paper")
        person.press("kept_safe")
        person.press("next")
        self._try_the_code()
        person.press("next")
        person.wait_for("municipality")
        person.fill(**details)
        person.press("next")
        person.wait(lambda: isinstance(self.window.page(), Workplace))

    def lock(self) -> None:
        """Lock by the key."""
        self.person.keys("Ctrl+L")
        self.person.wait(lambda: isinstance(self.window.page(), UnlockPage))

    def unlock(self, phrase: str = PHRASE) -> None:
        """Write the passphrase."""
        self.person.fill(passphrase=phrase)
        self.person.press("unlock")
        self.person.wait(lambda: isinstance(self.window.page(), Workplace))

    def _try_the_code(self) -> None:
        page = self.window.page()
        assert isinstance(page, SetupPage)
        step = page.findChild(TryStep)
        assert step is not None
        self.code = "-".join(step._code)
        self.person.fill(**{f"try_{place + 1}": step._code[place] for place in step.places()})

    def _load(self) -> Loaded:
        files = file_service()
        return Loaded(
            files=files,
            open_services=partial(
                open_services, files=files, today=self._clock.today, now=self._clock.now
            ),
            make_demo=lambda path, report: make_demo(
                path, self._clock.today(), files=files, progress=report
            ),
            demo_phrase=PASSPHRASE,
        )
