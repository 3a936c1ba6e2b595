from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from app.bootstrap import Services
from app.domain.language import in_language
from app.domain.practice import PracticeId
from tests.boards import raised
from tests.ui.conftest import Show
from ui.common.desk import Desk
from ui.flag.action_bar import ActionBar

LAPTOP = 1_110  # px beside the sidebar of a window 1366 wide


@pytest.mark.parametrize("spoken", ["da", "en"])
@pytest.mark.parametrize("next_step", ["none", "doctor_talks", "patient_rings"])
def test_every_act_stands_on_one_line_on_a_laptop(
    services: Services, desk: Desk, practice_id: PracticeId, spoken: str, next_step: str, show: Show
) -> None:
    card = raised(services, practice_id, next_step=next_step)
    with in_language(spoken):
        bar = ActionBar()
        show(bar).resize(LAPTOP, 200)
        bar.show_card(card)
    QTest.qWait(1)
    assert bar.sizeHint().width() <= LAPTOP
