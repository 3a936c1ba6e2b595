"""The page of a follow-up with an employer; what begins elsewhere has fixtures of its own."""

from __future__ import annotations

import pytest

from app.bootstrap import Services
from tests.followups import Case, with_employer
from tests.ui.conftest import Show
from ui.common.desk import Desk
from ui.followup.followup_page import FollowupPage


@pytest.fixture
def case(services: Services) -> Case:
    return with_employer(services)


@pytest.fixture
def page(desk: Desk, show: Show, case: Case) -> FollowupPage:
    page = FollowupPage(desk)
    show(page).resize(1_232, 816)
    page.show_entity(case.id)
    return page
