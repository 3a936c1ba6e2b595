from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.bootstrap import Services, open_services
from app.domain.followup import FollowupId
from tests.clock import Clock
from tests.everything import full_file
from tests.ui.conftest import Show
from tests.windows import click, find, opened, type_into, words
from tests.workspaces import DEK, add_keys, file_service
from ui.common.check import CheckBox
from ui.common.desk import Desk
from ui.followup.erasure_dialog import CopiesPart, ErasureDialog
from ui.followup.followup_page import FollowupPage
from ui.paper.paper_dialog import PaperDialog


@pytest.fixture
def path(tmp_path: Path, clock: Clock) -> Path:
    path = tmp_path / "full.fasthold"
    with full_file(path, clock):
        add_keys(path)
    return path


@pytest.fixture
def services(path: Path, clock: Clock) -> Iterator[Services]:
    """The file of the person with everything, and a copy of it."""
    services = open_services(path, DEK, clock.today, clock.now, file_service())
    with closing(services.vault):
        services.file.save_copy(services.vault, path, path.parent)
        yield services


@pytest.fixture
def followup(services: Services) -> FollowupId:
    return services.followup.list_followups()[0].id


@pytest.fixture
def page(desk: Desk, show: Show, followup: FollowupId) -> FollowupPage:
    page = FollowupPage(desk)
    show(page).resize(1_232, 816)
    page.show_entity(followup)
    return page


@pytest.fixture
def dialog(page: FollowupPage, qtbot: QtBot) -> Iterator[ErasureDialog]:
    """The dialog over the page, the copies looked into."""
    click(page, "erase_followup")
    dialog = opened(page, ErasureDialog)
    qtbot.waitUntil(lambda: "Looking into" not in words(find(dialog, CopiesPart)))
    yield dialog
    for left in page.findChildren(ErasureDialog):
        left.throw_away()


def test_it_shows_what_goes_what_was_handed_over_and_which_copies_hold_the_person(
    dialog: ErasureDialog,
) -> None:
    said = words(dialog)
    assert "Nancy Ann Test Berggren" in said
    assert "Contacts\n13" in said
    assert "to Eksempel Tømmerhandel A/S, 9 September 2026" in said
    assert "fasthold-copy-2026-09-09.fasthold" in said
    assert "Goes 14 October 2026" in said
    assert "Write the person's initials: NATB" in said


def test_a_person_is_erased_only_under_their_own_initials(
    page: FollowupPage, services: Services, dialog: ErasureDialog, qtbot: QtBot, desk: Desk
) -> None:
    type_into(dialog, "initials", "ETL")
    click(dialog, "save")
    assert find(dialog, QLabel, "initials_problem").text()
    type_into(dialog, "initials", "natb")
    click(dialog, "save")
    assert services.followup.list_followups() == ()
    assert page.list.isVisible()
    assert desk.message.text() == "The person is erased."


def test_the_old_copies_go_too_when_that_is_asked_for(
    services: Services, dialog: ErasureDialog, qtbot: QtBot, desk: Desk
) -> None:
    (old,) = services.copies.list_copies()
    click(dialog, "copies")
    type_into(dialog, "initials", "NATB")
    click(dialog, "save")
    qtbot.waitUntil(lambda: "1 old copy" in desk.message.text(), timeout=10_000)
    assert not old.path.exists()


def test_what_was_copied_from_fasthold_goes_from_the_clipboard(
    dialog: ErasureDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _clipboard: True)  # offscreen says no
    QGuiApplication.clipboard().setText("Ring til Nancy")
    type_into(dialog, "initials", "NATB")
    click(dialog, "save")
    assert QGuiApplication.clipboard().text() == ""


def test_the_list_of_what_was_handed_over_can_be_saved_first(
    page: FollowupPage, dialog: ErasureDialog, qtbot: QtBot
) -> None:
    click(dialog, "print_disclosures")
    paper = opened(dialog, PaperDialog)
    qtbot.waitUntil(lambda: paper.prepared is not None, timeout=10_000)
    paper.reject()


def test_without_a_copy_there_is_nothing_to_tick(
    page: FollowupPage, services: Services, qtbot: QtBot
) -> None:
    (old,) = services.copies.list_copies()
    old.path.unlink()
    click(page, "erase_followup")
    dialog = opened(page, ErasureDialog)
    qtbot.waitUntil(lambda: "None that Fasthold knows of." in words(dialog))
    assert not find(dialog, CheckBox, "copies").isVisible()
    dialog.throw_away()
