"""The paper of who was erased, seen before it is saved: from Settings, and after an erasure."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.paper import PaperKind
from ui.common.desk import Desk
from ui.paper.paper_dialog import PaperDialog, open_paper


def open_deletion_report(desk: Desk, parent: QWidget) -> PaperDialog:
    """Show the report over `parent`."""
    prepare = desk.services.export.prepare_deletion_report
    return open_paper(desk, parent, PaperKind.DELETION_REPORT, prepare)
