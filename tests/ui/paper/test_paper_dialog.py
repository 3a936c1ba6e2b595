from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QThread
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from app.bootstrap import Services
from app.domain.flag import FlagCard
from app.domain.paper import PaperKind, Prepared
from app.domain.password import PasswordDraft
from app.domain.problem import DiskFull, Refused
from app.domain.visit import AttendanceDraft, VisitId
from tests.builders import flag_draft, practice_draft, sender_draft, visit_draft
from tests.clock import Clock
from tests.ui.conftest import Show
from tests.windows import click, find
from ui.common.button import Button
from ui.common.choose_file import answer_with
from ui.common.desk import Desk
from ui.common.notice import Notice
from ui.common.segments import Segments
from ui.paper.paper_dialog import PaperDialog, open_paper
from ui.paper.paper_view import PaperView
from ui.paper.password_dialog import PasswordDialog

Open = Callable[[Callable[[str], Prepared]], PaperDialog]


@pytest.fixture
def opened(desk: Desk, show: Show, qtbot: QtBot) -> Iterator[Open]:
    window = show(desk.message)
    window.resize(1000, 800)

    def ask(prepare: Callable[[str], Prepared]) -> PaperDialog:
        dialog = open_paper(desk, window, PaperKind.SLIP, prepare)
        qtbot.waitUntil(lambda: dialog.prepared is not None or bool(told(dialog)), timeout=10_000)
        return dialog

    yield ask
    for dialog in window.findChildren(PaperDialog):
        dialog.close()


@pytest.fixture
def card(services: Services) -> FlagCard:
    services.settings.save_sender(sender_draft())
    practice_id = services.practice.add_practice(practice_draft())
    return services.flag.raise_flag(practice_id, None, flag_draft())


def slip_of(services: Services, card: FlagCard) -> Callable[[str], Prepared]:
    return lambda language: services.export.prepare_slip(card.id, language)


def told(dialog: PaperDialog) -> str:
    notice = find(dialog, Notice)
    return notice.accessibleName() if notice.isVisible() else ""


def told_of(services: Services) -> list[tuple[str, str]]:
    """What the file says has left: name and hash."""
    with services.vault.read() as session:
        rows = session.execute(text("SELECT file_name, sha256 FROM disclosure"))
        return [(row[0], row[1]) for row in rows]


def test_a_slip_is_seen_whole_at_once(opened: Open, services: Services, card: FlagCard) -> None:
    dialog = opened(slip_of(services, card))
    view = find(dialog, PaperView)
    assert view._view.verticalScrollBar().maximum() == 0


def test_a_slip_grows_from_the_size_it_is_seen_at(
    opened: Open, services: Services, card: FlagCard
) -> None:
    view = find(opened(slip_of(services, card)), PaperView)
    seen = view._factor()
    view.zoom_in()
    assert view._factor() == pytest.approx(seen * 1.2)


def test_what_is_shown_is_what_is_saved_and_noted(
    services: Services, opened: Open, card: FlagCard, tmp_path: Path
) -> None:
    dialog = opened(slip_of(services, card))
    shown = find(dialog, PaperView).pdf()
    answer_with(tmp_path)
    click(dialog, "save")
    [file] = tmp_path.glob("*.pdf")
    assert file.read_bytes() == shown
    assert told_of(services) == [(file.name, hashlib.sha256(shown).hexdigest())]


def test_a_paper_with_a_password_asks_for_one_before_the_folder(
    services: Services, opened: Open, card: FlagCard, tmp_path: Path
) -> None:
    dialog = opened(slip_of(services, card))
    click(dialog, "protect")
    click(dialog, "save")
    password = find(dialog, PasswordDialog)
    words = find(password, QLabel, "offered").text()
    click(password, "save")
    assert told_of(services) == []
    click(password, "take_words")
    answer_with(tmp_path)
    click(password, "save")
    [file] = tmp_path.glob("*.pdf")
    assert PdfReader(file).decrypt(words) != 0
    assert told_of(services) == [(file.name, hashlib.sha256(file.read_bytes()).hexdigest())]


def test_other_words_are_offered_and_none_are_taken_unasked(
    services: Services, opened: Open, card: FlagCard
) -> None:
    dialog = opened(slip_of(services, card))
    click(dialog, "protect")
    click(dialog, "save")
    password = find(dialog, PasswordDialog)
    words = find(password, QLabel, "offered").text()
    click(password, "other_words")
    assert find(password, QLabel, "offered").text() != words
    assert password.draft() == PasswordDraft()
    password.throw_away()


def test_saving_says_the_name_and_closes(
    desk: Desk, services: Services, opened: Open, card: FlagCard, tmp_path: Path
) -> None:
    dialog = opened(slip_of(services, card))
    dialog.save_into(tmp_path)
    [file] = tmp_path.glob("*.pdf")
    assert file.name in desk.message.text()
    assert str(file.parent) in desk.message.text()
    assert not dialog.isVisible()


def test_what_is_saved_two_hundred_times_in_haste_leaves_once(
    services: Services, opened: Open, card: FlagCard, tmp_path: Path
) -> None:
    dialog = opened(slip_of(services, card))
    for _click in range(200):
        dialog.save_into(tmp_path)
    assert len(list(tmp_path.glob("*.pdf"))) == len(told_of(services)) == 1


def test_the_pages_can_be_seen(services: Services, opened: Open, card: FlagCard) -> None:
    dialog = opened(slip_of(services, card))
    assert find(dialog, PaperView).pages() == 1
    assert any(label.text() == "Pages: 1" for label in dialog.findChildren(QLabel))


def test_the_other_language_is_another_paper(
    services: Services, opened: Open, card: FlagCard, qtbot: QtBot
) -> None:
    dialog = opened(slip_of(services, card))
    first = find(dialog, PaperView).pdf()
    switch = find(dialog, Segments, "language")
    switch.setFocus()
    switch.parts()[0].click()
    save = find(dialog, Button, "save")
    assert not save.isEnabled(), "the paper in view is not the one asked for"
    qtbot.waitUntil(save.isEnabled, timeout=10_000)
    assert dialog.prepared is not None
    assert dialog.prepared.language == "da"
    assert find(dialog, PaperView).pdf() == dialog.prepared.pdf != first


def test_a_refusal_is_shown_and_nothing_can_be_saved(
    services: Services, opened: Open, tmp_path: Path
) -> None:
    practice_id = services.practice.add_practice(practice_draft())
    card = services.flag.raise_flag(practice_id, None, flag_draft())
    dialog = opened(slip_of(services, card))  # nobody has written who sends it
    assert told(dialog).startswith("The paper cannot be handed out.")
    assert not find(dialog, Button, "save").isEnabled()
    dialog.save_into(tmp_path)
    assert not list(tmp_path.glob("*.pdf"))


def test_a_full_disk_leaves_the_paper_in_view(
    desk: Desk,
    services: Services,
    opened: Open,
    card: FlagCard,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(_place: Path, _data: bytes) -> None:
        raise DiskFull("There is no room left.")

    dialog = opened(slip_of(services, card))
    monkeypatch.setattr("app.services.share.write_whole", full)
    dialog.save_into(tmp_path)
    assert told(dialog) == "The paper was not saved. There is no room left."
    assert find(dialog, Button, "save").isEnabled()
    assert told_of(services) == []


def test_a_basis_that_fell_meanwhile_takes_the_paper_away(
    desk: Desk,
    services: Services,
    opened: Open,
    card: FlagCard,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fallen(_prepared: Prepared, _folder: Path, _password: str) -> Path:
        raise Refused("The consent has changed.")

    dialog = opened(slip_of(services, card))
    monkeypatch.setattr(type(services.export), "save", lambda _self, *args: fallen(*args))
    dialog.save_into(tmp_path)
    assert told(dialog) == "The paper cannot be handed out. The consent has changed."
    assert find(dialog, PaperView).pdf() == b""


def test_other_data_is_another_paper(services: Services, opened: Open, card: FlagCard) -> None:
    other = services.flag.raise_flag(card.practice_id, None, flag_draft())
    papers = {find(opened(slip_of(services, one)), PaperView).pdf() for one in (card, other)}
    assert len(papers) == 2


def test_the_summary_of_a_visit_is_shown(services: Services, opened: Open, card: FlagCard) -> None:
    visit_id = held_visit(services, card)
    dialog = opened(lambda language: services.export.prepare_visit_summary(visit_id, language))
    assert find(dialog, PaperView).pages() == 1


def test_zooming_changes_the_size_and_back(
    services: Services, opened: Open, card: FlagCard
) -> None:
    view = find(opened(slip_of(services, card)), PaperView)
    view.zoom_in()
    once = view._view.zoomFactor()
    view.zoom_in()
    assert view._view.zoomFactor() > once
    view.zoom_out()
    view.zoom_out()
    assert view._view.zoomFactor() < once
    view.fit_width()


def test_a_page_drawn_while_the_view_was_resized_is_sharp(
    services: Services, card: FlagCard, qtbot: QtBot
) -> None:
    pdf = services.export.prepare_slip(card.id, "en").pdf

    def drawn(width: int) -> QImage:
        view = PaperView()
        qtbot.addWidget(view)
        view.resize(width, 500)
        with qtbot.waitExposed(view):
            view.show()
        view.show_pdf(pdf)
        view.grab()  # it begins to draw, and what it draws waits to be taken in
        QThread.msleep(300)
        view.resize(706, 500)
        QTest.qWait(600)
        picture = view.grab().toImage()
        view.close()
        return picture

    assert drawn(720) == drawn(706)


def held_visit(services: Services, card: FlagCard) -> VisitId:
    visit_id = services.visit.plan_visit(visit_draft(card.practice_id))
    services.visit.start_visit(visit_id)
    services.visit.note_attendance(visit_id, AttendanceDraft(doctors="3"))
    return services.visit.end_visit(visit_id)


def test_details_not_looked_through_for_half_a_year_are_asked_about(
    services: Services, opened: Open, card: FlagCard, clock: Clock
) -> None:
    clock.day = date(2027, 4, 1)
    dialog = opened(slip_of(services, card))
    asked = find(dialog, Notice, "details")
    for printed in (sender_draft().name, sender_draft().phone, sender_draft().email):
        assert printed in asked.accessibleName()
    click(asked, "act_0")
    assert not asked.isVisible()
    assert services.settings.sender_checked_on() == clock.today()
    assert dialog.focusWidget() is not None


def test_details_looked_through_lately_are_not_asked_about(
    services: Services, opened: Open, card: FlagCard
) -> None:
    assert opened(slip_of(services, card)).findChild(Notice, "details") is None
