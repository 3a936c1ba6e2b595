"""Stored visits to test with."""

from __future__ import annotations

from app.bootstrap import Services
from app.changes import Topic
from app.domain.practice import PracticeId
from app.domain.visit import AttendanceDraft, VisitId
from tests.builders import visit_draft


def hold(services: Services, practice: PracticeId, day: str) -> VisitId:
    """Plan a visit, begin and end it; all in one save, so that an open page is read once."""
    with services.vault.write(Topic.VISIT):
        visit = services.visit.plan_visit(visit_draft(practice, day))
        services.visit.start_visit(visit)
        services.visit.note_attendance(visit, AttendanceDraft(doctors="2"))
        return services.visit.end_visit(visit)
