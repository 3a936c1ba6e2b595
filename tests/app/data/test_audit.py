"""The chain of the audit trail: whoever has no key cannot change it without its showing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from app.changes import ChangeFeed, Topic
from app.data.audit import (
    FIRST,
    Entry,
    Head,
    Trail,
    Walk,
    compare_end,
    entries_after,
    entries_before,
    head_of,
    last_about,
    note_act,
)
from app.data.state_file import place
from app.data.vault import Vault
from app.domain.audit import Action, End, Fault, Flaw, Word
from app.domain.problem import Refused
from app.system.clock import now_utc
from tests.trails import lengthen, tampering, walked
from tests.workspaces import made_database, opened, save

LENGTH = 120
NANCY = UUID(int=1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "work").mkdir()
    return made_database(tmp_path / "work")


@pytest.fixture
def vault(path: Path) -> Iterator[Vault]:
    with closing(opened(path)) as vault:
        yield vault


@pytest.fixture(scope="module")
def trail() -> Trail:
    return Trail(b"seal" * 8, b"subject" * 4, now_utc)


@pytest.fixture(scope="module")
def chain(trail: Trail) -> list[Entry]:
    entries, mac = [], FIRST
    for seq in range(1, LENGTH + 1):
        body = (seq, "2026-09-09T10:30:00+00:00", "viewed", f"{seq % 7:032x}", "[]", mac)
        mac = trail.seal(body)
        entries.append(Entry(*body, mac=mac))
    return entries


def test_an_entry_says_what_was_done_when_and_by_a_pseudonym_to_whom(vault: Vault) -> None:
    with vault.write(Topic.SETTINGS) as session:
        note_act(session, Action.KEY_CHANGED, Word.PASSPHRASE, Word.SET, 3, person=NANCY)
    with vault.read() as session:
        (entry,) = entries_after(session, 0)
    assert (entry.seq, entry.action, entry.prev) == (1, "key_changed", FIRST)
    assert json.loads(entry.detail) == ["passphrase", "set", 3]
    assert entry.at.endswith("+00:00")
    assert entry.subject is not None
    assert len(entry.subject) == 32
    assert NANCY.hex not in repr(entry)


def test_entries_about_one_person_belong_together_and_lead_to_nobody(vault: Vault) -> None:
    with vault.write(Topic.SETTINGS) as session:
        for person in (NANCY, UUID(int=2), NANCY):
            note_act(session, Action.VIEWED, person=person)
    with vault.read() as session:
        subjects = [entry.subject for entry in entries_after(session, 0)]
        last = last_about(session, NANCY, Action.VIEWED)
    assert subjects[0] == subjects[2] != subjects[1]
    assert last is not None
    assert last.seq == 3


def test_another_file_gives_the_same_person_another_pseudonym(trail: Trail) -> None:
    other = Trail(trail.seal_key, b"x" * 32, now_utc)
    assert trail.subject(NANCY) != other.subject(NANCY)


def test_an_act_that_fails_leaves_no_entry(vault: Vault) -> None:
    def act() -> None:
        with vault.write(Topic.SETTINGS) as session:
            note_act(session, Action.VIEWED)
            raise Refused("no")

    with pytest.raises(Refused):
        act()
    with vault.read() as session:
        assert head_of(session) == Head()


def test_who_listens_hears_that_the_trail_has_grown(path: Path) -> None:
    changes, heard = ChangeFeed(), list[frozenset[Topic]]()
    changes.subscribe(heard.append)
    with closing(opened(path, changes=changes)) as vault:
        save(vault, "one")
        lengthen(vault, 1)
    assert heard == [frozenset({Topic.SETTINGS}), frozenset({Topic.SETTINGS, Topic.AUDIT})]


def test_the_newest_come_first_page_by_page(vault: Vault) -> None:
    lengthen(vault, 5)
    with vault.read() as session:
        assert [entry.seq for entry in entries_before(session, 6, 2)] == [5, 4]
        assert [entry.seq for entry in entries_before(session, 4, 9)] == [3, 2, 1]


def test_a_whole_chain_fits(trail: Trail, chain: list[Entry]) -> None:
    walk = Walk(trail)
    assert walk.follow(chain[:50]) is None
    assert walk.follow(chain[50:]) is None
    assert walk.head == Head(LENGTH, chain[-1].mac)


@pytest.mark.parametrize("column", Entry._fields)
def test_every_changed_value_of_every_entry_is_found(
    trail: Trail, chain: list[Entry], column: str
) -> None:
    for place_, entry in enumerate(chain):
        value = entry._asdict()[column]
        other = value + 1000 if isinstance(value, int) else f"{value}x"
        changed = [*chain[:place_], Entry(**entry._asdict() | {column: other})]
        fault = Walk(trail).follow([*changed, *chain[place_ + 1 :]])
        assert fault is not None
        assert fault.seq == place_ + 1


def test_every_missing_entry_is_found(trail: Trail, chain: list[Entry]) -> None:
    for place_ in range(LENGTH - 1):
        left = [*chain[:place_], *chain[place_ + 1 :]]
        assert Walk(trail).follow(left) == Fault(place_ + 1, Flaw.GONE)
        renumbered = [entry._replace(seq=seq) for seq, entry in enumerate(left, 1)]
        assert Walk(trail).follow(renumbered) == Fault(place_ + 1, Flaw.CHANGED)


def test_every_entry_put_in_is_found(trail: Trail, chain: list[Entry]) -> None:
    for place_ in range(LENGTH):
        put_in = chain[place_]._replace(action="opened")
        longer = [*chain[:place_], put_in, *chain[place_:]]
        numbered = [entry._replace(seq=seq) for seq, entry in enumerate(longer, 1)]
        assert Walk(trail).follow(numbered) == Fault(place_ + 1, Flaw.CHANGED)


def test_every_two_entries_that_changed_places_are_found(trail: Trail, chain: list[Entry]) -> None:
    for place_ in range(LENGTH - 1):
        one, two = chain[place_ : place_ + 2]
        swapped = [*chain[:place_], two._replace(seq=one.seq), one._replace(seq=two.seq)]
        fault = Walk(trail).follow([*swapped, *chain[place_ + 2 :]])
        assert fault == Fault(place_ + 1, Flaw.CHANGED)


def test_an_entry_of_another_course_of_the_same_file_is_found(
    trail: Trail, chain: list[Entry]
) -> None:
    body = (50, chain[49].at, "viewed", None, "[]", "f" * 64)
    foreign = Entry(*body, mac=trail.seal(body))
    assert Walk(trail).follow([*chain[:49], foreign]) == Fault(50, Flaw.FOREIGN)


def test_a_chain_made_anew_without_the_key_is_found(trail: Trail, chain: list[Entry]) -> None:
    forger, mac, forged = Trail(b"guess" * 7, b"", now_utc), FIRST, []
    for entry in chain:
        body = (*entry[:5], mac)
        mac = forger.seal(body)
        forged.append(Entry(*body, mac=mac))
    assert Walk(trail).follow(forged) == Fault(1, Flaw.CHANGED)


def test_values_cannot_be_moved_from_one_column_to_the_next(trail: Trail) -> None:
    body = (1, "2026-09-09T10:30:00+00:00", "viewed", "a", '["set"]', FIRST)
    seals = {
        trail.seal(body),
        trail.seal((1, body[1], 'viewed","a', "a", '["set"]', FIRST)),
        trail.seal((1, body[1], "viewed", 'a","["set"]', "", FIRST)),
        trail.seal(("1", *body[1:])),
    }
    assert len(seals) == 4


@pytest.mark.parametrize(
    ("tamper", "fault"),
    [
        ("UPDATE audit SET detail = '[9]' WHERE seq = 60", Fault(60, Flaw.CHANGED)),
        ("UPDATE audit SET at = '2026-01-01T00:00:00+00:00' WHERE seq = 1", Fault(1, Flaw.CHANGED)),
        ("DELETE FROM audit WHERE seq = 60", Fault(60, Flaw.GONE)),
        ("DELETE FROM audit WHERE seq <= 60", Fault(1, Flaw.GONE)),
        ("UPDATE audit SET seq = 500 WHERE seq = 60", Fault(60, Flaw.GONE)),
    ],
)
def test_what_was_done_to_the_file_by_hand_is_found(path: Path, tamper: str, fault: Fault) -> None:
    with closing(opened(path)) as vault:
        lengthen(vault, LENGTH)
        assert walked(vault) is None
    with closing(tampering(path)) as connection:
        connection.execute(tamper)
    with closing(opened(path)) as vault:
        assert walked(vault) == fault


def test_every_end_that_was_cut_off_is_found(path: Path) -> None:
    with closing(opened(path)) as vault:
        lengthen(vault, LENGTH)
        with vault.read() as session:
            known = head_of(session)
    with closing(tampering(path)) as file:
        assert compare_end(file, known) == End()
        for left in reversed(range(LENGTH)):
            file.execute("DELETE FROM audit WHERE seq > ?", (left,))
            assert compare_end(file, known) == End(missing=LENGTH - left)


def test_an_end_that_was_cut_off_is_found_when_the_file_is_opened(path: Path) -> None:
    with closing(opened(path)) as vault:
        lengthen(vault, LENGTH)
    with closing(tampering(path)) as file:
        file.execute("DELETE FROM audit WHERE seq > 118")
    with closing(opened(path)) as vault:
        assert (walked(vault), vault.audit_end) == (None, End(missing=2))


def test_an_old_file_put_back_is_found_when_it_is_opened(path: Path) -> None:
    with closing(opened(path)) as vault:
        lengthen(vault, 10)
    old = path.read_bytes()
    with closing(opened(path)) as vault:
        assert vault.audit_end == End()
        lengthen(vault, 5)
    path.write_bytes(old)
    with closing(opened(path)) as vault:
        assert (vault.audit_end, vault.is_copy) == (End(missing=5), False)


def test_another_course_of_the_same_file_is_found_however_long_it_is(path: Path) -> None:
    with closing(opened(path)) as vault:
        lengthen(vault, 10)
    old, state = path.read_bytes(), place(path).read_bytes()
    with closing(opened(path)) as vault:
        lengthen(vault, 2)
    known = place(path).read_bytes()
    path.write_bytes(old)
    place(path).write_bytes(state)
    with closing(opened(path)) as vault:
        lengthen(vault, 1)
        lengthen(vault, 20)
    place(path).write_bytes(known)
    with closing(opened(path)) as vault:
        assert vault.audit_end == End(other=True)


def test_a_file_without_its_state_beside_it_is_a_copy(path: Path) -> None:
    with closing(opened(path)) as vault:
        assert not vault.is_copy  # nothing was ever saved in it
        lengthen(vault, 1)
    place(path).unlink()
    with closing(opened(path)) as vault:
        assert (vault.is_copy, vault.audit_end) == (True, End())


def test_what_is_written_for_the_trail_alone_is_no_save_and_is_missed_all_the_same(
    path: Path,
) -> None:
    with closing(opened(path)) as vault:
        save(vault, "one")
    old = path.read_bytes()
    with closing(opened(path)) as vault:
        with vault.write(Topic.AUDIT) as session:
            note_act(session, Action.VIEWED)
        assert vault.saved_at is None
    path.write_bytes(old)
    with closing(opened(path)) as vault:
        assert (vault.missing_saves, vault.audit_end) == (0, End(missing=1))
