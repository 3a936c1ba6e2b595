"""Ringing the citizen, and what is still to be copied to the case system."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from app.bootstrap import Services
from app.domain.contact import Channel, ContactOutcome, Way
from app.domain.followup import FollowupId
from tests.builders import contact_draft, followup_draft, grant_draft, party_draft
from tests.ui.conftest import Show
from tests.windows import click, find, opened, words
from ui.common.check import CheckBox
from ui.common.desk import Desk
from ui.followup.contact_dialog import ContactDialog
from ui.followup.followup_dialog import CorrectFollowupDialog
from ui.followup.followup_page import FollowupPage
from ui.followup.ring_dialog import RingDialog
from ui.followup.transfer_dialog import TransferDialog


@pytest.fixture
def followup(services: Services) -> FollowupId:
    return services.followup.begin(followup_draft(safe_when="Efter kl. 15"))


@pytest.fixture
def page(desk: Desk, show: Show, followup: FollowupId) -> FollowupPage:
    page = FollowupPage(desk)
    show(page).resize(1_232, 816)
    page.show_entity(followup)
    return page


def test_a_call_in_vain_is_noted_with_one_press_and_can_be_taken_back(
    page: FollowupPage, services: Services, followup: FollowupId, desk: Desk
) -> None:
    services.party.log_contact(followup, contact_draft())
    for _attempt in range(2):
        click(page, "ring")
        dialog = opened(page, RingDialog)
        assert find(dialog, QLabel, "number").text() == "00 00 00 00"
        assert "Safe time and place: Efter kl. 15" in words(dialog)
        click(dialog, "not_reached")
    assert "2 attempts in vain since 3 Sep." in words(page.one.contacts)
    click(desk.message, "undo")
    assert len(services.followup.followup(followup).contacts) == 2


def test_a_call_that_was_answered_goes_on_in_the_log(
    page: FollowupPage, services: Services, followup: FollowupId
) -> None:
    click(page, "ring")
    click(opened(page, RingDialog), "talked")
    dialog = opened(page, ContactDialog)
    draft = dialog.draft()
    assert (draft.channel, draft.way, draft.outcome) == (
        Channel.PHONE,
        Way.OUT,
        ContactOutcome.REACHED,
    )
    assert draft.at
    dialog.throw_away()


def test_somebody_who_does_not_want_to_be_rung_is_not(
    page: FollowupPage, services: Services, followup: FollowupId
) -> None:
    click(page, "correct_followup")
    dialog = opened(page, CorrectFollowupDialog)
    find(dialog, CheckBox, "no_ring").click()
    click(dialog, "save")
    ring = find(page, QAbstractButton, "ring")
    assert not ring.isEnabled()
    assert ring.toolTip() == "The citizen does not want to be rung."
    said = words(page)
    assert "May not be rung" in said
    assert "The citizen does not want to be rung. You may talk with the citizen alone." in said


def test_what_is_not_in_the_case_system_is_ticked_off(
    page: FollowupPage, services: Services, followup: FollowupId
) -> None:
    services.party.log_contact(followup, contact_draft())
    copy = find(page, QAbstractButton, "transfer")
    assert copy.text() == "2 are not in the case system"
    click(page, "transfer")
    dialog = opened(page, TransferDialog)
    assert "Tre timer ad gangen går." in words(dialog)
    dialog.findChildren(CheckBox)[1].click()
    click(dialog, "save")
    assert copy.text() == "1 is not in the case system"
    click(page, "transfer")
    dialog = opened(page, TransferDialog)
    dialog.findChildren(CheckBox)[0].click()
    click(dialog, "save")
    assert not copy.isVisible()
    assert "Copied to the case system 9 Sep" in words(page)


def test_logging_says_what_to_mind_and_logs_all_the_same(
    page: FollowupPage, services: Services, followup: FollowupId
) -> None:
    party = services.party.add_party(followup, party_draft("Tilde Tillid", kind="union_rep"))
    services.followup.correct_followup(followup, followup_draft(no_ring=True))
    page.one.log_contact()
    dialog = opened(page, ContactDialog)
    stopped = services.followup.followup(followup).ringing.stopped
    assert stopped
    assert stopped in words(dialog)
    dialog.form.set_values(dialog.form.values() | {"party_id": party.hex})
    dialog.form.changed.emit()
    assert "No consent about Tilde Tillid holds today" in words(dialog)
    dialog.form.set_values(dialog.form.values() | {"note": "Hun ringede selv"})
    click(dialog, "save")
    assert services.followup.followup(followup).contact_count == 1


def test_nothing_is_to_be_minded_where_a_consent_holds(
    page: FollowupPage, services: Services, followup: FollowupId
) -> None:
    party = services.party.add_party(followup, party_draft())
    services.consent.grant(followup, grant_draft(party))
    page.one.log_contact()
    dialog = opened(page, ContactDialog)
    dialog.form.set_values(dialog.form.values() | {"party_id": party.hex})
    dialog.form.changed.emit()
    assert "No consent about" not in words(dialog)
    dialog.throw_away()
