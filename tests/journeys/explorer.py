"""Goes to every page, presses whatever can be pressed there, and shows what opens to `see`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import sleep
from uuid import UUID

import shiboken6
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget

from app.bootstrap import Services, open_services
from app.changes import Topic
from tests.clock import Clock
from ui.common.button import Button, IconButton
from ui.common.change_bridge import ChangeBridge
from ui.common.choose_file import _answers, answer_with
from ui.common.desk import Desk
from ui.common.discard import discard
from ui.common.form_dialog import FormDialog
from ui.common.message_bar import MessageBar
from ui.common.page import Page
from ui.common.roving import GroupButton
from ui.common.rows import Row
from ui.common.tasks import TaskRunner
from ui.common.theme import ThemeName
from ui.file.file_acts import FileActs
from ui.main_window.loading import load
from ui.main_window.navigation import navigation
from ui.settings.choices import Choices

SIZE = (1366, 900)

# These leave a dialog; it is left in another way.
LEAVING = frozenset({"cancel", "save", "confirm", "throw_away", "close"})

See = Callable[[str, Sequence[QWidget]], object]


@dataclass(frozen=True, slots=True)
class Scene:
    """A page, and the one thing shown on it, if any."""

    page: str
    make: Callable[[Desk], QWidget]


class Stage:
    """The open file under a page, put back as it was when something pressed has changed it."""

    def __init__(self, path: Path, dek: bytes, clock: Clock) -> None:
        self._path, self._dek, self._clock = path, dek, clock
        self._content = path.read_bytes()
        self._tasks = TaskRunner()
        self._changed = False
        self._room: QWidget | None = None
        self.services = self._open()
        self._parent = QWidget()
        acts = FileActs(load, self._parent)
        self.choices = Choices(path, acts, ThemeName.LIGHT)
        self.message = MessageBar()

    def desk(self) -> Desk:
        """Return a desk over the file as it was at first."""
        if self._changed:
            self.close()
            self._path.write_bytes(self._content)
            self.services = self._open()
        bridge = ChangeBridge(self.services.changes)
        discard(self.message)
        self.message = MessageBar()
        return Desk(self.services, bridge, self._tasks, _stay, self.message, self._show_room)

    def changed(self) -> bool:
        """Whether something was saved since the desk was made."""
        return self._changed

    def rest(self) -> None:
        """Wait for slow work, and let the windows take in what there is."""
        settle()
        while self._tasks._flying or self.choices.acts.tasks()._flying:
            sleep(0.005)
            settle()

    def close(self) -> None:
        """Let go of the file."""
        discard(self.message)
        self.services.vault.close()
        for left in self._path.parent.glob(f"{self._path.name}-*"):
            left.unlink()

    def _open(self) -> Services:
        self._changed = False
        for state in self._path.parent.glob(f"{self._path.name}.state"):
            state.unlink()
        services = open_services(
            self._path, self._dek, today=self._clock.today, now=self._clock.now
        )
        services.changes.subscribe(self._on_changed)
        return services

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        # That somebody was looked at is noted each time: the file is as it was for all that.
        self._changed = self._changed or bool(topics - {Topic.DRAFT, Topic.AUDIT})

    def _show_room(self, room: QWidget | None) -> None:
        if self._room is not None and shiboken6.isValid(self._room):
            self._room.hide()
            self._room.deleteLater()
        self._room = room
        if room is not None:
            room.resize(*SIZE)
            room.show()


def scenes(stage: Stage, page: str) -> Iterator[Scene]:
    """Yield the page by itself, then with each kind of thing it can show."""
    item = next(item for item in navigation(stage.choices) if item.name == page)
    yield Scene(page, item.factory)
    for number, thing in enumerate(_things(stage.services, page)):
        yield Scene(f"{page} {number}", partial(_showing, item.factory, thing))


def _showing(factory: Callable[[Desk], Page], thing: UUID, desk: Desk) -> QWidget:
    page = factory(desk)
    page.show()
    page.show_entity(thing.hex)
    return page


def _things(services: Services, page: str) -> list[UUID]:
    """Return things of the page, no two in the same state."""
    found: dict[str, list[tuple[object, UUID]]] = {
        "visits": [(row.status, row.id) for row in services.visit.list_visits()],
        "flags": [(card.status, card.id) for card in services.flag.list_flags()],
        "followups": [(row.id, row.id) for row in services.followup.list_followups()],
        "roundtables": [(row.status, row.id) for row in services.roundtable.list_roundtables()],
        "practices": [(row.format, row.id) for row in services.practice.list_practices()],
    }
    return list(dict(found.get(page, [])).values())


class Explorer:
    """Presses every button of a scene, and of every dialog that opens."""

    def __init__(self, stage: Stage, see: See) -> None:
        self._stage, self._see = stage, see
        self._pressed: Counter[tuple[str, str]] = Counter()

    def explore(self, scene: Scene) -> None:
        """Look at the scene and at all that opens from it."""
        page = self._enter(scene)
        self._see(scene.page, [page])
        for key in dict.fromkeys(key_of(button) for button in pressable(page)):
            if not self._is_new(scene.page.split()[0], key):
                continue
            if self._stage.changed() or not _is_there(page) or _with(page, key) is None:
                discard(page)
                settle()
                page = self._enter(scene)
            button = _with(page, key)
            if button is not None:
                self._press(page, button, f"{scene.page} > {key}")
        discard(page)
        settle()

    def _is_new(self, place: str, key: str) -> bool:
        self._pressed[place, key] += 1
        return self._pressed[place, key] == 1

    def _enter(self, scene: Scene) -> QWidget:
        page = scene.make(self._stage.desk())
        page.resize(*SIZE)
        page.show()
        page.activateWindow()
        self._stage.rest()
        return page

    def _press(self, page: QWidget, button: QAbstractButton, where: str) -> None:
        before = set(QApplication.topLevelWidgets())
        press(button)
        self._stage.rest()
        opened = opened_since(before)
        self._see(where, opened or [page])
        for window in filter(_is_there, opened):
            self._explore_window(window, where)
        close_all(before)

    def _explore_window(self, window: QWidget, where: str) -> None:
        if not self._is_new(type(window).__name__, window.accessibleName()):
            return
        if isinstance(window, FormDialog):
            self._submit(window, where)
        if _is_there(window):  # one that may be saved empty has closed
            self._press_all_in(window, where)

    def _submit(self, dialog: FormDialog[object], where: str) -> None:
        """Save an empty form, so that every problem it knows is told."""
        for field in dialog.form._fields.values():
            field.set_value("")
        dialog.accept()
        self._stage.rest()
        self._see(f"{where} > empty", [dialog] if _is_there(dialog) else ())

    def _press_all_in(self, window: QWidget, where: str) -> None:
        before, size = set(QApplication.topLevelWidgets()), _size(window)
        for key in dict.fromkeys(key_of(button) for button in pressable(window)):
            button = _with(window, key)
            if key in LEAVING or button is None:
                continue
            press(button)
            if isinstance(button, GroupButton) and _size(window) == size:
                continue
            self._stage.rest()
            opened = opened_since(before)
            if not _is_there(window):
                close_all(before)
                return
            self._see(f"{where} > {key}", opened or [window])
            close_all(before)


def _with(window: QWidget, key: str) -> QAbstractButton | None:
    """Return the first button known by `key`, if there is one to press."""
    return next((one for one in pressable(window) if key_of(one) == key), None)


def _is_there(window: QWidget) -> bool:
    return shiboken6.isValid(window) and window.isVisible()


def _size(window: QWidget) -> int:
    """Return how much there is to see: a choice in a form may bring more fields."""
    return sum(label.isVisibleTo(window) for label in window.findChildren(QLabel))


def pressable(window: QWidget) -> Iterator[QAbstractButton]:
    """Yield what can be pressed in the window; of rows in a list the first."""
    if not shiboken6.isValid(window):
        return
    for button in window.findChildren(QAbstractButton):
        if button.isVisibleTo(window) and button.isEnabled() and button.window() is window.window():
            yield button


def key_of(button: QAbstractButton) -> str:
    """Return what a button is known by, the same for every row of a list."""
    if isinstance(button, Row):
        above = button.parentWidget()
        return f"row of {above.objectName()}" if above else "row"
    if isinstance(button, Button | IconButton):
        return button.objectName() or button.text() or button.accessibleName()
    if isinstance(button, GroupButton):
        return button.objectName() or button.code
    return button.objectName() or type(button).__name__


def press(button: QAbstractButton) -> None:
    """Press as a hand would; nobody is there to choose a file."""
    answer_with(None)
    if isinstance(button, Row) and button.opens:
        button.opened.emit()
    else:
        button.click()
    _answers.clear()


def opened_since(before: set[QWidget]) -> list[QWidget]:
    """Return the windows that have opened since."""
    return [
        window
        for window in QApplication.topLevelWidgets()
        if window not in before and window.isVisible()
    ]


def close_all(before: set[QWidget]) -> None:
    """Close what has opened since, and keep nothing that was typed in it."""
    for window in reversed(opened_since(before)):
        leave(window)


def leave(window: QWidget) -> None:
    """Close the window; what is typed in it goes."""
    if isinstance(window, FormDialog):
        window.throw_away()
    elif isinstance(window, QDialog):
        window.reject()
    window.hide()
    settle()


def settle() -> None:
    """Let everything that waits to happen, happen."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _stay(page: str, entity_id: object | None = None) -> None:
    """Go nowhere: every page is entered by itself."""
