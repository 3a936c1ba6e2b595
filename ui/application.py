"""The application round the window: dress, language, crash watch, log, and being the only one."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import ui.common.unread  # noqa: F401  # isort: skip -- before what it is to leave unread
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from app.domain.language import _, language, use_language
from app.services.machine import MachineSettings
from ui.common.theme import STYLE, Theme
from ui.main_window import MainWindow

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator

OPENED, IN_USE = 0, 1
DESKTOP_ENTRY = "dk.fasthold.Fasthold"  # by which a Linux desktop finds the icon of the window


def open_window(file: Path | None, lang: str, machine: MachineSettings) -> int:
    """Show the window for `file`, or for the one known, until it is closed."""
    use_language(lang or machine.language or _system_language())
    app = QApplication([*sys.argv[:1], "-style", STYLE])
    app.setApplicationName("Fasthold")
    app.setDesktopFileName(DESKTOP_ENTRY)
    application = Application(app, machine)
    if not application.window.begin(file.absolute() if file else None):
        sys.stderr.write(_("Fasthold is open with this file already. Its window comes forward."))
        sys.stderr.write("\n")
        application.take_apart()
        return IN_USE
    application.window.show()
    code = app.exec()
    application.take_apart()
    return code


class Application:
    """Holds what lives as long as the window; what can wait is done after the first picture."""

    def __init__(self, app: QApplication, machine: MachineSettings) -> None:
        self._app = app
        self._translator: QTranslator | None = None
        self._theme = Theme(app, dressed=True)
        self._theme.apply(machine.theme)
        self.window = MainWindow(self._theme, machine)
        self.window.first_painted.connect(self._on_first_painted)
        self.window.language_changed.connect(self._translate_dialogs)

    def take_apart(self) -> None:
        """Close the window and let nothing of it live on."""
        import shiboken6

        # What outlives the application is taken apart by PySide in no order, which can crash.
        self.window.close()
        shiboken6.delete(self.window)

    def _on_first_painted(self) -> None:
        gc.freeze()
        gc.enable()
        from app.system.log import event, start
        from app.system.paths import log_folder
        from ui.common.errors import CrashWatch
        from ui.common.icons import app_icon
        from ui.common.kept import keep_what_qt_drops
        from ui.common.tips import dress_tips

        keep_what_qt_drops()
        dress_tips(self._theme)
        CrashWatch(self._app).install()
        with suppress(OSError):  # without a log the work goes on
            start(log_folder())
        event("app.started")
        _close_to_debuggers()
        self._app.setWindowIcon(app_icon())
        self._translate_dialogs()

    def _translate_dialogs(self) -> None:
        """Let the system's own dialogs speak as the window does."""
        from PySide6.QtCore import QLibraryInfo, QTranslator

        QLocale.setDefault(QLocale(language()))
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
        self._translator = QTranslator(self._app)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{language()}", folder):
            self._app.installTranslator(self._translator)


def _system_language() -> str:
    # Its name, because asking for the language makes Python classes of all languages there are.
    return "da" if QLocale.system().name().startswith("da") else "en"


def _close_to_debuggers() -> None:
    """Let no crash write the memory to disk, and no other program of this user read it."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform.startswith("linux"):
        _forbid_dumps()


def _forbid_dumps() -> None:
    import ctypes

    not_dumpable = 4  # PR_SET_DUMPABLE
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(not_dumpable, 0, 0, 0, 0)
