from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.bootstrap import Services
from app.domain.flag_choice import CloseReason
from app.domain.language import in_language
from app.domain.practice import PracticeId
from tests.boards import raised
from tests.ui.conftest import Show
from ui.common.badge import BadgeLook, badge_width
from ui.common.row_model import LOOK_ROLE
from ui.common.row_table import BADGE_SIDES
from ui.flag.flag_table import FlagTable


def headings(table: FlagTable) -> list[str]:
    model = table.model()
    return [
        model.headerData(place, Qt.Orientation.Horizontal)
        for place in range(model.columnCount())
        if not table.isColumnHidden(place)
    ]


def test_where_it_is_narrow_two_columns_give_their_room(services: Services, show: Show) -> None:
    table = FlagTable(services.today.day)
    show(table)
    for width, spared in ((1_100, set[str]()), (800, {"Functions", "Flag's age"})):
        table.setFixedWidth(width)
        table.grab()  # laid out
        assert {"Functions", "Flag's age"} - set(headings(table)) == spared
        assert "Deleted" in headings(table)


@pytest.mark.parametrize("spoken", ["da", "en"])
@pytest.mark.parametrize("reason", CloseReason)
def test_no_mark_is_wider_than_its_column(
    services: Services,
    practice_id: PracticeId,
    show: Show,
    spoken: str,
    reason: CloseReason,
) -> None:
    card = raised(services, practice_id)
    services.flag.close_flag(card.id, reason)
    with in_language(spoken):
        table = FlagTable(services.today.day)
        table.set_rows(services.flag.list_flags())
        marks = [place for place, column in enumerate(table._model.columns) if column.badge]
        look = table.model().index(0, marks[-1]).data(LOOK_ROLE)
    assert isinstance(look, BadgeLook)
    assert badge_width(look) <= table._model.columns[marks[-1]].width - BADGE_SIDES
