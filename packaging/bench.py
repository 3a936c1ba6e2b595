"""Measures, in one run, what Fasthold promises to be fast at, each beside its bare counterpart.

bench.py [--runs N]

The counterparts run in turn with Fasthold, so that a busy machine slows both alike; each figure
is the middle pair. Exit 1 if a promise is broken. Nothing outside a temporary folder is touched.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date, timedelta
from datetime import time as clock
from pathlib import Path
from typing import Any

from audit_bench import audit_figures
from decade_bench import Painted, decade_figures
from guard_bench import Figure, guard_figures
from paired import Ratio, in_turn
from paper_bench import paper_figures
from platformdirs.testing import isolated_dirs

from app.bootstrap import Services, open_services
from app.data.engine import raw_connect
from app.demo import PASSPHRASE, make_demo
from app.domain.days import closed_reason
from app.domain.employer_sheet import EmployerSheet
from app.domain.flag import FlagDraft
from app.domain.plan import plan_visits
from app.domain.plan_shape import OwnCalendar, PlanPractice
from app.domain.slip import SlipLanguage
from app.domain.soft_block import SoftDays, default_blocks
from app.reports import consent_form, flag_slip, visit_summary
from app.services.file import FileService

REMEMBER = """
import sys
from app.services.machine import MachineSettings, save_machine_settings
save_machine_settings(MachineSettings(last_file=sys.argv[1]))
"""
WINDOW = Path(__file__).with_name("first_window.py")
DAY = date(2026, 9, 9)
DRAFT = FlagDraft(theme="pain", functions=("lifting",), note="Løfter tungt hver dag")
INSERT = "INSERT INTO flag VALUES (" + ", ".join("?" * 19) + ")"  # noqa: S608 -- question marks only
ROW = ("32 signs of an id here, as usual", "K7-QX", *("a code of a list",) * 16, DRAFT.note)
PLAN_WEEKS = 104
PLAN_SPAN = timedelta(weeks=PLAN_WEEKS)


def main() -> int:
    """Measure and print; return 1 if a promise is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15, help="how often each is measured")
    runs = parser.parse_args().runs
    broken = False
    for measure in MEASURES:
        for figure in measure(runs):
            print(figure, flush=True)
            broken = broken or not figure.kept
    return int(broken)


def first_windows(runs: int) -> list[Ratio]:
    """Time a process from its start to the first painted window: first start, and unlock."""
    with tempfile.TemporaryDirectory() as place, isolated_dirs(place):
        settings = _settings_of_a_new_user(Path(place))
        path = Path(place) / "bench.fasthold"
        FileService(lambda: DAY).make(path, PASSPHRASE, keychain=False)
        first = _window("first start's window", settings, runs)
        _remember(settings, path)
        return [first, _window("unlock window", settings, runs)]


def _remember(settings: dict[str, str], path: Path) -> None:
    """Let `path` be the file that was open last, as on every day but the first."""
    subprocess.run([sys.executable, "-c", REMEMBER, str(path)], env=settings, check=True)


def _window(what: str, settings: dict[str, str], runs: int) -> Ratio:
    fasthold, bare = in_turn(
        lambda: _start(settings, "fasthold"), lambda: _start(settings, "empty"), runs
    )
    return Ratio(what, fasthold, bare, "empty PySide6 window", most=1.6)


def flag_saves(runs: int) -> list[Ratio]:
    """Time a flag from the service's door to the disk, beside a bare insert on the same terms."""
    with _demo() as (services, folder):
        practice = services.practice.list_practices()[0].id
        with closing(_bare_database(folder / "bare.db")) as bare:
            fasthold, least = in_turn(
                lambda: services.flag.raise_flag(practice, None, DRAFT),
                lambda: _insert(bare),
                runs * 10,
            )
    return [Ratio("flag save", fasthold, least, "sqlcipher3 insert, same settings")]


def papers(runs: int) -> Iterator[Ratio | Figure]:
    """Time the papers from view to bytes, beside their words put on a bare canvas."""
    with _demo() as (services, _folder):
        yield from paper_figures(*_four_papers(services), runs)


def plans(runs: int) -> list[Ratio]:
    """Time the plan of 200 practices over two years, beside the bare arithmetic of their dates."""
    practices = [_practice(number) for number in range(200)]
    own = OwnCalendar(soft=SoftDays(row.block for row in default_blocks()))
    closed = frozenset(day for day in _days(DAY, PLAN_WEEKS * 7 + 60) if closed_reason(day))
    fasthold, bare = in_turn(
        lambda: plan_visits(practices, (), own, DAY, PLAN_WEEKS),
        lambda: [_bare_dates(practice, closed) for practice in practices],
        runs,
    )
    return [Ratio("plan, 200 practices 2 years", fasthold, bare, "bare date arithmetic", within=1)]


def _practice(number: int) -> PlanPractice:
    return PlanPractice(
        key=f"{number:03}",
        name="Lægehus",
        weekdays=(number % 5,),
        at=clock(8 + number // 5 % 8, number // 40 % 2 * 30),
        last_held=DAY - timedelta(days=number % 42),
    )


def _bare_dates(practice: PlanPractice, closed: frozenset[date]) -> list[date]:
    """Return the nearest open day to every sixth week: what no planner can do without."""
    found, anchor = [], practice.last_held or DAY
    while (ideal := anchor + timedelta(weeks=practice.rhythm_weeks)) < DAY + PLAN_SPAN:
        opens = anchor + timedelta(weeks=practice.tolerated_from)
        days = [day for day in _days(opens, 22) if day not in closed]
        anchor = min(days, key=lambda day: abs(day - ideal))
        found.append(anchor)
    return found


def _days(first: date, count: int) -> list[date]:
    return [first + timedelta(days=number) for number in range(count)]


@contextmanager
def _demo() -> Iterator[tuple[Services, Path]]:
    """A made-up workspace in a folder of its own, and its services."""
    with tempfile.TemporaryDirectory() as place, isolated_dirs(place):
        path, files = Path(place) / "demo.fasthold", FileService(lambda: DAY)
        dek = make_demo(path, DAY, files=files)
        services = open_services(path, dek, today=lambda: DAY)
        with closing(services.vault):
            yield services, Path(place)


def _bare_database(path: Path) -> Any:
    connection = raw_connect(path, bytes(32), leak_ok=lambda _: True, create=True)
    columns = ", ".join(f"c{number} TEXT" for number in range(len(ROW)))
    connection.execute(f"CREATE TABLE flag ({columns}) STRICT")
    return connection


def _insert(connection: Any) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(INSERT, ROW)
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _four_papers(services: Services) -> tuple[list[Callable[[], bytes]], EmployerSheet]:
    """Return what makes the first three, and what stands in the fourth."""
    visit = next(row for row in services.visit.list_visits() if row.status == "held")
    roundtable = next(
        row for row in services.roundtable.list_roundtables() if row.status == "final"
    )
    summary = services.visit.summary(visit.id)
    slip = services.slip.slip(services.flag.list_flags()[0].id, SlipLanguage.DANISH)
    form = services.consent.form_sheet(services.followup.list_followups()[0].id)
    sheet = services.roundtable.employer_sheet(roundtable.id)
    others = [
        lambda: visit_summary.render(summary).pdf,
        lambda: flag_slip.render(slip).pdf,
        lambda: consent_form.render(form).pdf,
    ]
    return others, sheet


def _start(settings: dict[str, str], *arguments: str) -> None:
    # No time limit: with one, Python looks for the end of the process only every 50 ms.
    subprocess.run([sys.executable, str(WINDOW), *arguments], env=settings, check=True)


def _settings_of_a_new_user(home: Path) -> dict[str, str]:
    folders = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    own = {name: str(home / name) for name in folders}
    # As at every start but the very first, modules are compiled already: in a folder of ours.
    own["PYTHONPYCACHEPREFIX"] = str(home / "compiled")
    settings = {**os.environ, **own, "HOME": str(home), "USERPROFILE": str(home)}
    settings.pop("PYTHONDONTWRITEBYTECODE", None)
    return settings


MEASURES: tuple[Callable[[int], Iterable[Ratio | Figure | Painted]], ...] = (
    first_windows,
    flag_saves,
    papers,
    plans,
    audit_figures,
    guard_figures,
    decade_figures,
)

if __name__ == "__main__":
    sys.exit(main())
