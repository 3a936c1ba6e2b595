"""The calendar files of a roundtable's participants, from the card that lists them."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap import Services
from app.domain.consent import Direction
from app.domain.roundtable import RoundtableId
from tests.builders import grant_draft, roundtable_draft
from tests.followups import SENDER, Case, with_employer
from tests.ui.conftest import Show
from tests.windows import click, opened, words
from ui.common.choose_file import answer_with
from ui.common.desk import Desk
from ui.roundtable.meeting_dialog import MeetingDialog
from ui.roundtable.roundtable_page import RoundtablePage


@pytest.fixture
def case(services: Services) -> Case:
    services.settings.save_sender(SENDER)
    case = with_employer(services)
    services.consent.grant(case.id, grant_draft(case.employer, "function", direction="take_part"))
    return case


@pytest.fixture
def planned(services: Services, case: Case) -> RoundtableId:
    draft = roundtable_draft(day="24/9-2026", at="13.00", review_on="", review_at="")
    return services.roundtable.plan_roundtable(case.id, draft)


@pytest.fixture
def dialog(desk: Desk, show: Show, planned: RoundtableId) -> MeetingDialog:
    page = RoundtablePage(desk)
    show(page).resize(1_232, 816)
    page.show_entity(planned)
    click(page, "calendar_files")
    return opened(page, MeetingDialog)


def test_one_press_saves_a_file_for_each(dialog: MeetingDialog, tmp_path: Path) -> None:
    assert "names nobody" in words(dialog)
    answer_with(tmp_path)
    click(dialog, "save")
    assert len(list(tmp_path.glob("meeting-2026-09-*.ics"))) == len(dialog.chosen()) == 3


def test_whose_consent_fell_meanwhile_is_named_and_the_others_get_theirs(
    dialog: MeetingDialog, services: Services, case: Case, tmp_path: Path
) -> None:
    services.consent.withdraw_party(case.id, case.employer, Direction.TAKE_PART)
    dialog.save_into(tmp_path)
    assert "Not saved." in words(dialog)
    dialog.reject()
