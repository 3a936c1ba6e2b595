"""Under the pseudo-language, what is not marked is data, a key, or a text nobody can translate."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.language import _
from tests.journeys.explorer import Explorer, Stage, scenes, settle
from tests.journeys.laptop import PHRASE, Laptop
from tests.journeys.pseudo import Known, slip_words, speak, typed_in
from tests.journeys.visible import read, windows
from ui.common.badge import Badge
from ui.common.theme import Theme

PAGES = ("today", "visits", "flags", "followups", "roundtables", "practices", "settings")
DETAILS = {
    "name": "Kim Eksempelsen",
    "title": "Fastholdelseskonsulent",
    "phone": "00 00 00 00",
    "email": "kim.eksempelsen@kommune.example",
    "reachable": "Hverdage kl. 8.30-14.30",
    "municipality": "Eksempel Kommune",
    "office": "Rådhusvej 0, 0000 Eksempel",
}
WRONG = "havre"
# A passphrase drawn by dice from the words of a list.
DRAWN = {"offered"}


class Reader:
    """Reads every text that comes into view, and remembers those nobody can translate."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.read: dict[str, str] = {}
        self.foreign: dict[str, str] = {}

    def see(self, where: str, seen: Sequence[QWidget] = ()) -> None:
        settle()
        for shown in (shown for window in seen or windows() for shown in read(window)):
            if shown.text not in self.read and shown.widget.objectName() not in DRAWN:
                self.read[shown.text] = self.known.unexplained(shown.text)
                if left := self.read[shown.text]:
                    self.foreign[f"{left!r} of {shown.text!r}, {shown.where}"] = where

    def told(self) -> str:
        return "\n".join(f"{text}  ({where})" for text, where in sorted(self.foreign.items()))


def test_a_text_nobody_can_translate_is_seen(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Reader(Known({"Nancy Ann Test Berggren"}))
    speak(monkeypatch)
    texts = (
        *("Save", _("Save"), "Nancy Ann Test Berggren", "Ctrl+N", "9/9 12.30", "K7-QX"),
        _("Remove {doctor}?").format(doctor="gp"),
    )
    window = QWidget()
    for text in texts:
        Badge(text, parent=window).setAccessibleName("")
        QLabel(text, window)
    qtbot.addWidget(window)
    window.show()
    reader.see("here")
    window.hide()
    seen = {found.partition(" of ")[0] for found in reader.foreign}
    assert seen == {"'Save'", "'gp'"}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("fixture", ["bare", "busy"])
def test_on_the_page(
    page: str, fixture: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage: Stage = request.getfixturevalue(fixture)
    reader = Reader(Known({*typed_in(stage.services), str(stage.choices.path)}))
    speak(monkeypatch)
    explorer = Explorer(stage, reader.see)
    for scene in scenes(stage, page):
        explorer.explore(scene)
    assert not reader.foreign, reader.told()


def test_round_the_pages(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(Known({*DETAILS.values(), PHRASE, WRONG, str(laptop.path), *slip_words()}))
    speak(monkeypatch)
    laptop.start()
    reader.see("start")
    see_the_setting_up(laptop, reader)
    see_the_frame(laptop, reader)
    see_the_lock(laptop, reader)
    assert not reader.foreign, reader.told()


def see_the_setting_up(laptop: Laptop, reader: Reader) -> None:
    person = laptop.person
    for step, do in laptop.steps(DETAILS):
        reader.see(step)
        do()
        reader.see(f"{step}, filled in")
        person.press("next")
        reader.see(f"{step}, left")


def see_the_frame(laptop: Laptop, reader: Reader) -> None:
    person = laptop.person
    for number in (*"123457", ","):
        person.keys(f"Ctrl+{number}")
        person.keys("F1")
        reader.see(f"keys of page {number}")
        person.keys("Esc")
    for keys, leaving in (("Ctrl+K", "Esc"), ("F9", "F9")):
        person.keys(keys)
        reader.see(keys)
        person.keys(leaving)
    laptop.window.resize(laptop.window.minimumSize())
    reader.see("narrow")


def see_the_lock(laptop: Laptop, reader: Reader) -> None:
    person = laptop.person
    person.keys("Ctrl+7")
    person.keys("Ctrl+N")
    person.fill(name=DETAILS["name"])
    laptop.lock()
    reader.see("locked")
    person.fill(passphrase=WRONG)
    person.press("unlock")
    person.wait_for("unlock")
    reader.see("wrong passphrase")
    person.press("other_way")
    person.press("unlock")
    person.wait_for("unlock")
    reader.see("no code")
    person.press("other_way")
    laptop.unlock()
    reader.see("a draft waits")
