"""The style sheet: what Qt draws for us, in the colours and sizes of the design.

Controls with states of their own (buttons, chips, badges, rows) paint themselves; the sheet
dresses the rest: texts by their role, scroll bars, tables, lists, menus and tool tips.
"""

from __future__ import annotations

from ui.common.fonts import SIZES, Role
from ui.common.tokens import TONE_TEXT, Token, Tone, colour

_COLOUR_OF_ROLE: dict[Role, Token] = {
    Role.QUIET: Token.INK2,
    Role.SECONDARY: Token.INK2,
    Role.LABEL: Token.INK2,
    Role.CAPTION: Token.INK2,
    Role.CAPTION_STRONG: Token.INK2,
}

# A negative margin at the scroll bar's ends and the empty page areas keep Fusion's arrows away.
_SHEET = """
QMainWindow, QDialog {{ background: {canvas}; }}
QToolTip {{ background: {ink}; color: {surface}; border: 0; padding: 6px 8px; font-size: 13px; }}
QScrollArea, QScrollArea > QWidget > QWidget#page_body {{ background: transparent; border: 0; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {line2}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {ink2}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QLineEdit, QPlainTextEdit {{ background: transparent; border: 0; color: {ink};
  placeholder-text-color: {ink3};
  selection-background-color: {accent}; selection-color: {on_accent}; }}
QLineEdit:disabled, QPlainTextEdit:disabled {{ color: {ink3}; }}
QFileDialog QLineEdit#fileNameEdit {{ background: {surface}; border: 1px solid {line2};
  border-radius: 8px; min-height: 32px; padding: 0 8px; }}
QFileDialog QLineEdit#fileNameEdit:focus {{ border: 2px solid {accent}; padding: 0 7px; }}
QMenu {{ background: {surface}; border: 1px solid {line2}; padding: 4px; }}
QMenu::item {{ padding: 7px 16px; border-radius: 4px; color: {ink}; }}
QMenu::item:selected {{ background: {accent_soft}; }}
QMenu::item:disabled {{ color: {ink3}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QComboBox QAbstractItemView {{ background: {surface}; border: 1px solid {line2}; padding: 4px;
  outline: 0; color: {ink}; }}
QComboBox QAbstractItemView::item {{ min-height: 32px; padding: 0 8px; border-radius: 4px; }}
QComboBox QAbstractItemView::item:selected,
QComboBox QAbstractItemView::item:hover {{ background: {accent_soft}; color: {ink}; }}
QTableView {{ background: {surface}; border: 0; color: {ink}; outline: 0; font-size: 13px;
  selection-background-color: {accent_soft}; selection-color: {ink}; }}
QHeaderView {{ background: {surface}; border: 0; }}
QHeaderView::section {{ background: {surface}; color: {ink2}; border: 0; padding: 0 16px;
  border-bottom: 1px solid {line}; font-size: 12px; font-weight: 600; }}
QHeaderView::section:hover {{ color: {ink}; }}
QTableCornerButton::section {{ background: {surface}; border: 0; }}
"""

_ROLE = 'QLabel[role="{role}"] {{ font-size: {size}px; font-weight: {weight}; color: {ink}; }}'
_TONE = 'QLabel[tone="{tone}"] {{ color: {ink}; }}'


def style_sheet() -> str:
    """Return the sheet in the colours in force."""
    colours = {token.value: colour(token).name() for token in Token}
    return "\n".join([_SHEET.format(**colours), *_roles(), *_tones()])


def _roles() -> list[str]:
    return [
        _ROLE.format(
            role=role.value,
            size=size,
            weight=600 if strong else 400,
            ink=colour(_COLOUR_OF_ROLE.get(role, Token.INK)).name(),
        )
        for role, (size, strong) in SIZES.items()
    ]


def _tones() -> list[str]:
    tones = {tone.value: TONE_TEXT[tone] for tone in Tone} | {
        token.value: token for token in (Token.INK, Token.INK2, Token.INK3, Token.ON_ACCENT)
    }
    return [_TONE.format(tone=name, ink=colour(token).name()) for name, token in tones.items()]
