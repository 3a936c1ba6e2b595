"""Flags. No column can hold an identity: codes, bands, two days, and one guarded note.

A trigger, not a CHECK, calls `leak_ok`: reading, copying and checking the file then work in any
tool, and writing fails closed in one that lacks the guard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import a_day, one_of, refuse

if TYPE_CHECKING:
    from alembic.operations import Operations

THEMES = (
    "work_pressure", "cooperation", "physical_strain", "overview", "sleep_energy", "pain",
    "home_money", "other",
)  # fmt: skip
FUNCTIONS = (
    "concentration", "memory", "stamina", "stress_tolerance", "lifting", "sitting", "standing",
    "hands", "noise", "sight", "shift_work", "social_contact", "varying_pain", "planning",
)  # fmt: skip
EMPLOYMENTS = ("not_stated", "in_job", "partly_sick", "sick", "unemployed", "other")
SECTORS = (
    "not_stated", "office", "care", "teaching", "trade", "production", "transport", "other",
)  # fmt: skip
AGES = ("not_stated", "18-29", "30-39", "40-49", "50-59", "60+")
STEPS = ("none", "doctor_talks", "patient_rings", "meet_at_practice", "advice_only")
STATUSES = ("raised", "doctor_asks", "awaiting", "consented", "closed")
CLOSE_REASONS = ("advice_only", "patient_declined", "citizen_advised", "no_longer_needed")
SIX_DIGITS = "*" + "[0-9]" * 6 + "*"
CODE_SIGN = "[2-9A-HJ-NP-Z]"


def upgrade(op: Operations) -> None:
    """Make the tables and their second wall."""
    op.execute(_flag())
    op.execute("CREATE UNIQUE INDEX flag_code ON flag (code)")
    op.execute(_function())
    op.execute(_outcome())
    guard = "leak_ok(new.note) IS NOT 1"
    op.execute(refuse("flag_guard_insert", "INSERT ON flag", guard, "leak guard"))
    op.execute(refuse("flag_guard_update", "UPDATE OF note ON flag", guard, "leak guard"))


def _flag() -> str:
    return f"""
    CREATE TABLE flag (
        id TEXT NOT NULL PRIMARY KEY,
        code TEXT NOT NULL CHECK (
            length(code) = 5 AND code GLOB '{CODE_SIGN * 2}-{CODE_SIGN * 2}'),
        practice_id TEXT NOT NULL,
        visit_id TEXT,
        feedback_visit_id TEXT,
        theme TEXT NOT NULL {one_of("theme", THEMES)},
        employment TEXT NOT NULL {one_of("employment", EMPLOYMENTS)},
        sector TEXT NOT NULL {one_of("sector", SECTORS)},
        age_band TEXT NOT NULL {one_of("age_band", AGES)},
        urgency TEXT NOT NULL
            {one_of("urgency", ("can_wait", "within_14_days", "this_week"))},
        mentioned TEXT NOT NULL {one_of("mentioned", ("1", "2", "3", "more"))},
        may_quote INTEGER NOT NULL CHECK (may_quote IN (0, 1)),
        next_step TEXT NOT NULL {one_of("next_step", STEPS)},
        who_acts TEXT NOT NULL {one_of("who_acts", ("doctor", "staff", "consultant"))},
        status TEXT NOT NULL {one_of("status", STATUSES)},
        close_reason TEXT CHECK (close_reason IS NULL OR close_reason IN {CLOSE_REASONS}),
        raised_on TEXT NOT NULL {a_day("raised_on")},
        act_by TEXT {a_day("act_by")},
        note TEXT NOT NULL CHECK (
            length(note) <= 120 AND instr(note, char(0)) = 0 AND instr(note, '@') = 0
            AND note NOT GLOB '{SIX_DIGITS}'),
        CHECK ((status = 'closed') = (close_reason IS NOT NULL)),
        FOREIGN KEY (practice_id) REFERENCES practice (id) ON DELETE CASCADE,
        FOREIGN KEY (visit_id) REFERENCES visit (id) ON DELETE SET NULL,
        FOREIGN KEY (feedback_visit_id) REFERENCES visit (id) ON DELETE SET NULL
    ) STRICT"""


def _function() -> str:
    return f"""
    CREATE TABLE flag_function (
        flag_id TEXT NOT NULL,
        function TEXT NOT NULL {one_of("function", FUNCTIONS)},
        PRIMARY KEY (flag_id, function),
        FOREIGN KEY (flag_id) REFERENCES flag (id) ON DELETE CASCADE
    ) STRICT"""


def _outcome() -> str:
    return f"""
    CREATE TABLE flag_outcome (
        id TEXT NOT NULL PRIMARY KEY,
        month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
        practice_id TEXT NOT NULL,
        theme TEXT NOT NULL {one_of("theme", THEMES)},
        FOREIGN KEY (practice_id) REFERENCES practice (id) ON DELETE CASCADE
    ) STRICT"""
