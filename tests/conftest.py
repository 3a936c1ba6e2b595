"""Fixtures every test may use. No test can touch the real home, the real keychain or a network."""

from __future__ import annotations

import gc
import logging
import os
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from shutil import copyfile
from typing import TYPE_CHECKING, Any

import keyring.errors
import pytest
import sqlcipher3.dbapi2 as sqlcipher
from keyring.backend import KeyringBackend
from sqlalchemy import Engine, create_engine
from typing_extensions import override

# Thousands of saves: a disk that really writes each of them takes three times as long.
os.environ["PYTEST_DEBUG_TEMPROOT"] = os.environ.get("PYTEST_DEBUG_TEMPROOT") or (
    "/dev/shm" if Path("/dev/shm").is_dir() else ""  # noqa: S108 -- in folders of the tests' own
)
os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.language import use_language
from tests.clock import Clock
from tests.windows import Went, take_apart
from ui.common.kept import keep_what_qt_drops

if TYPE_CHECKING:
    from app.bootstrap import Services
    from ui.common.desk import Desk
    from ui.common.theme import Theme
from ui.common.tips import dress_tips

TODAY = date(2026, 9, 9)
DEK = bytes(range(32))

DIALLED: list[str] = []
NETWORK_EVENTS = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})
NETWORK_FAMILIES = (socket.AF_INET, socket.AF_INET6)


class Dialled(Exception):
    """Something reached for a network."""


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    networked = event == "socket.__new__" and arguments[1] in NETWORK_FAMILIES
    if networked or event in NETWORK_EVENTS:
        DIALLED.append(event)
        raise Dialled("Fasthold is offline: a network socket was asked for")


sys.addaudithook(_refuse_network)
keep_what_qt_drops()


class PaperKeyring(KeyringBackend):
    """A keychain that forgets everything when the test ends."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[tuple[str, str], str] = {}

    @override
    def get_password(self, service: str, username: str) -> str | None:
        return self._kept.get((service, username))

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        self._kept[service, username] = password

    @override
    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self._kept:
            raise keyring.errors.PasswordDeleteError("nothing is kept under this name")
        del self._kept[service, username]


def pytest_collection_finish() -> None:
    """Let the clean-up of memory pass over what stays anyway: the modules and the tests."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _own_home(platformdirs_isolated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Home, temp folder and every platformdirs folder lie under the test's tmp_path."""
    home, temp = tmp_path / "home", tmp_path / "temp"
    home.mkdir()
    temp.mkdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(temp))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)


@pytest.fixture(autouse=True)
def keychain(monkeypatch: pytest.MonkeyPatch) -> PaperKeyring:
    """The only keychain a test can reach."""
    paper = PaperKeyring()
    monkeypatch.setattr("app.system.keychain.backend", lambda: paper)
    return paper


@pytest.fixture(autouse=True)
def _offline() -> Iterator[None]:
    """A test that asked for a network socket fails, even when the error was caught."""
    DIALLED.clear()
    yield
    assert not DIALLED, f"Fasthold is offline, but a test asked for {DIALLED[0]}"


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Every test starts, and leaves, in English."""
    use_language("en")
    yield
    use_language("en")


@pytest.fixture(autouse=True)
def _quiet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """No warnings in the log, and no window left open."""
    yield
    loud = [r for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
    assert not loud, f"logged: {loud[0].getMessage()}"
    if QApplication.instance() is not None:
        left = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        for window in left:
            window.hide()
        assert not left, f"left open: {left}"


@pytest.fixture(scope="session", autouse=True)
def _memory_is_not_pinned() -> Iterator[None]:
    """No memory of the driver is pinned: it took a quarter of the run, and nothing shows it.

    `test_probe` sees it pinned in a process of its own, and so are the processes tests start.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.data.probe.SAFE_MEMORY", "PRAGMA cipher_memory_security")
        yield


@pytest.fixture(scope="session", autouse=True)
def _sql_is_put_into_words_once() -> Iterator[None]:
    """Every file's engine knows the statements of the one before: a fifth of the run.

    Fasthold itself does not share them: they keep the values they were first used with.
    """
    words = create_engine("sqlite://", module=sqlcipher, query_cache_size=5000)
    words.connect().close()  # a dialect learns on its first connection what its driver can do
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.data.engine.create_engine", partial(_engine_that_knows, words))
        yield
    words.dispose()


def _engine_that_knows(words: Engine, *address: Any, **options: Any) -> Engine:
    made = create_engine(*address, **options)
    made.dialect, made._compiled_cache = words.dialect, words._compiled_cache
    return made


@pytest.fixture(scope="session", autouse=True)
def _files_are_made_from_one() -> Iterator[None]:
    """A new file has been through every migration once, not once for each test that makes one."""
    from tests.workspaces import make_from_one

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.services.workspace.make_database", make_from_one)
        yield


@pytest.fixture(scope="session", autouse=True)
def _take_apart() -> Iterator[None]:
    """Let no window outlive the tests: PySide takes apart what is left in no order, and crashes."""
    yield
    take_apart()


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty encrypted file of today's schema, made once and copied for each test."""
    from tests.workspaces import made_database  # tests of plain rules do not wait for it

    return made_database(tmp_path_factory.mktemp("template"), "empty.fasthold")


@pytest.fixture
def clock() -> Clock:
    """Today is Wednesday 9 September 2026, until `clock.day` says otherwise."""
    return Clock(TODAY)


@pytest.fixture
def services(empty_file: Path, tmp_path: Path, clock: Clock) -> Iterator[Services]:
    """All services over a real, encrypted, empty file of the test's own."""
    from app.bootstrap import open_services

    path = tmp_path / "work.fasthold"
    copyfile(empty_file, path)
    opened = open_services(path, DEK, today=clock.today, now=clock.now)
    with closing(opened.vault):
        yield opened


@pytest.fixture(scope="session")
def wardrobe(qapp: QApplication) -> Theme:
    """The one theme of all tests: each more would dress every window once more."""
    from ui.common.theme import Theme

    theme = Theme(qapp)
    dress_tips(theme)
    return theme


@pytest.fixture
def theme(wardrobe: Theme, qtbot: QtBot) -> Iterator[Theme]:
    """The application dressed as in real life."""
    wardrobe.apply("light")
    yield wardrobe
    wardrobe.apply("light")


@pytest.fixture
def went() -> Went:
    """Where a page asked to go, and which room it asked to show."""
    return Went()


@pytest.fixture
def desk(services: Services, went: Went, qtbot: QtBot) -> Iterator[Desk]:
    """What a page is handed, without the frame around it."""
    from ui.common.change_bridge import ChangeBridge
    from ui.common.desk import Desk
    from ui.common.message_bar import MessageBar
    from ui.common.tasks import TaskRunner

    message, tasks = MessageBar(), TaskRunner()
    qtbot.addWidget(message)
    yield Desk(services, ChangeBridge(services.changes), tasks, went.go, message, went.show_room)
    tasks.forget()  # as at a lock: the file is closed before the windows are
    tasks.wait()
