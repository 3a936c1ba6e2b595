from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from app.domain.language import N_, in_language
from ui.common.badge import BadgeLook
from ui.common.row_model import LOOK_ROLE, ROW_ROLE, SORT_ROLE, Column, RowModel


@dataclass(frozen=True)
class Fruit:
    name: str
    grams: int


FIG = Fruit("fig", 40)


def test_it_behaves_as_qt_expects(qtmodeltester: ModelTester) -> None:
    model = RowModel([Column[Fruit](N_("Name"), lambda fruit: fruit.name)])
    model.set_rows([FIG, Fruit("apple", 90)])
    qtmodeltester.check(model)
    model.sort(0)
    qtmodeltester.check(model)


def test_a_cell_is_shown_sorted_and_whole() -> None:
    model = RowModel([Column[Fruit](N_("Name"), lambda f: f.grams, lambda grams: f"{grams} g")])
    model.set_rows([FIG])
    index = model.index(0, 0)
    assert index.data() == "40 g"
    assert index.data(SORT_ROLE) == 40
    assert index.data(ROW_ROLE) == FIG


def test_a_badge_is_its_word_to_a_screen_reader() -> None:
    look = BadgeLook("Ripe")
    model = RowModel([Column[Fruit]("", lambda fruit: fruit.grams, badge=lambda _: look)])
    model.set_rows([FIG])
    assert model.index(0, 0).data() == "Ripe"
    assert model.index(0, 0).data(LOOK_ROLE) == look


def test_headings_follow_the_language() -> None:
    model = RowModel([Column[Fruit](N_("Name"), lambda fruit: fruit.name)])
    with in_language("xx"):
        assert model.headerData(0, Qt.Orientation.Horizontal) == "⟦Name⟧"
