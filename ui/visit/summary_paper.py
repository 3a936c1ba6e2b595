"""The summary a practice gets, shown as the page it is."""

from __future__ import annotations

from app.domain.paper import PaperKind
from app.domain.visit import VisitId
from ui.common.desk import Desk
from ui.paper.paper_dialog import PaperDialog, open_paper


def show_summary(desk: Desk, visit_id: VisitId) -> PaperDialog:
    """Show what the practice gets after the visit."""
    prepare = desk.services.export.prepare_visit_summary
    return open_paper(
        desk,
        desk.message.window(),
        PaperKind.VISIT_SUMMARY,
        lambda language: prepare(visit_id, language),
    )
