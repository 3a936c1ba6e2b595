"""The one top-level window, and what stands in it: start, set-up, lock page, or the work."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.language import _, use_language
from app.system.own_version import own_version
from ui.common.discard import discard
from ui.common.override import override
from ui.file.attempts import Attempts
from ui.file.file_acts import FileActs
from ui.main_window.holding import Holding
from ui.main_window.loading import load as load_everything
from ui.main_window.place import Place, default_place, known_file

if TYPE_CHECKING:
    from app.bootstrap import Services
    from app.domain.problem import FastholdError
    from app.services.machine import MachineSettings
    from ui.common.theme import Theme
    from ui.file.loaded import Load, Loaded
    from ui.file.locked import Locked, LockReason
    from ui.file.start_page import StartPage
    from ui.main_window.workplace import Workplace
    from ui.settings.choices import Choices

TITLE = "Fasthold"
SIZE = (1_366, 768)
LEAST = (880, 480)
FRAME = (8, 40)  # what the system puts around it
KIND = "Fasthold (*.fasthold)"


class MainWindow(QWidget):
    """Shows one page at a time. Whatever is open, `lock` takes it away."""

    first_painted = Signal()
    language_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        machine: MachineSettings,
        *,
        load: Load = load_everything,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.setMinimumSize(*LEAST)
        # At 150 % a laptop's screen has less room than the size it is drawn for.
        room = self.screen().availableSize() - QSize(*FRAME)
        self.resize(QSize(*SIZE).boundedTo(room))
        self._theme, self._machine, self._monotonic = theme, machine, monotonic
        self._acts = FileActs(load, self)
        self._holding = Holding(self, self._acts)
        self._attempts: dict[Path, Attempts] = {}
        self._place = Place(self)
        self._page: QWidget | None = None
        self._demo_phrase = ""
        self._painted = self._is_closed = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._place.raise_requested.connect(self.come_forward)

    def begin(self, path: Path | None = None) -> bool:
        """Show the first page, for `path` or the file known; False if that has a window already."""
        path = path or known_file(self._machine)
        if path is None:
            self.show_start()
            return True
        if not self._place.move_to(path):
            return False
        self.show_lock()
        return True

    def page(self) -> QWidget | None:
        """Return what stands in the window."""
        return self._page

    def come_forward(self) -> None:
        """Be in front of the other windows."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def show_start(self) -> None:
        """Show the ways to begin."""
        from ui.file.start_page import StartPage

        self._place.leave()
        page = StartPage(known=known_file(self._machine) is not None, parent=self)
        page.make_requested.connect(lambda: self._on_make_requested(page))
        page.look_around_requested.connect(lambda: self._look_around(page, afresh=False))
        page.open_requested.connect(self._on_open_requested)
        page.mine_requested.connect(lambda: self._go_to(known_file(self._machine)))
        page.language_chosen.connect(self.set_language)
        page.help_requested.connect(self.show_help)
        self._show(page)
        page.focus()

    def show_lock(self, locked: Locked | None = None) -> None:
        """Ask for a key of the file the window is about."""
        from ui.file.unlock_page import UnlockPage

        path = self._place.path
        if path is None:
            self.show_start()
            return
        attempts = self._attempts_at(path)
        page = UnlockPage(self._acts, path, attempts, locked=locked, demo_phrase=self._demo_phrase)
        page.opened.connect(self._on_opened)
        page.opened_by_code.connect(self._on_opened_by_code)
        page.other_file_requested.connect(self._on_open_requested)
        page.start_page_requested.connect(self.show_start)
        self._show(page)
        page.focus()
        # Not before the first picture: it would wait for what is loaded for this.
        self._when_painted(page.look)

    def lock(self, reason: LockReason | None = None) -> None:
        """Take everything away and ask for a key. Without an open file there is nothing to lock."""
        from ui.file.locked import Locked, LockReason
        from ui.main_window.locking import time_now

        if self._holding.page() is None:
            return
        self._holding.blank(self._page)
        why = reason or LockReason.HAND
        minutes, waits = self._holding.put_away(why.value)
        self.show_lock(Locked(at=time_now(), reason=why, minutes=minutes, draft_waits=waits))

    def set_language(self, code: str) -> None:
        """Speak `code` from now on, in every window."""
        use_language(code)
        self._remember(self._machine.but(language=code))
        self.language_changed.emit()
        before = self._holding.work
        if before is not None:
            from ui.common.draft_memory import flush_all

            flush_all()
            name, spot = before.page_name(), before.spot()
            work = self._show_work(before.services, name)
            if work is not None:
                work.return_to(spot)
        elif self._holding.setup is None:
            self.show_start()

    def set_theme(self, name: str) -> None:
        """Wear the theme called `name` from now on."""
        self._theme.apply(name)
        self._remember(self._machine.but(theme=name))

    def show_help(self) -> None:
        """Open the help over what is shown."""
        from ui.help.help_dialog import HelpDialog

        HelpDialog(self._page).open()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._on_first_painted)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        work = self._holding.work
        if work is not None and work.is_sealed():
            event.ignore()  # others look on: the way out is the lock, and closing comes after it
            self.lock()
            return
        self._is_closed = True
        self._holding.blank(self._page)
        self.hide()
        self._holding.put_away()
        self._place.leave()
        self._acts.wait()
        super().closeEvent(event)

    def _show(self, page: QWidget) -> None:
        """Let `page` take the place of the one before, which is thrown away."""
        old, self._page = self._page, page
        self._holding.leave_page()
        if old is not None:
            discard(old)
        self._column.addWidget(page)
        page.show()  # a layout shows it only when the event loop turns; the lock must not wait

    def _show_setup(self, loaded: Loaded, path: Path) -> None:
        from ui.file.setup_page import SetupPage

        page = SetupPage(self._acts, loaded.files, path)
        page.made.connect(self._on_made)
        page.finished.connect(self._on_opened)
        page.cancelled.connect(self.show_start)
        page.other_file_requested.connect(self._on_open_requested)
        self._show(page)
        self._holding.setup = page
        page.focus()

    def _show_work(self, services: Services, page_name: str = "") -> Workplace | None:
        from ui.main_window.workplace import Workplace

        path, bridge = self._place.path, self._holding.bridge()
        if path is None or bridge is None:
            return None
        work = Workplace(services, bridge, self._acts.tasks(), self._choices(path))
        work.lock_requested.connect(self.lock)
        work.leave_requested.connect(self._on_leave_requested)
        self._holding.stop_watching()
        self._show(work)
        self._holding.work = work
        work.start(page_name)
        return work

    def _attempts_at(self, path: Path) -> Attempts:
        """Return what counts the wrong passphrases for `path`, wherever one is asked for."""
        return self._attempts.setdefault(path, Attempts(self._monotonic))

    def _choices(self, path: Path) -> Choices:
        from ui.settings.choices import Choices

        attempts = self._attempts_at(path)
        choices = Choices(path, self._acts, self._machine.theme, self, attempts=attempts)
        choices.language_chosen.connect(self.set_language)
        choices.theme_chosen.connect(self.set_theme)
        choices.other_file_requested.connect(self._on_open_requested)
        choices.help_requested.connect(self.show_help)
        return choices

    def _go_to(self, path: Path | None) -> None:
        """Leave what is open, and ask for a key of `path`."""
        if path is None:
            return
        self._leave_file()
        if self._place.move_to(path):
            self.show_lock()
            return
        self.show_start()
        from app.domain.problem import FileInUse

        self._tell(FileInUse(_("This file is open in another window. It has been called forward.")))

    def _leave_file(self) -> None:
        self._holding.blank(self._page)
        self._holding.put_away()
        self._demo_phrase = ""

    def _tell(self, error: FastholdError) -> None:
        from ui.common.errors import show_error

        if self._page is not None:
            show_error(self._page, error)

    def _remember(self, machine: MachineSettings) -> None:
        from app.domain.problem import FastholdError
        from app.services.machine import save_machine_settings

        self._machine = machine
        try:
            save_machine_settings(machine)
        except FastholdError as error:
            self._tell(error)

    def _when_painted(self, act: Callable[[], object]) -> None:
        if self._painted:
            act()
        else:
            self.first_painted.connect(lambda: act(), Qt.ConnectionType.SingleShotConnection)

    def _on_first_painted(self) -> None:
        from PySide6.QtGui import QShortcut

        # Quitting is closing the window: it asks nothing, because what is written is kept.
        QShortcut("Ctrl+Q", self).activated.connect(self.close)
        self.first_painted.emit()
        self._acts.warm_up(self)
        self._place.watch()

    def _on_make_requested(self, page: StartPage) -> None:
        page.set_working(_("Getting ready …"))
        self._acts.run(
            lambda loaded: loaded,
            owner=page,
            done=lambda loaded: self._show_setup(loaded, default_place()),
        )

    def _on_made(self, path: Path) -> None:
        """The file is there: it has its one window, and rest and the lock keys are watched."""
        self._place.move_to(path)
        self._place.watch()
        self._demo_phrase = ""
        self._remember(self._machine.but(last_file=str(path), last_version=own_version()))
        self._holding.watch().lock_requested.connect(self.lock)

    def _look_around(self, page: StartPage, *, afresh: bool) -> None:
        from ui.common.tasks import Progress
        from ui.file.made_up import open_made_up

        progress = Progress(page)
        progress.advanced.connect(page.set_progress)
        page.set_working(_("Making a year of made-up visits …"))
        self._acts.run(
            lambda loaded: open_made_up(
                loaded, default_place().parent, progress.report, afresh=afresh
            ),
            owner=page,
            done=self._on_made_up_opened,
            failed=lambda error: page.show_error(
                error, lambda: self._look_around(page, afresh=True)
            ),
        )

    def _on_made_up_opened(self, opened: tuple[Path, Services]) -> None:
        path, services = opened
        if self._place.move_to(path):
            self._place.watch()
            self._on_opened(services)
        else:
            services.vault.close()

    def _on_opened(self, services: Services) -> None:
        path = self._place.path
        if path is None or self._is_closed:
            services.vault.close()
            return
        made_up = services.settings.made_up()
        upgraded = self._machine.was_upgraded(own_version())
        self._demo_phrase = self._acts.demo_phrase() if made_up else ""
        last_file = self._machine.last_file if made_up else str(path)
        self._remember(self._machine.but(last_file=last_file, last_version=own_version()))
        self._holding.bridge_to(services)
        work = self._show_work(services)
        if work is not None:
            work.welcome()
            if upgraded:
                work.tell_of_upgrade(own_version())

    def _on_opened_by_code(self, services: Services) -> None:
        self._on_opened(services)
        if self._holding.work is not None:
            self._holding.work.ask_new_passphrase()

    def _on_leave_requested(self) -> None:
        work = self._holding.work
        if work is None or work.services.visit.running() is None:
            self._leave_made_up()
            return
        from ui.common.confirm import confirm

        confirm(
            work,
            _("Leave the made-up data in the middle of the visit?"),
            _("The visit is kept and goes on. It is there when you come back today."),
            _("Leave the made-up data"),
            self._leave_made_up,
            destructive=False,
            careful=True,
        )

    def _leave_made_up(self) -> None:
        self._leave_file()
        self.show_start()

    def _on_open_requested(self) -> None:
        from ui.common.choose_file import choose_open

        folder = (self._place.path or default_place()).parent
        choose_open(self, _("Open a file"), folder, KIND, self._go_to)
