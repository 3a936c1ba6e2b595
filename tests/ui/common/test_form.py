from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.problem import Problem
from tests.ui.conftest import Show
from tests.windows import find, type_into
from ui.common.check import CheckField
from ui.common.chips import ChipsField
from ui.common.form import Form
from ui.common.notice import Notice
from ui.common.segments import SegmentField
from ui.common.text_field import TextField


@dataclass(frozen=True, slots=True, kw_only=True)
class FruitDraft:
    name: str = ""
    colours: tuple[str, ...] = ()
    ripe: bool = False
    basket: str = ""


@pytest.fixture(params=[True, False], ids=["stacked", "beside"])
def form(request: pytest.FixtureRequest, qtbot: QtBot) -> Form:
    form = Form(stacked=request.param)
    form.add("name", "Name", TextField(), "As on the label")
    form.add_section("Looks")
    form.add("colours", "Colours", ChipsField([("r", "Red"), ("g", "Green")], many=True))
    form.add("ripe", "", CheckField("Ripe"))
    qtbot.addWidget(form)
    return form


def test_a_draft_comes_back_as_it_was_shown(form: Form) -> None:
    draft = FruitDraft(name=" fig ", colours=("g",), ripe=True, basket="blue")
    form.show_draft(draft)
    assert form.draft(FruitDraft) == draft


def test_what_is_typed_is_in_the_draft(form: Form) -> None:
    type_into(form, "name", "pear")
    assert form.draft(FruitDraft).name == "pear"


def test_each_problem_stands_under_its_field_and_the_first_has_the_keyboard(
    form: Form, show: Show
) -> None:
    show(form)
    form.show_problems([Problem("colours", "Choose one."), Problem("name", "Write a name.")])
    assert find(form, QLabel, "name_problem").text() == "Write a name."
    assert find(form, QLabel, "colours_problem").text() == "Choose one."
    assert form.field("name").editor().hasFocus()


def test_a_problem_without_a_field_is_told_at_the_top(form: Form, show: Show) -> None:
    show(form)
    form.show_problems([Problem("basket", "Choose a basket first.")])
    assert find(form, Notice).isVisible()
    assert find(form, Notice).what() == "Choose a basket first."


def test_new_problems_replace_the_old(form: Form) -> None:
    form.show_problems([Problem("name", "Write a name.")])
    form.show_problems([Problem("colours", "Choose one.")])
    assert form.field("name").problem() == ""


def test_values_of_fields_that_are_gone_are_passed_over(form: Form) -> None:
    form.set_values({"name": "fig", "weight": "40", "ripe": None})
    assert form.values() == {"name": "fig", "colours": (), "ripe": False}


def test_a_change_in_any_field_is_told(form: Form, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.changed):
        type_into(form, "name", "a")


def test_label_and_help_are_read_aloud(form: Form) -> None:
    editor = form.field("name").editor()
    assert editor.accessibleName() == "Name"
    assert editor.accessibleDescription() == "As on the label"


@pytest.mark.parametrize("stacked", [True, False])
def test_two_fields_may_share_a_line(qtbot: QtBot, stacked: bool) -> None:
    form = Form(stacked=stacked)
    qtbot.addWidget(form)
    left = form.add("left", "Left", SegmentField((("1", "One"),)))
    right = form.add_beside("right", "Right", SegmentField((("2", "Two"),)))
    form.resize(800, 200)
    form.show()
    form.set_values({"right": "2"})
    assert form.values() == {"left": "", "right": "2"}
    assert left.mapTo(form, QPoint()).y() == right.mapTo(form, QPoint()).y()
    assert left.mapTo(form, QPoint()).x() < right.mapTo(form, QPoint()).x()


def test_where_it_is_narrow_the_second_field_stands_beneath(qtbot: QtBot) -> None:
    form = Form(stacked=False, label_width=60)
    qtbot.addWidget(form)
    left = form.add("left", "Left", SegmentField((("1", "One of them"), ("2", "The other"))))
    right = form.add_beside("right", "Right", SegmentField((("2", "Two of them"),)))
    form.resize(280, 300)
    form.show()
    assert left.mapTo(form, QPoint()).y() < right.mapTo(form, QPoint()).y()
