"""The page of flags over one practice, for every test of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QDialog

from app.bootstrap import Services
from app.domain.practice import PracticeId
from tests.builders import practice_draft
from tests.ui.conftest import Show
from ui.common.desk import Desk
from ui.flag.flag_page import FlagPage


@pytest.fixture
def practice_id(services: Services) -> PracticeId:
    return services.practice.add_practice(practice_draft())


@pytest.fixture
def page(desk: Desk, show: Show, practice_id: PracticeId) -> Iterator[FlagPage]:
    page = FlagPage(desk)
    window = show(desk.message, page)
    window.resize(1300, 800)
    yield page
    for dialog in page.findChildren(QDialog):
        dialog.hide()
