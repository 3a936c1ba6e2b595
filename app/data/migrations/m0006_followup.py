"""Follow-ups, contacts and tasks. A follow-up cannot start without a live confirmed consent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import a_day, one_of, refuse, short
from app.data.migrations.m0004_flag import EMPLOYMENTS

if TYPE_CHECKING:
    from alembic.operations import Operations

OUTCOMES = (
    "same_job", "same_job_considerations", "other_duties", "other_job", "flex_job", "out",
)  # fmt: skip


def upgrade(op: Operations) -> None:
    """Make the tables."""
    op.execute(_followup())
    op.execute("CREATE UNIQUE INDEX followup_number ON followup (number)")
    op.execute("CREATE UNIQUE INDEX followup_open ON followup (citizen_id) WHERE ended_on IS NULL")
    op.execute(_contact())
    op.execute(_task())
    consented = (
        "SELECT 1 FROM consent WHERE citizen_id = new.citizen_id AND kind = 'confirmed' "
        "AND status = 'live'"
    )
    op.execute(
        refuse(
            "followup_needs_consent",
            "INSERT ON followup",
            f"NOT EXISTS ({consented})",
            "a follow-up needs a live confirmed consent",
        )
    )
    op.execute(
        refuse(
            "followup_stays", "UPDATE OF citizen_id ON followup", "1", "a follow-up is one person"
        )
    )


def _followup() -> str:
    origins = ("flag", "citizen", "employer", "doctor_165")
    return f"""
    CREATE TABLE followup (
        id TEXT NOT NULL PRIMARY KEY,
        citizen_id TEXT NOT NULL,
        flag_id TEXT,
        number TEXT NOT NULL CHECK (number GLOB '[0-9][0-9]-[0-9][0-9][0-9]'),
        origin TEXT NOT NULL {one_of("origin", origins)},
        employment TEXT NOT NULL {one_of("employment", EMPLOYMENTS)},
        job_title TEXT NOT NULL {short("job_title", 80)},
        weekly_hours REAL NOT NULL CHECK (weekly_hours BETWEEN 0 AND 60),
        sick_since TEXT {a_day("sick_since")},
        functions TEXT NOT NULL {short("functions", 20_000)},
        wishes TEXT NOT NULL {short("wishes", 20_000)},
        started_on TEXT NOT NULL {a_day("started_on")},
        ended_on TEXT {a_day("ended_on")},
        outcome TEXT CHECK (outcome IS NULL OR outcome IN {OUTCOMES}),
        archived_on TEXT {a_day("archived_on")},
        CHECK ((ended_on IS NULL) = (outcome IS NULL)),
        CHECK (archived_on IS NULL OR ended_on IS NOT NULL),
        FOREIGN KEY (citizen_id) REFERENCES citizen (id) ON DELETE CASCADE,
        FOREIGN KEY (flag_id) REFERENCES flag (id) ON DELETE SET NULL
    ) STRICT"""


def _contact() -> str:
    return f"""
    CREATE TABLE contact (
        id TEXT NOT NULL PRIMARY KEY,
        followup_id TEXT NOT NULL,
        party_id TEXT,
        day TEXT NOT NULL {a_day("day")},
        at TEXT CHECK (at IS NULL OR strftime('%H:%M', at) = at),
        channel TEXT NOT NULL {one_of("channel", ("phone", "meeting", "letter", "message"))},
        way TEXT NOT NULL {one_of("way", ("out", "in"))},
        outcome TEXT NOT NULL {one_of("outcome", ("reached", "not_reached", "agreed"))},
        note TEXT NOT NULL {short("note", 20_000)},
        transferred INTEGER NOT NULL CHECK (transferred IN (0, 1)),
        FOREIGN KEY (followup_id) REFERENCES followup (id) ON DELETE CASCADE,
        FOREIGN KEY (party_id) REFERENCES party (id) ON DELETE SET NULL
    ) STRICT"""


def _task() -> str:
    return f"""
    CREATE TABLE task (
        id TEXT NOT NULL PRIMARY KEY,
        followup_id TEXT,
        practice_id TEXT,
        what TEXT NOT NULL {short("what", 200, 1)},
        who TEXT NOT NULL {short("who", 200)},
        due_on TEXT NOT NULL {a_day("due_on")},
        done_on TEXT {a_day("done_on")},
        CHECK (followup_id IS NULL OR practice_id IS NULL),
        FOREIGN KEY (followup_id) REFERENCES followup (id) ON DELETE CASCADE,
        FOREIGN KEY (practice_id) REFERENCES practice (id) ON DELETE CASCADE
    ) STRICT"""
