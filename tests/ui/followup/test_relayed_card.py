"""A yes that was passed on stands above the follow-ups: the first to lapse, the rest on asking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from app.domain.consent import CitizenId, ReachKind
from app.domain.followup_sheet import RelayedRow
from tests.windows import words
from ui.followup.relayed_card import RelayedCard

TODAY = date(2026, 9, 9)
ONE = RelayedRow(
    citizen_id=CitizenId(UUID(int=0)),
    name="Nancy Ann Test Berggren",
    reach_kind=ReachKind.PHONE,
    reach="00 00 00 00",
    safe_when="",
    relayed_by="Læge Eksempel",
    given_on=TODAY,
    expires_on=date(2026, 9, 30),
)


def _rows(count: int) -> Sequence[RelayedRow]:
    return tuple(replace(ONE, citizen_id=CitizenId(UUID(int=n))) for n in range(count))


@pytest.fixture
def card(qtbot: QtBot) -> RelayedCard:
    card = RelayedCard()
    qtbot.addWidget(card)
    return card


def test_nobody_is_hidden_behind_the_first(card: RelayedCard) -> None:
    card.show_rows(_rows(8), TODAY)
    assert "Show 3 more" in words(card)
    assert "8" in words(card)


def test_who_is_looked_for_is_shown_however_far_down(card: RelayedCard) -> None:
    card.show_rows(_rows(8), TODAY)
    card.show()
    card.go_to(CitizenId(UUID(int=6)))
    here = card.window().focusWidget()
    assert here is card.list.rows()[6]


def test_the_same_people_keep_their_rows_and_a_new_day_is_said(card: RelayedCard) -> None:
    card.show_rows(_rows(2), TODAY)
    before = list(card.list.rows())
    card.show_rows(_rows(2), TODAY)
    assert list(card.list.rows()) == before
    card.show_rows(_rows(2), ONE.expires_on)
    assert "Last day" in words(card)


def test_nobody_left_hides_the_card(card: RelayedCard) -> None:
    card.show_rows(_rows(1), TODAY)
    card.show_rows((), TODAY)
    assert card.isHidden()
