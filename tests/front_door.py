"""The one window before somebody, with files whose passphrases are cheap to try."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.bootstrap import Services, open_services
from app.domain.sender import SenderDraft
from app.services.file import FileService, MadeFile
from app.services.machine import MachineSettings
from app.system import key_file
from app.system.key_file import KeyFile
from tests.clock import Clock
from tests.journeys.person import Person
from tests.workspaces import PHRASE, TODAY, file_service
from ui.common.theme import Theme
from ui.file.loaded import Loaded
from ui.file.unlock_page import UnlockPage
from ui.main_window import MainWindow
from ui.main_window.workplace import Workplace

Kind = TypeVar("Kind", bound=QWidget)

SENDER = SenderDraft(
    name="Kim Eksempelsen",
    title="Fastholdelseskonsulent",
    phone="00 00 00 00",
    email="kim@kommune.example",
    reachable="Hverdage 9-14",
    municipality="Eksempel Kommune",
)


@dataclass
class Seconds:
    """A clock of seconds that stands still until a test moves it on."""

    now: float = 1_000.0

    def __call__(self) -> float:
        return self.now


@dataclass(frozen=True, slots=True)
class ReadyFile:
    """A file whose owner has done everything that set-up asks for, to be laid at any place."""

    made: MadeFile
    keys: KeyFile
    contents: dict[str, bytes]

    def lay(self, path: Path) -> None:
        """Put the file at `path`, and its keys wherever the keys of a file there belong."""
        for ending, content in self.contents.items():
            path.with_name(f"{path.name}{ending}").write_bytes(content)
        key_file.write_everywhere(path, self.keys)


class FrontDoor:
    """Opens windows, and knows what stands in the one in front."""

    def __init__(self, qtbot: QtBot, theme: Theme, folder: Path) -> None:
        self._qtbot, self._theme, self.folder = qtbot, theme, folder
        self._windows: list[MainWindow] = []
        self.clock = Clock(TODAY)
        self.seconds = Seconds()
        self.files: FileService = file_service()

    def open(self, path: Path | None = None, machine: MachineSettings | None = None) -> Person:
        """Start Fasthold; return somebody before its window."""
        window = self.another(machine)
        assert window.begin(path)
        with self._qtbot.waitSignal(window.first_painted):
            window.show()
            window.activateWindow()
        return Person(self._qtbot, window)

    def another(self, machine: MachineSettings | None = None) -> MainWindow:
        """Return a window that has not begun yet."""
        window = MainWindow(
            self._theme, machine or MachineSettings(), load=self._load, monotonic=self.seconds
        )
        window.resize(1_366, 768)  # it fits itself to the screen, and the test's is small
        self._windows.append(window)
        self._qtbot.addWidget(window)
        return window

    def make(self, name: str = "mine.fasthold", *, keychain: bool = False) -> tuple[Path, MadeFile]:
        """Make a file whose owner has done everything that set-up asks for."""
        path = self.folder / name
        if keychain:
            return path, make_ready(self.files, path, keychain=True)
        ready = _ready_file()
        ready.lay(path)
        return path, ready.made

    @contextmanager
    def services(self, path: Path, dek: bytes) -> Iterator[Services]:
        """Open the file beside the window, which must not have it open."""
        services = open_services(path, dek, today=self.clock.today, files=self.files)
        try:
            yield services
        finally:
            services.vault.close()

    def unlock(self, person: Person, phrase: str = PHRASE) -> Workplace:
        """Write the passphrase, and wait for the work."""
        person.fill(passphrase=phrase)
        person.press("unlock")
        return self.work(person)

    def work(self, person: Person) -> Workplace:
        """Wait for the work, and return it."""
        person.wait(lambda: isinstance(page_of(person), Workplace))
        page = page_of(person)
        assert isinstance(page, Workplace)
        return page

    def close(self) -> None:
        """Close every window."""
        for window in self._windows:
            window.close()

    def _load(self) -> Loaded:
        return Loaded(
            files=self.files,
            open_services=partial(open_services, files=self.files, today=self.clock.today),
            make_demo=self._make_demo,
            demo_phrase=PHRASE,
        )

    def _make_demo(self, path: Path, report: object) -> bytes:
        made = self.files.make(path, PHRASE, keychain=False)
        with self.services(path, made.dek) as services:
            services.settings.mark_made_up()
        return made.dek


def make_ready(files: FileService, path: Path, *, keychain: bool = False) -> MadeFile:
    """Make a file at `path` and do what set-up asks for."""
    made = files.make(path, PHRASE, keychain=keychain)
    services = open_services(path, made.dek, today=lambda: TODAY, files=files)
    with closing(services.vault):
        services.settings.save_sender(SENDER)
        services.settings.note_code_tried()
    return made


@cache
def _ready_file() -> ReadyFile:
    """Made once for all tests of a run: making a file takes as long as most tests."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ready.fasthold"
        made = make_ready(file_service(), path)
        keys = key_file.read_one(key_file.main_place(path))
        assert keys is not None
        key_file.remove(path, keys.wid)
        contents = {
            one.name.removeprefix(path.name): one.read_bytes() for one in path.parent.iterdir()
        }
        return ReadyFile(made, keys, contents)


def page_of(person: Person) -> QWidget | None:
    """Return what stands in the window."""
    assert isinstance(person.window, MainWindow)
    return person.window.page()


def is_locked(person: Person) -> bool:
    """Whether the lock page is in view."""
    return isinstance(page_of(person), UnlockPage)


def everything_seen(windows: list[QWidget]) -> str:
    """Return every text that can be seen in any of `windows`."""
    said: list[str] = []
    for window in windows:
        if window.isVisible():
            said += [label.text() for label in _seen(window, QLabel)]
            said += [button.text() for button in _seen(window, QAbstractButton)]
            said += [line.text() for line in _seen(window, QLineEdit)]
            said += [note.toPlainText() for note in _seen(window, QPlainTextEdit)]
            said += [one.accessibleName() for one in _seen(window, QWidget)]
            said += [cell for table in _seen(window, QTableView) for cell in _cells(table)]
            said.append(window.windowTitle())
    return "\n".join(said)


def _seen(window: QWidget, kind: type[Kind]) -> list[Kind]:
    return [one for one in window.findChildren(kind) if one.isVisible()]


def _cells(table: QTableView) -> list[str]:
    model = table.model()
    return [
        str(model.index(line, column).data())
        for line in range(model.rowCount())
        for column in range(model.columnCount())
    ]
