"""What tells a person is refused in every disguise; what tells nobody is not stopped."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from app.domain.guard import Severity, find_traces, is_clean
from app.domain.guard.lists import also_words, names
from app.domain.guard.word import fold
from tests.identities import EXACT, disguised, identities, read_lines

SAMPLE = 200  # identities; each in 25 disguises


def test_five_thousand_notes_that_tell_a_person_are_refused() -> None:
    told, missed = Counter[str](), Counter[str]()
    for identity in identities(SAMPLE):
        for _name, note in disguised(identity):
            told[identity.kind] += 1
            missed[identity.kind] += is_clean(note)
    assert told.total() == 5_000
    assert {kind: missed[kind] for kind in EXACT} == dict.fromkeys(EXACT, 0)
    assert missed["name"] <= 0.02 * told["name"]
    assert missed.total() <= 0.005 * told.total()


@pytest.mark.parametrize(("file", "least"), [("benign_da.txt", 500), ("benign_en.txt", 200)])
def test_harmless_notes_are_not_stopped(file: str, least: int) -> None:
    notes = read_lines(file)
    stopped = [note for note in notes if not is_clean(note)]
    assert len(set(notes)) >= least
    assert len(stopped) <= 0.02 * len(notes), stopped


def test_the_names_held_back_are_on_no_list() -> None:
    held_back = {fold(word) for line in read_lines("held_back_names.txt") for word in line.split()}
    assert not held_back & (names() | also_words())


def test_the_lists_are_folded_sorted_and_have_no_name_twice() -> None:
    folder = Path(__file__).parents[3] / "resources" / "names"
    for path in sorted(folder.glob("*.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines == sorted(set(lines)), path.name
        assert lines == [fold(line) for line in lines], path.name


@pytest.mark.parametrize(
    "name",
    ["Mohamed", "Fatima", "Svend", "Mette", "Nguyen", "Yilmaz", "Hodzic", "Svitlana", "Abdirahman"],
)
def test_names_of_today_are_refused_in_any_case(name: str) -> None:
    for written in (name, name.lower(), name.upper()):
        assert not is_clean(f"talt med {written} om job")


@pytest.mark.parametrize(
    "text",
    [
        "Jens Hansen",
        "jens hansen",
        "Bo Holm",
        "bo holm har ondt",
        "talt med Bo om job",
        "patienten Storm",
        "Liv Hansen",
        "søster til Mette på rådhuset",
        "J. Skov",
        "hun hedder kanagasingam",
        "hun hedder bo",
        "Xyzzor Kvumbel har ondt",
        "Xyzzor har ondt i ryggen",
        "talt med Xyzzor",
    ],
)
def test_a_name_by_its_position_is_refused(text: str) -> None:
    assert not is_clean(text)


@pytest.mark.parametrize(
    "text",
    [
        "Bo tæt på arbejdet",
        "Storm er der om vinteren på pladsen",
        "Liv og job hænger ikke sammen",
        "Dag for dag",
        "Sten på vejen til jobbet",
        "maj og juni",
        "Ferie til sankt Hans",
        "før Kristi himmelfart",
        "Long Covid nævnt af lægen, måske Long Covid",
    ],
)
def test_a_word_that_is_also_a_name_passes_where_it_is_a_word(text: str) -> None:
    assert is_clean(text)


def test_such_a_word_asks_for_a_second_look_where_no_verb_follows() -> None:
    (found,) = find_traces("Storm kollega hjælper")
    assert found.severity is Severity.WARN
