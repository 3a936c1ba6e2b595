from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from app.bootstrap import Services
from app.changes import ChangeFeed
from app.domain.language import N_
from tests.windows import click, find
from ui.common.button import Button, Kind
from ui.common.change_bridge import ChangeBridge
from ui.common.cover import CoverButtons, LockClock
from ui.common.desk import Desk
from ui.common.dialog import Dialog
from ui.common.keys import KeyHint
from ui.common.page import Keys, Page
from ui.common.page_header import PageHeader
from ui.common.tasks import TaskRunner
from ui.common.theme import Theme
from ui.common.tokens import Tone
from ui.shell.band import Band
from ui.shell.nav import NavItem
from ui.shell.palette import Hit, Palette
from ui.shell.shell import Shell
from ui.shell.sidebar import SLIM, WIDE

CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


class Garden(Page):
    """A page with a button, that remembers what it was asked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.asked: list[object] = []
        self.stay = False
        self.button = Button("Water")
        self.body.addWidget(self.button)

    @override
    def reload(self) -> None:
        self.asked.append("reload")

    @override
    def new(self) -> None:
        self.asked.append("new")

    @override
    def show_entity(self, entity_id: object) -> None:
        self.asked.append(entity_id)

    @override
    def primary_focus(self) -> QWidget:
        return self.button

    @override
    def keys(self) -> Keys:
        return (("Ctrl+B", "Begin"),)

    @override
    def may_leave(self) -> bool:
        return not self.stay


class Orchard(Garden):
    """Another page, so long that its button lies below what is seen first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.body.insertSpacing(0, 900)


NAVIGATION = (
    NavItem("garden", N_("Garden"), "sunrise", "1", Garden),
    NavItem("orchard", N_("Orchard"), "flag", "3", Orchard),
    NavItem("settings", N_("Settings"), "settings", ",", Garden),
)
OPENED: list[str] = []


def find_fruit(words: str) -> Sequence[Hit]:
    fruit = (("Trees", "Apple"), ("Trees", "Pear"), ("Bushes", "Currant"))
    return [
        Hit(group, name, "ripe", "flag", partial(OPENED.append, name))
        for group, name in fruit
        if words.lower() in name.lower()
    ]


Make = Callable[..., Shell]


@pytest.fixture
def make(qtbot: QtBot, theme: Theme) -> Iterator[Make]:
    made: list[Shell] = []
    OPENED.clear()

    def build(*, made_up: bool = False, width: int = 1_366) -> Shell:
        # These pages ask no service anything.
        services = cast("Services", None)
        bridge, tasks = ChangeBridge(ChangeFeed()), TaskRunner()
        shell = Shell(services, bridge, tasks, NAVIGATION, find_fruit, made_up=made_up)
        made.append(shell)
        qtbot.addWidget(shell)
        shell.resize(width, 768)
        with qtbot.waitActive(shell):
            shell.show()
            shell.activateWindow()
        shell.start()
        return shell

    yield build
    for shell in made:
        shell.close()
        shell.desk.tasks.wait()


@pytest.fixture
def shell(make: Make) -> Shell:
    return make()


def garden(shell: Shell) -> Garden:
    page = shell.page()
    assert isinstance(page, Garden)
    return page


def press(qtbot: QtBot, shell: Shell, key: Qt.Key, control: bool = False) -> None:
    qtbot.keyClick(shell.focusWidget() or shell, key, CONTROL if control else NONE)


def test_it_begins_on_the_first_page_with_the_keyboard_where_it_belongs(shell: Shell) -> None:
    assert shell.sidebar.button("garden").isChecked()
    assert garden(shell).button.hasFocus()


def test_digits_lead_to_the_pages_and_the_comma_to_the_settings(qtbot: QtBot, shell: Shell) -> None:
    seen: list[str] = []
    shell.page_changed.connect(seen.append)
    for key in (Qt.Key.Key_3, Qt.Key.Key_Comma, Qt.Key.Key_1, Qt.Key.Key_2):
        press(qtbot, shell, key, control=True)
    assert seen == ["orchard", "settings", "garden"]


def test_only_pages_that_exist_are_offered(shell: Shell) -> None:
    assert [item.keys for item in NAVIGATION] == ["Ctrl+1", "Ctrl+3", "Ctrl+,"]
    click(shell, "nav_orchard")
    assert isinstance(shell.page(), Orchard)


def test_a_page_opens_at_its_top_however_far_down_the_keyboard_is_put(
    qtbot: QtBot, shell: Shell
) -> None:
    shell.go("orchard")
    qtbot.wait(20)
    page = garden(shell)
    assert page.button.hasFocus()
    assert page.area.verticalScrollBar().value() == 0


def test_a_page_one_comes_back_to_shows_where_the_keyboard_is(qtbot: QtBot, shell: Shell) -> None:
    for name in ("orchard", "garden", "orchard"):
        shell.go(name)
        qtbot.wait(20)
    assert garden(shell).area.verticalScrollBar().value() > 0


def test_going_somewhere_shows_the_thing_asked_for(shell: Shell) -> None:
    shell.desk.go("orchard", 7)
    assert 7 in garden(shell).asked


def test_a_page_that_must_not_be_left_stays(shell: Shell) -> None:
    garden(shell).stay = True
    shell.go("orchard")
    assert not isinstance(shell.page(), Orchard)


def test_ctrl_n_begins_what_is_new_here(qtbot: QtBot, shell: Shell) -> None:
    press(qtbot, shell, Qt.Key.Key_N, control=True)
    assert "new" in garden(shell).asked


def test_a_narrow_window_shows_icons_only(make: Make) -> None:
    assert make(width=1_366).sidebar.width() == WIDE
    slim = make(width=1_000)
    assert slim.sidebar.width() == SLIM
    assert slim.sidebar.button("garden").toolTip().startswith("Garden")


def test_how_much_waits_is_said_aloud(shell: Shell) -> None:
    shell.sidebar.set_count("orchard", 4)
    assert shell.sidebar.button("orchard").accessibleName() == "Orchard, 4 waiting"
    shell.sidebar.set_count("orchard", 0)
    assert shell.sidebar.button("orchard").accessibleName() == "Orchard"


def test_f6_goes_from_part_to_part(qtbot: QtBot, shell: Shell) -> None:
    parts = []
    for _ in range(3):
        press(qtbot, shell, Qt.Key.Key_F6)
        focused = shell.focusWidget()
        parts.append([p.isAncestorOf(focused) for p in (shell.top_bar, shell.sidebar)])
    assert parts == [[True, False], [False, True], [False, False]]


def test_a_notice_above_the_page_comes_before_it(qtbot: QtBot, shell: Shell) -> None:
    resume, notice = Button("Resume"), QWidget()
    QVBoxLayout(notice).addWidget(resume)
    shell.add_notice(notice)
    qtbot.waitUntil(resume.isVisible)
    garden(shell).button.setFocus()
    press(qtbot, shell, Qt.Key.Key_Backtab)
    assert resume.hasFocus()
    press(qtbot, shell, Qt.Key.Key_Tab)
    assert garden(shell).button.hasFocus()
    shell.sidebar.button("garden").setFocus()
    press(qtbot, shell, Qt.Key.Key_F6)
    assert resume.hasFocus()
    press(qtbot, shell, Qt.Key.Key_F6)
    assert garden(shell).button.hasFocus()


def test_f1_lists_the_keys_of_this_page_and_of_all(qtbot: QtBot, shell: Shell) -> None:
    press(qtbot, shell, Qt.Key.Key_F1)
    (dialog,) = shell.findChildren(Dialog)
    listed = [hint.accessibleName() for hint in dialog.findChildren(KeyHint)]
    assert {"Ctrl+B", "Ctrl+K", "Ctrl+Q", "F9", "Ctrl+1", "Ctrl+3", "Ctrl+,"} <= set(listed)
    assert "Ctrl+2" not in listed  # no page has it here
    dialog.reject()


def test_made_up_data_wears_its_band_even_in_a_room(make: Make) -> None:
    shell = make(made_up=True)
    assert [band.isVisible() for band in shell.findChildren(Band)].count(True) == 1
    shell.show_room(QWidget())
    assert [band.isVisible() for band in shell.findChildren(Band)].count(True) == 1
    assert not any(band.isVisible() for band in make().findChildren(Band))


class FindingRoom(QWidget):
    """A room that counts how often it was asked to find something."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def search(self) -> None:
        self.asked += 1


def test_nothing_is_searched_for_in_a_room_others_look_at(qtbot: QtBot, shell: Shell) -> None:
    room = QWidget()
    room.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    shell.desk.room(room)
    room.setFocus()
    qtbot.keyClick(room, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert not shell.palette_list.isVisible()


def test_a_room_that_finds_by_itself_is_asked_to(qtbot: QtBot, shell: Shell) -> None:
    room = FindingRoom()
    shell.desk.room(room)
    room.setFocus()
    qtbot.keyClick(room, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert (room.asked, shell.palette_list.isVisible()) == (1, False)


def test_a_room_is_entered_by_its_name(make: Make) -> None:
    entered: list[object] = []
    shell = make()
    shell._rooms = {"visit_room": lambda _desk, visit: entered.append(visit)}
    shell.go("visit_room", "7")
    assert entered == ["7"]
    assert shell.page_name() != "visit_room"


def test_a_room_takes_the_window_and_gives_it_back(qtbot: QtBot, shell: Shell) -> None:
    room, start = QWidget(), Button("Begin")
    column = QVBoxLayout(room)
    for widget in (start, LockClock(), CoverButtons()):
        column.addWidget(widget)
    shell.desk.room(room)
    assert start.hasFocus()
    assert not shell.sidebar.isVisible()
    press(qtbot, shell, Qt.Key.Key_3, control=True)
    assert not isinstance(shell.page(), Orchard)
    shell.idle.remaining_changed.emit(272)
    assert find(room, LockClock).text() == "Locks in 4:32"
    with qtbot.waitSignal(shell.lock_requested):
        click(room, "lock")
    shell.desk.room(None)
    assert shell.sidebar.isVisible()


def test_the_lock_is_heard_through_an_open_dialog(qtbot: QtBot, shell: Shell) -> None:
    dialog = Dialog("Something", shell)
    line = QLineEdit()
    dialog.body.addWidget(line)
    dialog.open()
    with qtbot.waitSignal(shell.lock_requested):
        qtbot.keyClick(line, Qt.Key.Key_L, CONTROL)
    dialog.reject()


def test_quiet_sentences_lie_over_the_page_and_move_nothing(qtbot: QtBot, shell: Shell) -> None:
    button = garden(shell).button
    before = button.mapTo(shell, button.rect().center())
    shell.desk.message.say("The task is done.")
    qtbot.wait(20)
    assert shell.message.isVisible()
    assert shell.message.text() == "The task is done."
    assert button.mapTo(shell, button.rect().center()) == before


def test_a_message_never_covers_what_has_the_keyboard(qtbot: QtBot, shell: Shell) -> None:
    page = garden(shell)
    page.body.addStretch(1)
    last = Button("Harvest")
    page.body.addWidget(last)
    shell.desk.message.say("Watered.", undo=lambda: None)
    qtbot.waitUntil(lambda: shell.message.geometry().top() > shell.height() // 2)
    last.setFocus()
    qtbot.waitUntil(lambda: not covers(shell, last))


def test_a_message_never_covers_the_chief_button_of_a_page(qtbot: QtBot, shell: Shell) -> None:
    page = garden(shell)
    page.body.addStretch(1)
    chief = Button("Harvest", Kind.PRIMARY)
    page.body.addWidget(chief)
    qtbot.waitUntil(lambda: chief.isVisible() and chief.y() > 300)
    shell.desk.message.say("The basket is not full yet.", tone=Tone.DANGER)
    assert not covers(shell, chief)


def test_a_long_message_covers_neither_title_nor_button(qtbot: QtBot, make: Make) -> None:
    shell = make(width=900)
    page = garden(shell)
    title = PageHeader("Garden")
    page.body.insertWidget(0, title)
    page.body.addStretch(1)
    last = Button("Harvest")
    page.body.addWidget(last)
    qtbot.waitUntil(lambda: last.isVisible() and last.y() > 300)
    shell.desk.message.say("The basket is not full yet, and much is left to pick. " * 4)
    for seen in (title, page.button, last):
        place = QRect(seen.mapTo(shell, QPoint(0, 0)), seen.size())
        assert not shell.message.geometry().intersects(place)


def test_a_message_makes_way_for_what_stands_at_the_foot_of_the_next_page(
    qtbot: QtBot, shell: Shell
) -> None:
    page, first = garden(shell), shell.page_name()
    page.body.addStretch(1)
    last = Button("Harvest")
    page.body.addWidget(last)
    qtbot.waitUntil(lambda: last.isVisible() and last.y() > 300)
    here = QRect(last.mapTo(shell, QPoint(0, 0)), last.size())
    shell.go("orchard")
    shell.desk.message.say("Watered.", undo=lambda: None)
    assert shell.message.geometry().intersects(here)
    shell.go(first)
    qtbot.waitUntil(lambda: not shell.message.geometry().intersects(here))


def test_in_a_room_messages_lie_over_the_room(shell: Shell) -> None:
    room = QWidget()
    shell.desk.room(room)
    shell.desk.message.say("Saved.")
    assert shell.message.isVisible()
    assert shell.childAt(shell.message.geometry().center()) is not room
    shell.desk.room(None)
    assert shell.message.isVisible()


def test_what_was_said_on_a_page_is_not_read_in_a_room(shell: Shell) -> None:
    shell.desk.message.say("The roses are moved.", undo=lambda: None)
    shell.desk.room(QWidget())
    assert shell.message.text() == ""
    assert not shell.message.isVisible()


def covers(shell: Shell, button: Button) -> bool:
    return shell.message.geometry().contains(button.mapTo(shell, button.rect().center()))


def test_the_status_bar_warns_of_an_old_copy(shell: Shell) -> None:
    shell.status.set_copy("The last copy is 9 days old", late=True)
    shell.status.set_saved("Not kept: the disk is full", trouble=True)
    assert not shell.status.grab().isNull()


def covered(window: QWidget) -> bool:
    covers = [w for w in window.findChildren(QWidget) if "covered" in w.accessibleName()]
    return any(cover.isVisible() and cover.geometry() == window.rect() for cover in covers)


class TestPalette:
    def open(self, qtbot: QtBot, shell: Shell, words: str = "") -> Palette:
        press(qtbot, shell, Qt.Key.Key_K, control=True)
        qtbot.keyClicks(shell.top_bar.search, words)
        return shell.palette_list

    def test_a_letter_with_alt_is_not_typed_into_the_search(
        self, qtbot: QtBot, shell: Shell
    ) -> None:
        self.open(qtbot, shell, "ea")
        qtbot.keyClick(shell.top_bar.search, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
        assert shell.top_bar.search.text() == "ea"

    def test_ctrl_k_finds_while_one_types(self, qtbot: QtBot, shell: Shell) -> None:
        palette = self.open(qtbot, shell, "ea")
        assert palette.isVisible()
        assert [hit.title for hit in palette.hits()] == ["Pear"]

    def test_the_list_has_room_for_what_it_shows(self, qtbot: QtBot, shell: Shell) -> None:
        palette = self.open(qtbot, shell, "ea")
        assert palette.height() > 60, "a heading and a line"

    def test_arrows_and_enter_open(self, qtbot: QtBot, shell: Shell) -> None:
        palette = self.open(qtbot, shell)
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return):
            qtbot.keyClick(shell.top_bar.search, key)
        assert OPENED == ["Pear"]
        assert not palette.isVisible()
        assert shell.top_bar.search.text() == ""

    def test_a_click_opens(self, qtbot: QtBot, shell: Shell) -> None:
        palette = self.open(qtbot, shell, "apple")
        line = next(w for w in palette.findChildren(QWidget) if "Apple" in w.accessibleName())
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
        assert OPENED == ["Apple"]

    def test_escape_closes_and_goes_back_to_the_page(self, qtbot: QtBot, shell: Shell) -> None:
        palette = self.open(qtbot, shell, "a")
        qtbot.keyClick(shell.top_bar.search, Qt.Key.Key_Escape)
        assert not palette.isVisible()
        assert garden(shell).button.hasFocus()

    def test_what_is_found_no_more_is_said_on_no_line(self, qtbot: QtBot, shell: Shell) -> None:
        palette = self.open(qtbot, shell, "a")
        found = {hit.title for hit in palette.hits()}
        qtbot.keyClicks(shell.top_bar.search, "pp")
        said = {w.accessibleName().split(",")[0] for w in palette.findChildren(QWidget)}
        assert len(found) > 1
        assert said & found == {"Apple"}

    def test_nothing_found_is_said(self, qtbot: QtBot, shell: Shell) -> None:
        palette = self.open(qtbot, shell, "zzz")
        assert palette.isVisible()
        assert palette.hits() == []


class TestCurtain:
    def test_f9_covers_and_lifts(self, qtbot: QtBot, shell: Shell) -> None:
        shell.setWindowTitle("Fasthold: made-up")
        press(qtbot, shell, Qt.Key.Key_F9)
        assert covered(shell)
        assert shell.windowTitle() == "Fasthold"
        press(qtbot, shell, Qt.Key.Key_F9)
        assert shell.windowTitle() == "Fasthold: made-up"
        assert garden(shell).button.hasFocus()

    def test_it_covers_dialogs_too(self, qtbot: QtBot, shell: Shell) -> None:
        dialog = Dialog("Something", shell)
        dialog.body.addWidget(QLineEdit())
        dialog.open()
        qtbot.keyClick(dialog, Qt.Key.Key_F9)
        assert covered(shell)
        assert covered(dialog)
        qtbot.keyClick(dialog, Qt.Key.Key_F9)
        dialog.reject()

    def test_behind_it_no_key_does_anything(self, qtbot: QtBot, shell: Shell) -> None:
        press(qtbot, shell, Qt.Key.Key_F9)
        press(qtbot, shell, Qt.Key.Key_3, control=True)
        press(qtbot, shell, Qt.Key.Key_N, control=True)
        press(qtbot, shell, Qt.Key.Key_F9)
        assert not isinstance(shell.page(), Orchard)
        assert "new" not in garden(shell).asked

    def test_the_lock_is_heard_through_it(self, qtbot: QtBot, shell: Shell) -> None:
        press(qtbot, shell, Qt.Key.Key_F9)
        with qtbot.waitSignal(shell.lock_requested):
            press(qtbot, shell, Qt.Key.Key_L, control=True)

    def test_a_dialog_that_opens_behind_it_is_covered(self, qtbot: QtBot, shell: Shell) -> None:
        press(qtbot, shell, Qt.Key.Key_F9)
        dialog = Dialog("Something", shell)
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(lambda: covered(dialog))
        dialog.reject()

    def test_stopping_lifts_it_for_the_lock_page(self, qtbot: QtBot, shell: Shell) -> None:
        press(qtbot, shell, Qt.Key.Key_F9)
        shell.stop()
        assert not covered(shell)
