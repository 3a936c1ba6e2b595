"""The schemes of a plan: written down by keyboard, with what the chosen one gives beside it."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from app.domain.roundtable import RoundtableId
from app.domain.scheme import SchemeDraft
from tests.clock import Clock
from tests.followups import SENDER, held, with_employer
from tests.ui.conftest import Show
from tests.windows import click, opened, press_save, type_into, words
from ui.common.desk import Desk
from ui.roundtable.roundtable_page import RoundtablePage
from ui.roundtable.scheme_dialog import SchemeDialog


@pytest.fixture
def roundtable(services: Services) -> RoundtableId:
    services.settings.save_sender(SENDER)
    return held(services, with_employer(services, "function", "considerations"))


@pytest.fixture
def page(desk: Desk, show: Show, roundtable: RoundtableId) -> RoundtablePage:
    page = RoundtablePage(desk)
    show(page).resize(1_232, 816)
    page.show_entity(roundtable)
    return page


def choose(dialog: SchemeDialog, code: str) -> None:
    dialog.form.set_values({"scheme": code})
    dialog.form.changed.emit()


def test_a_scheme_is_written_down_and_stands_on_the_page(
    page: RoundtablePage, services: Services, roundtable: RoundtableId
) -> None:
    click(page, "add_scheme")
    dialog = opened(page, SchemeDialog)
    choose(dialog, "section_56")
    assert "refunded from the first day" in words(dialog)
    assert "may have changed" not in words(dialog)
    type_into(dialog, "who", "Nærmeste leder")
    press_save(dialog)
    assert "Section 56 agreement, To be applied for, Nærmeste leder" in words(page)
    [row] = services.roundtable.roundtable(roundtable).schemes
    assert row.facts.who == "Nærmeste leder"


def test_one_that_is_not_in_the_list_is_asked_for_its_name(page: RoundtablePage) -> None:
    click(page, "add_scheme")
    dialog = opened(page, SchemeDialog)
    assert not dialog.form.field("name").isVisible()
    choose(dialog, "other")
    assert dialog.form.field("name").isVisible()
    click(dialog, "save")
    assert "Write something here." in words(dialog)
    dialog.throw_away()


def test_one_whose_rules_may_have_changed_stands_last_and_says_so(
    page: RoundtablePage, services: Services, roundtable: RoundtableId, clock: Clock, qtbot: QtBot
) -> None:
    services.agreement.add_scheme(roundtable, SchemeDraft(scheme="work_aid"))
    clock.day = date(2027, 1, 4)
    page.show_entity(roundtable)
    assert "Aid or work tool, Check the rules" in words(page)
    click(page, "add_scheme")
    dialog = opened(page, SchemeDialog)
    codes = [code for code, _name in dialog._options()]
    assert codes.index("work_aid") > codes.index("social_chapter")
    choose(dialog, "work_aid")
    assert "Check them before you build on it." in words(dialog)
    dialog.throw_away()


def test_what_the_consent_does_not_cover_is_said_on_the_card(
    page: RoundtablePage, services: Services, roundtable: RoundtableId
) -> None:
    services.agreement.add_scheme(roundtable, SchemeDraft(scheme="work_aid"))
    page.show_entity(roundtable)
    assert "The consent does not cover passing on schemes." in words(page)
