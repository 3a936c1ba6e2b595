"""How long lists, a timeline and the search take to paint on ten years of data, and whether walking
through them needs more and more memory.

Each is timed from the key press to the painted picture, with everything read anew, beside the same
question put to the bare driver. The file is made in a temporary folder first, which takes longer
than all the rest.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from datetime import time as clock
from pathlib import Path
from statistics import median
from typing import Any

from guard_bench import Figure
from platformdirs.testing import isolated_dirs
from PySide6.QtCore import QEvent, QEventLoop
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.bootstrap import Services, open_services
from app.changes import Topic
from app.data.engine import raw_connect
from app.demo.decade import make_decade
from app.services.file import FileService
from ui.common.change_bridge import ChangeBridge
from ui.common.kept import keep_what_qt_drops
from ui.common.segments import Segments
from ui.common.tasks import TaskRunner
from ui.common.theme import Theme, ThemeName
from ui.file.file_acts import FileActs
from ui.main_window.loading import load
from ui.main_window.workplace import Workplace
from ui.settings.choices import Choices

DAY = date(2026, 9, 9)
LIMIT = 0.1  # seconds
SIZE = (1440, 900)
WALKS, WARM_WALKS = 200, 24
MOST_GROWTH = 16.0  # MB
MB = 1 << 20

LONGEST = "SELECT followup_id FROM contact GROUP BY followup_id ORDER BY count(*) DESC LIMIT 1"
TODAY = """
    SELECT f.code, p.name FROM flag f JOIN practice p ON p.id = f.practice_id
    WHERE f.status IN ('raised', 'doctor_asks')
"""
FLAGS = "SELECT f.*, p.name FROM flag f JOIN practice p ON p.id = f.practice_id ORDER BY raised_on"
FOLLOWUPS = """
    SELECT f.number, c.name, (SELECT what FROM task WHERE followup_id = f.id AND done_on IS NULL
    ORDER BY due_on LIMIT 1) FROM followup f JOIN citizen c ON c.id = f.citizen_id
    WHERE f.archived_on IS NULL ORDER BY f.number DESC
"""
PRACTICES = """
    SELECT p.name, (SELECT max(start) FROM visit WHERE status = 'held' AND practice_id = p.id)
    FROM practice p ORDER BY p.name
"""
PLAN = "SELECT * FROM visit WHERE start BETWEEN '2026-06-29' AND '2027-01-04' ORDER BY start"
TASKS = "SELECT * FROM task WHERE done_on IS NULL AND due_on <= '2026-09-16' ORDER BY due_on"
NEXT_PAGE = "its timeline, the next page"
ONE = "SELECT * FROM contact WHERE followup_id = :longest ORDER BY day DESC, at DESC LIMIT 25"
OLDER = f"{ONE} OFFSET 500"
ROUNDTABLES = "SELECT * FROM roundtable ORDER BY day DESC"
NAMES = "SELECT name FROM citizen WHERE name LIKE '%nancy%' LIMIT 30"

Act = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Painted:
    """How long something takes to paint, beside the bare question, both in seconds."""

    what: str
    seconds: float
    bare: float

    @property
    def kept(self) -> bool:
        """Whether it is painted in time."""
        return self.seconds <= LIMIT

    def __str__(self) -> str:
        mark = "" if self.kept else "  BROKEN"
        return (
            f"{self.what:<34}{self.seconds * 1000:8.1f} ms   same query by sqlcipher3"
            f"{self.bare * 1000:9.1f} ms   ratio {self.seconds / self.bare:7.1f}  "
            f"at most {LIMIT * 1000:.0f} ms{mark}"
        )


def decade_figures(runs: int) -> Iterator[Painted | Figure]:
    """Time every list on ten years of data, then walk through them and weigh the process."""
    times = max(3, runs // 3)
    with tempfile.TemporaryDirectory() as place, isolated_dirs(place):
        path, files = Path(place) / "decade.fasthold", FileService(lambda: DAY)
        dek = make_decade(path, DAY, files=files)
        with closing(raw_connect(path, dek, leak_ok=lambda _: True)) as driver:
            longest = driver.execute(LONGEST).fetchone()[0]
            bare = {query: _bare(driver, query, longest, times) for query in _QUERIES}
        services = open_services(
            path, dek, today=lambda: DAY, now=lambda: datetime.combine(DAY, clock(8, 12), UTC)
        )
        with closing(services.vault), _workplace(services, path) as work:
            for what, query, act in _acts(work, longest):
                yield Painted(what, _painted(services, work, act, times), bare[query])
            yield Painted(NEXT_PAGE, _next_page(work, longest, times), bare[OLDER])
            yield Figure(
                "memory added by 200 pages in a row",
                _growth(services, work),
                "MB",
                most=MOST_GROWTH,
            )


_QUERIES = (TODAY, FLAGS, FOLLOWUPS, PRACTICES, PLAN, TASKS, ONE, OLDER, ROUNDTABLES, NAMES)


def _acts(work: Workplace, longest: str) -> Iterator[tuple[str, str, Act]]:
    go = work.shell.go
    yield "Today", TODAY, lambda: go("today")
    yield "Today's tasks", TASKS, lambda: go("today")
    yield "flags, board", FLAGS, lambda: go("flags")
    yield "flags, list", FLAGS, lambda: _as_list(work)
    yield "follow-ups", FOLLOWUPS, lambda: go("followups")
    yield "roundtables", ROUNDTABLES, lambda: go("roundtables")
    yield "practices", PRACTICES, lambda: go("practices")
    yield "half-year plan", PLAN, lambda: go("visits")
    yield "one follow-up, 2,000 contacts", ONE, lambda: go("followups", longest)
    yield "search, first letters to hits", NAMES, lambda: _search(work)


def _bare(driver: Any, query: str, longest: str, times: int) -> float:
    values = {"longest": longest} if ":longest" in query else {}
    return median(_timed(lambda: driver.execute(query, values).fetchall()) for _ in range(times))


def _painted(services: Services, work: Workplace, act: Act, times: int) -> float:
    """Return the seconds of `act` up to the picture, everything having changed before."""
    act()  # the page is made once; that is not what is promised
    _paint()
    return median(_once(services, work, act) for _ in range(times))


def _once(services: Services, work: Workplace, act: Act) -> float:
    _let_all_change(services, work)
    began = time.perf_counter()
    act()
    _paint()
    return time.perf_counter() - began


def _let_all_change(services: Services, work: Workplace) -> None:
    work.shell.go("settings")
    services.changes.publish(frozenset(Topic) - {Topic.DRAFT, Topic.SETTINGS})
    _paint()


def _timed(act: Act) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _paint() -> None:
    """Do what the program's event loop does before it waits for the next key.

    Qt keeps what is to be deleted later until the loop it was thrown away in goes on. Here there is
    none: asked only for its events, it would keep every widget ever replaced, as no program does.
    """
    QApplication.sendPostedEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)


def _as_list(work: Workplace) -> None:
    work.shell.go("flags")
    page = work.shell.page()
    view = page.findChild(Segments, "view") if page is not None else None
    if view is not None:
        view.set_value("list")
        view.chosen.emit("list")


def _next_page(work: Workplace, longest: str, times: int) -> float:
    """Return the seconds from asking for the next page of a timeline to its picture below."""
    work.shell.go("followups", longest)
    page = work.shell.page()
    _button(page, "view_timeline").click()
    _paint()
    older = _button(page, "older")

    def press() -> None:
        older.click()
        _paint()

    return median(_timed(press) for _ in range(times))


def _button(page: QWidget | None, name: str) -> QAbstractButton:
    button = page.findChild(QAbstractButton, name) if page is not None else None
    if not isinstance(button, QAbstractButton):
        raise LookupError(name)
    return button


def _search(work: Workplace) -> None:
    work.shell.top_bar.search.setText("nancy")
    work.shell.palette_list.open()


def _growth(services: Services, work: Workplace) -> float:
    """Return how many MB the process grew by while 200 pages were read and shown, once warm."""
    pages = ("today", "flags", "followups", "roundtables", "practices", "visits")
    weighed = 0.0
    for walk in range(WARM_WALKS + WALKS):
        if walk == WARM_WALKS:
            weighed = _resident()
        _let_all_change(services, work)
        work.shell.go(pages[walk % len(pages)])
        _paint()
    return (_resident() - weighed) / MB


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return float(pages * os.sysconf("SC_PAGE_SIZE"))


@contextmanager
def _workplace(services: Services, path: Path) -> Iterator[Workplace]:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    keep_what_qt_drops()
    load()  # as the program does while somebody types the passphrase
    app = QApplication.instance() or QApplication([])
    if not isinstance(app, QApplication):
        raise TypeError("windows need a QApplication")
    Theme(app).apply(ThemeName.LIGHT)
    tasks, owner = TaskRunner(), QWidget()
    choices = Choices(path, FileActs(load, owner), ThemeName.LIGHT)
    work = Workplace(services, ChangeBridge(services.changes), tasks, choices)
    work.resize(*SIZE)
    work.show()
    work.start()
    _paint()
    yield work
    work.stop()
    tasks.wait()
    work.close()
