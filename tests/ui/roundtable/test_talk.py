"""The agenda and what is said during the talk, by keyboard: typed, ticked, given, turned."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from app.bootstrap import Services
from app.domain.agenda import PointState
from app.domain.audience import Audience
from app.domain.draft import DraftKind
from app.domain.remark import RemarkDraft
from app.domain.roundtable import RoundtableId, RoundtableSheet
from tests.builders import roundtable_draft
from tests.followups import SENDER, Case, held, with_employer
from tests.ui.conftest import Show
from tests.windows import click, find, in_front, opened, question, type_into, words
from ui.common.desk import Desk
from ui.common.draft_memory import flush_all
from ui.roundtable.line_table import Line
from ui.roundtable.part_dialog import AgreementDialog
from ui.roundtable.remark_dialog import PointDialog, RemarkDialog
from ui.roundtable.roundtable_page import RoundtablePage

ALT = Qt.KeyboardModifier.AltModifier
WORDS = "Mandag er den tunge dag"
HEALTH = "Har depression"


@pytest.fixture
def case(services: Services) -> Case:
    services.settings.save_sender(SENDER)
    return with_employer(services, "considerations")


@pytest.fixture
def table(services: Services, case: Case) -> RoundtableId:
    return held(services, case)


@pytest.fixture
def page(desk: Desk, show: Show, table: RoundtableId) -> RoundtablePage:
    page = RoundtablePage(desk)
    show(page).resize(1_232, 816)
    page.show_entity(table)
    in_front(page.window())
    return page


def sheet(services: Services, table: RoundtableId) -> RoundtableSheet:
    return services.roundtable.roundtable(table)


def line_of(page: RoundtablePage, said: str) -> Line:
    found = [line for line in page.findChildren(Line) if line.accessibleName().startswith(said)]
    assert len(found) == 1, said
    return found[0]


def key(
    page: RoundtablePage,
    said: str,
    pressed: Qt.Key,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    line = line_of(page, said)
    line.setFocus()
    QTest.keyClick(line, pressed, held)


def typed(page: RoundtablePage, text: str) -> QLineEdit:
    type_into(page, "remark_text", text)
    return find(page, QLineEdit, "remark_text")


def test_enter_adds_what_is_typed_and_the_hands_stay_there(
    page: RoundtablePage, services: Services, table: RoundtableId
) -> None:
    line = typed(page, WORDS)
    QTest.keyClick(line, Qt.Key.Key_Return)
    facts = sheet(services, table).remarks[0].facts
    assert (facts.text, facts.audience) == (WORDS, Audience.OWN)
    assert line.text() == ""
    assert line.hasFocus()


def test_alt_and_a_digit_choose_the_readers_for_one_line_only(
    page: RoundtablePage, services: Services, table: RoundtableId
) -> None:
    line = typed(page, WORDS)
    QTest.keyClick(line, Qt.Key.Key_4, ALT)
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClicks(typed(page, "Og en til"), "")
    QTest.keyClick(line, Qt.Key.Key_Return)
    audiences = [row.facts.audience for row in sheet(services, table).remarks]
    assert audiences == [Audience.EMPLOYER, Audience.OWN]


def test_alt_and_l_lead_to_the_line_from_anywhere(page: RoundtablePage) -> None:
    first = page.primary_focus()
    assert first is not None
    first.setFocus()
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_L, ALT)
    assert find(page, QLineEdit, "remark_text").hasFocus()


def test_a_line_that_cannot_be_kept_says_why_and_stays(
    page: RoundtablePage, services: Services, table: RoundtableId
) -> None:
    line = typed(page, "x" * 201)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert "Write at most 200 characters" in words(page)
    assert (line.text(), sheet(services, table).remarks) == ("x" * 201, ())


def test_what_no_employer_may_read_is_held_and_said_better_with_one_press(
    page: RoundtablePage, services: Services, table: RoundtableId
) -> None:
    line = typed(page, HEALTH)
    QTest.keyClick(line, Qt.Key.Key_4, ALT)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert sheet(services, table).remarks[0].facts.held
    said = words(page)
    assert "“Har depression” is held" in said
    assert "Say it as a function?" in said
    better = [one for one in page.findChildren(QAbstractButton) if one.text() == "Concentration"]
    QTest.mouseClick(better[0], Qt.MouseButton.LeftButton)
    facts = sheet(services, table).remarks[0].facts
    assert (facts.text, facts.held) == ("Har concentration", False)
    assert "is held" not in words(page)


def test_a_held_line_can_be_kept_for_oneself(
    page: RoundtablePage, services: Services, table: RoundtableId
) -> None:
    services.remark.add_remark(table, RemarkDraft(text=HEALTH, audience="all"))
    click(page, "keep_own")
    facts = sheet(services, table).remarks[0].facts
    assert (facts.audience, facts.held) == (Audience.OWN, False)


def test_a_digit_on_a_line_says_who_reads_it(
    page: RoundtablePage, services: Services, table: RoundtableId
) -> None:
    services.remark.add_remark(table, RemarkDraft(text=WORDS))
    key(page, WORDS, Qt.Key.Key_2)
    assert sheet(services, table).remarks[0].facts.audience is Audience.CITIZEN
    assert line_of(page, WORDS).hasFocus()


def test_a_moved_line_keeps_the_keyboard(
    page: RoundtablePage, services: Services, table: RoundtableId
) -> None:
    for text in (WORDS, "Møde senere"):
        services.remark.add_remark(table, RemarkDraft(text=text))
    key(page, WORDS, Qt.Key.Key_Down, ALT)
    assert [row.facts.text for row in sheet(services, table).remarks] == ["Møde senere", WORDS]
    assert line_of(page, WORDS).hasFocus()


def test_one_key_makes_a_line_an_agreement_and_one_makes_it_a_remark_again(
    page: RoundtablePage, services: Services, table: RoundtableId
) -> None:
    services.remark.add_remark(table, RemarkDraft(text="Møde kl. 10"))
    key(page, "Møde kl. 10", Qt.Key.Key_A)
    dialog = opened(page, AgreementDialog)
    assert dialog.draft().adjustment == "Møde kl. 10"
    type_into(dialog, "function", "Udholdenhed")
    type_into(dialog, "owner", "Leder")
    click(dialog, "save")
    assert sheet(services, table).remarks == ()
    assert len(sheet(services, table).agreements) == 2
    key(page, "Udholdenhed", Qt.Key.Key_A)
    assert [row.facts.text for row in sheet(services, table).remarks] == ["Møde kl. 10"]
    assert len(sheet(services, table).agreements) == 1


def test_a_line_is_opened_corrected_and_removed(
    page: RoundtablePage, services: Services, table: RoundtableId
) -> None:
    services.remark.add_remark(table, RemarkDraft(text=WORDS))
    key(page, WORDS, Qt.Key.Key_Return)
    dialog = opened(page, RemarkDialog)
    type_into(dialog, "text", "Fredag")
    click(dialog, "save")
    assert sheet(services, table).remarks[0].facts.text == "Fredag"
    key(page, "Fredag", Qt.Key.Key_Return)
    again = opened(page, RemarkDialog)
    click(again, "remove_part")
    click(question(again), "confirm")
    assert sheet(services, table).remarks == ()


def test_the_form_of_a_line_for_the_employer_offers_functions(
    page: RoundtablePage, services: Services, table: RoundtableId
) -> None:
    services.remark.add_remark(table, RemarkDraft(text=HEALTH, audience="employer"))
    key(page, HEALTH, Qt.Key.Key_Return)
    dialog = opened(page, RemarkDialog)
    assert "Write it as a function?" in words(dialog)
    dialog.throw_away()


def test_space_ticks_a_point_off_and_alt_moves_it(
    page: RoundtablePage, services: Services, table: RoundtableId
) -> None:
    click(page, "fill_roundtable")
    key(page, "Frame and consent", Qt.Key.Key_Space)
    assert sheet(services, table).agenda[0].state is PointState.REACHED
    key(page, "Frame and consent", Qt.Key.Key_Space)
    assert sheet(services, table).agenda[0].state is PointState.NOT_REACHED
    key(page, "Frame and consent", Qt.Key.Key_Down, ALT)
    assert sheet(services, table).agenda[1].facts.title == "Frame and consent"
    assert "60 minutes" in words(page)


def test_a_point_is_added_and_renamed(
    page: RoundtablePage, services: Services, table: RoundtableId
) -> None:
    click(page, "add_point")
    dialog = opened(page, PointDialog)
    type_into(dialog, "title", "Kolleger")
    click(dialog, "save")
    key(page, "Kolleger", Qt.Key.Key_Return)
    again = opened(page, PointDialog)
    type_into(again, "minutes", "15")
    click(again, "save")
    facts = sheet(services, table).agenda[0].facts
    assert (facts.title, facts.minutes) == ("Kolleger", 15)


def test_what_was_carried_over_says_from_when(
    page: RoundtablePage, services: Services, case: Case, table: RoundtableId
) -> None:
    services.agenda.fill_agenda(table, "followup")
    services.roundtable.finalise(table)
    after = services.roundtable.plan_roundtable(case.id, roundtable_draft(day="10/9/2026"))
    page.show_entity(after)
    assert "How does it go? (carried over from 27 August)" in words(page)


def test_finalising_names_what_was_not_reached_and_what_is_held(
    page: RoundtablePage, services: Services, table: RoundtableId
) -> None:
    services.remark.add_remark(table, RemarkDraft(text=HEALTH, audience="all"))
    services.agenda.fill_agenda(table, "followup")
    for point in sheet(services, table).agenda[1:]:
        services.agenda.mark_point(point.id, PointState.REACHED)
    page.reload()
    click(page, "finalise")
    asked = question(page)
    assert "Not reached: “How does it go?”." in words(asked)
    assert "1 line is held." in words(asked)
    click(asked, "confirm")


def test_a_final_version_is_read_only(
    page: RoundtablePage, services: Services, table: RoundtableId
) -> None:
    services.remark.add_remark(table, RemarkDraft(text=WORDS))
    services.agenda.fill_agenda(table, "followup")
    services.roundtable.finalise(table)
    page.reload()
    assert not find(page, QLineEdit, "remark_text").isVisible()
    for said, pressed in ((WORDS, Qt.Key.Key_5), (WORDS, Qt.Key.Key_A),
                          ("How does it go?", Qt.Key.Key_Space)):  # fmt: skip
        key(page, said, pressed)
    assert sheet(services, table).remarks[0].facts.audience is Audience.OWN
    assert sheet(services, table).agenda[0].state is PointState.NOT_REACHED


def test_a_half_typed_line_is_there_again(
    page: RoundtablePage, desk: Desk, show: Show, table: RoundtableId
) -> None:
    line = typed(page, "Halvt skr")
    QTest.keyClick(line, Qt.Key.Key_3, ALT)
    flush_all()
    waiting = desk.services.draft.waiting()[0]
    assert waiting.kind is DraftKind.REMARK
    after = RoundtablePage(desk)
    show(after)
    assert after.resume(waiting.kind, waiting.entity)
    assert find(after, QLineEdit, "remark_text").text() == "Halvt skr"
    assert after.one.cards.remarks.capture.draft().audience == "doctor"


def test_a_line_typed_at_one_table_is_not_added_to_another(
    page: RoundtablePage, services: Services, case: Case, table: RoundtableId
) -> None:
    typed(page, "Halvt skr")
    other = services.roundtable.plan_roundtable(case.id, roundtable_draft(place="Kantinen"))
    page.show_entity(other)
    assert find(page, QLineEdit, "remark_text").text() == ""
    page.show_entity(table)
    assert find(page, QLineEdit, "remark_text").text() == "Halvt skr"


@pytest.mark.parametrize("kind", [DraftKind.POINT, DraftKind.REMARK, DraftKind.AGREEMENT])
def test_every_form_of_the_talk_can_be_taken_up(
    page: RoundtablePage, services: Services, table: RoundtableId, kind: DraftKind
) -> None:
    remark = services.remark.add_remark(table, RemarkDraft(text=WORDS))
    thing = "" if kind is DraftKind.POINT else remark.hex
    assert page.resume(kind, f"{table.hex}/{thing}")
    forms = {
        DraftKind.POINT: PointDialog,
        DraftKind.REMARK: RemarkDialog,
        DraftKind.AGREEMENT: AgreementDialog,
    }
    opened(page, forms[kind]).hide()
