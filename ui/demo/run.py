"""The command itself: make the workspace, save the papers, take the pictures, say where."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from shutil import copyfile

from app.bootstrap import Services, open_services
from app.demo import PASSPHRASE, is_demo, make_demo
from app.demo.decade import make_decade
from app.domain.audience import Reader
from app.domain.flag_choice import MAY_RING
from app.domain.language import _
from app.domain.paper import Prepared
from app.domain.problem import FastholdError, Refused
from app.domain.roundtable import RoundtableRow, RoundtableStatus
from app.domain.visit import VisitStatus
from app.services.file import FileService
from app.system import files
from app.system.key_file import main_place

DONE, WRONG = 0, 2
FILE_NAME = "demo.fasthold"
WORKING_HOUR = time(8, 12)

Maker = Callable[[str], Prepared]  # language code -> the paper


def run(out: Path, seed: int, day: date, *, decade: bool = False) -> int:
    """Make everything in `out`, which may hold other files; say where it is. Of a decade there is
    the file alone."""
    try:
        path = _make_decade(out, seed, day) if decade else _make(out, seed, day)
    except FastholdError as refusal:
        sys.stderr.write(f"{refusal}\n")
        return WRONG
    sys.stdout.write(
        _("Made-up workspace: {file}\nPassphrase: {passphrase}\n").format(
            file=path, passphrase=PASSPHRASE
        )
    )
    return DONE


def _make_decade(out: Path, seed: int, day: date) -> Path:
    path, service = _place(out, day)
    make_decade(path, day, seed, files=service, tell=_tell)
    return path


def _tell(said: str) -> None:
    sys.stderr.write(f"{said}\n")
    sys.stderr.flush()


def _place(out: Path, day: date) -> tuple[Path, FileService]:
    """Return where the file goes, free for it, and what makes it."""
    service = FileService(lambda: day)
    with files.named_errors():
        out.mkdir(parents=True, exist_ok=True)
    path = out / FILE_NAME
    _clear(path, service)
    return path, service


def _make(out: Path, seed: int, day: date) -> Path:
    path, service = _place(out, day)
    dek = make_demo(path, day, seed, files=service)
    services = _open(path, dek, day, service)
    with closing(services.vault):
        save_papers(services, out)
    _take_pictures(path, dek, day, service)
    return path


def _open(path: Path, dek: bytes, day: date, service: FileService) -> Services:
    return open_services(
        path,
        dek,
        today=lambda: day,
        now=lambda: datetime.combine(day, WORKING_HOUR, UTC),
        files=service,
    )


def makers(services: Services) -> tuple[Maker, ...]:
    """Return what makes each paper there is, in a language."""
    export = services.export
    held = [row for row in services.visit.list_visits() if row.status is VisitStatus.HELD][-1]
    flag = [row for row in services.flag.list_flags() if row.status in MAY_RING][-1]
    final = _final(services)
    practice = services.practice.list_practices()[0]
    agreed = services.cooperation.list_cooperations(practice.id)[0]
    return (
        partial(export.prepare_visit_summary, held.id),
        partial(export.prepare_slip, flag.id),
        partial(export.prepare_slip_sheet, flag.id),
        partial(export.prepare_consent_form, final.followup_id),
        partial(export.prepare_consent_form, final.followup_id, large=True),
        partial(export.prepare_consent_form, None),
        partial(export.prepare_sheet, final.id, Reader.EMPLOYER),
        partial(export.prepare_sheet, final.id, Reader.CITIZEN),
        partial(export.prepare_sheet, final.id, Reader.DOCTOR),
        partial(export.prepare_disclosure_list, final.followup_id),
        partial(export.prepare_access_report, final.followup_id),
        export.prepare_deletion_report,
        partial(export.prepare_progress_sheet, final.followup_id),
        partial(export.prepare_preparation_sheet, practice.id),
        partial(export.prepare_cooperation_agreement, agreed.id),
    )


def save_papers(services: Services, out: Path) -> tuple[Path, ...]:
    """Save every paper there is, and what is kept of one person as data, in both languages;
    return where they are."""
    final = _final(services)
    papers = [
        services.export.save(make(spoken), out)
        for spoken in ("da", "en")
        for make in makers(services)
    ]
    data = [services.access_data.save(final.followup_id, spoken, out) for spoken in ("da", "en")]
    return (*papers, *data)


def _final(services: Services) -> RoundtableRow:
    return next(
        row
        for row in services.roundtable.list_roundtables()
        if row.status is RoundtableStatus.FINAL
    )


def _take_pictures(path: Path, dek: bytes, day: date, service: FileService) -> None:
    # The pictures are the same with a screen and without one.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from ui.demo.pictures import take_pictures

    # For the picture of the visit room the visit is begun: in a copy, not in the workspace.
    stage = path.with_name(f".{path.name}.pictures")
    copyfile(path, stage)
    try:
        services = _open(stage, dek, day, service)
        with closing(services.vault):
            take_pictures(services, path, path.parent)
    finally:
        for left in (stage, *path.parent.glob(f"{stage.name}*")):
            left.unlink(missing_ok=True)


def _clear(path: Path, service: FileService) -> None:
    """Take away an earlier made-up workspace; never somebody's own file."""
    if not service.exists(path):
        return
    if not path.exists() or not is_demo(path, service):
        raise Refused(
            _("{file} is there already and is not made up. Choose another folder.").format(
                file=path
            )
        )
    for left in (path, main_place(path), *path.parent.glob(f"{FILE_NAME}.*")):
        left.unlink(missing_ok=True)
