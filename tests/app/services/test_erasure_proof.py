"""Erasure leaves no byte: forty markers, one in every text of a person, are looked for on every
page and in every frame of the log, past SQL and past the driver."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile

import pytest

from app.bootstrap import Services, open_services
from app.data.engine import raw_connect
from app.data.reach import rows_about
from app.domain.erasure import ErasureDraft
from app.domain.followup import FollowupId
from tests.clock import Clock
from tests.decrypt import everything_in
from tests.everything import full_file
from tests.followups import citizen_of
from tests.markers import Place, mark_everything, traces_of
from tests.workspaces import DEK, add_keys, file_service, passes


@dataclass
class Marked:
    """An open file with a marker in every text of a person."""

    services: Services
    path: Path
    followup: FollowupId
    markers: dict[Place, str]
    ids: set[bytes]

    def left(self, path: Path | None = None) -> dict[Place, set[bytes]]:
        """Return which traces of which marker still lie in the file."""
        lying = everything_in(path or self.path, DEK)
        found = {
            column: {trace for trace in traces_of(marker) if trace in lying}
            for column, marker in self.markers.items()
        }
        return {column: traces for column, traces in found.items() if traces}

    def save_copy(self, folder: Path) -> Path:
        """Save a copy of the file as it is now."""
        folder.mkdir(exist_ok=True)
        return self.services.file.save_copy(self.services.vault, self.path, folder)


@pytest.fixture
def marked(tmp_path: Path, clock: Clock) -> Iterator[Marked]:
    path = tmp_path / "full.fasthold"
    with full_file(path, clock) as (services, followup):
        citizen = services.followup.followup(followup).citizen_id
        with services.vault.read() as session:
            about = rows_about(session, citizen)
        ids = {row["id"].hex.encode() for rows in about.values() for row in rows if "id" in row}
    with closing(raw_connect(path, DEK, leak_ok=passes)) as file:
        markers = mark_everything(file)
    add_keys(path)
    services = open_services(path, DEK, clock.today, clock.now, file_service())
    with closing(services.vault):
        yield Marked(services, path, followup, markers, ids)


def erase(marked: Marked) -> None:
    initials = marked.services.erasure.preview(marked.followup).initials
    marked.services.erasure.erase_person(marked.followup, ErasureDraft(initials=initials))
    marked.services.erasure.finish()


def test_every_text_of_a_person_has_a_marker_that_can_be_seen(marked: Marked) -> None:
    assert len(marked.markers) >= 40
    assert set(marked.left()) == set(marked.markers)


def test_erasure_leaves_no_byte_in_the_open_file_nor_in_the_closed_one(marked: Marked) -> None:
    erase(marked)
    assert marked.left() == {}
    lying = everything_in(marked.path, DEK)
    assert not {one for one in marked.ids if one in lying}, "nor an id of anything about them"
    marked.services.vault.close()
    assert marked.left() == {}


def test_the_copies_listed_are_exactly_those_in_which_something_is_found(
    marked: Marked, empty_file: Path, tmp_path: Path
) -> None:
    folder, citizen = tmp_path / "copies", citizen_of(marked.services, marked.followup)
    old = [marked.save_copy(folder), marked.save_copy(tmp_path / "stick")]
    without = folder / "fasthold-copy-2026-08-01.fasthold"
    copyfile(empty_file, without)
    listed = [row.path for row in marked.services.copies.holding(citizen)]
    erase(marked)
    new = marked.save_copy(folder)
    found = [path for path in (*old, without, new) if marked.left(path)]
    assert sorted(listed) == sorted(found) == sorted(old)


def test_old_copies_are_erased_once_a_new_one_without_the_person_is_saved(
    marked: Marked, tmp_path: Path
) -> None:
    old = [marked.save_copy(tmp_path / "copies"), marked.save_copy(tmp_path / "stick")]
    rows = marked.services.copies.holding(citizen_of(marked.services, marked.followup))
    erase(marked)
    assert marked.services.erasure.finish(rows) == 2
    assert not any(path.exists() for path in old)
    for folder in ("copies", "stick"):
        (new,) = (tmp_path / folder).glob("*.fasthold")
        assert marked.left(new) == {}
