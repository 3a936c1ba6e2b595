"""A picture of every page, as the window shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import cast

import shiboken6
from PySide6.QtCore import QBuffer, QDeadlineTimer, QEventLoop, QIODevice
from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap import Services
from app.domain.visit import VisitId, VisitStatus
from app.system.files import write_whole
from ui.common.change_bridge import ChangeBridge
from ui.common.kept import keep_what_qt_drops
from ui.common.tasks import TaskRunner
from ui.common.theme import Theme, ThemeName
from ui.file.attempts import Attempts
from ui.file.file_acts import FileActs
from ui.file.start_page import StartPage
from ui.file.unlock_page import UnlockPage
from ui.main_window.loading import load
from ui.main_window.workplace import Workplace
from ui.settings.choices import Choices

SIZE = (1440, 900)
AT_REST = 750  # ms after which previews have come in

Step = tuple[str, Callable[[], object]]  # name of the picture, what brings the page into view


def take_pictures(services: Services, path: Path, out: Path) -> None:
    """Write `page-….png` for every page over the open file, and for the two before it."""
    keep_what_qt_drops()
    app = cast("QApplication", QApplication.instance() or QApplication([]))
    theme = Theme(app)
    theme.apply(ThemeName.LIGHT)
    tasks = TaskRunner()
    owner = QWidget()
    acts = FileActs(load, owner)
    for name, page in (
        ("start", StartPage(known=False)),
        ("unlock", UnlockPage(acts, path, Attempts())),
    ):
        _shoot(page, out / f"page-{name}.png")
        _let_go(page)
    work = Workplace(
        services, ChangeBridge(services.changes), tasks, Choices(path, acts, ThemeName.LIGHT)
    )
    work.resize(*SIZE)
    work.show()
    work.start()
    for name, show in _steps(services, work):
        show()
        _shoot(work, out / f"page-{name}.png")
    theme.apply(ThemeName.DARK)
    work.shell.go("today")
    _shoot(work, out / "page-today-dark.png")
    theme.apply(ThemeName.LIGHT)
    work.stop()
    tasks.wait()
    _let_go(work)
    _let_go(owner)


def _steps(services: Services, work: Workplace) -> Iterator[Step]:
    go = work.shell.go
    for page in ("today", "visits", "flags", "followups", "roundtables", "practices", "settings"):
        yield page, partial(go, page)
    followup = services.followup.list_followups()[-1]
    yield "followup", partial(go, "followups", followup.id.hex)
    roundtable = services.roundtable.list_roundtables()[-1]
    yield "roundtable", partial(go, "roundtables", roundtable.id.hex)
    practice = services.practice.list_practices()[0]
    yield "practice", partial(go, "practices", practice.id.hex)
    planned = [row for row in services.visit.list_visits() if row.status is VisitStatus.PLANNED]
    if planned:
        yield "visit-room", partial(_hold, services, work, planned[0].id)


def _hold(services: Services, work: Workplace, visit_id: VisitId) -> None:
    services.visit.start_visit(visit_id)
    work.shell.go("visit_room", visit_id.hex)
    work.shell.message.clear()


def _shoot(page: QWidget, place: Path) -> None:
    if not page.isVisible():
        page.resize(*SIZE)
        page.show()
    _come_to_rest()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    page.grab().save(buffer, "PNG")
    write_whole(place, bytes(buffer.data().data()), overwrite=True)


def _let_go(window: QWidget) -> None:
    # Windows that outlive the run are taken apart by PySide in no order, which can end in a crash.
    window.close()
    shiboken6.delete(window)


def _come_to_rest() -> None:
    """Let what the page is still working on come in."""
    rest = QDeadlineTimer(AT_REST)
    while not rest.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
