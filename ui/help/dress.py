"""Giving a page of the help the type and the air of the other pages."""

from __future__ import annotations

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from ui.common.fonts import SIZES, Role

_HEADINGS = {1: Role.PAGE_TITLE, 2: Role.CARD_TITLE}
_ABOVE, _BELOW = 18, 6


def dress(document: QTextDocument) -> None:
    """Set sizes, weights and distances in `document`."""
    block = document.begin()
    while block.isValid():
        _space(block)
        _weigh(block)
        block = block.next()


def _space(block: QTextBlock) -> None:
    form = QTextBlockFormat(block.blockFormat())
    heading = form.headingLevel()
    form.setTopMargin(_ABOVE if heading > 1 else 0)
    form.setBottomMargin(_BELOW)
    QTextCursor(block).setBlockFormat(form)


def _weigh(block: QTextBlock) -> None:
    """Write in the two cuts there are; Qt would make a third one up, with letters that overlap."""
    role = _HEADINGS.get(block.blockFormat().headingLevel())
    pieces = block.begin()
    spans = []
    while not pieces.atEnd():
        piece = pieces.fragment()
        spans.append((piece.position(), piece.length(), piece.charFormat()))
        pieces += 1
    for start, length, form in spans:
        cursor = QTextCursor(block.document())
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(_format(form, role))


def _format(form: QTextCharFormat, role: Role | None) -> QTextCharFormat:
    made = QTextCharFormat(form)
    strong = role is not None or form.fontWeight() > QFont.Weight.Normal
    made.setFontWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    made.clearProperty(QTextCharFormat.Property.FontSizeAdjustment)
    made.setProperty(QTextCharFormat.Property.FontPixelSize, SIZES[role or Role.BODY][0])
    return made
