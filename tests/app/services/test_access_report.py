"""All that is kept about a citizen is told to them, and nothing of anybody else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import Services, open_services
from app.data.engine import raw_connect
from app.data.reach import rows_about
from app.domain.access_columns import TABLES
from app.domain.access_report import AccessReport
from app.domain.consent import CitizenId
from app.domain.followup import FollowupId
from app.services.access_data import as_json
from tests.builders import contact_draft, followup_draft, restriction_draft
from tests.clock import Clock
from tests.everything import full_file, person_with_everything
from tests.followups import EINER, NANCY, SENDER, citizen_of, flagged, started
from tests.markers import Place, mark_everything
from tests.workspaces import DEK, add_keys, file_service, passes


@dataclass(frozen=True)
class Two:
    """A file with all about two people, and a marker in every text of one or the other."""

    services: Services
    nancy: FollowupId
    einer: FollowupId
    citizens: dict[FollowupId, CitizenId]
    markers: dict[Place, str]

    def markers_of(self, followup: FollowupId) -> dict[Place, str]:
        """Return the markers that stand in the rows about this person."""
        citizen = self.citizens[followup]
        with self.services.vault.read() as session:
            found = rows_about(session, citizen)
        return {
            (table, column, end): marker
            for (table, column, end), marker in self.markers.items()
            if any(marker in str(row[column]) for row in found.get(table, ()))
        }


@pytest.fixture
def two(tmp_path: Path, clock: Clock) -> Iterator[Two]:
    path = tmp_path / "full.fasthold"
    with full_file(path, clock) as (services, nancy):
        einer = person_with_everything(services, tmp_path, EINER)
        citizens = {one: citizen_of(services, one) for one in (nancy, einer)}
    with closing(raw_connect(path, DEK, leak_ok=passes)) as file:
        markers = mark_everything(file)
    add_keys(path)
    services = open_services(path, DEK, clock.today, clock.now, file_service())
    with closing(services.vault):
        yield Two(services, nancy, einer, citizens, markers)


def test_every_text_that_is_kept_about_one_is_told_and_none_of_the_other(two: Two) -> None:
    for followup, other in ((two.nancy, two.einer), (two.einer, two.nancy)):
        told = as_json(two.services.access.report(followup), "en")
        own, others = two.markers_of(followup), two.markers_of(other)
        assert len(own) > 20
        missing = {place for place, marker in own.items() if marker not in told}
        left_out = {(table, column) for table, column, _end in missing}
        assert all(column in TABLES[table].left_out for table, column in left_out)
        assert not [place for place, marker in others.items() if marker in told]


def test_every_row_that_is_kept_is_told(tmp_path: Path, clock: Clock) -> None:
    with full_file(tmp_path / "full.fasthold", clock) as (services, followup):
        citizen = citizen_of(services, followup)
        with services.vault.read() as session:
            found = rows_about(session, citizen)
        told = [entry["table"] for entry in _entries(services.access.report(followup))]
    kept = {table: len(rows) for table, rows in found.items() if TABLES[table].columns}
    assert {table: told.count(table) for table in kept} == kept


def test_the_paper_tells_each_chapter_with_its_purpose_and_source(
    tmp_path: Path, clock: Clock
) -> None:
    with full_file(tmp_path / "full.fasthold", clock) as (services, followup):
        prepared = services.export.prepare_access_report(followup, "en")
        report = services.access.report(followup)
    assert len(report.chapters) >= 9
    said = " ".join(prepared.reading.body.split())
    for chapter in report.chapters:
        assert f"{chapter.purpose} {chapter.source}" in said
    assert all(words in said for words in (*report.kept, *report.rights, *report.left_out))


def test_another_citizen_and_a_relative_in_a_note_are_left_out(services: Services) -> None:
    services.settings.save_sender(SENDER)
    followup, _other = started(services), started(services, EINER)
    note = "Nancy arbejder med Einer Lauridsen. Hendes mand Jens kører. Kim Eksempelsen ringer."
    services.party.log_contact(followup, contact_draft(note))
    told = as_json(services.access.report(followup), "en")
    assert not [name for name in ("Einer", "Lauridsen", "Jens") if name in told]
    assert "Kim Eksempelsen ringer" in told
    assert "[somebody else]" in told


def test_the_code_of_the_flag_it_began_with_is_not_told(services: Services) -> None:
    services.settings.save_sender(SENDER)
    flag = flagged(services)
    draft = services.followup.draft_from_flag(flag.id)
    followup = services.followup.begin(followup_draft(flag_id=draft.flag_id, origin="flag"))
    assert services.followup.followup(followup).from_flag
    told = as_json(services.access.report(followup), "en")
    assert not [one for one in (flag.code, flag.id.hex, str(flag.id)) if one in told]


def test_what_was_done_with_it_is_told_with_its_days(services: Services) -> None:
    services.settings.save_sender(SENDER)
    followup = started(services)
    (log,) = [one for one in services.access.report(followup).chapters if one.name == "log"]
    told = {entry.label: entry.fields[-1].words for entry in log.entries}
    assert told["Consent recorded"] == "9 September 2026"


def test_a_restricted_person_has_their_report_all_the_same(
    services: Services, tmp_path: Path
) -> None:
    services.settings.save_sender(SENDER)
    followup = started(services)
    services.restriction.restrict(followup, restriction_draft())
    paper = services.export.save(services.export.prepare_access_report(followup, "da"), tmp_path)
    data = services.access_data.save(followup, "da", tmp_path)
    assert paper.exists()
    assert NANCY in data.read_text(encoding="utf-8")


def _entries(report: AccessReport) -> Iterator[dict[str, Any]]:
    waiting = [
        entry
        for chapter in json.loads(as_json(report, "en"))["chapters"]
        for entry in chapter["entries"]
    ]
    while waiting:
        entry = waiting.pop()
        yield entry
        waiting += entry["parts"]


def test_the_log_of_two_days_looks_like_nobodys_number(services: Services, clock: Clock) -> None:
    services.settings.save_sender(SENDER)
    followup = started(services)
    for _day in range(3):
        clock.day += timedelta(days=27)
        services.followup.followup(followup)  # looked up, which is noted once a day
        assert services.export.prepare_access_report(followup, "en").pages
