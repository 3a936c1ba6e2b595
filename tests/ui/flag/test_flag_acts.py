from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from app.domain.flag import FlagCard
from app.domain.flag_choice import CloseReason, FlagStatus
from app.domain.paper import PaperKind
from app.domain.practice import PracticeId
from tests.boards import choose, dialog_of, raised, stand_on, status, texts, tile
from tests.builders import (
    followup_draft,
    sender_draft,
)
from tests.windows import Went, click, find, press, words
from ui.common.desk import Desk
from ui.common.segments import Segments
from ui.flag.flag_page import FlagPage
from ui.paper.paper_dialog import PaperDialog

ALT = Qt.KeyboardModifier.AltModifier


def test_closing_asks_for_the_reason(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    card = raised(services, practice_id)
    stand_on(page, card)
    click(page, "close_flag")
    dialog = dialog_of(page)
    click(dialog, "save")
    assert status(services, card) is FlagStatus.RAISED, "a reason is missing"
    find(dialog, QWidget, "reason").setFocus()
    press(Qt.Key.Key_2)
    click(dialog, "save")
    assert services.flag.flag(card.id).close_reason is CloseReason.PATIENT_DECLINED
    assert tile(page, card).words().badge == "Patient said no"


def test_closing_can_be_taken_back(
    services: Services, page: FlagPage, practice_id: PracticeId, desk: Desk
) -> None:
    card = raised(services, practice_id, next_step="doctor_talks")
    page._acts.close(card)
    find(dialog_of(page), QWidget, "reason").setFocus()
    press(Qt.Key.Key_1)
    click(dialog_of(page), "save")
    click(desk.message, "undo")
    assert status(services, card) is FlagStatus.DOCTOR_ASKS


def test_del_asks_once_and_deletes(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    card = raised(services, practice_id)
    stand_on(page, card)
    press(Qt.Key.Key_Delete)
    dialog = dialog_of(page)
    assert any("not even for counting" in said for said in texts(dialog))
    click(dialog, "confirm")
    assert services.flag.list_flags() == ()


def test_deleting_can_be_thought_better_of(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    card = raised(services, practice_id)
    stand_on(page, card)
    click(page, "remove_flag")
    press(Qt.Key.Key_Escape)
    assert services.flag.flag(card.id) == card


def consented(services: Services, practice_id: PracticeId) -> FlagCard:
    card = raised(services, practice_id, next_step="patient_rings")
    draft = services.followup.draft_from_flag(card.id)
    services.followup.begin(replace(followup_draft(), flag_id=draft.flag_id))
    return card


@pytest.fixture
def slip(services: Services, page: FlagPage, practice_id: PracticeId) -> PaperDialog:
    """The slip of a flag, as the bar shows it."""
    services.settings.save_sender(sender_draft())
    stand_on(page, raised(services, practice_id))
    click(page, "print_slip")
    dialog = dialog_of(page, PaperDialog)
    assert isinstance(dialog, PaperDialog)
    return dialog


def test_the_slip_is_shown(slip: PaperDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: slip.prepared is not None, timeout=10_000)


def test_the_slips_of_the_practice_are_seen_in_a_language_nobody_has_read(
    slip: PaperDialog, qtbot: QtBot
) -> None:
    choose(slip, "language", "uk")
    find(slip, Segments, "version").parts()[1].click()
    qtbot.waitUntil(lambda: slip.prepared is not None, timeout=10_000)
    assert slip.prepared is not None
    assert (slip.prepared.kind, slip.prepared.language) == (PaperKind.SLIP_SHEET, "uk")
    assert "Have a speaker of the language read this before it is used." in words(slip)


def test_the_two_recorded_ways_up_begin_at_the_flag(
    services: Services, page: FlagPage, practice_id: PracticeId, went: Went
) -> None:
    card = raised(services, practice_id)
    stand_on(page, card)
    click(page, "citizen_rings")
    click(page, "relay_yes")
    assert went.pages == [
        ("followups", f"flag:{card.id.hex}"),
        ("followups", f"relayed:{card.id.hex}"),
    ]


def test_alt_and_arrow_hand_the_ball_on_and_back(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    card = raised(services, practice_id)
    stand_on(page, card)
    press(Qt.Key.Key_Right, ALT)
    assert status(services, card) is FlagStatus.DOCTOR_ASKS
    assert tile(page, card).hasFocus()
    press(Qt.Key.Key_Left, ALT)
    assert status(services, card) is FlagStatus.RAISED


def test_the_mouse_hands_the_ball_on_and_undo_takes_it_back(
    services: Services, page: FlagPage, practice_id: PracticeId, desk: Desk
) -> None:
    card = raised(services, practice_id)
    stand_on(page, card)
    click(page, "move_on")
    assert status(services, card) is FlagStatus.DOCTOR_ASKS
    click(desk.message, "undo")
    assert status(services, card) is FlagStatus.RAISED
    assert tile(page, card).card.status is FlagStatus.RAISED


def test_moving_into_consent_given_opens_the_first_talk(
    services: Services, page: FlagPage, practice_id: PracticeId, went: Went
) -> None:
    card = raised(services, practice_id, next_step="patient_rings")
    stand_on(page, card)
    press(Qt.Key.Key_Right, ALT)
    assert went.pages == [("followups", f"flag:{card.id.hex}")]
    assert status(services, card) is FlagStatus.AWAITING, "no hand moves it there"


def test_a_talk_that_ends_without_a_yes_says_that_nothing_moved(
    services: Services, page: FlagPage, practice_id: PracticeId, desk: Desk
) -> None:
    card = raised(services, practice_id, next_step="patient_rings")
    page.show_entity(f"unmoved:{card.id.hex}")
    said = f"{card.code} was not moved: the consent is not recorded."
    assert desk.message.text() == said
    assert tile(page, card).hasFocus()


def test_alt_and_arrow_close_a_flag_that_was_consented(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    card = consented(services, practice_id)
    stand_on(page, card)
    press(Qt.Key.Key_Right, ALT)
    assert "Why is the flag closed?" in texts(dialog_of(page))


def test_a_flag_that_rests_on_a_consent_stays(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    card = consented(services, practice_id)
    stand_on(page, card)
    press(Qt.Key.Key_Left, ALT)
    assert status(services, card) is FlagStatus.CONSENTED
    assert any("rests on a consent" in said for said in texts(dialog_of(page)))
