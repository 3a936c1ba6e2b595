"""Many papers saved in one go: how far it is, what was left out and why, stopped and gone on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from tests.followups import SENDER, Case, held, with_employer
from tests.windows import click, words
from ui.common.desk import Desk
from ui.paper.set_dialog import PaperSetDialog


@pytest.fixture
def case(services: Services) -> Case:
    services.settings.save_sender(SENDER)
    case = with_employer(services, "function", "considerations")
    services.roundtable.finalise(held(services, case))
    return case


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def dialog(desk: Desk, services: Services, case: Case, window: QWidget) -> PaperSetDialog:
    papers = services.paper_set.papers_of_case(case.id)
    dialog = PaperSetDialog(desk, "All papers", papers, window)
    dialog.open()
    return dialog


def test_what_is_saved_and_what_is_left_out_is_told(
    dialog: PaperSetDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.save_into(tmp_path)
    qtbot.waitUntil(lambda: "3 papers are saved." in words(dialog))
    assert "Doctor sheet, 27 August 2026: There is no doctor" in words(dialog)
    assert len(list(tmp_path.glob("0*.pdf"))) == 3
    dialog.save_into(tmp_path)
    qtbot.waitUntil(lambda: "3 were there already." in words(dialog))
    dialog.reject()


def test_cancel_stops_the_job_and_not_the_dialog(
    dialog: PaperSetDialog, services: Services, qtbot: QtBot, tmp_path: Path
) -> None:
    with services.vault.read():  # the job waits for the file
        dialog.save_into(tmp_path)
        click(dialog, "cancel")
    assert dialog.isVisible()
    assert "Save again in the same folder to go on." in words(dialog)
    dialog.save_into(tmp_path)
    qtbot.waitUntil(lambda: "saved." in words(dialog) and "Stopped" not in words(dialog))
    assert len(list(tmp_path.glob("0*.pdf"))) == 3
    dialog.reject()


def test_a_folder_of_another_set_is_left_alone(
    dialog: PaperSetDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "001-consent-form-2026-09.pdf").write_bytes(b"another")
    told: list[BaseException] = []
    monkeypatch.setattr("ui.paper.set_dialog.show_error", lambda _at, error: told.append(error))
    dialog.save_into(tmp_path)
    qtbot.waitUntil(lambda: bool(told))
    assert "Choose an empty folder." in str(told[0])
    dialog.reject()
