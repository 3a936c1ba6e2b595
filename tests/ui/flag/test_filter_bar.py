from __future__ import annotations

from datetime import date

from PySide6.QtTest import QTest

from app.bootstrap import Services
from app.domain.flag_view import FlagFilter, ViewDraft
from app.domain.practice import PracticeId
from tests.boards import choose_view, raised, texts
from tests.builders import (
    practice_draft,
)
from tests.clock import Clock
from tests.windows import click, find
from ui.common.choice_field import ChoiceBox
from ui.flag.flag_page import FlagPage


def test_filters_leave_out_what_is_not_asked_for(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    other = services.practice.add_practice(practice_draft("Lægerne ved Torvet"))
    here = raised(services, practice_id)
    raised(services, other, theme="other", urgency="this_week")
    box = find(page, ChoiceBox, "practice_filter")
    box.set_value(practice_id.hex)
    box.activated.emit(1)
    assert [one.id for one in page._shown()] == [here.id]
    click(page, "urgent_filter")
    assert page._shown() == []
    assert "No flags match. Clear the filters." in texts(page)
    click(page, "clear_filters")
    assert len(page._shown()) == 2


def test_only_those_soon_deleted(
    services: Services, page: FlagPage, practice_id: PracticeId, clock: Clock
) -> None:
    old = raised(services, practice_id)
    clock.day = date(2026, 11, 20)
    raised(services, practice_id)
    click(page, "soon_filter")
    assert [one.id for one in page._shown()] == [old.id]


def test_a_view_of_a_practice_without_flags_shows_the_rest_of_what_it_asks_for(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    card = raised(services, practice_id, urgency="this_week")
    raised(services, practice_id)
    shows = FlagFilter(practice_id="0" * 32, urgent=True)
    services.flag_view.add_view(ViewDraft(name="Væk"), shows)
    views = find(page, ChoiceBox, "view_filter")
    choose_view(views, "Væk")
    assert [shown.id for shown in page._shown()] == [card.id]


def test_where_it_is_narrow_the_filters_take_one_line_of_the_board(
    page: FlagPage, services: Services, practice_id: PracticeId
) -> None:
    raised(services, practice_id)
    page.reload()
    page.window().resize(1_300, 700)
    QTest.qWait(1)
    assert page._filters._rule.isVisible()
    page.window().resize(850, 480)
    QTest.qWait(1)
    assert not page._filters._rule.isVisible()
    assert page._filters.height() == page._filters._soon.height()
