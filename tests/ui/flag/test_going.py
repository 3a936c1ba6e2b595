from __future__ import annotations

from datetime import date

from app.bootstrap import Services
from app.domain.practice import PracticeId
from tests.boards import dialog_of, raised, tile
from tests.clock import Clock
from tests.windows import click, find, words
from ui.common.rows import RowList
from ui.flag.flag_page import FlagPage
from ui.flag.going import GOING, GoingDialog


def test_flags_that_are_soon_reduced_are_told_of_and_listed(
    services: Services, page: FlagPage, practice_id: PracticeId, clock: Clock
) -> None:
    card = raised(services, practice_id, note="Kniber med overblik")
    clock.day = date(2026, 11, 23)
    page.reload()
    assert "reduced within" not in words(page)
    clock.day = date(2026, 11, 24)
    page.reload()
    assert "1 flag is reduced within 14 days" in words(page)
    click(page, "see_going")
    dialog = dialog_of(page, GoingDialog)
    (row,) = find(dialog, RowList, "going").rows()
    said = row.accessibleName()
    assert said.startswith("Pain, Kept: September 2026 · Lægehuset Søndergade · Pain, ")
    assert said.endswith(", In 14 days")
    assert "Only month, practice and theme are kept" in words(dialog)
    row.opened.emit()
    assert page.window().focusWidget() is tile(page, card)


def test_today_leads_to_the_flags_that_are_soon_reduced(
    services: Services, page: FlagPage, practice_id: PracticeId, clock: Clock
) -> None:
    page.show_entity(GOING)
    assert not page.findChildren(GoingDialog)
    raised(services, practice_id)
    clock.day = date(2026, 12, 1)
    page.show_entity(GOING)
    assert "1 flag is reduced within 14 days" in words(dialog_of(page, GoingDialog))
