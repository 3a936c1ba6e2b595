from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from threading import Timer

import pytest

from app.bootstrap import Services, open_services
from app.data.file_check import check_whole
from tests.builders import practice_draft
from tests.followups import started
from tests.journeys.pseudo import everything_in
from tests.journeys.typist import CPR, FORMS
from tests.source import ROOT
from tests.workspaces import DEK, TODAY, made_database

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills by POSIX means")

FORMS_TYPED = ("flag", "practice", "contact", "practice", "contact", "practice")
# Seconds, from when the whole number would be written out.
LIVES = (0.5, 3.0)
SECOND = 1.0


@dataclass(frozen=True, slots=True)
class Killed:
    """One run: what was typed and saved, and when it ended."""

    path: Path
    form: str
    keys: dict[int, float]
    facts: int
    moment: float

    def late(self, kept: int) -> list[int]:
        """Return the keys after the first `kept` that were pressed in the last second."""
        return [key for key, at in self.keys.items() if key > kept and self.moment - at <= SECOND]


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> list[Killed]:
    """Everybody killed at some moment of their work."""
    return killed_at_work(_file_of_somebody(tmp_path_factory.mktemp("work")), FORMS_TYPED)


def test_kill_9_costs_at_most_the_last_second_of_typing(runs: list[Killed]) -> None:
    for run in runs:
        with reopened(run.path) as services:
            typed = draft_of(services, run.form)
            if run.form != "flag":
                assert typed == FORMS[run.form].typed(len(typed))
                assert [key for key in run.keys if key > len(typed)] == run.late(len(typed))


def test_kill_9_costs_no_saved_fact_and_leaves_the_file_whole(runs: list[Killed]) -> None:
    for run in runs:
        with reopened(run.path) as services:
            assert len(services.task.list_tasks()) in (run.facts, run.facts + 1)
            assert services.vault.missing_saves == 0
        check_whole(run.path, DEK)


def test_a_personal_number_is_not_even_kept_while_it_is_typed(runs: list[Killed]) -> None:
    (run,) = (run for run in runs if run.form == "flag")
    assert len(run.keys) == len(CPR)
    with reopened(run.path) as services:
        assert draft_of(services, "flag") == ""
        assert not [text for text in everything_in(services) if CPR[:6] in text]


def _file_of_somebody(folder: Path) -> Path:
    path = made_database(folder)
    with reopened(path) as services:
        services.practice.add_practice(practice_draft())
        started(services)
    return path


def killed_at_work(source: Path, forms: Sequence[str]) -> list[Killed]:
    """Let each form be typed into by a process of its own, all at once; kill each at some time."""
    dice = random.Random()
    paths = [source.with_name(f"{number}.fasthold") for number in range(len(forms))]
    for path in paths:
        copyfile(source, path)
    said, moments = _watched(forms, paths, [dice.uniform(*LIVES) for _form in forms])
    return [
        Killed(path, form, _keys(said, pid), _facts(said, pid), moments[pid])
        for pid, path, form in zip(sorted(moments, key=int), paths, forms, strict=True)
    ]


def _watched(
    forms: Sequence[str], paths: list[Path], lives: list[float]
) -> tuple[list[list[str]], dict[str, float]]:
    """Return what they said, and when each was killed."""
    jobs = [word for job in zip(forms, map(str, paths), strict=True) for word in job]
    command = [sys.executable, "-m", "tests.journeys.typist", DEK.hex(), *jobs]
    said: list[list[str]] = []
    moments: dict[str, float] = {}
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, cwd=ROOT, env=_own_place(paths[0].parent), stdout=pipe, text=True
    ) as all_of_them:
        assert all_of_them.stdout
        for line in all_of_them.stdout:
            said.append(line.split())
            pid, what, number, _at = said[-1]
            if (what, number) == ("key", str(len(CPR))):
                Timer(lives[len(moments)], lambda pid=pid: _kill(pid, moments)).start()
                moments[pid] = 0
    return said, moments


def _own_place(folder: Path) -> dict[str, str]:
    """Return surroundings in which home, settings and temp lie in `folder`."""
    places = ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
    return os.environ | dict.fromkeys(places, str(folder))


def _kill(pid: str, moments: dict[str, float]) -> None:
    moments[pid] = time.monotonic()
    os.kill(int(pid), signal.SIGKILL)


def _keys(said: list[list[str]], pid: str) -> dict[int, float]:
    return {int(number): float(at) for who, what, number, at in said if (who, what) == (pid, "key")}


def _facts(said: list[list[str]], pid: str) -> int:
    return sum(line[:2] == [pid, "fact"] for line in said)


@contextmanager
def reopened(path: Path) -> Iterator[Services]:
    services = open_services(path, DEK, today=lambda: TODAY)
    with closing(services.vault):
        yield services


def draft_of(services: Services, form: str) -> str:
    """Return what the unfinished edit holds of the field that was typed into."""
    (waiting,) = services.draft.waiting()
    return str(json.loads(waiting.values)[FORMS[form].field])
