from __future__ import annotations

import gc
import logging
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox

from app.system import log
from app.system.paths import log_folder, settings_file
from tests.journeys.canary import Canary
from tests.journeys.laptop import PHRASE, Laptop
from tests.journeys.person import Person
from tests.journeys.pseudo import everything_in
from tests.journeys.visible import read_all
from ui.common.choose_file import answer_with
from ui.common.errors import CrashWatch
from ui.common.theme import Theme

CPR = "251248-9996"
DETAILS = ("name", "title", "phone", "email", "reachable", "municipality", "office")


@pytest.fixture
def log_file(qapp: QApplication, theme: Theme) -> Iterator[Path]:
    """Crashes are caught and the log is written as in real life, until the test ends."""
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    root, last = logging.getLogger(), logging.lastResort
    level, handlers = root.level, root.handlers[:]
    CrashWatch(qapp).install()
    yield log.start(log_folder())
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
        handler.close()
    logging.lastResort = last
    root.setLevel(level)


def test_no_typed_word_is_found_outside_the_encrypted_file(
    laptop: Laptop,
    log_file: Path,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    canary = Canary(laptop.person)
    work_through(laptop, canary, papers)
    assert not canary.missing_from("\n".join(everything_in(laptop.work.services)))
    kept_out = leave_half_done(laptop.person, canary)
    laptop.lock()
    canary.note_titles()
    assert not canary.found_in("\n".join(shown.text for shown in read_all()))
    laptop.unlock()
    assert not any(
        word in text for text in everything_in(laptop.work.services) for word in kept_out
    )

    assert "ERROR" not in log_file.read_text(encoding="utf-8")
    crash(laptop.person, canary)
    assert log_file.read_text(encoding="utf-8").count("KeyError") == len(CRASHES)
    caplog.clear()
    said = capfd.readouterr()
    assert not canary.found_in(f"{said.out}{said.err}{canary.titles}")

    for path in papers.iterdir():
        path.unlink()
    assert {laptop.path, log_file, settings_file()} <= set(tmp_path.rglob("*"))
    assert not canary.found_under(tmp_path)
    laptop.window.close()
    assert not canary.found_under(tmp_path)
    assert len(canary.typed) > 60


def work_through(laptop: Laptop, canary: Canary, papers: Path) -> None:
    """Fill in every form there is, and save it."""
    canary.secret(PHRASE, "the passphrase")
    laptop.start()
    laptop.set_up(**{name: canary.word(f"details.{name}") for name in DETAILS})
    canary.secret(laptop.code, "the recovery code")
    register(laptop.person, canary)
    hold_a_visit(laptop.person, canary, papers)
    follow_up(laptop.person, canary)
    meet(laptop.person, canary)
    laptop.person.keys("Ctrl+1")
    canary.make("add_task", subject="own")


def register(person: Person, canary: Canary) -> None:
    person.keys("Ctrl+7")
    canary.make("first_practice")
    canary.make("add_doctor")
    canary.make("add_closed", first="12.10.2026", last="16.10.2026")
    canary.make("correct_practice")


def hold_a_visit(person: Person, canary: Canary, papers: Path) -> None:
    person.keys("Ctrl+2")
    canary.make("plan_visit_by_hand", day="09.09.2026", at="12.30")
    person.keys("Ctrl+1")
    person.press("start_visit")
    person.wait_for("note")
    canary.fill()
    person.press("raise_flag")
    person.keys("Alt+3")
    canary.fill()
    person.press("add_question")
    canary.make("add_promise")
    person.keys("Ctrl+E")
    person.fill(doctors="4")
    person.press("save")
    person.wait_for("save")
    answer_with(papers)
    person.press("save")
    person.wait(lambda: any(papers.iterdir()))


def follow_up(person: Person, canary: Canary) -> None:
    person.keys("Ctrl+3")
    canary.make("raise_flag")
    person.keys("Ctrl+4")
    canary.make("record_relayed", given_on="09.09.2026")
    canary.make("begin", given_on="09.09.2026", sick_since="01.08.2026")
    canary.make("add_party")
    canary.make("grant", until="20.02.2027", given_on="09.09.2026", information=("function",))
    canary.make("log_contact", transferred_on="09.09.2026")
    canary.make("add_task")
    canary.make("correct_followup", sick_since="01.08.2026")


def meet(person: Person, canary: Canary) -> None:
    canary.make("plan_roundtable", day="09.09.2026")
    person.keys("Ctrl+4")
    canary.make("add_party", kind="union_rep")
    person.keys("Ctrl+5")
    canary.make("correct_roundtable", day="09.09.2026", review_on="09.10.2026")
    person.press("add_participant")
    canary.fill(who=last_choice(person, "who"))
    person.save()
    span = {"first": "14.09.2026", "last": "27.09.2026"}
    canary.make("add_agreement", **span, review_on="09.10.2026")
    canary.make("add_step", **span, hours="12,5")
    canary.make("add_action")


def last_choice(person: Person, name: str) -> str:
    box = person._field(name).editor()
    assert isinstance(box, QComboBox)
    return str(box.itemData(box.count() - 1))


def leave_half_done(person: Person, canary: Canary) -> tuple[str, ...]:
    """Stop in the middle of a flag whose note tells of a person; return what may not be kept."""
    word = canary.word("a flag left half done")
    canary.secret(CPR, "a flag left half done")
    person.keys("Ctrl+3")
    person.press("raise_flag")
    person.fill(note=f"{word} {CPR}")
    return word, CPR


def crash(person: Person, canary: Canary) -> None:
    """Let what nobody expects happen to typed words: in a slot, in a thread, in a clean-up."""
    for crashes in CRASHES:
        person.window.activateWindow()
        person.wait(person.window.isActiveWindow)
        crashes(canary.word(f"an error's message, {crashes.__name__}"))
        gc.collect()
        person.wait_for("go_on")
        canary.note_titles()
        assert not canary.found_in(person.reads())
        person.press("copy_details")
        assert not canary.found_in(QGuiApplication.clipboard().text())
        person.press("go_on")


def fail(word: str) -> None:
    known: dict[str, int] = {}
    known[word]


def in_a_slot(word: str) -> None:
    QTimer.singleShot(0, partial(fail, word))


def in_a_thread(word: str) -> None:
    thread = threading.Thread(target=fail, args=(word,))
    thread.start()
    thread.join()


def in_a_clean_up(word: str) -> None:
    class Failing:
        def __del__(self) -> None:
            fail(word)

    Failing()


CRASHES = (in_a_slot, in_a_thread, in_a_clean_up)
