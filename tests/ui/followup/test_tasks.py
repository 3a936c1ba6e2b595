"""Tasks from a template, and those that follow by themselves, on the page of a follow-up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from app.domain.derived_task import DerivedFrom, DerivedTask
from app.domain.task_template import NamedDay
from tests.builders import grant_draft
from tests.followups import Case, held, with_employer
from tests.ui.conftest import Show
from tests.windows import click, find, opened, press_keys, press_save, words
from ui.common.check import CheckBox
from ui.common.desk import Desk
from ui.consent.grant_dialog import GrantDialog
from ui.followup.followup_page import FollowupPage
from ui.followup.measure_dialog import MeasureDialog
from ui.followup.template_dialog import TemplateDialog
from ui.task.task_dialog import TaskDialog


@pytest.fixture
def case(services: Services) -> Case:
    return with_employer(services)


@pytest.fixture
def page(desk: Desk, show: Show, case: Case) -> FollowupPage:
    page = FollowupPage(desk)
    show(page).resize(1_232, 816)
    page.show_entity(case.id)
    return page


def test_tasks_from_a_template_are_ticked_beforehand_unless_their_day_has_passed(
    page: FollowupPage, services: Services, case: Case
) -> None:
    click(page, "add_from_templates")
    dialog = opened(page, TemplateDialog)
    late = {
        task.code: task.late for task in services.task_template.proposals(case.id, NamedDay.START)
    }
    for code, passed in late.items():
        assert find(dialog, CheckBox, f"tasks_{code}").isChecked() is not passed
    click(dialog, "save")
    rows = services.followup.followup(case.id).tasks
    assert len(rows) == list(late.values()).count(False)
    assert rows[0].what in words(page)


def test_another_day_to_count_from_offers_other_tasks(
    page: FollowupPage, services: Services, case: Case, qtbot: QtBot
) -> None:
    held(services, case)
    click(page, "add_from_templates")
    dialog = opened(page, TemplateDialog)
    assert dialog.draft().counted_from == "review"
    press_keys(qtbot, dialog, ("counted_from", Qt.Key.Key_Down))
    assert dialog.draft().counted_from == "today"
    assert dialog.draft().tasks == ("ring_in_a_week", "ring_in_a_month")
    press_save(dialog)
    assert len(services.followup.followup(case.id).tasks) == 2


def test_what_follows_by_itself_leads_to_what_is_to_be_done(
    page: FollowupPage, services: Services, case: Case
) -> None:
    services.consent.grant(case.id, grant_draft(case.employer, "hours", until="1/10/2026"))
    services.roundtable.finalise(held(services, case))
    assert "Follows by itself" in words(page)
    rows = {
        row.key.source: row
        for row in page.one.tasks.list.rows()
        if isinstance(row.key, DerivedTask)
    }
    rows[DerivedFrom.CONSENT].opened.emit()
    asked = opened(page, GrantDialog)
    assert asked.draft().information == ("hours",)
    asked.throw_away()
    rows[DerivedFrom.AGREEMENT].opened.emit()
    opened(page, MeasureDialog).reject()


def test_a_task_says_how_long_before_one_is_reminded(
    page: FollowupPage, services: Services, case: Case, qtbot: QtBot
) -> None:
    click(page, "add_task")
    dialog = opened(page, TaskDialog)
    press_keys(
        qtbot, dialog, ("what", "Bestil lokale"), ("due_on", "30/9/2026"), ("lead_days", "7")
    )
    press_save(dialog)
    (row,) = services.followup.followup(case.id).tasks
    assert row.lead_days == 7
