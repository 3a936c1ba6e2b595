from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.domain.visit_pause import Pause, PauseKind
from ui.visit.room.visit_clock import VisitClock

START = datetime(2026, 9, 9, 12, 30)  # noqa: DTZ001 -- visits are in local Danish time


class Watch:
    """What the clock on the wall shows."""

    def __init__(self) -> None:
        self.at = START

    def moment(self) -> datetime:
        return self.at

    def pass_by(self, minutes: int, seconds: int = 0) -> None:
        self.at += timedelta(minutes=minutes, seconds=seconds)


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def clock(watch: Watch, qapp: object) -> VisitClock:
    return VisitClock(START, 30, watch.moment)


@pytest.mark.parametrize(
    ("minutes", "seconds", "figure", "words"),
    [
        (0, 0, "30:00", "left of 30:00"),
        (11, 23, "18:37", "left of 30:00"),
        (24, 59, "5:01", "left of 30:00"),
        (25, 0, "5:00", "5 min: wrap up"),
        (29, 30, "0:30", "1 min: wrap up"),
        (33, 5, "−3:05", "3 minutes over"),
        (30, 10, "−0:10", "1 minute over"),
    ],
)
def test_the_clock_says_what_is_left_and_when_to_wrap_up(
    clock: VisitClock, watch: Watch, minutes: int, seconds: int, figure: str, words: str
) -> None:
    watch.pass_by(minutes, seconds)
    assert (clock.figure(), clock.words()) == (figure, words)


def stand(kind: PauseKind, begins: int, ends: int | None = None) -> Pause:
    until = None if ends is None else START + timedelta(minutes=ends)
    return Pause(kind=kind, began_at=START + timedelta(minutes=begins), ended_at=until)


def test_a_pause_stops_the_clock_only(clock: VisitClock, watch: Watch) -> None:
    clock.set_pauses([stand(PauseKind.PAUSE, 10)])
    watch.pass_by(17)
    assert (clock.figure(), clock.words()) == ("20:00", "paused since 12:40")
    clock.set_pauses([stand(PauseKind.PAUSE, 10, 17)])
    watch.pass_by(1)
    assert clock.figure() == "19:00"


def test_an_interruption_says_since_when(clock: VisitClock, watch: Watch) -> None:
    clock.set_pauses([stand(PauseKind.PAUSE, 1, 3), stand(PauseKind.INTERRUPTION, 11)])
    watch.pass_by(20)
    assert (clock.figure(), clock.words()) == ("21:00", "interrupted since 12:41")


def test_it_ticks_by_itself(clock: VisitClock, qtbot: QtBot) -> None:
    with qtbot.waitSignal(clock.ticked, timeout=2_000):
        pass
