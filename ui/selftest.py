"""What `fasthold --selftest` tries of the windows: Qt, its plug-ins, type, icons, a paper shown."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QSize, qVersion
from PySide6.QtGui import QFontDatabase, QImageReader
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from app.selftest import Check, Facts, need
from ui.common.fonts import FAMILY, load_fonts
from ui.common.icons import app_icon, icon
from ui.help.pages import PAGES, text_of


def windows(_folder: Path) -> Facts:
    """Start Qt without a screen; set its type, draw icons and read every page of the help."""
    app = _application()
    load_fonts()
    need(FAMILY in QFontDatabase.families(), "the typeface of the windows is missing")
    need(not app_icon().isNull(), "the mark cannot be drawn")
    need(not icon("lock").pixmap(QSize(16, 16)).isNull(), "the icons are missing")
    need(all(text_of(page.name) for page in PAGES), "a page of the help is empty")
    formats = [bytes(one.data()).decode() for one in QImageReader.supportedImageFormats()]
    need({"png", "svg"} <= set(formats), "Qt cannot read pictures")
    return {"qt": qVersion(), "platform": app.platformName(), "translations": _translations()}


def paper(folder: Path) -> Facts:
    """Look at the paper of the made-up workspace with the part that shows papers."""
    _application()
    document = QPdfDocument()
    document.load(str(next(folder.glob("*.pdf"))))
    picture = document.render(0, QSize(300, 424))
    need(document.pageCount() > 0 and not picture.isNull(), "a paper cannot be shown")
    return {"pages": document.pageCount()}


CHECKS = (Check("windows", windows), Check("paper on the screen", paper))


def _application() -> QApplication:
    known = QApplication.instance()
    if isinstance(known, QApplication):
        return known
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # an installation is looked at without a screen
    return QApplication(["fasthold"])


def _translations() -> bool:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return (folder / "qtbase_da.qm").is_file()
