"""Lists ask a few questions for all their rows, and never one for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event

from app.bootstrap import Services, open_services
from app.demo.decade import Scale, make_decade
from app.domain.contact import NEWEST, attempts_of
from app.domain.timeline import PAGE_SIZE, TimelineQuery
from app.domain.today import FirstWaiting
from app.services.file import FileService

DAY = date(2026, 9, 9)
MANY = Scale(practices=40, flags=900, citizens=100, contacts=600, years=1)
FEW = 25  # questions, whatever the number of rows


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """A busy office, made once."""
    path = tmp_path_factory.mktemp("many") / "many.fasthold"
    return path, make_decade(path, DAY, files=FileService(lambda: DAY), scale=MANY)


@pytest.fixture
def many(place: tuple[Path, bytes]) -> Iterator[Services]:
    """Its services."""
    services = open_services(*place, today=lambda: DAY)
    with closing(services.vault):
        yield services


def _questions(act: Callable[[], object]) -> int:
    asked = 0

    def count(*_anything: object) -> None:
        nonlocal asked
        asked += 1

    event.listen(Engine, "before_cursor_execute", count)
    try:
        act()
    finally:
        event.remove(Engine, "before_cursor_execute", count)
    return asked


def test_no_list_asks_for_each_of_its_rows(many: Services) -> None:
    lists: dict[str, Callable[[], object]] = {
        "followups": many.followup.list_followups,
        "flags": many.flag.list_flags,
        "tasks": lambda: many.task.list_tasks(DAY + timedelta(days=7)),
        "practices": many.practice.list_practices,
        "roundtables": many.roundtable.list_roundtables,
        "visits": many.visit.list_visits,
        "plan": many.plan.plan,
        "page of the plan": lambda: many.plan.sheet(DAY - timedelta(days=60), DAY),
        "consents that end": many.consent.expiring,
        "relayed": many.consent.list_relayed,
        "who goes soon": many.retention.list_going,
        "clashes": many.plan.clashes,
    }
    assert {name: n for name, act in lists.items() if (n := _questions(act)) > FEW} == {}


def _roads(act: Callable[[], object]) -> set[str]:
    """Return how the database looks for what `act` asks for."""
    found: set[str] = set()

    def explain(
        conn: Connection, _cursor: object, words: str, values: object, *_rest: object
    ) -> None:
        if words.startswith("SELECT"):
            driver: Any = conn.connection.driver_connection
            found.update(row[-1] for row in driver.execute(f"EXPLAIN QUERY PLAN {words}", values))

    event.listen(Engine, "before_cursor_execute", explain)
    try:
        act()
    finally:
        event.remove(Engine, "before_cursor_execute", explain)
    return found


def test_no_list_and_no_search_goes_through_a_table_for_each_row(many: Services) -> None:
    roads = (
        _roads(many.followup.list_followups)
        | _roads(many.flag.list_flags)
        | _roads(lambda: many.search.find("zzz"))
    )
    assert any(road.startswith("SEARCH") for road in roads)
    assert [r for r in roads if "AUTOMATIC" in r or (r.startswith("SCAN") and "JOIN" in r)] == []


def test_today_asks_no_more_of_a_busy_office_than_of_a_quiet_one(many: Services) -> None:
    late = len(many.today.today().overdue)  # of each, what came between is asked
    assert _questions(many.today.today) <= FEW + 5 + late


def test_a_day_begins_without_a_question_for_each_person(many: Services) -> None:
    acts = (many.consent.stop_what_lapsed, many.consent.lapse_due, many.followup.erase_due)
    assert sum(_questions(act) for act in acts) < 3 * FEW


def test_what_is_counted_is_what_is_listed(many: Services) -> None:
    assert many.flag.count_going() == len(many.flag.list_going()) > 0
    waiting = many.today.today().waiting
    assert many.today.count_waiting() == waiting.count == len(waiting.rows) > 0
    assert many.today.today(most=3).waiting == FirstWaiting(
        rows=waiting.rows[:3], count=waiting.count
    )
    assert many.visit.has_visits()


def test_the_plan_reads_its_days_and_what_is_still_to_be_held(many: Services) -> None:
    first, last = DAY - timedelta(days=30), DAY
    every = many.visit.list_visits()
    shown = many.plan.sheet(first, last).visits
    assert 0 < len(shown) < len(every)
    assert [
        row for row in every if first <= row.start.date() <= last or row.status == "planned"
    ] == list(shown)
    assert many.visit.find_visit(every[0].id) == every[0]


def test_a_page_of_the_timeline_is_as_long_as_it_may_be_and_none_is_lost(many: Services) -> None:
    longest = many.followup.list_followups()[-1].id
    pages = [many.timeline.timeline(longest, TimelineQuery())]
    while (rest := pages[-1].rest) is not None:
        pages.append(many.timeline.timeline(longest, TimelineQuery(after=rest)))
    assert all(len(page.entries) == PAGE_SIZE for page in pages[:-1])
    keys = [(entry.kind, entry.key) for page in pages for entry in page.entries]
    assert len(keys) == len(set(keys)) == pages[0].count > 2 * PAGE_SIZE


def test_one_person_is_read_by_few_questions_however_much_there_is(many: Services) -> None:
    longest = many.followup.list_followups()[-1].id
    sheet = many.followup.followup(longest)  # that somebody looked is noted once a day
    assert len(sheet.measures.rows) > 2 * FEW
    assert _questions(lambda: many.followup.followup(longest)) < 2 * FEW
    assert _questions(lambda: many.timeline.timeline(longest, TimelineQuery(most=500))) < FEW


def test_the_page_of_a_followup_holds_the_newest_contacts_and_counts_them_all(
    many: Services,
) -> None:
    sheets = [many.followup.followup(row.id) for row in many.followup.list_followups()]
    assert sum(sheet.contact_count for sheet in sheets) == MANY.contacts - _archived(many)
    longest = sheets[-1]
    assert len(longest.contacts) == NEWEST < longest.contact_count
    short = next(sheet for sheet in sheets if 0 < sheet.contact_count <= NEWEST)
    assert short.attempts == attempts_of(short.contacts)


def _archived(services: Services) -> int:
    away = services.followup.list_followups(archived=True)
    return sum(services.followup.followup(row.id).contact_count for row in away)
