from __future__ import annotations

from app.bootstrap import Services
from app.domain.flag_view import FlagFilter, ViewDraft
from app.domain.practice import PracticeId
from tests.boards import choose, dialog_of, raised
from tests.windows import click, find, type_into
from ui.common.button import Button
from ui.common.choice_field import ChoiceBox
from ui.common.desk import Desk
from ui.flag.flag_page import FlagPage
from ui.flag.view_dialog import ViewDialog


def view_named(page: FlagPage, name: str) -> None:
    type_into(dialog_of(page, ViewDialog), "name", name)
    click(dialog_of(page, ViewDialog), "save")


def test_filters_are_kept_as_a_view_and_chosen_again(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    urgent = raised(services, practice_id, urgency="this_week")
    other = raised(services, practice_id)
    views = find(page, ChoiceBox, "view_filter")
    click(page, "urgent_filter")
    click(page, "keep_view")
    view_named(page, "Haster nu")
    assert views.value() == "Haster nu"
    assert not find(page, Button, "keep_view").isVisible()
    choose(page, "view_filter", "")
    assert {card.id for card in page._shown} == {urgent.id, other.id}
    choose(page, "view_filter", "Haster nu")
    assert [card.id for card in page._shown] == [urgent.id]


def test_a_view_is_renamed_removed_and_brought_back(
    services: Services, desk: Desk, page: FlagPage, practice_id: PracticeId
) -> None:
    raised(services, practice_id, urgency="this_week")
    services.flag_view.add_view(ViewDraft(name="Haster"), FlagFilter(urgent=True))
    click(page, "urgent_filter")
    click(page, "rename_view")
    view_named(page, "Haster nu")
    assert find(page, ChoiceBox, "view_filter").value() == "Haster nu"
    click(page, "remove_view")
    assert services.flag_view.list_views() == ()
    assert find(page, ChoiceBox, "view_filter").value() == "", "what it asked for is asked for"
    click(desk.message, "undo")
    assert [view.name for view in services.flag_view.list_views()] == ["Haster nu"]
