"""The code sheet: printed once, kept outside the computer. It is never a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPageSize, QPainter, QPen
from PySide6.QtWidgets import QWidget

from app.domain.language import _
from ui.common.fonts import FAMILY
from ui.common.printer import choose_printer

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

UNITS = 10  # to the millimetre; whole numbers of them are fine enough for letters
WIDE, HIGH, MARGIN = 2_100, 2_970, 190  # A4

_INK, _SECOND, _LINE = QColor("#12232B"), QColor("#3E5058"), QColor("#74858A")
_IN_A_ROW = 4
_ROW, _GAP = 190, 40


def print_code(parent: QWidget, code: str, day: str, printed: Callable[[], object]) -> None:
    """Ask which printer, print the sheet there, then call `printed`."""

    def on_chosen(printer: QPrinter) -> None:
        print_sheet(printer, code, day)
        printed()

    choose_printer(parent, on_chosen)


def print_sheet(printer: QPrinter, code: str, day: str) -> None:
    """Print the sheet on `printer`."""
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter(printer)
    scale = printer.resolution() / 25.4 / UNITS
    painter.scale(scale, scale)
    draw_sheet(painter, code.split("-"), day)
    painter.end()


def draw_sheet(painter: QPainter, groups: Sequence[str], day: str) -> None:
    """Draw the sheet on a page of A4 whose units are tenths of a millimetre."""
    pen = _Pen(painter)
    pen.write(_("Recovery code"), 70, strong=True)
    pen.write(_("For Fasthold, made on {day}").format(day=day), 40, ink=_SECOND)
    pen.skip(60)
    _draw_groups(painter, groups, pen.top)
    pen.skip((len(groups) + _IN_A_ROW - 1) // _IN_A_ROW * (_ROW + _GAP) + 40)
    for sentence in _sentences():
        pen.write(sentence, 40)
        pen.skip(20)


class _Pen:
    """Writes one paragraph below the other."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self.top = MARGIN

    def write(self, text: str, size: int, *, strong: bool = False, ink: QColor = _INK) -> None:
        """Write `text` in letters of `size`."""
        self._painter.setFont(_font(size, strong=strong))
        self._painter.setPen(ink)
        room = QRect(MARGIN, self.top, WIDE - 2 * MARGIN, HIGH - self.top)
        flags = int(Qt.TextFlag.TextWordWrap)
        self._painter.drawText(room, flags, text)
        self.skip(self._painter.boundingRect(room, flags, text).height())

    def skip(self, height: int) -> None:
        """Leave `height` free."""
        self.top += height


def _draw_groups(painter: QPainter, groups: Sequence[str], top: int) -> None:
    width = (WIDE - 2 * MARGIN - (_IN_A_ROW - 1) * _GAP) // _IN_A_ROW
    for place, group in enumerate(groups):
        left = MARGIN + place % _IN_A_ROW * (width + _GAP)
        box = QRect(left, top + place // _IN_A_ROW * (_ROW + _GAP), width, _ROW)
        painter.setPen(QPen(_LINE, 3))
        painter.drawRoundedRect(box, 15, 15)
        painter.setPen(_SECOND)
        painter.setFont(_font(30))
        painter.drawText(box.adjusted(15, 8, 0, 0), 0, str(place + 1))
        painter.setPen(_INK)
        painter.setFont(_font(76, strong=True, wide=True))
        painter.drawText(box.adjusted(0, 20, 0, 0), int(Qt.AlignmentFlag.AlignCenter), group)


def _font(size: int, *, strong: bool = False, wide: bool = False) -> QFont:
    made = QFont(FAMILY)
    made.setPixelSize(size)
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    if wide:
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 115)
    return made


def _sentences() -> tuple[str, ...]:
    return (
        _("This code opens your file when the passphrase is forgotten or the computer is changed."),
        _("On the lock page choose Recovery code, and write the eight groups."),
        _("Keep the paper where only you can get at it, and never in the computer bag."),
        _("Whoever has this paper and the file can read everything in it."),
        _("Nobody can send the code again. If the paper is lost, make a new one in Settings."),
    )
