"""Source Sans in the sizes the design uses, loaded from the font package."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

from ui.common.package_files import package_folder

FAMILY = "Source Sans Pro"
_FILES = ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf")


class Role(StrEnum):
    """What a text is for; decides its size, weight and colour."""

    COUNTDOWN = "countdown"
    FIGURE = "figure"
    LOCK_TITLE = "lock_title"
    PAGE_TITLE = "page_title"
    WORD_MARK = "word_mark"
    CARD_TITLE = "card_title"
    ROW_TITLE = "row_title"
    BODY = "body"
    QUIET = "quiet"
    SECONDARY = "secondary"
    SECONDARY_STRONG = "secondary_strong"
    LABEL = "label"
    CAPTION = "caption"
    CAPTION_STRONG = "caption_strong"
    CODE = "code"


# Size in px and whether it is semibold. There is no medium cut; 500 in the design is 600 here.
SIZES: dict[Role, tuple[int, bool]] = {
    Role.COUNTDOWN: (36, True),
    Role.FIGURE: (28, True),
    Role.LOCK_TITLE: (24, True),
    Role.PAGE_TITLE: (20, True),
    Role.WORD_MARK: (17, True),
    Role.CARD_TITLE: (16, True),
    Role.ROW_TITLE: (14, True),
    Role.BODY: (14, False),
    Role.QUIET: (14, False),
    Role.SECONDARY: (13, False),
    Role.SECONDARY_STRONG: (13, True),
    Role.LABEL: (13, True),
    Role.CAPTION: (12, False),
    Role.CAPTION_STRONG: (12, True),
    Role.CODE: (14, True),
}


@cache
def load_fonts() -> None:
    """Make the regular and the semibold cut known to Qt, once."""
    folder = package_folder("font_source_sans_pro") / "files"
    for name in _FILES:
        QFontDatabase.addApplicationFont(str(folder / name))


@cache
def font(role: Role) -> QFont:
    """Return the font of `role`. Do not change it: it is shared."""
    size, strong = SIZES[role]
    made = QFont(FAMILY)
    made.setPixelSize(size)
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    if role is Role.CODE:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 1.4)
    return made


@cache
def metrics(role: Role) -> QFontMetrics:
    """Return what measures texts of `role`."""
    return QFontMetrics(font(role))
