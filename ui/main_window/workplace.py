"""The work itself: the frame over an open file, and what there is to say when it opens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.changes import Topic
from app.domain.guard import warm_up
from app.domain.language import _
from app.domain.words import long_day
from app.system.clock import local, today
from ui.common.change_bridge import ChangeBridge
from ui.common.page import Spot
from ui.common.tasks import TaskRunner
from ui.file.leave_page import LeavePage
from ui.file.locked import LockReason
from ui.file.new_passphrase_dialog import NewPassphraseDialog
from ui.main_window.commands import commands
from ui.main_window.daily import Daily
from ui.main_window.navigation import ROOMS, find, navigation
from ui.main_window.welcome import Welcome
from ui.settings.choices import Choices
from ui.shell.palette import Hit
from ui.shell.shell import Shell
from ui.visit.visit_entry import return_to_visit

if TYPE_CHECKING:
    from app.bootstrap import Services

LATE_COPY = 7  # days


class Workplace(QWidget):
    """Holds the frame; `start` once it is in the window, `stop` before it is thrown away."""

    lock_requested = Signal(object)  # LockReason
    leave_requested = Signal()

    def __init__(
        self,
        services: Services,
        changes: ChangeBridge,
        tasks: TaskRunner,
        choices: Choices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.services = services
        self._choices = choices
        self._remaining = 1
        self._pages = navigation(choices)
        self.shell = Shell(
            services,
            changes,
            tasks,
            self._pages,
            self._find,
            made_up=services.settings.made_up(),
            rooms=ROOMS,
        )
        self._welcome = Welcome(self.shell)
        self._daily = Daily(services.today.day, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.shell)
        self._connect(changes)

    def start(self, page: str = "") -> None:
        """Begin to watch for rest, and show `page`, or the first one."""
        self._tell_frame()
        self.shell.start()
        self._daily.start()
        if page:
            self.shell.go(page)
        self.shell.desk.tasks.run(warm_up, owner=self, done=lambda _nothing: None)

    def welcome(self) -> None:
        """Let go of what is due, and say what there is to say after unlocking."""
        self._welcome.say_all()
        self._return_to_visit()

    def tell_of_upgrade(self, version: str) -> None:
        """Say that Fasthold is `version` now, and offer to show what is new."""
        self._welcome.tell_of_upgrade(version)

    def stop(self) -> None:
        """Watch no longer."""
        self._daily.stop()
        self.shell.stop()

    def page_name(self) -> str:
        """Return the name of the page in view."""
        return self.shell.page_name()

    def spot(self) -> Spot:
        """Return where the page in view is scrolled to, and where the keyboard is on it."""
        page = self.shell.page()
        return page.spot() if page is not None else (0, "")

    def return_to(self, spot: Spot) -> None:
        """Be where the same page was, before it was shown anew."""
        page = self.shell.page()
        if page is not None:
            page.return_to(spot)

    def idle_minutes(self) -> int:
        """Return after how many idle minutes the window locks now."""
        settings = self.services.settings
        if self.services.visit.running() is not None:
            return settings.lock_minutes_in_visit()
        return settings.lock_minutes()

    def is_sealed(self) -> bool:
        """Return whether only what others may see is shown, until the key is given."""
        return self.shell.sealed_room() is not None

    def ask_new_passphrase(self) -> None:
        """The code was used, so the passphrase is forgotten: offer to set another one."""
        NewPassphraseDialog(self._choices.acts, self._choices.path, self.services, self).open()

    def _on_leave_room_requested(self) -> None:
        """Ask for the key, in the place of what is shown."""
        room = self.shell.sealed_room()
        if room is None or room.is_asking():
            return
        choices = self._choices
        phrase = choices.acts.demo_phrase() if self.services.settings.made_up() else ""
        page = LeavePage(choices.acts, choices.path, choices.attempts, demo_phrase=phrase)
        page.back.connect(room.go_back)
        page.opened.connect(self.shell.leave_sealed_room)
        page.opened_by_code.connect(self._on_left_by_code)
        room.ask_for_key(page)
        page.focus()

    def _on_left_by_code(self) -> None:
        self.shell.leave_sealed_room()
        self.ask_new_passphrase()

    def _return_to_visit(self) -> None:
        """Be in the room again when the lid was closed, or the program died, in mid-visit."""
        row = self.services.visit.running()
        if row is None or self.services.vault.missing_saves:
            return  # nothing to return to, or something to be told of first
        began = self.services.visit.visit(row.id).started_at
        if began is not None and local(began).date() == self.services.today.day():
            return_to_visit(self.shell.desk, row.id)

    def _find(self, words: str) -> Sequence[Hit]:
        found = find(words, self._pages, self.services.search, self.shell.go)
        return [*found, *commands(words, self._choices)]

    def _connect(self, changes: ChangeBridge) -> None:
        self.shell.idle.remaining_changed.connect(self._on_remaining_changed)
        self.shell.lock_requested.connect(self._on_lock_requested)
        self.shell.leave_requested.connect(self.leave_requested)
        self.shell.leave_room_requested.connect(self._on_leave_room_requested)
        self._daily.day_begun.connect(self._on_day_begun)
        changes.changed.connect(self._on_changed)

    def _on_day_begun(self) -> None:
        """Let go of what is due, and let every page count from today."""
        self._welcome.begin_day()
        self.services.changes.publish(frozenset(Topic) - {Topic.DRAFT})

    def _on_remaining_changed(self, seconds: int) -> None:
        self._remaining = seconds

    def _on_lock_requested(self) -> None:
        reason = LockReason.HAND
        if not self._remaining:
            reason = LockReason.SLEEP if self.shell.idle.slept else LockReason.IDLE
        self.lock_requested.emit(reason)

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if topics & {Topic.SETTINGS, Topic.VISIT, Topic.FLAG}:
            self._tell_frame()

    def _tell_frame(self) -> None:
        """Show whose file it is, what waits, the last copy; lock as the settings say."""
        sender = self.services.settings.sender()
        self.shell.sidebar.set_user(
            sender.name if sender else "", sender.municipality if sender else ""
        )
        self.shell.sidebar.set_count("flags", self.services.today.count_waiting())
        self.shell.idle.set_limit(self.idle_minutes() * 60)
        if not self.services.settings.made_up():
            self._tell_last_copy()

    def _tell_last_copy(self) -> None:
        last = self.services.settings.last_copied()
        if last is None:
            late = self.services.practice.has_practices()  # there is something to lose
            self.shell.status.set_copy(_("No copy saved yet"), late=late)
            return
        late = (today() - last).days > LATE_COPY
        self.shell.status.set_copy(_("Last copy {day}").format(day=long_day(last)), late=late)
