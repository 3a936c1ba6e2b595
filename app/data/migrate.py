"""Bringing a file up to today's schema by numbered steps, all of them or none.

Steps run on a work copy that takes the file's place only when it has been checked; the caller
copies and swaps. A brand-new file is its own work copy.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sqlalchemy import Connection, Engine

from app.data.engine import LeakCheck, open_engine
from app.data.file_check import check_whole
from app.data.file_error import damaged, named_errors
from app.data.migrations import (
    m0001_file,
    m0002_practice,
    m0003_visit,
    m0004_flag,
    m0005_consent,
    m0006_followup,
    m0007_roundtable,
    m0008_disclosure,
    m0009_draft,
    m0010_calendar,
    m0011_calendar_entry,
    m0012_absence_origin,
    m0013_closed_day_origin,
    m0014_visit_room,
    m0015_lesson_and_cooperation,
    m0016_answered_question,
    m0017_flag_doctor,
    m0018_relayed_flag,
    m0019_clock_rule,
    m0020_audit,
    m0021_consent_record,
    m0022_flag_noted_on,
    m0023_transfer,
    m0024_consent_fall,
    m0025_setting_nul,
    m0026_erasure,
    m0027_party_map,
    m0028_measure,
    m0029_timeline,
    m0030_goal,
    m0031_complexity,
    m0032_task_lead,
    m0033_keeping,
    m0034_access_report,
    m0035_decade,
    m0036_retention,
    m0037_trail_ends,
    m0038_by_whom,
    m0039_in_force,
    m0040_agenda_and_remark,
    m0041_readers_sheets,
    m0042_relayed,
    m0043_adjustment,
    m0044_step_days,
    m0045_scheme,
    m0046_adjustment_taken,
    m0047_scheme_check,
    m0048_printed,
    m0049_meeting_file,
)
from app.domain.language import _
from app.domain.problem import FileTooNew

if TYPE_CHECKING:
    from alembic.operations import Operations


class Step(Protocol):
    """A module of `app.data.migrations`."""

    def upgrade(self, op: Operations) -> None:
        """Change the schema from the step before to this one."""


STEPS: tuple[Step, ...] = (
    m0001_file,
    m0002_practice,
    m0003_visit,
    m0004_flag,
    m0005_consent,
    m0006_followup,
    m0007_roundtable,
    m0008_disclosure,
    m0009_draft,
    m0010_calendar,
    m0011_calendar_entry,
    m0012_absence_origin,
    m0013_closed_day_origin,
    m0014_visit_room,
    m0015_lesson_and_cooperation,
    m0016_answered_question,
    m0017_flag_doctor,
    m0018_relayed_flag,
    m0019_clock_rule,
    m0020_audit,
    m0021_consent_record,
    m0022_flag_noted_on,
    m0023_transfer,
    m0024_consent_fall,
    m0025_setting_nul,
    m0026_erasure,
    m0027_party_map,
    m0028_measure,
    m0029_timeline,
    m0030_goal,
    m0031_complexity,
    m0032_task_lead,
    m0033_keeping,
    m0034_access_report,
    m0035_decade,
    m0036_retention,
    m0037_trail_ends,
    m0038_by_whom,
    m0039_in_force,
    m0040_agenda_and_remark,
    m0041_readers_sheets,
    m0042_relayed,
    m0043_adjustment,
    m0044_step_days,
    m0045_scheme,
    m0046_adjustment_taken,
    m0047_scheme_check,
    m0048_printed,
    m0049_meeting_file,
)

# Tables and triggers that a step takes away on purpose, or whose rows it does.
TAKEN_AWAY: dict[int, frozenset[str]] = {}


def refuse_newer(version: int) -> None:
    """Raise `FileTooNew` if a newer Fasthold wrote the file."""
    if version > len(STEPS):
        raise FileTooNew(
            _("The file was saved by a newer Fasthold. Install that one; nothing was changed.")
        )


def is_current(version: int) -> bool:
    """Whether the file has seen every step."""
    return version == len(STEPS)


def migrate(path: Path, dek: bytes, *, leak_ok: LeakCheck) -> int:
    """Run the steps the file has not seen, check it and close it; return how many ran."""
    # Foreign keys are off: rebuilding a table that others point to would empty those.
    engine = open_engine(path, dek, leak_ok=leak_ok, foreign_keys=False)
    try:
        with named_errors():
            ran = run_steps(engine)
    finally:
        engine.dispose()
    if ran:
        check_whole(path, dek)
    return ran


def run_steps(engine: Engine) -> int:
    """Run the missing steps in one transaction; return how many ran."""
    with engine.connect() as reader:
        version = schema_version(reader)
    refuse_newer(version)
    if is_current(version):
        return 0
    with engine.execution_options(writes=True).begin() as connection:
        for number in range(version + 1, len(STEPS) + 1):
            _run(connection, number)
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise damaged()
    return len(STEPS) - version


def schema_version(connection: Connection) -> int:
    """Return the number of the last step this file has seen."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def _run(connection: Connection, number: int) -> None:
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext

    before = _inventory(connection)
    STEPS[number - 1].upgrade(Operations(MigrationContext.configure(connection)))
    after = _inventory(connection)
    lost = {name for name, rows in before.items() if after.get(name, -1) < rows}
    if lost - TAKEN_AWAY.get(number, frozenset()):
        raise RuntimeError(f"step {number} loses something of {', '.join(sorted(lost))}")
    connection.exec_driver_sql(f"PRAGMA user_version = {number}")


def _inventory(connection: Connection) -> dict[str, int]:
    """Return tables with their row counts, and triggers, which rebuilding a table would drop."""
    entries = connection.exec_driver_sql(
        "SELECT name, type FROM sqlite_master WHERE type IN ('table', 'trigger')"
        " AND name NOT LIKE 'sqlite_%'"
    ).all()
    return {name: _rows(connection, name) if kind == "table" else 0 for name, kind in entries}


def _rows(connection: Connection, table: str) -> int:
    return int(connection.exec_driver_sql(f'SELECT count(*) FROM "{table}"').scalar_one())  # noqa: S608
