from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QWidget

from app.bootstrap import Services
from app.domain.practice import PracticeId
from app.domain.visit import MissedDraft, VisitId
from tests.builders import practice_draft, visit_draft
from tests.plan import block, click_block
from tests.ui.conftest import Show
from tests.windows import click, find, opened, words
from ui.common.choose_file import answer_with
from ui.common.desk import Desk
from ui.common.stopped import Stopped
from ui.visit.calendar_dialog import CalendarDialog
from ui.visit.plan_rows import BlockState
from ui.visit.visit_page import VisitPage

SOUTH = "Lægehuset Søndergade"


@pytest.fixture
def practice(services: Services) -> PracticeId:
    return services.practice.add_practice(practice_draft(SOUTH))


@pytest.fixture
def visits(services: Services, practice: PracticeId) -> list[VisitId]:
    """Two visits are planned: 16 September and 28 October."""
    days = ("16/9/2026", "28/10/2026")
    return [services.visit.plan_visit(visit_draft(practice, day)) for day in days]


@pytest.fixture
def page(desk: Desk, show: Show) -> VisitPage:
    page = VisitPage(desk)
    show(page, desk.message).resize(1_240, 860)
    return page


def starts(place: Path) -> list[str]:
    events: list[Any] = list(Calendar.from_ical(place.read_bytes()).walk("VEVENT"))
    return [f"{event['DTSTART'].dt:%d.%m. %H:%M}" for event in events]


def ask(page: VisitPage, button: str = "save_calendar") -> CalendarDialog:
    click(page, button)
    return opened(page, CalendarDialog)


def boxes(dialog: QWidget) -> list[tuple[str, bool]]:
    found = dialog.findChildren(QCheckBox)
    return [(box.text(), box.isChecked()) for box in found if box.objectName().startswith("visit_")]


@pytest.mark.usefixtures("visits")
def test_the_plan_is_saved_as_a_calendar_file(page: VisitPage, desk: Desk, tmp_path: Path) -> None:
    dialog = ask(page)
    assert boxes(dialog) == [
        (f"Wed 16 Sep 2026, 12:30–13:00 · {SOUTH}", True),
        (f"Wed 28 Oct 2026, 12:30–13:00 · {SOUTH}", True),
    ]
    answer_with(tmp_path)
    click(dialog, "save")
    place = tmp_path / "visits-2026-09-001.ics"
    assert starts(place) == ["16.09. 12:30", "28.10. 12:30"]
    assert f"Saved as {place.name} in {tmp_path}." in words(desk.message)


@pytest.mark.usefixtures("visits")
def test_what_is_not_ticked_does_not_leave(page: VisitPage, tmp_path: Path) -> None:
    dialog = ask(page)
    next(box for box in dialog.findChildren(QCheckBox) if "16 Sep" in box.text()).click()
    answer_with(tmp_path)
    click(dialog, "save")
    assert starts(tmp_path / "visits-2026-09-001.ics") == ["28.10. 12:30"]


@pytest.mark.usefixtures("visits")
def test_with_nothing_ticked_the_button_says_why_it_is_stopped(page: VisitPage) -> None:
    dialog = ask(page)
    click(dialog, "all_visits")
    assert boxes(dialog)[0][1] is False
    assert find(dialog, Stopped).reason() == "Tick at least one visit."
    assert not find(dialog, QAbstractButton, "save").isEnabled()
    click(dialog, "all_visits")
    assert find(dialog, Stopped).reason() == ""
    dialog.reject()


def test_one_visit_is_saved_from_beside_the_plan(
    page: VisitPage, visits: list[VisitId], tmp_path: Path
) -> None:
    page.show_entity(visits[1])
    dialog = ask(page, "save_visit_calendar")
    answer_with(tmp_path)
    click(dialog, "save")
    assert starts(tmp_path / "visits-2026-09-001.ics") == ["28.10. 12:30"]


def test_a_cancelled_visit_gets_a_file_of_its_own(
    page: VisitPage, services: Services, visits: list[VisitId], tmp_path: Path
) -> None:
    answer_with(tmp_path)
    click(ask(page), "save")
    services.visit.miss_visit(visits[0], MissedDraft(reason="practice_cancelled"))
    dialog = ask(page)
    assert "Cancelled visits are saved in a file of their own" in words(dialog)
    answer_with(tmp_path)
    click(dialog, "save")
    assert starts(tmp_path / "visits-cancelled-2026-09-001.ics") == ["16.09. 12:30"]
    again = ask(page)
    assert boxes(again)[1] == (f"Wed 16 Sep 2026, 12:30–13:00 · {SOUTH} (saved before)", False)
    again.reject()


@pytest.mark.usefixtures("practice")
def test_without_visits_there_is_nothing_to_save(page: VisitPage) -> None:
    dialog = ask(page)
    assert "No visit is planned from today on, and none was cancelled." in words(dialog)
    assert find(dialog, Stopped).reason() == "There is nothing to save."
    dialog.reject()


@pytest.mark.usefixtures("visits")
def test_the_dialog_says_what_each_visit_is_called_in_the_language_of_the_file(
    page: VisitPage, tmp_path: Path
) -> None:
    dialog = ask(page)
    assert "Each visit is called “GP practice - visit”" in words(dialog)
    next(part for part in dialog._spoken.parts() if part.code == "da").click()
    assert "“Lægepraksis - besøg”" in words(dialog)
    answer_with(tmp_path)
    click(dialog, "save")
    assert "Lægepraksis".encode() in (tmp_path / "visits-2026-09-001.ics").read_bytes()


@pytest.mark.usefixtures("visits")
def test_a_visit_that_is_only_proposed_has_no_calendar_file(page: VisitPage) -> None:
    proposed = block(page, BlockState.PROPOSED)
    page.show_entity(proposed.block.practice_id)
    click_block(page, proposed)
    assert not page.findChildren(QAbstractButton, "save_visit_calendar")
