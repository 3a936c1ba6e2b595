"""The second wall: what raw SQL by hand may and may not do, whatever the program would say."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from app.data.migrations.m0021_consent_record import DANISH_DAY
from app.data.probe import keyed
from app.system.clock import DENMARK
from tests.wall import count, refusal
from tests.workspaces import DEK

PRACTICE = (
    "INSERT INTO practice VALUES ('p', 'Lægehuset Søndergade', '', '', '', 'all_present', 6, 5, 8,"
    " 30, '2', '12:30', '', NULL)"
)
FLAG = (
    "INSERT INTO flag (id, code, practice_id, theme, employment, sector, age_band, urgency,"
    " mentioned, may_quote, next_step, who_acts, status, raised_on, noted_on, note) VALUES ('{id}',"
    " '{code}', 'p', '{theme}', 'in_job', 'office', '40-49', 'can_wait', '1', 0, 'none', 'doctor',"
    " 'raised', '2026-09-09', '2026-09-09', {note})"
)
CONSENT = (
    "INSERT INTO consent (id, citizen_id, kind, form, status, given_on, expires_on, purpose,"
    " relayed_by, original_at, wording_version) VALUES ('{id}', 'c', '{kind}', 'spoken', 'live',"
    " '2026-09-01', '{until}', '', '', '', 1)"
)
CITIZEN = (
    "INSERT INTO citizen (id, name, reach_kind, reach, safe_when, root_consent_id) VALUES ('c',"
    " 'Nancy Ann Test Berggren', 'phone', '', '', '{root}')"
)
PARTY = (
    "INSERT INTO party (id, citizen_id, kind, name, person, phone, email, aim, next_step, drives)"
    " VALUES ('e', 'c', 'employer', 'Eksempel Transport ApS', '', '', '', '', '', 0)"
)
CELL = (
    "INSERT INTO consent_cell VALUES ('x', 'k', 'e', 'pass_on', 'hours', '{until}', 'live', NULL)"
)
DISCLOSURE = (
    "INSERT INTO disclosure VALUES ('d', 'consent', 'k', 'c', 'e', '{direction}',"
    " 'employer-sheet', 'employer-sheet-2026-09-001.pdf', '{at}', '" + "a" * 64 + "')"
)
USED = "INSERT INTO disclosure_cell VALUES ('d', 'x', '{information}')"
FOLLOWUP = (
    "INSERT INTO followup (id, citizen_id, flag_id, number, origin, employment, job_title,"
    " weekly_hours, functions, wishes, started_on) VALUES ('f', 'c', NULL, '26-001', 'citizen',"
    " 'in_job', '', 37, '', '', '2026-09-01')"
)
MEASURE = (
    "INSERT INTO measure (id, followup_id, day, sentence, {column}) VALUES ('m', 'f',"
    " '2026-09-02', '', {value})"
)
ROUNDTABLE = (
    "INSERT INTO roundtable VALUES ('r', 'f', NULL, 1, 'draft', NULL, '2026-09-02', NULL, '', NULL,"
    " NULL, '', '', '')"
)


@pytest.fixture
def file(bare: Any) -> Any:
    bare.execute(PRACTICE)
    return bare


def raise_flag(note: str, *, key: str = "f", code: str = "K7-QX", theme: str = "pain") -> str:
    return FLAG.format(id=key, code=code, theme=theme, note=note)


def consent_of(file: Any, *, until: str = "2027-08-31") -> None:
    file.execute("BEGIN")
    file.execute(CITIZEN.format(root="k"))
    file.execute(CONSENT.format(id="k", kind="confirmed", until=until))
    file.execute("COMMIT")


def shared_with_employer(file: Any, *, until: str = "2027-08-31") -> None:
    consent_of(file)
    file.execute(PARTY)
    file.execute(CELL.format(until=until))


def hand_out(
    file: Any, *, at: str = "2026-09-09T10:00:00+00:00", direction: str = "pass_on",
    information: str = "hours",
) -> None:  # fmt: skip
    file.execute("BEGIN")
    try:
        file.execute(USED.format(information=information))
        file.execute(DISCLOSURE.format(at=at, direction=direction))
        file.execute("COMMIT")
    except sqlcipher.Error:
        file.execute("ROLLBACK")
        raise


def test_a_plain_flag_is_taken(file: Any) -> None:
    file.execute(raise_flag("'Kniber med at nå opgaverne'"))
    assert count(file, "flag") == 1


@pytest.mark.parametrize(
    "note",
    [
        "'ring 251248-9996'",
        "'ring 251248 9996'",
        "'nummer 123456'",
        "'skriv til a@b.example'",
        "'a' || char(0) || 'b'",
        "'" + "x" * 281 + "'",
        "'ring til J.H. i dag'",
    ],
    ids=["cpr", "cpr with a space", "six digits", "mail", "nul", "281 signs", "a name"],
)
def test_a_note_that_could_hold_a_person_is_refused(file: Any, note: str) -> None:
    assert refusal(file, raise_flag(note))
    assert count(file, "flag") == 0


def test_only_a_doctor_of_its_own_practice_can_have_told_of_a_flag(file: Any) -> None:
    file.execute(PRACTICE.replace("'p'", "'q'", 1))
    file.execute("INSERT INTO doctor VALUES ('d', 'p', 'A', 'owner', NULL)")
    file.execute("INSERT INTO doctor VALUES ('e', 'q', 'B', 'owner', NULL)")
    file.execute(raise_flag("''"))
    file.execute("UPDATE flag SET told_by = 'd'")
    other = raise_flag("''", key="g", code="N7-KB").replace("note)", "note, told_by)")
    for statement in (
        "UPDATE flag SET told_by = 'e'",
        "UPDATE flag SET practice_id = 'q'",
        "UPDATE doctor SET practice_id = 'q' WHERE id = 'd'",
        other[:-1] + ", 'e')",
    ):
        assert "another practice" in refusal(file, statement)
    file.execute("DELETE FROM doctor WHERE id = 'd'")
    assert file.execute("SELECT told_by FROM flag").fetchall() == [(None,)]


def test_the_day_a_flag_was_noted_is_the_one_it_was_raised_on_and_stays(file: Any) -> None:
    other = raise_flag("''").replace("'2026-09-09', '2026-09-09'", "'2026-09-09', '2026-10-09'")
    why = "noted on the day it is raised"
    assert why in refusal(file, other)
    file.execute(raise_flag("''"))
    assert why in refusal(file, "UPDATE flag SET noted_on = '2026-10-09'")
    file.execute("UPDATE flag SET raised_on = '2026-09-01'")
    assert file.execute("SELECT noted_on FROM flag").fetchall() == [("2026-09-09",)]


def test_a_note_cannot_be_changed_into_one_either(file: Any) -> None:
    file.execute(raise_flag("''"))
    assert refusal(file, "UPDATE flag SET note = 'ring 251248-9996'")
    assert "leak guard" in refusal(file, "UPDATE OR IGNORE flag SET note = 'tlf. 20 30 40 50'")
    assert "leak" in refusal(
        file, raise_flag("'tlf. 20 30 40 50'").replace("INSERT", "INSERT OR REPLACE")
    )


@pytest.mark.parametrize("code", ["K7-Q0", "k7-qx", "K7QXA", "K7-QXX"])
def test_a_code_of_another_shape_is_refused(file: Any, code: str) -> None:
    assert refusal(file, raise_flag("''", code=code))


@pytest.mark.parametrize(
    "attack",
    [
        "INSERT INTO flag SELECT * FROM other.flag",
        "INSERT OR IGNORE INTO flag SELECT * FROM other.flag",
        "INSERT OR REPLACE INTO flag SELECT * FROM other.flag",
    ],
)
def test_a_flag_of_an_attached_file_meets_the_same_wall(
    file: Any, tmp_path: Path, attack: str
) -> None:
    """A file made elsewhere, without our triggers, is no way round them."""
    file.execute(f"ATTACH DATABASE '{tmp_path / 'other.db'}' AS other KEY ''")
    file.execute("CREATE TABLE other.flag AS SELECT * FROM main.flag")
    file.execute(raise_flag("'ring 251248-9996'").replace("INTO flag", "INTO other.flag"))
    assert refusal(file, attack)
    file.execute("UPDATE other.flag SET note = 'tlf. 20 30 40 50'")
    assert "leak guard" in refusal(file, attack)
    assert count(file, "main.flag") == 0


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE OR IGNORE flag SET note = 'ring til J.H. i dag'",
        "UPDATE OR REPLACE flag SET note = 'ring til J.H. i dag'",
        "UPDATE OR FAIL flag SET note = 'ring til J.H. i dag'",
    ],
)
def test_no_way_of_updating_lets_a_name_in(file: Any, attack: str) -> None:
    file.execute(raise_flag("'Kniber'"))
    assert "leak guard" in refusal(file, attack)
    assert file.execute("SELECT note FROM flag").fetchall() == [("Kniber",)]


@pytest.mark.parametrize("target", ["(id)", "(code)"])
def test_an_upsert_lets_no_name_in(file: Any, target: str) -> None:
    file.execute(raise_flag("'Kniber'"))
    upsert = f" ON CONFLICT {target} DO UPDATE SET note = 'ring til J.H. i dag'"
    assert "leak guard" in refusal(file, raise_flag("'Kniber'") + upsert)
    excluded = f" ON CONFLICT {target} DO UPDATE SET note = excluded.note"
    assert "leak guard" in refusal(file, raise_flag("'ring til J.H. i dag'") + excluded)
    assert file.execute("SELECT note FROM flag").fetchall() == [("Kniber",)]


@pytest.mark.parametrize("act", ["INSERT OR IGNORE", "INSERT OR REPLACE", "INSERT OR FAIL"])
def test_no_way_of_inserting_makes_a_citizen_without_consent(file: Any, act: str) -> None:
    file.execute("BEGIN")
    file.execute(CITIZEN.format(root="k").replace("INSERT", act))
    assert "FOREIGN KEY" in refusal(file, "COMMIT")
    file.execute("ROLLBACK")
    assert count(file, "citizen") == 0


def test_nothing_is_written_over_to_revive_or_change_it(file: Any) -> None:
    """A new row in the place of an old one is a deletion that asks nobody."""
    shared_with_employer(file)
    hand_out(file)
    file.execute("UPDATE consent_cell SET status = 'withdrawn', ended_on = '2026-09-09'")
    file.execute("UPDATE consent SET status = 'withdrawn', ended_on = '2026-09-09'")
    everything = ("consent", "consent_cell", "disclosure", "disclosure_cell", "citizen")
    before = {one: file.execute(f"SELECT * FROM {one}").fetchall() for one in everything}  # noqa: S608
    at = "2026-09-09T10:00:00+00:00"
    for statement in (
        CONSENT.format(id="k", kind="confirmed", until="2027-08-31"),
        CELL.format(until="2027-08-31"),
        DISCLOSURE.format(at=at, direction="pass_on"),
    ):
        assert refusal(file, statement.replace("INSERT", "INSERT OR REPLACE"))
        with suppress(sqlcipher.Error):  # it may also be passed over in silence
            file.execute(statement.replace("INSERT", "INSERT OR IGNORE"))
    after = {one: file.execute(f"SELECT * FROM {one}").fetchall() for one in everything}  # noqa: S608
    assert after == before


def test_an_unknown_theme_is_refused(file: Any) -> None:
    assert refusal(file, raise_flag("''", theme="depression"))


def test_a_second_flag_with_the_same_code_is_refused(file: Any) -> None:
    file.execute(raise_flag("''"))
    assert refusal(file, raise_flag("''", key="g"))


def test_a_tool_without_the_guard_cannot_write_a_flag(file: Any, tmp_path: Path) -> None:
    file.close()
    tool = keyed(str(tmp_path / "wall.fasthold"), DEK)
    assert "no such function" in refusal(tool, raise_flag("''"))
    tool.close()


def test_a_draft_of_a_flag_keeps_no_note_with_a_person_in_it(file: Any) -> None:
    draft = "INSERT INTO draft VALUES ('flag', '', NULL, '{\"note\": \"%s\"}', '2026-09-09')"
    file.execute(draft % "Kniber med at nå opgaverne")
    assert "leak guard" in refusal(
        file, (draft % "251248-9996").replace("INSERT", "INSERT OR REPLACE")
    )


def test_a_citizen_without_consent_is_refused(file: Any) -> None:
    file.execute("BEGIN")
    file.execute(CITIZEN.format(root="k"))
    assert "FOREIGN KEY" in refusal(file, "COMMIT")
    file.execute("ROLLBACK")


def test_a_relayed_yes_lasts_21_days_and_not_22(file: Any) -> None:
    file.execute("BEGIN")
    file.execute(CITIZEN.format(root="k"))
    assert "CHECK" in refusal(file, CONSENT.format(id="k", kind="relayed", until="2026-09-23"))
    file.execute(CONSENT.format(id="k", kind="relayed", until="2026-09-22"))
    file.execute("COMMIT")
    assert count(file, "citizen") == 1


@pytest.mark.parametrize(
    "change", ["given_on = '2026-08-01'", "expires_on = '2028-01-01'", "wording_version = 2"]
)
def test_what_was_consented_to_never_changes(file: Any, change: str) -> None:
    consent_of(file)
    assert "immutable" in refusal(file, f"UPDATE consent SET {change}")  # noqa: S608


def test_a_fallen_consent_does_not_come_back(file: Any) -> None:
    consent_of(file)
    file.execute("UPDATE consent SET status = 'withdrawn', ended_on = '2026-09-09'")
    assert "record a new consent" in refusal(
        file, "UPDATE consent SET status = 'live', ended_on = NULL"
    )


def test_the_last_consent_takes_the_citizen_and_everything_along(file: Any) -> None:
    shared_with_employer(file)
    hand_out(file)
    file.execute("DELETE FROM consent")
    assert [count(file, table) for table in ("citizen", "party", "disclosure")] == [0, 0, 0]


def test_a_follow_up_needs_a_live_confirmed_consent(file: Any) -> None:
    file.execute("BEGIN")
    file.execute(CITIZEN.format(root="k"))
    file.execute(CONSENT.format(id="k", kind="relayed", until="2026-09-22"))
    file.execute("COMMIT")
    assert "confirmed consent" in refusal(file, FOLLOWUP)


def test_a_cell_needs_a_consent_of_the_same_citizen(file: Any) -> None:
    consent_of(file)
    file.execute(PARTY)
    assert "live consent" in refusal(file, CELL.format(until="2028-01-01"))
    file.execute("UPDATE consent SET status = 'withdrawn', ended_on = '2026-09-09'")
    assert "live consent" in refusal(file, CELL.format(until="2026-12-01"))


def test_what_a_live_cell_covers_may_be_handed_out(file: Any) -> None:
    shared_with_employer(file)
    hand_out(file)
    assert count(file, "disclosure") == 1


@pytest.mark.parametrize(
    "other",
    [
        {"direction": "feedback"},
        {"information": "function"},
        {"at": "2027-09-01T10:00:00+00:00"},
    ],
    ids=["another direction", "other information", "after the last day"],
)
def test_nothing_else_may_be_handed_out(file: Any, other: dict[str, str]) -> None:
    shared_with_employer(file)
    with pytest.raises(sqlcipher.Error, match="no live consent covers this"):
        hand_out(file, **other)
    assert count(file, "disclosure") == 0


@pytest.mark.parametrize("table", ["consent", "consent_cell"])
def test_nothing_is_handed_out_after_withdrawal(file: Any, table: str) -> None:
    shared_with_employer(file)
    file.execute(f"UPDATE {table} SET status = 'withdrawn', ended_on = '2026-09-09'")  # noqa: S608
    with pytest.raises(sqlcipher.Error, match="no live consent"):
        hand_out(file)


def test_nothing_is_handed_out_about_a_restricted_person(file: Any) -> None:
    shared_with_employer(file)
    file.execute("UPDATE citizen SET restricted_at = '2026-09-09'")
    with pytest.raises(sqlcipher.Error, match="no live consent"):
        hand_out(file)


def test_a_disclosure_without_cells_is_refused(file: Any) -> None:
    shared_with_employer(file)
    at = "2026-09-09T10:00:00+00:00"
    assert "no live consent" in refusal(file, DISCLOSURE.format(at=at, direction="pass_on"))


def test_a_disclosure_is_a_fact(file: Any) -> None:
    shared_with_employer(file)
    hand_out(file)
    assert "a fact" in refusal(file, "UPDATE disclosure SET file_name = 'other.pdf'")
    assert "a fact" in refusal(file, USED.format(information="hours"))


def test_a_paper_about_somebody_cannot_pass_as_one_about_nobody(file: Any) -> None:
    shared_with_employer(file)
    at = "2026-09-09T10:00:00+00:00"
    statement = DISCLOSURE.format(at=at, direction="pass_on").replace(
        "'consent', 'k'", "'none', NULL"
    )
    assert "CHECK" in refusal(file, statement)


def test_a_final_roundtable_is_locked_until_the_person_is_erased(file: Any) -> None:
    consent_of(file)
    file.execute(FOLLOWUP)
    file.execute(ROUNDTABLE)
    file.execute("INSERT INTO hours_step VALUES ('s', 'r', '2026-09-07', '2026-09-20', 10, '')")
    file.execute("UPDATE roundtable SET status = 'final', finalised_on = '2026-09-02'")
    for statement in (
        "UPDATE roundtable SET place = 'et andet sted'",
        "DELETE FROM roundtable",
        "UPDATE hours_step SET hours = 37",
        "DELETE FROM hours_step",
        "INSERT INTO hours_step VALUES ('t', 'r', '2026-09-21', '2026-09-27', 15, '')",
    ):
        assert "final version is locked" in refusal(file, statement)
    file.execute("DELETE FROM citizen")
    assert [count(file, table) for table in ("roundtable", "hours_step")] == [0, 0]


def test_a_measure_is_a_whole_number_from_0_to_10_and_goes_with_the_person(file: Any) -> None:
    consent_of(file)
    file.execute(FOLLOWUP)
    for value in ("11", "-1"):
        assert "CHECK" in refusal(file, MEASURE.format(column="work_ability", value=value))
    assert "cannot store REAL" in refusal(file, MEASURE.format(column="energy", value="7.5"))
    assert "CHECK" in refusal(file, MEASURE.format(column="worked_hours", value="60.5"))
    file.execute(MEASURE.format(column="worked_hours", value="7.5"))
    other = MEASURE.format(column="energy", value="7").replace("'m'", "'n'")
    assert "UNIQUE" in refusal(file, other), "a day has one measure"
    file.execute("DELETE FROM citizen")
    assert count(file, "measure") == 0


def test_a_removed_flag_leaves_the_follow_up_and_cuts_the_link(file: Any) -> None:
    consent_of(file)
    file.execute(raise_flag("''", key="flag"))
    file.execute(FOLLOWUP.replace("'c', NULL", "'c', 'flag'"))
    file.execute("DELETE FROM flag")
    assert file.execute("SELECT flag_id FROM followup").fetchall() == [(None,)]


def test_only_a_live_relayed_yes_rests_on_a_flag_and_goes_with_it(file: Any) -> None:
    file.execute(raise_flag("''", key="flag"))
    link = "INSERT INTO relayed_flag VALUES ('{}', 'flag')"
    consent_of(file)
    assert "relayed consent" in refusal(file, link.format("k"))
    file.execute(CONSENT.format(id="r", kind="relayed", until="2026-09-22"))
    file.execute(link.format("r"))
    assert "relayed consent" in refusal(file, "UPDATE relayed_flag SET flag_id = 'flag'")
    file.execute(CONSENT.format(id="s", kind="relayed", until="2026-09-22"))
    assert "UNIQUE" in refusal(file, link.format("s"))
    file.execute("DELETE FROM flag")
    assert count(file, "relayed_flag") == 0
    file.execute(raise_flag("''", key="flag"))
    file.execute(link.format("r"))
    file.execute("DELETE FROM consent WHERE id = 'r'")
    assert count(file, "relayed_flag") == 0


def test_a_visit_lists_only_doctors_of_its_own_practice(file: Any) -> None:
    file.execute(PRACTICE.replace("'p'", "'q'"))
    for who in ("'a', 'p'", "'b', 'q'"):
        file.execute(f"INSERT INTO doctor VALUES ({who}, 'Bo', 'owner', NULL)")  # noqa: S608
    file.execute(
        "INSERT INTO visit (id, practice_id, start, minutes, status) VALUES ('v', 'p',"
        " '2026-09-09T12:30', 30, 'planned')"
    )
    file.execute("INSERT INTO visit_doctor VALUES ('v', 'a', 'seen', 1)")
    assert "another practice" in refusal(
        file, "INSERT INTO visit_doctor VALUES ('v', 'b', 'seen', 2)"
    )
    assert refusal(file, "UPDATE visit_doctor SET attendance = 'ill'")


def test_a_clock_stands_only_once_at_a_time(file: Any) -> None:
    file.execute(
        "INSERT INTO visit (id, practice_id, start, minutes, status) VALUES ('v', 'p',"
        " '2026-09-09T12:30', 30, 'planned')"
    )
    stand = "INSERT INTO visit_pause VALUES ('{id}', 'v', 'pause', '2026-09-09T10:30:00+00:00', {})"
    file.execute(stand.format("NULL", id="a"))
    assert "UNIQUE" in refusal(file, stand.format("NULL", id="b"))
    assert "CHECK" in refusal(file, stand.format("'2026-09-09T10:29:00+00:00'", id="c"))


@pytest.mark.parametrize("words", ["'ring 251248-9996'", "'skriv til a@b.example'"])
def test_what_is_printed_for_a_practice_holds_no_trace_of_a_person(file: Any, words: str) -> None:
    file.execute(
        "INSERT INTO cooperation VALUES ('o', 'p', '2026-09-09', '2027-09-09', 'Læge Eksempel', '',"
        " '', 'Kim Eksempelsen', '', '', NULL)"
    )
    for statement in (
        "INSERT INTO lesson VALUES ('l', 'p', {words}, NULL, '')",
        "INSERT INTO lesson VALUES ('l', 'p', 'Attester', NULL, {words})",
        "INSERT INTO cooperation_duty VALUES ('d', 'o', 'both', {words}, '')",
        "INSERT INTO cooperation_duty VALUES ('d', 'o', 'both', 'Melder ferie', {words})",
    ):
        assert "leak guard" in refusal(file, statement.format(words=words))


def test_a_practice_has_one_agreement_in_force(file: Any) -> None:
    agreed = (
        "INSERT INTO cooperation VALUES ('{id}', 'p', '2026-09-09', '2027-09-09', 'A', '', '',"
        " 'B', '', '', {archived})"
    )
    file.execute(agreed.format(id="a", archived="'2026-09-10'"))
    file.execute(agreed.format(id="b", archived="NULL"))
    assert "UNIQUE" in refusal(file, agreed.format(id="c", archived="NULL"))


@pytest.mark.parametrize(
    ("at", "day"),
    [
        ("2026-09-08T22:30:00+00:00", "2026-09-09"),
        ("2026-01-31T22:30:00+00:00", "2026-01-31"),
        ("2026-01-31T23:30:00+00:00", "2026-02-01"),
        ("2027-03-28T00:59:00+00:00", "2027-03-28"),
        ("2027-10-30T22:30:00+00:00", "2027-10-31"),
        ("2027-10-31T22:30:00+00:00", "2027-10-31"),
        ("2028-02-29T22:30:00+00:00", "2028-02-29"),
        ("2028-02-29T23:30:00+00:00", "2028-03-01"),
    ],
)
def test_the_last_day_of_a_consent_is_a_day_in_denmark(file: Any, at: str, day: str) -> None:
    told = datetime.fromisoformat(at).astimezone(DENMARK).date().isoformat()
    assert told == day
    file.execute("CREATE TEMP TABLE moment (at)")
    file.execute("INSERT INTO moment VALUES (?)", (at,))
    counted = file.execute(f"SELECT {DANISH_DAY} FROM moment AS new").fetchone()  # noqa: S608
    assert counted == (day,)


def test_half_an_hour_into_the_next_danish_day_nothing_is_handed_out(file: Any) -> None:
    shared_with_employer(file, until="2026-09-08")
    with pytest.raises(sqlcipher.Error, match="no live consent"):
        hand_out(file, at="2026-09-08T22:00:00+00:00")
    hand_out(file, at="2026-09-08T21:59:59+00:00")
