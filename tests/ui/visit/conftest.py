"""A plan to look at and work in, for every test of its page."""

from __future__ import annotations

import pytest

from app.bootstrap import Services
from app.changes import Topic
from app.domain.practice import PracticeId
from tests.builders import practice_draft
from tests.ui.conftest import Show
from tests.visits import hold
from ui.common.desk import Desk
from ui.visit.visit_page import VisitPage


@pytest.fixture
def practice(services: Services) -> PracticeId:
    """A practice last visited on Wednesday 29 July 2026; it likes Wednesdays."""
    with services.vault.write(Topic.PRACTICE):
        practice = services.practice.add_practice(
            practice_draft("Lægehuset Søndergade", weekdays=("2",))
        )
        hold(services, practice, "29/7/2026")
    return practice


@pytest.fixture
def page(desk: Desk, show: Show) -> VisitPage:
    page = VisitPage(desk)
    show(page).resize(1_240, 860)
    return page
