"""Words without an end, wherever a word can stand: nothing is pushed over the edge of a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from app.bootstrap import Services, open_services
from app.domain.practice import FACTS_LIMIT
from app.domain.roundtable import TEXT_LIMIT
from app.domain.typed import LINE_LIMIT, NAME_LIMIT
from tests.builders import (
    action_draft,
    agreement_draft,
    contact_draft,
    doctor_draft,
    flag_draft,
    followup_draft,
    grant_draft,
    party_draft,
    practice_draft,
    roundtable_draft,
    sender_draft,
    task_draft,
    visit_draft,
)
from tests.clock import Clock
from tests.journeys.explorer import Stage, scenes
from tests.workspaces import DEK, made_database
from ui.common.discard import discard
from ui.common.rows import Row
from ui.common.text import ShortText
from ui.common.theme import Theme

NARROW = 880  # the least a window gets
PAGES = ("today", "visits", "flags", "followups", "roundtables", "practices")
NAME, LINE, NOTE = "W" * NAME_LIMIT, "W" * LINE_LIMIT, "W" * 5_000


@pytest.fixture
def stage(tmp_path: Path, clock: Clock, theme: Theme) -> Iterator[Stage]:
    path = made_database(tmp_path)
    services = open_services(path, DEK, today=clock.today, now=clock.now)
    fill(services)
    services.vault.close()
    stage = Stage(path, DEK, clock)
    yield stage
    stage.close()


def test_every_word_wraps_or_gives_way(stage: Stage) -> None:
    for page in PAGES:
        for scene in scenes(stage, page):
            shown = scene.make(stage.desk())
            shown.resize(NARROW, 720)
            shown.show()
            QTest.qWait(1)
            assert shown.width() == NARROW, scene.page
            assert not list(over_the_edge(shown)), scene.page
            discard(shown)


def over_the_edge(page: QWidget) -> Iterator[str]:
    """Yield each text that is cut off: it reaches out of the page, or is wider than its place."""
    for label in page.findChildren(QLabel):
        if not label.isVisibleTo(page) or not label.text():
            continue
        right = label.mapTo(page, label.rect().topRight()).x()
        cut = wide(label) > label.width() and not isinstance(label, ShortText)
        if right > page.width() or cut:
            yield f"{label.text()[:40]} in {type(label.parentWidget()).__name__}"

    for row in page.findChildren(Row):
        right = row.mapTo(page, row.rect().topRight()).x()
        cut = row.minimumSizeHint().width() > row.width()
        if row.isVisibleTo(page) and (right > page.width() or cut):
            yield f"{row.title()[:40]} in {type(row.parentWidget()).__name__}"


def wide(label: QLabel) -> int:
    """Return how wide the text gets in the room it has, wrapped if it may be."""
    room = QRect(0, 0, label.contentsRect().width(), 100_000)
    flags = Qt.TextFlag.TextWordWrap if label.wordWrap() else Qt.TextFlag.TextSingleLine
    return label.fontMetrics().boundingRect(room, int(flags), QLabel.text(label)).width()


def fill(services: Services) -> None:
    """Write them into everything there is."""
    sender = sender_draft(name=NAME, title=NAME, reachable=NAME, municipality=NAME, office=LINE)
    services.settings.save_sender(sender)
    facts = "W" * FACTS_LIMIT
    practice = services.practice.add_practice(
        practice_draft(NAME, address=LINE, place=NAME, quick_facts=facts)
    )
    services.practice.add_doctor(practice, doctor_draft(NAME))
    services.visit.plan_visit(visit_draft(practice, "14/9/2026"))
    services.flag.raise_flag(practice, None, flag_draft())
    services.task.add_task(task_draft("Bestil nye kodesedler"))
    followup = services.followup.begin(
        followup_draft(NAME, job_title=NAME, functions=NOTE, wishes=NOTE, reach=LINE)
    )
    employer = services.party.add_party(
        followup, party_draft(NAME, person=NAME, aim=LINE, next_step=LINE)
    )
    services.consent.grant(followup, grant_draft(employer, "function"))
    services.party.log_contact(followup, contact_draft(NOTE))
    told = "W" * TEXT_LIMIT
    plan = roundtable_draft(place=LINE, duration=LINE, colleagues_told=told, disagreements=told)
    roundtable = services.roundtable.plan_roundtable(followup, plan)
    agreement = agreement_draft(LINE, task=LINE, adjustment=LINE, owner=NAME)
    services.agreement.add_agreement(roundtable, agreement)
    services.agreement.add_action(roundtable, action_draft(LINE, who=NAME))
