"""Settings in the file: my details, lock times, what the file is, the day it was last seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.bootstrap import Services
from app.changes import Topic
from app.data.setting import MetaRecord, put_setting
from app.domain.audit import Action
from app.domain.problem import Refused, Rejected
from app.domain.sender import SenderDraft
from tests.builders import sender_draft
from tests.clock import Clock

ME = SenderDraft(
    name="Kim Eksempelsen",
    title="Fastholdelseskonsulent",
    phone="00 00 00 00",
    email="kim.eksempelsen@kommune.example",
    reachable="Hverdage kl. 8.30-14.30",
    municipality="Eksempel Kommune",
    office="Fastholdelse",
)


def test_a_new_file_has_no_sender_and_says_what_to_do(services: Services) -> None:
    assert services.settings.sender() is None
    with pytest.raises(Refused, match="Write your details in Settings first"):
        services.settings.needed_sender()


def test_my_details_come_back_as_they_were_typed(services: Services) -> None:
    services.settings.save_sender(ME)
    assert services.settings.sender_draft() == ME
    assert services.settings.needed_sender().name == "Kim Eksempelsen"


def test_incomplete_details_save_nothing_and_tell_nobody(services: Services) -> None:
    heard: list[frozenset[Topic]] = []
    services.changes.subscribe(heard.append)
    with pytest.raises(Rejected) as rejection:
        services.settings.save_sender(replace(ME, phone="12", email="kim"))
    assert {problem.field for problem in rejection.value.problems} == {"phone", "email"}
    assert services.settings.sender_draft() == SenderDraft()
    assert heard == []


def test_the_lock_waits_five_minutes_and_fifteen_in_a_visit(services: Services) -> None:
    assert services.settings.lock_minutes() == 5
    assert services.settings.lock_minutes_in_visit() == 15


def test_lock_times_can_be_changed(services: Services) -> None:
    services.settings.save_lock_minutes("2", "60")
    assert services.settings.lock_minutes() == 2
    assert services.settings.lock_minutes_in_visit() == 60


@pytest.mark.parametrize(
    ("usual", "in_visit"), [("0", "61"), ("16", ""), ("-1", "1e3"), ("x", "٣")]
)
def test_lock_times_out_of_bounds_are_refused_together(
    services: Services, usual: str, in_visit: str
) -> None:
    with pytest.raises(Rejected) as rejection:
        services.settings.save_lock_minutes(usual, in_visit)
    fields = [problem.field for problem in rejection.value.problems]
    assert fields == ["lock_minutes", "lock_minutes_in_visit"]
    assert services.settings.lock_minutes() == 5


@pytest.mark.parametrize("rubbish", ["", "never", "0", "999999999", "5.5"])
def test_a_lock_time_nobody_can_use_falls_back(services: Services, rubbish: str) -> None:
    with services.vault.write(Topic.SETTINGS) as session:
        put_setting(session, "lock_minutes", rubbish)
    assert services.settings.lock_minutes() == 5


def test_a_file_is_real_until_it_is_marked_as_made_up(services: Services) -> None:
    assert not services.settings.made_up()
    services.settings.mark_made_up()
    services.settings.mark_made_up()
    assert services.settings.made_up()


@pytest.mark.parametrize(
    ("day", "jumped"),
    [
        (date(2026, 9, 8), True),
        (date(2026, 9, 9), False),
        (date(2026, 9, 23), False),
        (date(2026, 9, 24), True),
    ],
)
def test_back_or_more_than_14_days_ahead_the_clock_has_jumped(
    services: Services, clock: Clock, day: date, jumped: bool
) -> None:
    services.settings.note_seen(clock.today())
    clock.day = day
    assert services.settings.clock_jumped() is jumped


def test_a_file_never_seen_before_knows_of_no_jump(services: Services) -> None:
    assert not services.settings.clock_jumped()
    with services.vault.write(Topic.SETTINGS) as session:
        session.merge(MetaRecord(key="last_seen", value="rubbish"))
    assert not services.settings.clock_jumped()


def test_a_printed_code_is_tried_until_there_is_a_new_one(services: Services) -> None:
    assert not services.settings.code_tried()
    services.settings.note_code_tried()
    assert services.settings.code_tried()
    services.settings.note_code_tried(tried=False)
    assert not services.settings.code_tried()


def test_the_file_knows_the_day_of_its_last_copy(services: Services, clock: Clock) -> None:
    assert services.settings.last_copied() is None
    services.settings.note_copied(clock.today())
    assert services.settings.last_copied() == clock.today()


@pytest.mark.parametrize(
    ("day", "worn"), [(date(2027, 3, 9), False), (date(2027, 3, 10), True), (None, True)]
)
def test_my_details_are_to_be_looked_through_after_half_a_year(
    services: Services, clock: Clock, day: date | None, worn: bool
) -> None:
    if day is not None:
        services.settings.save_sender(sender_draft())
        clock.day = day
    assert services.settings.sender_is_worn() is worn
    services.settings.confirm_sender()
    assert not services.settings.sender_is_worn()
    assert services.settings.sender_checked_on() == clock.today()


def test_what_a_printer_keeps_is_remembered_as_read(services: Services) -> None:
    assert not services.settings.print_warned()
    services.settings.note_print_warned()
    assert services.settings.print_warned()
    assert services.audit.entries()[0].action is Action.PRINT_WARNED
