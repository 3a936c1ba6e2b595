"""One person, one page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlmodel import select

from app.bootstrap import Services
from app.data.consent import ConsentRecord
from app.domain.consent import ConsentStatus, Direction, Information
from app.domain.contact import Channel
from app.domain.draft import DraftKind
from app.domain.followup import EndingDraft, Outcome
from app.domain.party import PartyKind
from app.domain.roundtable import ParticipantDraft, RoundtableStatus
from tests.builders import (
    contact_draft,
    followup_draft,
    grant_draft,
    party_draft,
    roundtable_draft,
    task_draft,
)
from tests.clock import Clock
from tests.followups import EMPLOYER, SENDER, Case, cells_of, flagged, held, started
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
from ui.common.notice import Notice
from ui.consent.grant_dialog import GrantDialog
from ui.consent.matrix import CellButton, ConsentMatrix
from ui.consent.renewal_dialog import RenewalDialog
from ui.followup.contact_dialog import ContactDialog
from ui.followup.ending_dialog import EndingDialog
from ui.followup.followup_dialog import CorrectFollowupDialog
from ui.followup.followup_page import FollowupPage
from ui.followup.party_dialog import PartyDialog
from ui.paper.paper_dialog import PaperDialog
from ui.roundtable.roundtable_dialog import PlanDialog
from ui.task.task_dialog import TaskDialog


def cell(page: FollowupPage, information: str, direction: str = "pass_on") -> QAbstractButton:
    return find(page, QAbstractButton, f"cell_{direction}_{information}")


def test_the_sentence_at_the_top_leads_from_step_to_step(
    page: FollowupPage, services: Services, case: Case, went: Went
) -> None:
    assert "you may not yet talk to Eksempel Tømmerhandel A/S" in words(page)
    click(page, "next_act")
    asked = opened(page, GrantDialog)
    here = asked.focusWidget()
    assert here is not None
    assert find(asked, QWidget, "information").isAncestorOf(here), "who, and which way, is known"
    asked.throw_away()
    services.consent.grant(case.id, grant_draft(case.employer, "function"))
    assert "You may talk to Eksempel Tømmerhandel A/S about function." in words(page)
    click(page, "next_act")
    dialog = opened(page, PlanDialog)
    type_into(dialog, "place", "Kantinen")
    click(dialog, "save")
    roundtable = services.roundtable.list_roundtables()[0]
    assert (roundtable.place, went.pages[-1]) == ("Kantinen", ("roundtables", roundtable.id))
    click(page, "next_act")
    assert went.pages[-1] == ("roundtables", roundtable.id)


def test_the_clock_stands_in_the_sentence_and_leads_to_its_deadlines(
    page: FollowupPage, services: Services, went: Went
) -> None:
    page.show_entity(
        services.followup.begin(followup_draft("Einer Test Lauridsen", sick_since="30/7/2026"))
    )
    said = words(page)
    assert "5 weeks and 6 days since the first sick day. Next deadline:" in said
    assert "42 days won" in said
    assert "24 Sep" in said
    page.one.clock.list.rows()[0].opened.emit()
    assert went.pages[-1] == ("settings", "clock_rules")


def test_a_follow_up_without_an_employer_asks_for_one(
    page: FollowupPage, services: Services
) -> None:
    page.show_entity(services.followup.begin(followup_draft("Einer Test Lauridsen")))
    click(page, "next_act")
    dialog = opened(page, PartyDialog)
    assert dialog.draft().kind == PartyKind.EMPLOYER
    assert dialog.focusWidget() is find(dialog, QLineEdit, "name"), "who it is, is known"
    dialog.hide()


def test_a_consent_is_recorded_by_keyboard_alone(
    page: FollowupPage, services: Services, case: Case, qtbot: QtBot
) -> None:
    click(page, "grant")
    dialog = opened(page, GrantDialog)
    press_keys(
        qtbot,
        dialog,
        ("party_id", Qt.Key.Key_Down),
        ("direction", "2"),
        ("information", "13"),
        ("purpose_code", Qt.Key.Key_Down),
        ("form", "2"),
        ("original_at", "Sagen"),
        ("told_voluntary", " "),
    )
    press_save(dialog)
    cells = services.followup.followup(case.id).cells
    assert {one.information for one in cells} == {Information.FUNCTION, Information.HOURS}
    assert {(one.direction, one.until) for one in cells} == {(Direction.PASS_ON, date(2027, 9, 9))}
    assert cell(page, "function").text() == "to 9 Sep 2027"


def test_the_text_that_is_said_is_the_one_that_is_stored_and_printed(
    page: FollowupPage, services: Services, case: Case, qtbot: QtBot
) -> None:
    services.settings.save_sender(SENDER)
    click(page, "grant")
    dialog = opened(page, GrantDialog)
    said = [find(dialog, QLabel, f"said_{place}").text() for place in range(3)]
    dialog.throw_away()
    services.consent.grant(case.id, grant_draft(case.employer, "hours", given_on="9/9/2026"))
    printed = services.consent.form_sheet(case.id)
    assert tuple(said) == printed.wording.told("Kim Eksempelsen")
    with services.vault.read() as session:
        stored = session.exec(select(ConsentRecord.wording_hash)).all()
    assert stored[-1] == printed.wording.fingerprint()


def test_only_a_yes_on_paper_is_asked_where_it_lies(page: FollowupPage, case: Case) -> None:
    click(page, "grant")
    dialog = opened(page, GrantDialog)
    where = dialog.form.field("original_at")
    assert not where.isVisible()
    click(dialog, "form_written")
    assert where.isVisible()
    click(dialog, "form_spoken")
    assert not where.isVisible()
    dialog.throw_away()


def test_a_consent_lacking_something_says_so_and_keeps_what_is_chosen(
    page: FollowupPage, services: Services, case: Case
) -> None:
    click(page, "grant")
    dialog = opened(page, GrantDialog)
    click(dialog, "direction_pass_on")
    click(dialog, "information_hours")
    type_into(dialog, "until", "9/9/2028")
    click(dialog, "save")
    for field in ("until", "purpose_code", "told_voluntary"):
        assert find(dialog, QLabel, f"{field}_problem").text(), field
    assert dialog.draft().information == ("hours",)
    assert services.followup.followup(case.id).cells == ()
    dialog.throw_away()


def test_who_it_is_about_is_chosen_beforehand_only_if_there_is_one(
    page: FollowupPage, services: Services, case: Case
) -> None:
    click(page, "grant")
    dialog = opened(page, GrantDialog)
    assert dialog.draft().party_id == case.employer.hex
    dialog.reject()
    assert not dialog.isVisible()
    services.party.add_party(case.id, party_draft("Egen læge", kind="gp"))
    click(page, "grant")
    dialog = opened(page, GrantDialog)
    assert dialog.draft().party_id == ""
    dialog.reject()


def test_a_cell_opens_with_what_it_says_and_is_given_from_there(
    page: FollowupPage, services: Services, case: Case
) -> None:
    cell(page, "hours").click()
    about = opened(page, Dialog)
    assert "Not given." in words(about)
    assert "To give information to Eksempel Tømmerhandel A/S about hours." in words(about)
    click(about, "grant")
    dialog = opened(page, GrantDialog)
    assert dialog.draft().information == ("hours",)
    assert dialog.draft().party_id == case.employer.hex
    dialog.throw_away()


def test_del_on_a_cell_takes_it_back_at_once(
    page: FollowupPage, services: Services, case: Case, qtbot: QtBot
) -> None:
    services.consent.grant(case.id, grant_draft(case.employer, "function", "hours"))
    cell(page, "hours").setFocus()
    qtbot.keyClick(cell(page, "hours"), Qt.Key.Key_Delete)
    assert cells_of(services, case.id)["hours"].status is ConsentStatus.WITHDRAWN
    told = opened(page, Dialog)
    assert "1 field is closed." in words(told)
    click(told, "close")
    assert cell(page, "hours").text() == "Off 9/9"


def test_a_cell_is_taken_back_from_its_window(
    page: FollowupPage, services: Services, case: Case
) -> None:
    services.consent.grant(case.id, grant_draft(case.employer, "function"))
    cell(page, "function").click()
    click(opened(page, Dialog), "withdraw_cell")
    assert cells_of(services, case.id)["function"].status is ConsentStatus.WITHDRAWN
    click(opened(page, Dialog), "close")


def test_a_row_is_taken_back_at_once(page: FollowupPage, services: Services, case: Case) -> None:
    services.consent.grant(case.id, grant_draft(case.employer, "function", "hours"))
    click(page, "withdraw_pass_on")
    live = [one for one in cells_of(services, case.id).values() if one.ended_on is None]
    assert live == []
    click(opened(page, Dialog), "close")


def test_everything_is_taken_back_with_one_press_and_then_listed(
    page: FollowupPage, services: Services, case: Case
) -> None:
    services.consent.grant(case.id, grant_draft(case.employer, "function", "hours"))
    held(services, case)
    click(page, "withdraw_all")
    assert not services.followup.followup(case.id).row.consent_live
    told = opened(page, Dialog)
    said = words(told)
    assert "2 fields are closed." in said
    assert "The roundtable of 27 August 2026 is stopped." in said
    assert f"These should be told, by you or by the citizen: {EMPLOYER}." in said
    click(told, "add_task")
    (task,) = services.task.list_tasks()
    assert task.what == f"Tell {EMPLOYER} that the consent is withdrawn"
    said = words(page)
    assert "No consent holds. You can read, but not share." in said
    assert "Stopped" in said


def test_nothing_says_that_a_consent_is_recorded_once_it_is_withdrawn(
    page: FollowupPage, desk: Desk
) -> None:
    desk.message.say("The consent is recorded.")
    click(page, "withdraw_all")
    opened(page, Dialog).accept()
    assert desk.message.text() == ""


def test_afterwards_one_may_note_how_the_withdrawal_came_about(page: FollowupPage) -> None:
    click(page, "withdraw_all")
    click(opened(page, Dialog), "log_withdrawal")
    dialog = opened(page, ContactDialog)
    assert dialog.isVisible()
    dialog.throw_away()


def test_without_consent_no_roundtable_is_planned_and_the_page_says_why(
    page: FollowupPage, services: Services, case: Case
) -> None:
    services.consent.withdraw_all(case.id)
    plan = find(page, QAbstractButton, "plan_roundtable")
    assert not plan.isEnabled()
    assert plan.toolTip() == "Record a new consent first."
    assert "No consent holds." in words(page)


def test_a_new_yes_lets_the_work_go_on(page: FollowupPage, services: Services, case: Case) -> None:
    services.consent.withdraw_all(case.id)
    click(page, "renew")
    dialog = opened(page, RenewalDialog)
    find(dialog, CheckBox, "told_voluntary").click()
    click(dialog, "save")
    assert "The consent holds today." in words(page)


def test_renewing_what_ends_soon_begins_with_that(
    page: FollowupPage, services: Services, case: Case
) -> None:
    services.consent.grant(case.id, grant_draft(case.employer, "hours", until="30/9/2026"))
    click(page, "renew")
    dialog = opened(page, GrantDialog)
    draft = dialog.draft()
    assert (draft.information, draft.until) == (("hours",), "09.09.2027")
    dialog.throw_away()


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2027, 8, 5), "The consent holds today."),
        (date(2027, 8, 6), "All consent ends in 7 days."),
        (date(2027, 8, 14), "No consent holds."),
    ],
)
def test_the_banner_warns_in_the_last_week(
    page: FollowupPage, clock: Clock, day: date, said: str
) -> None:
    clock.day = day
    page.reload()
    assert said in words(page.one.banner)


def test_what_holds_is_read_aloud(page: FollowupPage, services: Services, case: Case) -> None:
    services.consent.grant(case.id, grant_draft(case.employer, "hours"))
    click(page, "read_aloud")
    aloud = opened(page, Dialog)
    assert f"I may give information to {EMPLOYER} about hours until 20 August 2027." in words(aloud)
    aloud.reject()


def test_a_party_is_added_by_keyboard_alone(
    page: FollowupPage, services: Services, case: Case, qtbot: QtBot
) -> None:
    click(page, "add_party")
    dialog = opened(page, PartyDialog)
    press_keys(
        qtbot,
        dialog,
        ("kind", Qt.Key.Key_Down),
        ("name", "Egen læge"),
        ("next_step", "Svarer på LÆ 125"),
        ("next_on", "18/9/2026"),
        ("drives", " "),
    )
    press_save(dialog)
    facts = services.followup.followup(case.id).parties[1].facts
    assert (facts.kind, facts.name, facts.drives) == (PartyKind.GP, "Egen læge", True)
    box = find(page, QAbstractButton, "map_gp")
    assert box.accessibleName() == (
        "Own doctor: Egen læge. Drives it. Next step: Svarer på LÆ 125, 18 September 2026. "
        "No consent holds."
    )


def test_a_party_is_corrected_and_removed_with_its_consequence(
    page: FollowupPage, services: Services, case: Case
) -> None:
    services.consent.grant(case.id, grant_draft(case.employer, "hours"))
    click(page, "map_employer")
    dialog = opened(page, PartyDialog)
    type_into(dialog, "name", "Eksempel Transport ApS")
    click(dialog, "save")
    assert "Eksempel Transport ApS" in words(page)
    click(page, "map_employer")
    click(opened(page, PartyDialog), "remove_party")
    asked = question(page)
    assert "The party is removed, with 1 consent that is about it." in words(asked)
    click(asked, "confirm")
    assert services.followup.followup(case.id).parties == ()
    assert "Nobody else takes part yet." in words(page)


def test_a_party_that_must_stay_says_why(
    page: FollowupPage, services: Services, case: Case
) -> None:
    roundtable = held(services, case)
    services.agreement.add_participant(roundtable, ParticipantDraft(who=case.employer.hex))
    services.roundtable.finalise(roundtable)
    click(page, "map_employer")
    form = opened(page, PartyDialog)
    click(form, "remove_party")
    click(question(form), "confirm")
    told = [one for one in form.findChildren(Dialog) if one.isVisible()]
    assert "so it stays" in words(told[-1])
    told[-1].accept()
    form.throw_away()


def test_ctrl_n_logs_a_contact_by_keyboard_alone(
    page: FollowupPage, services: Services, case: Case, qtbot: QtBot
) -> None:
    page.new()
    dialog = opened(page, ContactDialog)
    press_keys(
        qtbot,
        dialog,
        ("party_id", Qt.Key.Key_Down),
        ("channel", "2"),
        ("outcome", "3"),
        ("note", "Plan for timer."),
        ("at", "10"),
        ("transferred_on", "9/9/2026"),
    )
    press_save(dialog)
    row = services.followup.followup(case.id).contacts[0]
    assert (row.party, row.facts.channel, row.facts.transferred_on) == (
        EMPLOYER,
        Channel.MEETING,
        date(2026, 9, 9),
    )
    said = words(page)
    assert f"Meeting · {EMPLOYER}" in said
    assert "Something was agreed. Plan for timer.\nCopied to the case system 9 Sep" in said
    assert "9 Sep 10:00" in said


def test_a_contact_of_which_nothing_is_noted_is_not_saved(
    page: FollowupPage, services: Services, case: Case
) -> None:
    page.new()
    dialog = opened(page, ContactDialog)
    click(dialog, "save")
    assert "Write in a few words" in find(dialog, QLabel, "note_problem").text()
    click(dialog, "outcome_not_reached")
    type_into(dialog, "at", "9.30")
    click(dialog, "save")
    assert services.followup.followup(case.id).contacts[0].facts.note == ""
    assert "Not reached." in words(page)
    assert "9 Sep 09:30" in words(page)


def test_a_contact_is_corrected_and_its_removal_taken_back(
    page: FollowupPage, services: Services, case: Case, desk: Desk
) -> None:
    services.party.log_contact(case.id, contact_draft("Ringede."))
    page.one.contacts.list.rows()[0].opened.emit()
    dialog = opened(page, ContactDialog)
    type_into(dialog, "note", "Ringede igen.")
    click(dialog, "save")
    assert "Ringede igen." in words(page)
    page.one.contacts.list.rows()[0].opened.emit()
    click(opened(page, ContactDialog), "remove_contact")
    click(question(page), "confirm")
    assert services.followup.followup(case.id).contacts == ()
    click(desk.message, "undo")
    assert "Ringede igen." in words(page)


def test_no_contact_yet_names_the_key(page: FollowupPage) -> None:
    assert "No contacts yet. Ctrl+N logs the first." in words(page)


def test_a_contact_half_written_is_there_after_a_lock(
    page: FollowupPage, desk: Desk, show: Show
) -> None:
    page.new()
    dialog = opened(page, ContactDialog)
    type_into(dialog, "note", "Halvt skrev")
    flush_all()
    dialog.hide()
    waiting = desk.services.draft.waiting()[0]
    after = FollowupPage(desk)
    show(after)
    assert after.resume(waiting.kind, waiting.entity)
    again = opened(after, ContactDialog)
    assert again.draft().note == "Halvt skrev"
    again.throw_away()


@pytest.mark.parametrize(
    "kind", [DraftKind.GRANT, DraftKind.CONFIRMED, DraftKind.PARTY, DraftKind.CONTACT]
)
def test_every_form_of_a_follow_up_can_be_taken_up(
    page: FollowupPage, case: Case, kind: DraftKind
) -> None:
    assert page.resume(kind, f"{case.id.hex}/")
    opened(page, Dialog).hide()


def test_a_task_is_made_here_and_ticked_here(
    page: FollowupPage, services: Services, case: Case
) -> None:
    click(page, "add_task")
    dialog = opened(page, TaskDialog)
    type_into(dialog, "what", "Ring som aftalt")
    type_into(dialog, "due_on", "9/9/2026")
    click(dialog, "save")
    (task,) = services.task.list_tasks()
    assert task.subject_id == case.id
    row = page.one.tasks.list.rows()[0]
    assert "Ring som aftalt, Me, Today" in row.accessibleName()
    row.ticked.emit(True)
    assert services.task.list_tasks() == ()
    assert "Done" in words(page)


def test_a_task_is_corrected_here(page: FollowupPage, services: Services, case: Case) -> None:
    services.task.add_task(task_draft("Ring", subject="followup", subject_id=str(case.id)))
    page.one.tasks.list.rows()[0].opened.emit()
    dialog = opened(page, TaskDialog)
    type_into(dialog, "what", "Ring igen")
    click(dialog, "save")
    assert "Ring igen" in words(page)


def test_a_roundtable_opens_from_its_line(
    page: FollowupPage, services: Services, case: Case, went: Went
) -> None:
    roundtable = services.roundtable.plan_roundtable(case.id, roundtable_draft())
    assert "27 August 2026" in words(page)
    page.one.roundtables.list.rows()[0].opened.emit()
    assert went.pages == [("roundtables", roundtable)]
    assert services.roundtable.roundtable(roundtable).row.status is RoundtableStatus.DRAFT


def test_the_consent_form_is_shown_before_it_is_saved(
    page: FollowupPage, services: Services, qtbot: QtBot
) -> None:
    services.settings.save_sender(SENDER)
    click(page, "prepare_consent_form")
    paper = opened(page, PaperDialog)
    qtbot.waitUntil(lambda: paper.prepared is not None)
    paper.hide()


def test_what_was_handed_over_is_listed(
    page: FollowupPage, services: Services, case: Case, tmp_path: Path
) -> None:
    services.settings.save_sender(SENDER)
    prepared = services.export.prepare_consent_form(case.id, "en")
    services.export.save(prepared, tmp_path)
    assert "Consent form to the citizen, 9 September 2026 · consent-form-2026-09-001.pdf" in words(
        page
    )


def test_details_are_corrected_and_shown(page: FollowupPage, services: Services) -> None:
    written = followup_draft("Einer Test Lauridsen", form="written", original_at="Skab 1")
    page.show_entity(services.followup.begin(written))
    click(page, "correct_followup")
    dialog = opened(page, CorrectFollowupDialog)
    type_into(dialog, "safe_when", "Efter kl. 15")
    type_into(dialog, "job_title", "Ordrebehandler")
    type_into(dialog, "wishes", "Vil gerne blive")
    type_into(dialog, "original_at", "Skab 2")
    click(dialog, "save")
    said = words(page)
    for text in (
        "Efter kl. 15",
        "In work · Ordrebehandler · 37 hours",
        "Vil gerne blive",
        "Skab 2",
    ):
        assert text in said


def test_a_follow_up_ends_with_an_outcome_that_can_be_taken_back(
    page: FollowupPage, services: Services, case: Case, desk: Desk
) -> None:
    click(page, "end_followup")
    dialog = opened(page, EndingDialog)
    click(dialog, "save")
    assert find(dialog, QLabel, "outcome_problem").text() == "Choose one of these."
    click(dialog, "outcome_same_job")
    click(dialog, "save")
    assert services.followup.followup(case.id).row.outcome is Outcome.SAME_JOB
    assert "9 September 2026 · Same job" in words(page)
    click(desk.message, "undo")
    assert services.followup.followup(case.id).row.ended_on is None


def test_an_ended_follow_up_is_put_away_and_taken_out(
    page: FollowupPage, services: Services, case: Case
) -> None:
    services.followup.end_followup(case.id, EndingDraft(ended_on="9/9/2026", outcome="same_job"))
    click(page, "archive_followup")
    assert services.followup.list_followups(archived=True)[0].id == case.id
    click(page, "restore_followup")
    click(page, "reopen_followup")
    assert services.followup.list_followups()[0].ended_on is None


def test_a_flags_code_is_nowhere_on_the_page(page: FollowupPage, services: Services) -> None:
    flag = flagged(services)
    draft = services.followup.draft_from_flag(flag.id)
    page.show_entity(
        services.followup.begin(
            followup_draft("Einer Test Lauridsen", flag_id=draft.flag_id, origin="flag")
        )
    )
    said = words(page)
    assert "from a flag, whose code is not shown here" in said
    shown = [one.accessibleName() for one in page.findChildren(QWidget)]
    tips = [one.toolTip() for one in page.findChildren(QWidget)]
    assert flag.code not in "\n".join([said, *shown, *tips])


def test_the_matrix_is_one_stop_on_the_way_through_the_page(
    page: FollowupPage, qtbot: QtBot
) -> None:
    matrix = find(page, ConsentMatrix)
    assert matrix.isAncestorOf(after_tab(find(page, QAbstractButton, "grant"), qtbot))
    assert after_tab(matrix.cells()[0], qtbot).objectName() == "ring"


def after_tab(widget: QWidget, qtbot: QtBot) -> QWidget:
    """Where Tab leads from `widget`."""
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_Tab)
    here = QApplication.focusWidget()
    assert here is not None
    return here


def test_a_typed_personal_number_is_refused_and_stays_to_be_mended(
    page: FollowupPage, services: Services, case: Case
) -> None:
    page.new()
    dialog = opened(page, ContactDialog)
    type_into(dialog, "note", "cpr 251248-9996")
    click(dialog, "save")
    assert "CPR" in find(dialog, Notice, "guard").what()
    assert dialog.draft().note == "cpr 251248-9996"
    assert services.followup.followup(case.id).contacts == ()
    dialog.throw_away()


def test_a_party_added_elsewhere_shows_at_once(
    page: FollowupPage, services: Services, case: Case
) -> None:
    services.party.add_party(case.id, party_draft("A-kassen", kind="union"))
    assert "A-kassen" in words(page)


def test_what_has_not_changed_is_not_made_again(
    page: FollowupPage, services: Services, case: Case
) -> None:
    services.consent.grant(case.id, grant_draft(case.employer, "function"))
    services.party.log_contact(case.id, contact_draft("Første"))
    services.task.add_task(task_draft("Ring", subject="followup", subject_id=case.id.hex))
    one = page.one
    before = [one.consent.matrix.cells(), one.parties.map.boxes(), one.tasks.list.rows()]
    contacts = one.contacts.list.rows()
    services.party.log_contact(case.id, contact_draft("Anden"))
    after = [one.consent.matrix.cells(), one.parties.map.boxes(), one.tasks.list.rows()]
    assert after == before
    assert one.contacts.list.rows()[1:] == contacts


def test_the_cells_and_boxes_of_one_person_serve_for_the_next(
    page: FollowupPage, services: Services, case: Case
) -> None:
    services.consent.grant(case.id, grant_draft(case.employer, "function"))
    cells = page.one.consent.matrix.cells()
    other = started(services, "Einer Test Lauridsen")
    employer = services.party.add_party(other, party_draft())
    services.consent.grant(other, grant_draft(employer, "hours"))
    page.show_entity(other)
    assert page.one.consent.matrix.cells() == cells
    assert "Given" not in cell(page, "function").accessibleName()
    assert "Given" in cell(page, "hours").accessibleName()
    services.party.remove_party(employer)
    assert page.one.consent.matrix.cells() == []
    assert not page.one.consent.matrix.findChildren(CellButton)


def test_a_tick_that_is_refused_is_taken_back(
    page: FollowupPage, services: Services, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = find(page, CheckBox, "signs_few_around")
    monkeypatch.setattr(page.one.acts, "tick_signs", lambda *_asked: None)
    box.click()
    assert box.isChecked()
    services.party.log_contact(case.id, contact_draft())
    assert not box.isChecked()
