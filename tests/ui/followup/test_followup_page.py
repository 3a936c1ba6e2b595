"""The list of follow-ups and the ways into one."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from app.domain.consent import ConsentForm
from app.domain.draft import DraftKind
from app.domain.flag_choice import Employment, FlagStatus
from app.domain.followup import EndingDraft, Origin
from app.domain.paper import Basis
from tests.builders import followup_draft, relayed_draft
from tests.clock import Clock
from tests.followups import EINER, NANCY, SENDER, erase, flagged, started, with_employer
from tests.ui.conftest import Show
from tests.windows import (
    Went,
    click,
    find,
    opened,
    press_keys,
    press_save,
    question,
    type_into,
    words,
)
from ui.common.check import CheckBox
from ui.common.desk import Desk
from ui.common.dialog import Dialog
from ui.common.draft_memory import flush_all
from ui.common.row_table import RowTable
from ui.consent.relayed_dialog import CorrectRelayedDialog, RelayedDialog
from ui.flag.code_dialog import CodeDialog
from ui.followup.followup_dialog import FirstTalkDialog
from ui.followup.followup_page import FollowupPage
from ui.paper.paper_dialog import PaperDialog


@pytest.fixture
def page(desk: Desk, show: Show) -> FollowupPage:
    page = FollowupPage(desk)
    show(page).resize(1_232, 816)
    return page


def names(page: FollowupPage) -> list[str]:
    return [row.citizen for row in page.list.table.rows()]


def test_an_empty_list_says_how_follow_ups_begin(page: FollowupPage) -> None:
    assert "No follow-ups yet. They begin with a yes from the citizen." in words(page)


def test_the_list_shows_number_citizen_employer_consent_and_next_task(
    page: FollowupPage, services: Services
) -> None:
    with_employer(services)
    (row,) = page.list.table.rows()
    assert (row.number, row.citizen, row.employer, row.consent_live) == (
        "26-001",
        NANCY,
        "Eksempel Tømmerhandel A/S",
        True,
    )


def test_the_archive_is_one_press_away(page: FollowupPage, services: Services) -> None:
    followup = started(services)
    services.followup.end_followup(followup, EndingDraft(ended_on="9/9/2026", outcome="same_job"))
    services.followup.archive_followup(followup)
    assert names(page) == []
    click(page, "which_archived")
    assert names(page) == [NANCY]


def test_a_first_talk_by_keyboard_alone_begins_a_follow_up(
    page: FollowupPage, services: Services, qtbot: QtBot
) -> None:
    page.new()
    dialog = opened(page, FirstTalkDialog)
    press_keys(
        qtbot,
        dialog,
        ("name", NANCY),
        ("reach", "00 00 00 00"),
        ("safe_when", "Efter kl. 15"),
        ("form", "2"),
        ("told_voluntary", " "),
        ("origin", "3"),
        ("employment", "3"),
        ("job_title", "Ordrebehandler"),
        ("sick_since", "1/8/2026"),
        ("functions", "Kort koncentrationstid"),
    )
    press_save(dialog)
    facts = services.followup.followup(services.followup.list_followups()[0].id).facts
    assert (facts.name, facts.reach, facts.safe_when) == (NANCY, "00 00 00 00", "Efter kl. 15")
    assert (facts.job_title, facts.sick_since) == ("Ordrebehandler", date(2026, 8, 1))
    assert (facts.form, facts.origin) == (ConsentForm.WRITTEN, Origin.DOCTOR_165)
    assert facts.employment is Employment.PARTLY_SICK
    assert facts.functions == "Kort koncentrationstid"
    assert NANCY in words(page)


def test_without_a_yes_nothing_begins_and_nothing_typed_is_lost(
    page: FollowupPage, services: Services
) -> None:
    click(page, "begin")
    dialog = opened(page, FirstTalkDialog)
    type_into(dialog, "name", NANCY)
    type_into(dialog, "weekly_hours", "61")
    click(dialog, "save")
    assert "voluntary" in find(dialog, QLabel, "told_voluntary_problem").text()
    assert find(dialog, QLabel, "weekly_hours_problem").text()
    assert find(dialog, QLineEdit, "name").text() == NANCY
    assert services.followup.list_followups() == ()
    dialog.throw_away()


def test_what_was_typed_is_there_again_after_a_lock(
    page: FollowupPage, desk: Desk, show: Show
) -> None:
    page.new()
    dialog = opened(page, FirstTalkDialog)
    type_into(dialog, "name", NANCY)
    flush_all()
    dialog.hide()
    waiting = desk.services.draft.waiting()[0]
    after = FollowupPage(desk)
    show(after)
    assert after.resume(waiting.kind, waiting.entity)
    again = opened(after, FirstTalkDialog)
    assert find(again, QLineEdit, "name").text() == NANCY
    again.throw_away()
    assert desk.services.draft.waiting() == ()


def locked_in(services: Services, dialog: Dialog) -> tuple[DraftKind, str]:
    """Lock in the middle of `dialog`; return what is offered after."""
    flush_all()
    dialog.hide()
    (waiting,) = services.draft.waiting()
    return waiting.kind, waiting.entity


def test_a_lock_in_the_first_talk_keeps_the_way_to_the_flag(
    page: FollowupPage, services: Services
) -> None:
    flag = flagged(services)
    dialog = page.begin.begin_from_flag(flag.id)
    type_into(dialog, "name", NANCY)
    kind, place = locked_in(services, dialog)
    assert flag.code not in place
    assert page.resume(kind, place)
    again = opened(page, FirstTalkDialog)
    type_into(again, "reach", "00 00 00 00")
    find(again, CheckBox, "told_voluntary").click()
    click(again, "save")
    (row,) = services.followup.list_followups()
    assert services.followup.followup(row.id).facts.origin is Origin.FLAG
    assert services.flag.flag(flag.id).status is FlagStatus.CONSENTED
    assert services.draft.waiting() == ()


def test_a_lock_while_a_yes_is_passed_on_keeps_the_way_to_the_flag(
    page: FollowupPage, services: Services
) -> None:
    flag = flagged(services)
    dialog = page.begin.record_relayed(flag.id.hex)
    type_into(dialog, "name", NANCY)
    assert page.resume(*locked_in(services, dialog))
    again = opened(page, RelayedDialog)
    type_into(again, "reach", "00 00 00 00")
    type_into(again, "relayed_by", "Læge Eksempel")
    click(again, "save")
    assert services.flag.flag(flag.id).status is FlagStatus.CONSENTED
    assert services.draft.waiting() == ()


def test_what_was_typed_is_there_even_when_its_flag_is_gone(
    page: FollowupPage, services: Services
) -> None:
    flag = flagged(services)
    dialog = page.begin.begin_from_flag(flag.id)
    type_into(dialog, "name", NANCY)
    kind, place = locked_in(services, dialog)
    services.flag.remove_flag(flag.id)
    assert page.resume(kind, place)
    again = opened(page, FirstTalkDialog)
    assert find(again, QLineEdit, "name").text() == NANCY
    again.throw_away()


def test_a_relayed_yes_waits_above_the_list_with_its_days(
    page: FollowupPage, services: Services
) -> None:
    click(page, "record_relayed")
    dialog = opened(page, RelayedDialog)
    type_into(dialog, "name", EINER)
    type_into(dialog, "reach", "00 00 00 00")
    type_into(dialog, "relayed_by", "Læge Eksempel")
    click(dialog, "save")
    said = words(page)
    assert EINER in said
    assert "21 days left" in said
    assert "Phone: 00 00 00 00 · passed on by Læge Eksempel" in said


def test_the_last_day_of_a_relayed_yes_is_said(
    page: FollowupPage, services: Services, clock: Clock
) -> None:
    services.consent.record_relayed(relayed_draft())
    clock.day = date(2026, 9, 30)
    page.reload()
    assert "Last day" in words(page)


def test_the_yes_of_a_relayed_citizen_begins_the_follow_up(
    page: FollowupPage, services: Services
) -> None:
    services.consent.record_relayed(relayed_draft())
    click(page, "begin_from_relayed")
    dialog = opened(page, FirstTalkDialog)
    assert find(dialog, QLineEdit, "name").text() == EINER
    assert "its code is not shown here" in words(dialog)
    find(dialog, CheckBox, "told_voluntary").click()
    click(dialog, "save")
    assert services.consent.list_relayed() == ()
    assert services.followup.list_followups()[0].origin is Origin.FLAG


def test_a_relayed_yes_that_has_lapsed_begins_nothing(
    page: FollowupPage, services: Services, clock: Clock
) -> None:
    services.consent.record_relayed(relayed_draft())
    clock.day = date(2026, 10, 1)
    click(page, "begin_from_relayed")
    told = opened(page, Dialog)
    assert "no longer holds" in words(told)
    told.accept()


def test_a_no_erases_the_relayed_citizen_after_one_question(
    page: FollowupPage, services: Services
) -> None:
    services.consent.record_relayed(relayed_draft())
    click(page, "remove_relayed")
    asked = question(page)
    assert "Name and contact are erased at once." in words(asked)
    click(asked, "confirm")
    assert services.consent.list_relayed() == ()
    assert EINER not in words(page)


def test_how_to_reach_a_relayed_citizen_is_corrected(
    page: FollowupPage, services: Services, qtbot: QtBot
) -> None:
    services.consent.record_relayed(relayed_draft())
    row = page.list.relayed.list.rows()[0]
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    dialog = opened(page, CorrectRelayedDialog)
    type_into(dialog, "reach", "11 11 11 11")
    click(dialog, "save")
    assert "Phone: 11 11 11 11" in words(page)


def test_the_blank_consent_form_names_nobody(
    page: FollowupPage, services: Services, qtbot: QtBot
) -> None:
    services.settings.save_sender(SENDER)
    started(services)
    click(page, "prepare_blank_form")
    paper = opened(page, PaperDialog)
    qtbot.waitUntil(lambda: paper.prepared is not None)
    assert paper.prepared is not None
    assert paper.prepared.basis == Basis()
    paper.hide()


def test_a_code_leads_to_a_first_talk_that_does_not_show_it(
    page: FollowupPage, services: Services
) -> None:
    flag = flagged(services)
    click(page, "ask_code")
    asking = opened(page, CodeDialog)
    type_into(asking, "code", flag.code.lower())
    click(asking, "save")
    talk = opened(page, FirstTalkDialog)
    assert flag.code not in words(talk)
    type_into(talk, "name", NANCY)
    find(talk, CheckBox, "told_voluntary").click()
    click(talk, "save")
    assert services.flag.flag(flag.id).status is FlagStatus.CONSENTED
    said = words(page)
    assert flag.code not in said
    assert "This follow-up came from a flag; its code is not shown here." in said


def test_a_code_nobody_has_is_asked_for_again(page: FollowupPage, services: Services) -> None:
    click(page, "ask_code")
    asking = opened(page, CodeDialog)
    type_into(asking, "code", "ZZ-ZZ")
    click(asking, "save")
    assert "No flag has this code." in find(asking, QLabel, "code_problem").text()
    asking.throw_away()


@pytest.mark.parametrize(("how", "kind"), [("flag", FirstTalkDialog), ("relayed", RelayedDialog)])
def test_a_flag_leads_here_by_its_id_and_whoever_gives_up_goes_back_to_it(
    page: FollowupPage, services: Services, went: Went, how: str, kind: type[Dialog]
) -> None:
    flag = flagged(services)
    page.show_entity(f"{how}:{flag.id.hex}")
    assert went.pages == []
    opened(page, kind).reject()
    assert went.pages == [("flags", f"unmoved:{flag.id.hex}")]


def test_enter_opens_a_follow_up_and_esc_goes_back(
    page: FollowupPage, services: Services, qtbot: QtBot
) -> None:
    started(services)
    table = find(page, RowTable)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert not table.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.one.isAncestorOf(focused)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert table.isVisible()
    page.show_entity(services.followup.list_followups()[0].id.hex)
    qtbot.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert table.isVisible()


def test_a_search_hit_of_a_relayed_yes_leads_to_its_line(
    page: FollowupPage, services: Services
) -> None:
    citizen = services.consent.record_relayed(relayed_draft())
    page.show_entity(citizen.hex)
    assert page.list.relayed.list.rows()[0] is QApplication.focusWidget()


def test_a_person_erased_elsewhere_leads_back_to_the_list(
    page: FollowupPage, services: Services
) -> None:
    followup = started(services)
    page.show_entity(followup)
    erase(services, followup)
    assert page.list.isVisible()
    assert names(page) == []


def test_an_unfinished_form_of_a_person_erased_meanwhile_is_not_taken_up(
    page: FollowupPage, services: Services
) -> None:
    followup = started(services)
    erase(services, followup)
    assert not page.resume(DraftKind.CONTACT, f"{followup.hex}/")
    assert not page.resume(DraftKind.VISIT, "")


def test_the_follow_up_of_somebody_else_keeps_its_own_name(
    page: FollowupPage, services: Services
) -> None:
    started(services)
    other = services.followup.begin(followup_draft(EINER))
    page.show_entity(other)
    assert NANCY not in words(page)
