"""Printing a paper: the bytes that are shown, through the one way out, warned of once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from app.bootstrap import Services
from app.domain.audit import Action, Word
from app.domain.paper import PaperKind
from app.domain.problem import FastholdError
from tests.builders import flag_draft, practice_draft, sender_draft
from tests.ui.conftest import Show
from tests.windows import click, find, opened
from ui.common import printer as printers
from ui.common.button import Button
from ui.common.desk import Desk
from ui.common.dialog import Dialog
from ui.common.printer import CUPS, answer_with_printer
from ui.paper.paper_dialog import PaperDialog, open_paper
from ui.paper.printed_pages import page_size, print_pages


@pytest.fixture
def dialog(desk: Desk, show: Show, services: Services, qtbot: QtBot) -> Iterator[PaperDialog]:
    services.settings.save_sender(sender_draft())
    practice_id = services.practice.add_practice(practice_draft())
    card = services.flag.raise_flag(practice_id, None, flag_draft())
    window = show(desk.message)
    dialog = open_paper(
        desk, window, PaperKind.SLIP, lambda code: services.export.prepare_slip(card.id, code)
    )
    qtbot.waitUntil(lambda: dialog.prepared is not None, timeout=10_000)
    yield dialog
    for one in window.findChildren(PaperDialog):
        one.close()


@pytest.fixture
def printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the one printer of this computer puts what it prints."""
    monkeypatch.setenv("CUPS_SERVER", CUPS)  # else it is looked for on the network
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    place = tmp_path / "tray.pdf"
    printer.setOutputFileName(str(place))
    answer_with_printer(printer)
    return place


@pytest.fixture(autouse=True)
def nobody_answers_later() -> Iterator[None]:
    yield
    printers._answers.clear()


def left(services: Services) -> list[tuple[str, str]]:
    with services.vault.read() as session:
        rows = session.execute(text("SELECT file_name, sha256 FROM disclosure"))
        return [(row[0], row[1]) for row in rows]


def say_yes_to_the_warning(dialog: PaperDialog) -> None:
    click(opened(dialog, Dialog), "confirm")


def picture(pdf: Path) -> QImage:
    """The first page on white paper, without colours."""
    document = QPdfDocument()
    document.load(str(pdf))
    white = QImage(QSize(150, 212), QImage.Format.Format_Grayscale8)
    white.fill(0xFFFFFF)
    painter = QPainter(white)
    painter.drawImage(0, 0, document.render(0, white.size()))
    painter.end()
    document.close()
    return white


def test_the_paper_that_is_shown_is_printed_and_noted(
    dialog: PaperDialog, services: Services, printed: Path
) -> None:
    prepared = dialog.prepared
    assert prepared is not None
    click(dialog, "print")
    say_yes_to_the_warning(dialog)
    assert printed.stat().st_size > 0
    assert left(services) == [("slip-2026-09-001.print", prepared.sha256)]
    entry = next(row for row in services.audit.entries() if row.action is Action.DISCLOSED)
    assert Word.PRINTED in entry.detail
    assert not dialog.isVisible()


def test_what_a_printer_keeps_is_said_once(dialog: PaperDialog, services: Services) -> None:
    answer_with_printer(None, None)
    click(dialog, "print")
    say_yes_to_the_warning(dialog)
    actions = [row.action for row in services.audit.entries()]
    assert actions.count(Action.PRINT_WARNED) == 1
    click(dialog, "print")
    assert not [one for one in dialog.findChildren(Dialog) if one.isVisible()]
    assert left(services) == [], "the person cancelled both times"


def test_without_a_printer_one_sentence_says_so(
    dialog: PaperDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(printers, "CUPS", str(tmp_path / "nothing"))
    click(dialog, "print")
    told = opened(dialog, Dialog)
    assert told.accessibleName() == "This computer has no printer."
    told.accept()
    assert find(dialog, Button, "print").isEnabled()


def test_a_printer_that_does_not_answer_leaves_nothing_noted(
    dialog: PaperDialog,
    services: Services,
    printed: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def off(_printer: QPrinter, _pdf: bytes) -> None:
        raise FastholdError("The printer is off.")

    monkeypatch.setattr("ui.paper.print_act.print_pages", off)
    click(dialog, "print")
    say_yes_to_the_warning(dialog)
    assert left(services) == []
    assert dialog.isVisible()


def test_the_printed_pages_look_like_the_paper(
    dialog: PaperDialog, printed: Path, tmp_path: Path
) -> None:
    prepared = dialog.prepared
    assert prepared is not None
    printer = printers._answers.popleft()
    assert printer is not None
    size = page_size(prepared.pdf)
    assert size.id() is QPageSize.PageSizeId.A6
    printer.setPageSize(size)
    print_pages(printer, prepared.pdf)
    saved = tmp_path / "saved.pdf"
    saved.write_bytes(prepared.pdf)
    shown, out = picture(saved), picture(printed)
    apart = sum(
        abs(shown.pixelColor(x, y).value() - out.pixelColor(x, y).value())
        for x in range(shown.width())
        for y in range(shown.height())
    ) / (shown.width() * shown.height())
    assert apart < 6
    assert min(out.pixelColor(x, y).value() for x in range(150) for y in range(212)) < 100
