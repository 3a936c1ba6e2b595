"""Commands without windows: what they print, what they never print, and their exit code."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

from app import cli
from app.domain.absence import AbsenceDraft
from app.domain.audit import Action
from app.domain.language import language
from tests.builders import closed_draft, practice_draft, visit_draft

PHRASE = "havre-kaffe-vindue-bro-lygte"
KEYS = ["line", "start", "end", "rule", "severity"]


class Ran:
    """What one command printed and how it ended."""

    def __init__(self, code: int, out: str, told: str) -> None:
        self.code, self.out, self.told = code, out, told

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


class Shell:
    """Runs commands with `typed` as stdin."""

    def __init__(self, patch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[str]) -> None:
        self._patch, self._capture = patch, capture

    def run(self, *arguments: str, typed: bytes = b"") -> Ran:
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed)))
        try:
            code = cli.run(arguments)
        except SystemExit as end:
            code = int(str(end.code))
        printed = self._capture.readouterr()
        return Ran(code, printed.out, printed.err)


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(monkeypatch, capsys)


def check(shell: Shell, text: str, *arguments: str) -> Ran:
    return shell.run("check-text", "-", *arguments, typed=text.encode())


def test_an_ordinary_text_passes_in_silence(shell: Shell) -> None:
    ran = check(shell, "Kniber med opgaverne i uge 48-50\n37 timer\n")
    assert (ran.code, ran.out, ran.told) == (0, "", "")


def test_each_trace_is_one_object_with_its_line_and_place(shell: Shell) -> None:
    ran = check(shell, "helt fint\nring 251248-9996 nu\nog skriv til a@b.example\n")
    assert ran.code == 1
    assert [list(found) for found in ran.lines] == [KEYS, KEYS]
    assert [list(found.values()) for found in ran.lines] == [
        [2, 5, 16, "cpr", "refuse"],
        [3, 13, 24, "email", "refuse"],
    ]


def test_a_person_reads_a_sentence_and_a_program_only_objects(shell: Shell) -> None:
    plain, bare = check(shell, "251248-9996"), check(shell, "251248-9996", "--json")
    assert plain.told == "Line 1, sign 1 to 11: This looks like a CPR number. Remove it.\n"
    assert (bare.told, bare.out) == ("", plain.out)


def test_the_text_is_never_repeated(shell: Shell) -> None:
    ran = check(shell, "hendes mand Jens, 251248-9996, a@b.example, Søndergade 12")
    assert not [word for word in ("Jens", "9996", "b.example", "gade") if word in ran.out]
    assert not [word for word in ("Jens", "9996", "b.example", "gade") if word in ran.told]


def test_what_only_asks_for_a_second_look_does_not_fail(shell: Shell) -> None:
    ran = check(shell, "eneste tandlæge i Rudkøbing")
    assert (ran.code, ran.lines[0]["severity"]) == (0, "warn")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_cpr_number_broken_over_two_lines_is_found_where_it_starts(
    shell: Shell, end: str
) -> None:
    ran = check(shell, f"intet{end}se 2512{end}48-9996 her{end}")
    assert [list(found.values())[:4] for found in ran.lines] == [[2, 3, 7, "cpr"]]


def test_a_file_is_read_as_well_as_stdin(shell: Shell, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_bytes(b"\xef\xbb\xbf251248-9996")
    ran = shell.run("check-text", str(note))
    assert (ran.code, ran.lines[0]["start"]) == (1, 0)


def test_without_a_file_stdin_is_read(shell: Shell) -> None:
    assert shell.run("check-text", typed=b"251248-9996").code == 1
    assert shell.run("check-text").code == 0


@pytest.mark.parametrize("place", ["missing.txt", ".", "a\0b"])
def test_a_file_that_cannot_be_read_gets_its_sentence(shell: Shell, place: str) -> None:
    ran = shell.run("check-text", place)
    assert (ran.code, ran.out) == (2, "")
    assert ran.told == "This file cannot be read. Check its name and place.\n"


def test_what_is_no_utf8_gets_its_sentence(shell: Shell) -> None:
    ran = shell.run("check-text", typed="Jørgen".encode("latin-1"))
    assert (ran.code, ran.out) == (2, "")
    assert ran.told == "This is not UTF-8 text. Save it as UTF-8 and try again.\n"


def test_the_language_is_the_one_asked_for(shell: Shell) -> None:
    shell.run("--lang", "da", "check-text")
    assert language() == "da"


def test_the_version_is_said(shell: Shell) -> None:
    assert shell.run("--version").out.startswith("fasthold ")


def test_the_demo_has_its_day_and_seed_without_asking() -> None:
    asked = cli.parser().parse_args(["demo", "out"])
    assert (asked.out, asked.seed, asked.today) == (Path("out"), 1, date(2026, 9, 9))


def test_a_file_may_stand_before_or_after_the_command() -> None:
    plan = ["plan", "--passphrase-stdin", "--from", "2026-09-09", "--weeks", "4"]
    before = cli.parser().parse_args(["--file", "a.fasthold", *plan])
    after = cli.parser().parse_args([*plan, "--file", "a.fasthold"])
    assert before.file == after.file == Path("a.fasthold")


def test_checking_a_text_loads_neither_windows_nor_database() -> None:
    script = (
        "import sys, app.cli; code = app.cli.run(['check-text']);"
        "heavy = {'PySide6', 'sqlmodel', 'sqlalchemy', 'reportlab', 'keyring', 'holidays'};"
        "sys.exit(code or len(heavy & set(sys.modules)))"
    )
    ended = subprocess.run([sys.executable, "-c", script], input=b"37 timer", check=False)
    assert ended.returncode == 0


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with two practices, one booked visit and a closed week, behind `PHRASE`."""
    from app.bootstrap import open_services
    from app.services.file import FileService
    from app.system.keys import FLOOR

    path = tmp_path_factory.mktemp("plan") / "work.fasthold"
    files = FileService(lambda: date(2026, 9, 9), cost=FLOOR)
    made = files.make(path, PHRASE, keychain=False)
    services = open_services(path, made.dek, today=lambda: date(2026, 9, 9), files=files)
    with closing(services.vault):
        first = services.practice.add_practice(practice_draft(weekdays=("2",)))
        other = services.practice.add_practice(practice_draft("Åhavnens Lægehus", at="9.00"))
        services.visit.plan_visit(visit_draft(first, "16/9/2026"))
        services.practice.add_closed(other, closed_draft("1/1/2027", "31/12/2027"))
        services.absence.add_absence(AbsenceDraft(first="28/10/2026", reason="Kursus"))
    return path


@pytest.fixture
def kept(workspace: Path, tmp_path: Path) -> Path:
    """A copy of the workspace and what lies beside it."""
    for part in workspace.parent.iterdir():
        if part.is_file():
            copyfile(part, tmp_path / part.name)
    return tmp_path / workspace.name


def planned(
    shell: Shell, path: Path, *more: str, typed: str = f"{PHRASE}\n", weeks: int = 12
) -> Ran:
    return shell.run(
        "plan", "--file", str(path), "--passphrase-stdin", "--from", "2026-09-09",
        "--weeks", str(weeks), *more, typed=typed.encode(),
    )  # fmt: skip


def test_the_plan_has_one_object_per_visit_with_booked_ones_in_it(shell: Shell, kept: Path) -> None:
    ran = planned(shell, kept)
    assert ran.code == 0
    assert all(list(visit) == ["practice", "start", "minutes", "reasons"] for visit in ran.lines)
    mine = [visit for visit in ran.lines if visit["practice"] == "Lægehuset Søndergade"]
    assert [visit["start"] for visit in mine] == ["2026-09-16T12:30", "2026-10-21T12:30"]
    assert mine[0]["minutes"] == 30
    assert "Not Wednesday 28 October: you are away (Kursus)." in mine[1]["reasons"]


def test_a_program_gets_one_array(shell: Shell, kept: Path) -> None:
    lines, array = planned(shell, kept), planned(shell, kept, "--json")
    assert json.loads(array.out) == lines.lines


def test_what_is_impossible_goes_to_stderr(shell: Shell, kept: Path) -> None:
    ran = planned(shell, kept, weeks=40)
    assert ran.code == 0
    assert "Åhavnens Lægehus, " in ran.told


def test_only_the_first_line_is_the_passphrase(shell: Shell, kept: Path) -> None:
    assert planned(shell, kept, typed=f"{PHRASE}\r\nsecond line").code == 0


@pytest.mark.parametrize("typed", ["wrong words\n", "", "\n"])
def test_a_wrong_passphrase_opens_nothing(shell: Shell, kept: Path, typed: str) -> None:
    ran = planned(shell, kept, typed=typed)
    assert (ran.code, ran.out) == (2, "")
    assert ran.told == "The passphrase does not fit.\n"


def test_a_missing_or_foreign_file_gets_its_sentence(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "foreign.fasthold").write_text("hello")
    for name in ("missing.fasthold", "foreign.fasthold"):
        ran = planned(shell, tmp_path / name)
        assert (ran.code, ran.out) == (2, "")
        assert ran.told.count("\n") == 1


def test_a_plan_needs_to_know_the_file(shell: Shell) -> None:
    ran = shell.run("plan", "--passphrase-stdin", "--from", "2026-09-09", "--weeks", "4")
    assert (ran.code, ran.told) == (2, "Say which file to open, with --file.\n")


@pytest.mark.parametrize("weeks", ["0", "-1", "521", "four", "1e2", "٤", ""])
def test_weeks_are_from_1_to_520(shell: Shell, tmp_path: Path, weeks: str) -> None:
    ran = shell.run(
        "plan", "--file", str(tmp_path), "--passphrase-stdin", "--from", "2026-09-09",
        f"--weeks={weeks}",
    )  # fmt: skip
    assert ran.code == 2
    assert "Write a whole number from 1 to 520." in ran.told


@pytest.mark.parametrize("day", ["2026-13-01", "31-02-2026", "1999-12-31", "9999-01-01", "today"])
def test_an_impossible_day_gets_its_sentence(shell: Shell, tmp_path: Path, day: str) -> None:
    ran = shell.run(
        "plan", "--file", str(tmp_path), "--passphrase-stdin", "--from", day, "--weeks", "4"
    )
    assert ran.code == 2
    assert "Write " in ran.told


def test_a_file_that_was_opened_by_a_command_says_so(shell: Shell, kept: Path) -> None:
    from app.bootstrap import open_services
    from app.services.file import FileService

    assert planned(shell, kept).code == 0
    dek = FileService().open_by_passphrase(kept, PHRASE)
    services = open_services(kept, dek)
    with closing(services.vault):
        told = [(row.action, row.detail) for row in services.audit.entries()]
    assert told[1:3] == [(Action.LOCKED, ("closed",)), (Action.OPENED, ("passphrase",))]
