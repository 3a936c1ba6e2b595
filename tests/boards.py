"""The page of flags as a hand uses it, for tests."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLabel, QWidget

from app.bootstrap import Services
from app.domain.flag import FlagCard
from app.domain.flag_choice import FlagStatus
from app.domain.practice import PracticeId
from tests.builders import flag_draft
from tests.windows import find, in_front
from ui.common.choice_field import ChoiceBox
from ui.flag.flag_page import FlagPage
from ui.flag.flag_tile import FlagTile


def raised(services: Services, practice_id: PracticeId, **changes: object) -> FlagCard:
    return services.flag.raise_flag(practice_id, None, flag_draft(**changes))


def tile(page: FlagPage, card: FlagCard) -> FlagTile:
    return find(page, FlagTile, f"flag_{card.code}")


def stand_on(page: FlagPage, card: FlagCard) -> FlagTile:
    page.show_entity(card.id.hex)
    return tile(page, card)


def dialog_of(page: FlagPage, kind: type[QDialog] = QDialog) -> QDialog:
    shown = [one for one in page.findChildren(kind) if one.isVisible()]
    assert len(shown) == 1
    in_front(shown[0])
    return shown[0]


def status(services: Services, card: FlagCard) -> FlagStatus:
    return services.flag.flag(card.id).status


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def choose(page: QWidget, box: str, code: str) -> None:
    """Choose in a drop-down as a hand does."""
    choices = find(page, ChoiceBox, box)
    choices.set_value(code)
    choices.activated.emit(choices.currentIndex())


def codes(page: FlagPage) -> set[str]:
    """Return the codes of the flags on the board."""
    return {one.card.code for one in page.findChildren(FlagTile) if one.isVisible()}
