"""Four visits at two practices, from the plan to the summary, by keys alone; one is cut short."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView

from app.bootstrap import open_services
from app.data.file_check import check_whole
from tests.builders import doctor_draft, practice_draft, sender_draft
from tests.clock import Clock
from tests.journeys import half_hour
from tests.journeys.in_the_room import ask, end_visit, promise, raise_flag, start_visit
from tests.journeys.keyboard import Keyboard
from tests.journeys.laptop import Laptop
from tests.source import ROOT
from tests.workspaces import PHRASE, file_service

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills by POSIX means")

TOGETHER, DROP_IN = "Lægehuset Søndergade", "Lægerne ved Torvet"
TOGETHER_DAY = date(2026, 9, 17)  # moved there from the 9th
MISSED_DAY, NEW_DAY = date(2026, 10, 21), date(2026, 10, 28)
NOTE, QUESTION, PROMISE = "Kniber med overblik", "Er LÆ 125 nok her?", "Tager attestark med"
ANSWER = "Ja, med et nyt skøn."
IN_THE_END = [
    f"{practice}, {when}"
    for practice, whens in (
        (
            TOGETHER,
            (
                "Wednesday 9 September at 12:30: Moved from here",
                "Thursday 17 September at 12:30: Held",
                "Thursday 29 October at 12:30: Planned",
                "Thursday 10 December at 12:30: Proposed",
            ),
        ),
        (
            DROP_IN,
            (
                "Wednesday 9 September at 10:00: Held",
                "Wednesday 21 October at 10:00: Did not happen",
                "Wednesday 28 October at 10:00: Held",
                "Wednesday 9 December at 10:00: Planned",
            ),
        ),
    )
    for when in whens
]
MOST_PRESSES = 12
SECOND = 1.0


@dataclass(frozen=True, slots=True)
class Killed:
    """When each sign was typed, and when it ended."""

    keys: dict[int, float]
    moment: float


def see(laptop: Laptop, *texts: str) -> None:
    """See that each of `texts` can be read in front."""
    told = laptop.person.reads()
    for text in texts:
        assert text in told, f"{text!r} is not in front:\n{told}"


def two_practices(path: Path, clock: Clock) -> bytes:
    """Make a file in which nobody has been visited yet; return its key."""
    path.parent.mkdir(parents=True, exist_ok=True)
    dek = file_service().make(path, PHRASE, keychain=False).dek
    services = open_services(path, dek, today=clock.today, now=clock.now)
    with closing(services.vault):
        services.settings.save_sender(sender_draft())
        services.settings.note_code_tried()
        practices = services.practice
        together = practices.add_practice(practice_draft(TOGETHER))
        for name, role in (("Anna", "owner"), ("Bo", "employed"), ("Cilla", "trainee")):
            practices.add_doctor(together, doctor_draft(f"{name} Eksempel", role=role))
        drop_in = practice_draft(DROP_IN, format="drop_in", at="10:00", weekdays=("2",))
        dropped_in = practices.add_practice(drop_in)
        for name in ("Dan", "Eva"):
            practices.add_doctor(dropped_in, doctor_draft(f"{name} Eksempel"))
    return dek


def plan_both_and_move_one(keyboard: Keyboard, laptop: Laptop) -> None:
    keyboard.press("Ctrl+2", "Down", "Return", "Return")
    see(laptop, f"The visit to {DROP_IN} is on Wednesday 9 September.")
    keyboard.press("Up", "Return", "Return")
    see(laptop, f"The visit to {TOGETHER} is on Wednesday 9 September.")
    keyboard.press("Shift+Right", "Shift+Down")
    see(laptop, "Thursday 17 September, week 38, 12:30–13:00", "Enter moves the visit here.")
    keyboard.press("Return")
    see(laptop, f"{TOGETHER} is moved to Thursday 17 September.")


def hold_the_first(keyboard: Keyboard, laptop: Laptop) -> None:
    """Two doctors drop in; a flag, a question nobody can answer yet, a promise."""
    start_visit(keyboard)
    assert TOGETHER not in laptop.person.reads(), "doctors look on"
    keyboard.press("Alt+0", "1", "2", "Alt+D")
    see(laptop, "Dan Eksempel is in the room.", "Next: Eva Eksempel")
    assert raise_flag(keyboard, NOTE) <= MOST_PRESSES
    keyboard.press("Alt+D")
    see(laptop, "Eva Eksempel is in the room.", "1 saved")
    ask(keyboard, QUESTION)
    promise(keyboard, PROMISE, "21.10.2026")
    see(laptop, "1 question waits", PROMISE, "Me, by 21 Oct", "Wednesday 21 October at 10:00")
    end_visit(keyboard)
    see(laptop, f"The visit at {DROP_IN} is ended.")


def kill_in_mid_visit(path: Path, folder: Path) -> Killed:
    """Let somebody hold the second visit, and kill -9 while they type."""
    # The first signs are older than a second by then.
    end, keys = random.Random().randint(20, len(half_hour.TYPED) - 4), {}
    places = ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
    command = [sys.executable, "-m", half_hour.__name__, str(path), TOGETHER_DAY.isoformat()]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=os.environ | dict.fromkeys(places, str(folder)),
        stdout=subprocess.PIPE,
        text=True,
    ) as somebody:
        assert somebody.stdout
        for line in somebody.stdout:
            if line.startswith("key"):
                _key, number, at = line.split()
                keys[int(number)] = float(at)
            if len(keys) == end:
                moment = time.monotonic()
                somebody.kill()
    return Killed(keys, moment)


def see_that_nothing_is_lost(laptop: Laptop, killed: Killed) -> None:
    see(laptop, TOGETHER, "2 of 3 ticked", "1 saved, 1 in progress")
    see(laptop, "Concentration and overview · concentration")
    see(laptop, half_hour.PROMISE, "Me, by 1 Oct", "You were in the middle of this flag.")
    assert "missing" not in laptop.person.reads(), "no save is missing from the file"
    typed = str(laptop.person.shown("note"))
    assert typed == half_hour.TYPED[: len(typed)]
    lost = [at for number, at in killed.keys.items() if number > len(typed)]
    assert all(killed.moment - at <= SECOND for at in lost), "only the last second is not there"
    for field, chosen in (("theme", "overview"), ("urgency", "within_14_days")):
        assert laptop.person.shown(field) == chosen


def hold_the_rest_of_the_second(keyboard: Keyboard, laptop: Laptop) -> None:
    """The flag is saved, the visit ended, that taken back, and ended for good."""
    keyboard.press("Ctrl+Return")
    see(laptop, "2 saved")
    keyboard.press("Ctrl+E")
    see(laptop, "Ticked: Anna Eksempel and Cilla Eksempel.", "Thu 29 Oct at 12:30")
    assert (laptop.person.shown("doctors"), laptop.person.shown("trainees")) == ("1", "1")
    keyboard.press("Escape")
    end_visit(keyboard)
    see(laptop, f"The visit at {TOGETHER} is ended.")
    keyboard.press("Ctrl+Z")
    keyboard.wait_for("end_visit")
    see(laptop, "Proposed next visit", "2 saved")
    end_visit(keyboard)


def note_that_the_third_did_not_happen(keyboard: Keyboard, laptop: Laptop) -> None:
    keyboard.press("Ctrl+2", "Return")
    see(laptop, DROP_IN, "Wednesday 21 October, 10:00–10:30 · week 43")
    keyboard.tab_to("miss_visit")
    keyboard.press("Return", "1", "Ctrl+Return")
    see(laptop, "Wednesday 28 October, 10:00–10:30 · week 44", "Accept Wed 28 Oct")
    keyboard.press("Return")
    see(laptop, f"The visit to {DROP_IN} is on Wednesday 28 October.")


def hold_the_fourth(keyboard: Keyboard, laptop: Laptop) -> None:
    """What was left open at the first visit comes up, and is settled."""
    keyboard.press("Ctrl+1")
    see(laptop, f"Owed since last time: {PROMISE}", f"no answer yet: {QUESTION}")
    start_visit(keyboard)
    see(laptop, "Advice was given. The flag is closed.", "Overdue: 21 Oct")
    keyboard.press("Space")
    see(laptop, "1 of 1 code told")
    keyboard.tab_to_row(PROMISE)
    keyboard.press("Space")
    see(laptop, "The promise was kept.")
    keyboard.press("Alt+3")
    keyboard.tab_to_row(QUESTION)
    keyboard.press("Return")
    keyboard.fill(answer=ANSWER)
    keyboard.press("Ctrl+Return")
    see(laptop, ANSWER, "1 answered")
    keyboard.press("Alt+0", "2", "Alt+D", "Alt+D")
    end_visit(keyboard)
    see(laptop, f"The visit at {DROP_IN} is ended.")


def said_of_the_plan(keyboard: Keyboard) -> list[str]:
    """Go through the plan with the arrows; return what is said of each visit."""
    said: list[str] = []
    for line in (("Up", "Home"), ("Down", "Home")):
        keyboard.press(*line)
        while not said or said[-1] != said_here(keyboard):
            said.append(said_here(keyboard))
            keyboard.press("Right")
    return said


def said_here(keyboard: Keyboard) -> str:
    """Return what is said of the visit the keyboard stands on."""
    plan = keyboard.here()
    assert isinstance(plan, QAbstractItemView)
    return str(plan.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))


def test_four_visits_by_keys_alone(laptop: Laptop, clock: Clock, tmp_path: Path) -> None:
    dek = two_practices(laptop.path, clock)
    keyboard = laptop.start_by_keys()
    plan_both_and_move_one(keyboard, laptop)
    hold_the_first(keyboard, laptop)
    laptop.put_away()

    killed = kill_in_mid_visit(laptop.path, tmp_path)
    clock.day = TOGETHER_DAY
    keyboard = laptop.start_by_keys()
    see_that_nothing_is_lost(laptop, killed)
    hold_the_rest_of_the_second(keyboard, laptop)

    clock.day = MISSED_DAY
    keyboard = laptop.start_by_keys()
    note_that_the_third_did_not_happen(keyboard, laptop)

    clock.day = NEW_DAY
    keyboard = laptop.start_by_keys()
    hold_the_fourth(keyboard, laptop)
    keyboard.press("Ctrl+2")
    assert said_of_the_plan(keyboard) == IN_THE_END
    laptop.put_away()
    check_whole(laptop.path, dek)
