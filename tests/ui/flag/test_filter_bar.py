from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.bootstrap import Services
from app.domain.flag_view import FlagFilter, ViewDraft
from app.domain.practice import PracticeId
from tests.boards import choose, codes, raised, texts, tile
from tests.builders import practice_draft
from tests.clock import Clock
from tests.windows import click, find, press, tab_to
from ui.common.choice_field import ChoiceBox
from ui.flag.flag_page import FlagPage


def test_filters_leave_out_what_is_not_asked_for(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    other = services.practice.add_practice(practice_draft("Lægerne ved Torvet"))
    here = raised(services, practice_id)
    raised(services, other, theme="other", urgency="this_week")
    choose(page, "practice_filter", practice_id.hex)
    assert codes(page) == {here.code}
    assert "Showing 1 of 2 anonymous flags" in texts(page)


def test_where_no_flag_fits_the_filters_are_cleared_on_the_spot(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    card = raised(services, practice_id)
    click(page, "urgent_filter")
    assert codes(page) == set()
    assert "No flags match." in texts(page)
    assert page.primary_focus() is not None
    click(page, "clear_all")
    assert tile(page, card).hasFocus()
    assert "No flags match." not in texts(page)


def test_the_keyboard_alone_asks_for_what_was_mentioned_three_times(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    often = {raised(services, practice_id, mentioned=times).code for times in ("3", "more")}
    raised(services, practice_id, mentioned="2")
    tab_to(page, "often_filter")
    press(Qt.Key.Key_Space)
    assert codes(page) == often


@pytest.mark.parametrize(
    ("box", "days", "shown"),
    [
        ("over_filter", "60", {"old"}),
        ("within_filter", "14", set()),
        ("within_filter", "30", {"old"}),
    ],
)
def test_age_and_days_left_are_asked_for_in_days(
    services: Services,
    page: FlagPage,
    practice_id: PracticeId,
    clock: Clock,
    box: str,
    days: str,
    shown: set[str],
) -> None:
    made = {"old": raised(services, practice_id).code}
    clock.day = date(2026, 11, 20)  # 72 days on, 18 before the flag goes
    made["new"] = raised(services, practice_id).code
    choose(page, box, days)
    assert codes(page) == {made[name] for name in shown}


def test_a_filter_says_in_words_what_it_asks_for(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    raised(services, practice_id)
    choose(page, "over_filter", "60")
    box = find(page, ChoiceBox, "over_filter")
    assert (box.accessibleName(), box.currentText()) == ("Age of the flag", "Over 60 days")


def test_flags_without_feedback_are_a_view_that_always_stands(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    raised(services, practice_id)
    views = find(page, ChoiceBox, "view_filter")
    named = [views.itemText(place) for place in range(views.count())]
    assert named == ["All flags", "Without feedback"]
    choose(page, "view_filter", views.itemData(1))
    assert page._filters.asked() == FlagFilter(untold=True)
    assert not find(page, QWidget, "remove_view").isVisible(), "nobody kept it"
    click(page, "urgent_filter")
    assert find(page, QWidget, "untold_filter").isVisible(), "it is still asked for"


def test_today_leads_to_the_flags_of_a_practice_without_feedback(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    other = services.practice.add_practice(practice_draft("Lægerne ved Torvet"))
    here = raised(services, practice_id)
    raised(services, other)
    page.show_entity(f"untold:{practice_id.hex}")
    assert codes(page) == {here.code}
    page.show_entity("untold")
    assert len(codes(page)) == 2


def test_a_view_of_a_practice_without_flags_shows_the_rest_of_what_it_asks_for(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    card = raised(services, practice_id, urgency="this_week")
    raised(services, practice_id)
    shows = FlagFilter(practice_id="0" * 32, urgent=True)
    services.flag_view.add_view(ViewDraft(name="Væk"), shows)
    choose(page, "view_filter", "Væk")
    assert codes(page) == {card.code}


def test_the_rule_of_deletion_gives_way_where_it_is_narrow(
    page: FlagPage, services: Services, practice_id: PracticeId
) -> None:
    raised(services, practice_id)
    page.reload()
    for width, room in ((1_600, True), (850, False)):
        page.window().resize(width, 700)
        QTest.qWait(1)
        assert page._filters._rule.isVisible() is room
