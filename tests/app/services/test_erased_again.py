"""Whoever was erased stays erased: each older copy learns of it before anything of it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest
from alembic.operations import Operations

from app.bootstrap import Services, open_services
from app.data import migrate
from app.data.audit import trail_of
from app.data.erasure import find_erased
from app.domain.erasure import ErasedKind, ErasureReason
from app.domain.flag_choice import FlagStatus
from app.domain.followup import EndingDraft
from app.services.workspace import BEFORE_UPDATE
from app.system import ledger_file
from app.system.paths import config_folder
from tests.builders import followup_draft, relayed_draft
from tests.clock import Clock
from tests.decrypt import everything_in
from tests.everything import full_file
from tests.followups import EINER, NANCY, citizen_of, erase
from tests.workspaces import DEK, add_keys, file_service


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "full.fasthold"


@pytest.fixture
def copies(path: Path, clock: Clock, tmp_path: Path) -> list[Path]:
    """Copies of three ages; then the person is erased, and the file is closed."""
    with full_file(path, clock) as (services, followup):
        add_keys(path)
        saved = [_copy(services, path, tmp_path / "first")]
        services.followup.begin(followup_draft(EINER))
        saved += [_copy(services, path, tmp_path / "second"), _copy(services, path, path.parent)]
        erase(services, followup)
    return saved


def _copy(services: Services, path: Path, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return services.file.save_copy(services.vault, path, folder)


@pytest.fixture
def opened(clock: Clock) -> Iterator[Opening]:
    opening = Opening(clock)
    yield opening
    opening.close()


class Opening:
    """Opens files as the program does."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._open: list[Services] = []

    def __call__(self, path: Path) -> Services:
        self._open.append(
            open_services(path, DEK, self._clock.today, self._clock.now, file_service())
        )
        return self._open[-1]

    def close(self) -> None:
        for services in self._open:
            services.vault.close()


def names(services: Services) -> list[str]:
    return [row.citizen for row in services.followup.list_followups()]


def subjects(services: Services) -> list[str]:
    with services.vault.read() as session:
        return [entry.subject for entry in find_erased(session)]


def forget_this_computer() -> None:
    for place in (config_folder() / "erased").iterdir():
        place.unlink()


def test_every_older_copy_opens_without_who_was_erased_since(
    copies: list[Path], opened: Opening
) -> None:
    kept = [[], [EINER], [EINER]]
    assert [names(opened(copy)) for copy in copies] == kept
    assert not any(NANCY.encode() in everything_in(copy, DEK) for copy in copies)


def test_a_copy_learns_of_it_on_another_computer_by_what_lies_beside_it(
    copies: list[Path], opened: Opening
) -> None:
    forget_this_computer()
    assert names(opened(copies[1])) == [EINER]


def test_a_copy_that_was_carried_off_learns_of_it_where_the_file_is_known(
    copies: list[Path], opened: Opening, tmp_path: Path
) -> None:
    moved = tmp_path / "moved.fasthold"
    copyfile(copies[1], moved)
    assert names(opened(moved)) == [EINER]


def test_nothing_but_the_file_itself_need_be_left(
    path: Path, copies: list[Path], opened: Opening
) -> None:
    assert copies
    forget_this_computer()
    ledger_file.beside(path).unlink()
    services = opened(path)
    assert len(subjects(services)) == 1
    assert ledger_file.beside(path).exists(), "told again to where it was missing"


def test_an_opened_copy_knows_the_whole_ledger_and_tells_it_on(
    copies: list[Path], opened: Opening
) -> None:
    services = opened(copies[0])
    with services.vault.read() as session:
        (entry,) = find_erased(session)
    assert entry.reason is ErasureReason.ASKED
    assert entry.counts[ErasedKind.CONTACTS] == 13


def test_a_foreign_ledger_erases_nobody(path: Path, clock: Clock, opened: Opening) -> None:
    with full_file(path, clock) as (services, followup):
        citizen = citizen_of(services, followup)
        with services.vault.read() as session:
            subject = trail_of(session).subject(citizen)
    ledger_file.beside(path).write_bytes(f'[{{"subject": "{subject}"}}]'.encode())
    assert names(opened(path)) == [NANCY]


def test_a_person_entered_anew_after_an_erasure_is_somebody_else(
    path: Path, copies: list[Path], opened: Opening
) -> None:
    assert copies
    services = opened(path)
    services.followup.begin(followup_draft(NANCY))
    services.vault.close()
    assert names(opened(path)) == [NANCY, EINER]


def test_the_flag_a_copy_still_links_waits_again(copies: list[Path], opened: Opening) -> None:
    services = opened(copies[0])
    (flag,) = services.flag.list_flags()
    assert flag.status is not FlagStatus.CONSENTED


def test_the_copy_made_before_an_update_does_not_keep_who_was_erased(
    copies: list[Path], opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Step:
        def upgrade(self, op: Operations) -> None:
            op.execute("CREATE TABLE more (x)")

    monkeypatch.setattr(migrate, "STEPS", (*migrate.STEPS, Step()))
    assert names(opened(copies[1])) == [EINER]
    assert list((copies[1].parent / "copies").glob(f"{BEFORE_UPDATE}*.fasthold")) == []


def test_every_road_out_of_the_file_is_in_the_ledger(services: Services, clock: Clock) -> None:
    services.consent.remove_relayed(services.consent.record_relayed(relayed_draft()))
    services.consent.record_relayed(relayed_draft("Anden Test"))
    ended = services.followup.begin(followup_draft("Tredje Test"))
    services.followup.end_followup(ended, EndingDraft(ended_on="9/9/2026", outcome="out"))
    fell = services.followup.begin(followup_draft("Fjerde Test"))
    services.consent.withdraw_all(fell)
    clock.day = clock.day.replace(year=2027)
    services.tidy.tidy_on_this_day()
    with services.vault.read() as session:
        reasons = {entry.reason for entry in find_erased(session)}
    assert reasons == set(ErasureReason) - {ErasureReason.ASKED}
