"""The code sheet carries the whole code, and asks no network for a printer."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from ui.common.printer import CUPS
from ui.common.theme import Theme
from ui.file.code_sheet import HIGH, WIDE, draw_sheet, print_sheet

CODE = "TEST9-GHW4K-XMPT7-CR2VN-H8DJW-Q5BY3-LF012-AB3CD"


def test_every_group_stands_on_the_paper(
    qtbot: QtBot, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVER", CUPS)  # else it is looked for on the network
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "sheet.pdf"))
    print_sheet(printer, CODE, "9 September 2026")
    page = " ".join(PdfReader(tmp_path / "sheet.pdf").pages[0].extract_text().split())
    for group in CODE.split("-"):
        assert group in page
    assert "9 September 2026" in page


def test_the_sheet_fits_on_one_page(qtbot: QtBot, theme: Theme) -> None:
    image = QImage(WIDE // 5, HIGH // 5, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    painter.scale(0.2, 0.2)
    draw_sheet(painter, CODE.split("-"), "9 September 2026")
    painter.end()
    last = image.height() - 20
    foot = [image.pixel(x, y) for x in range(image.width()) for y in range(last, image.height())]
    assert set(foot) == {0xFFFFFFFF}
