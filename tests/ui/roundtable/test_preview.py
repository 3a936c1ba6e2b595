"""The preview: each reader's sheet, what it leaves out, and two of them side by side."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from app.domain.audience import Reader
from app.domain.remark import RemarkDraft
from app.domain.roundtable import RoundtableId
from tests.builders import grant_draft, party_draft
from tests.followups import SENDER, Case, held, with_employer
from tests.ui.conftest import Show
from tests.windows import click, find, opened, words
from ui.common.desk import Desk
from ui.consent.grant_dialog import GrantDialog
from ui.roundtable.preview import Preview
from ui.roundtable.preview_banner import WithheldBox
from ui.roundtable.roundtable_page import RoundtablePage


@pytest.fixture
def case(services: Services) -> Case:
    services.settings.save_sender(SENDER)
    return with_employer(services, "function", "considerations")


@pytest.fixture
def final(services: Services, case: Case) -> RoundtableId:
    table = held(services, case)
    services.remark.add_remark(table, RemarkDraft(text="Kun til mig"))
    services.remark.add_remark(table, RemarkDraft(text="Går hos psykolog", audience="all"))
    services.roundtable.finalise(table)
    return table


@pytest.fixture
def page(desk: Desk, show: Show, final: RoundtableId) -> RoundtablePage:
    page = RoundtablePage(desk)
    show(page).resize(1_232, 816)
    page.show_entity(final)
    return page


def show_as(page: RoundtablePage, reader: Reader, qtbot: QtBot) -> Preview:
    preview = page.one.preview
    click(page, f"reader_{reader.value}")
    qtbot.waitUntil(lambda: preview.prepared is not None or bool(preview.reason()))
    return preview


def body(preview: Preview) -> str:
    assert preview.prepared is not None, preview.reason()
    return preview.prepared.reading.body


def test_each_reader_has_a_sheet_of_their_own(page: RoundtablePage, qtbot: QtBot) -> None:
    assert "Rolig plads" in body(show_as(page, Reader.CITIZEN, qtbot))
    assert "Kun til mig" not in body(page.one.preview)
    own = body(show_as(page, Reader.OWN, qtbot))
    assert "Kun til mig" in own
    assert "Går hos psykolog" in own


def test_what_a_sheet_leaves_out_stands_beside_it_with_the_empty_cell(
    page: RoundtablePage, qtbot: QtBot
) -> None:
    said = words(show_as(page, Reader.EMPLOYER, qtbot))
    assert "Left out: hours, 1 line for others and 1 line that is held" in said
    assert (
        "Empty in the consent: give information to Eksempel Tømmerhandel A/S about hours." in said
    )
    assert "Left out: 1 line for others and 1 line that is held" in words(
        show_as(page, Reader.CITIZEN, qtbot)
    )
    assert "Left out" not in words(show_as(page, Reader.OWN, qtbot))


def test_ones_own_sheet_cannot_be_saved_and_says_so(page: RoundtablePage, qtbot: QtBot) -> None:
    show_as(page, Reader.OWN, qtbot)
    assert "Your own file stays in Fasthold." in words(page)
    assert not find(page, QAbstractButton, "save").isEnabled()
    show_as(page, Reader.CITIZEN, qtbot)
    assert find(page, QAbstractButton, "save").isEnabled()


def test_the_sheet_that_is_shown_is_the_one_that_is_saved(
    page: RoundtablePage, qtbot: QtBot, tmp_path: Path
) -> None:
    show_as(page, Reader.CITIZEN, qtbot).save_into(tmp_path)
    assert [one.name for one in tmp_path.glob("*.pdf")] == ["citizen-sheet-2026-09-001.pdf"]


def test_without_a_doctor_one_is_led_to_the_follow_up(page: RoundtablePage, qtbot: QtBot) -> None:
    preview = show_as(page, Reader.DOCTOR, qtbot)
    assert "no doctor in this follow-up" in preview.reason()
    assert find(page, QAbstractButton, "open_followup").isVisible()


def test_a_doctor_who_may_not_be_told_is_asked_about(
    page: RoundtablePage, services: Services, case: Case, qtbot: QtBot
) -> None:
    doctor = services.party.add_party(case.id, party_draft("Læge Eksempel", kind="gp"))
    page.reload()
    preview = show_as(page, Reader.DOCTOR, qtbot)
    assert "No consent covers telling Læge Eksempel" in preview.reason()
    click(page, "ask_employer_consent")
    dialog = opened(page, GrantDialog)
    asked = dialog.draft()
    assert (asked.party_id, asked.direction, asked.information) == (
        doctor.hex,
        "feedback",
        ("hours",),
    )
    dialog.throw_away()
    services.consent.grant(case.id, grant_draft(doctor, "hours", direction="feedback"))
    page.reload()
    qtbot.waitUntil(lambda: preview.prepared is not None)
    assert "10 hours" in body(preview)


def test_two_readers_stand_side_by_side_where_there_is_room(
    page: RoundtablePage, qtbot: QtBot
) -> None:
    click(page, "compare")
    one, other = page.one, page.one.sides.other
    assert other is not None
    assert other.isVisible()
    assert other.reader is Reader.CITIZEN
    qtbot.waitUntil(lambda: abs(other.width() - one.preview.width()) < 40)
    assert not one.cards.agreements.isVisible()
    assert "Two sheets are shown." in words(page)
    qtbot.waitUntil(lambda: other.prepared is not None)
    click(page, "compare")
    assert one.cards.agreements.isVisible()
    assert not other.isVisible()


def test_in_a_narrow_window_there_is_one_reader(page: RoundtablePage, qtbot: QtBot) -> None:
    click(page, "compare")
    other = page.one.sides.other
    assert other is not None
    page.window().resize(880, 700)
    qtbot.waitUntil(lambda: not other.isVisible())
    assert page.one.cards.agreements.isVisible()
    assert not page.one.preview.compare.isVisible()


def test_what_is_left_out_is_said_whole_where_the_window_is_low(
    page: RoundtablePage, qtbot: QtBot
) -> None:
    page.window().resize(1_150, 420)
    preview = show_as(page, Reader.EMPLOYER, qtbot)
    box = find(preview, WithheldBox)
    assert box.isVisible()
    qtbot.waitUntil(lambda: box.height() >= box.heightForWidth(box.width()))
