"""Style sheets for the few things Qt draws for us that it would draw in another shape.

Everything else paints itself, or takes font and colours from what Qt knows anyway. So no sheet
lies on the whole application: Qt would ask it about each widget there is, again and again, which
took up to a third of the time to show a page. What wears one here does so by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakKeyDictionary

import shiboken6
from PySide6.QtWidgets import QWidget

from ui.common.tokens import Token, colour

# A negative margin at the ends and the empty page areas keep Fusion's arrows away.
SCROLL_BARS = """
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {line2}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {ink2}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
MENU = """
QMenu {{ background: {surface}; border: 1px solid {line2}; padding: 4px; }}
QMenu::item {{ padding: 7px 16px; border-radius: 4px; color: {ink}; }}
QMenu::item:selected {{ background: {accent_soft}; }}
QMenu::item:disabled {{ color: {ink3}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
"""
TIP = """
QToolTip {{ background: {ink}; color: {surface}; border: 0; padding: 6px 8px; font-size: 13px; }}
"""
LIST = """
QAbstractItemView {{ background: {surface}; border: 1px solid {line2}; padding: 4px;
  outline: 0; color: {ink}; }}
QAbstractItemView::item {{ min-height: 32px; padding: 0 8px; border-radius: 4px; }}
QAbstractItemView::item:selected,
QAbstractItemView::item:hover {{ background: {accent_soft}; color: {ink}; }}
"""
TABLE = """
QTableView {{ background: {surface}; border: 0; color: {ink}; outline: 0; font-size: 13px;
  selection-background-color: {accent_soft}; selection-color: {ink}; }}
QHeaderView {{ background: {surface}; border: 0; }}
QHeaderView::section {{ background: {surface}; color: {ink2}; border: 0; padding: 0 16px;
  border-bottom: 1px solid {line}; font-size: 12px; font-weight: 600; }}
QHeaderView::section:hover {{ color: {ink}; }}
QTableCornerButton::section {{ background: {surface}; border: 0; }}
"""
LINES = """
QLineEdit, QPlainTextEdit {{ background: transparent; border: 0; color: {ink};
  placeholder-text-color: {ink3};
  selection-background-color: {accent}; selection-color: {on_accent}; }}
QLineEdit:disabled, QPlainTextEdit:disabled {{ color: {ink3}; }}
"""
FILES = """
QLineEdit#fileNameEdit {{ background: {surface}; border: 1px solid {line2};
  border-radius: 8px; min-height: 32px; padding: 0 8px; }}
QLineEdit#fileNameEdit:focus {{ border: 2px solid {accent}; padding: 0 7px; }}
QComboBox QAbstractItemView {{ background: {surface}; border: 1px solid {line2}; padding: 4px;
  outline: 0; color: {ink}; }}
QComboBox QAbstractItemView::item {{ min-height: 32px; padding: 0 8px; border-radius: 4px; }}
QComboBox QAbstractItemView::item:selected,
QComboBox QAbstractItemView::item:hover {{ background: {accent_soft}; color: {ink}; }}
"""


_worn: WeakKeyDictionary[QWidget, tuple[str, ...]] = WeakKeyDictionary()


def wear(widget: QWidget, *sheets: str) -> None:
    """Dress `widget`, and what is in it, in the colours in force, from now on."""
    _worn[widget] = sheets
    widget.setStyleSheet(_in_colour(sheets))


def dress_anew() -> None:
    """Dress whatever wears a sheet in the colours that have come into force."""
    for widget, sheets in list(_standing()):
        widget.setStyleSheet(_in_colour(sheets))


def _standing() -> Iterator[tuple[QWidget, tuple[str, ...]]]:
    for widget, sheets in _worn.items():
        if shiboken6.isValid(widget):
            yield widget, sheets


def _in_colour(sheets: tuple[str, ...]) -> str:
    colours = {token.value: colour(token).name() for token in Token}
    return "\n".join(sheet.format(**colours) for sheet in sheets)
