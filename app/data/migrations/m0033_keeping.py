"""Restrictions and holds: who is kept without being used, and who is kept beyond the usual day.

The mark on the citizen follows the restriction by itself. While it stands, nothing about the person
is added, changed or taken away, and nothing is noted as handed over but the papers they have a
right to. What falls may still fall: a consent that is taken back or runs out, and what rested on
it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.data.migrations.ddl import a_day, admit_audit_codes, one_of, refuse, short

if TYPE_CHECKING:
    from alembic.operations import Operations

ACTIONS = ("restricted", "restriction_lifted", "held", "hold_lifted")
ASKERS = ("citizen", "representative", "municipality")
OPEN_PAPERS = ("disclosure-list", "access-report")
WORDS = "this person is restricted"

BY_FOLLOWUP = "(SELECT citizen_id FROM followup WHERE id = {row}.followup_id)"
BY_ROUNDTABLE = (
    "(SELECT f.citizen_id FROM followup f JOIN roundtable r ON r.followup_id = f.id"
    " WHERE r.id = {row}.roundtable_id)"
)
BY_MEASURE = (
    "(SELECT f.citizen_id FROM followup f JOIN measure m ON m.followup_id = f.id"
    " WHERE m.id = {row}.measure_id)"
)
# Of each table: whose a row is, and the columns that nothing changes; none named means all of them.
CLOSED: dict[str, tuple[str, str]] = {
    "party": ("{row}.citizen_id", ""),
    "followup": (
        "{row}.citizen_id",
        "number, origin, employment, job_title, weekly_hours, sick_since, functions, wishes, "
        "started_on, ended_on, outcome, archived_on, drives, rung_now, rung_aim, complexity, "
        "complexity_on",
    ),
    "followup_sign": (BY_FOLLOWUP, ""),
    "contact": (BY_FOLLOWUP, ""),
    "transfer": (BY_FOLLOWUP, ""),
    "measure": (BY_FOLLOWUP, ""),
    "measure_adjustment": (BY_MEASURE, ""),
    "task": (BY_FOLLOWUP, "followup_id, what, who, due_on, done_on, lead_days"),
    "roundtable": (
        BY_FOLLOWUP,
        "finalised_on, day, at, place, review_on, review_at, duration, colleagues_told, "
        "disagreements",
    ),
    "participant": (BY_ROUNDTABLE, "party_id, who, role"),
    "agreement": (BY_ROUNDTABLE, ""),
    "hours_step": (BY_ROUNDTABLE, ""),
    "roundtable_action": (BY_ROUNDTABLE, ""),
}


def upgrade(op: Operations) -> None:
    """Make the tables and their rules."""
    op.execute(_restriction())
    op.execute(
        "CREATE UNIQUE INDEX restriction_open ON restriction (citizen_id) WHERE lifted_on IS NULL"
    )
    op.execute(_hold())
    op.execute("CREATE UNIQUE INDEX hold_open ON hold (citizen_id) WHERE lifted_on IS NULL")
    op.execute("DROP TRIGGER disclosure_restricted")
    for trigger in (*_mark(), *_closed()):
        op.execute(trigger)
    for statement in admit_audit_codes("action", ACTIONS):
        op.execute(statement)


def _restriction() -> str:
    return f"""
    CREATE TABLE restriction (
        id TEXT NOT NULL PRIMARY KEY,
        citizen_id TEXT NOT NULL,
        asked_by TEXT NOT NULL {one_of("asked_by", ASKERS)},
        since TEXT NOT NULL {a_day("since")},
        reason TEXT NOT NULL {short("reason", 200, 1)},
        lifted_on TEXT {a_day("lifted_on")},
        lift_reason TEXT NOT NULL {short("lift_reason", 200)},
        CHECK ((lifted_on IS NULL) = (lift_reason = '')),
        FOREIGN KEY (citizen_id) REFERENCES citizen (id) ON DELETE CASCADE
    ) STRICT"""


def _hold() -> str:
    return f"""
    CREATE TABLE hold (
        id TEXT NOT NULL PRIMARY KEY,
        citizen_id TEXT NOT NULL,
        reason TEXT NOT NULL {short("reason", 200, 1)},
        held_on TEXT NOT NULL {a_day("held_on")},
        review_on TEXT NOT NULL {a_day("review_on")},
        lifted_on TEXT {a_day("lifted_on")},
        CHECK (review_on > held_on),
        FOREIGN KEY (citizen_id) REFERENCES citizen (id) ON DELETE CASCADE
    ) STRICT"""


def _mark() -> Iterator[str]:
    """Yield what keeps the mark of a citizen and the restriction together."""
    yield (
        "CREATE TRIGGER restriction_marks AFTER INSERT ON restriction WHEN new.lifted_on IS NULL "
        "BEGIN UPDATE citizen SET restricted_at = new.since || 'T00:00:00+00:00' "
        "WHERE id = new.citizen_id; END"
    )
    yield (
        "CREATE TRIGGER restriction_lifts AFTER UPDATE OF lifted_on ON restriction "
        "WHEN new.lifted_on IS NOT NULL "
        "BEGIN UPDATE citizen SET restricted_at = NULL WHERE id = new.citizen_id; END"
    )
    yield refuse(
        "restriction_frozen",
        "UPDATE ON restriction",
        "old.lifted_on IS NOT NULL OR new.id <> old.id OR new.citizen_id <> old.citizen_id "
        "OR new.asked_by <> old.asked_by OR new.since <> old.since OR new.reason <> old.reason",
        "a restriction is a fact",
    )
    stands = "SELECT 1 FROM restriction WHERE citizen_id = new.id AND lifted_on IS NULL"
    yield refuse(
        "restriction_stands",
        "UPDATE OF restricted_at ON citizen",
        f"new.restricted_at IS NULL AND EXISTS ({stands})",
        "a restriction stands until it is lifted",
    )
    told = ", ".join(f"'{paper}'" for paper in OPEN_PAPERS)
    yield refuse(
        "disclosure_restricted",
        "INSERT ON disclosure",
        f"new.basis = 'self' AND new.paper NOT IN ({told}) AND {_marked('new.citizen_id')}",
        WORDS,
    )


def _closed() -> Iterator[str]:
    """Yield what lets nothing about a restricted person be changed."""
    told = "name, reach_kind, reach, safe_when, no_ring, root_consent_id"
    yield refuse("citizen_closed_update", f"UPDATE OF {told} ON citizen", _marked("old.id"), WORDS)
    yield refuse(
        "citizen_closed_delete", "DELETE ON citizen", "old.restricted_at IS NOT NULL", WORDS
    )
    for table in ("consent", "consent_cell"):
        whose = (
            "new.citizen_id"
            if table == "consent"
            else ("(SELECT citizen_id FROM consent WHERE id = new.consent_id)")
        )
        yield refuse(f"{table}_closed_insert", f"INSERT ON {table}", _marked(whose), WORDS)
    yield refuse(
        "consent_closed_update",
        "UPDATE OF original_at ON consent",
        _marked("old.citizen_id"),
        WORDS,
    )
    seat = f"new.attended > old.attended AND {_marked(BY_ROUNDTABLE.format(row='old'))}"
    yield refuse("participant_closed_seat", "UPDATE OF attended ON participant", seat, WORDS)
    for table, (whose, columns) in CLOSED.items():
        of = f" OF {columns}" if columns else ""
        for act, row, when in (
            ("insert", "new", "INSERT"),
            ("update", "old", f"UPDATE{of}"),
            ("delete", "old", "DELETE"),
        ):
            name = f"{table}_closed_{act}"
            yield refuse(name, f"{when} ON {table}", _marked(whose.format(row=row)), WORDS)


def _marked(whose: str) -> str:
    return f"EXISTS (SELECT 1 FROM citizen WHERE id = {whose} AND restricted_at IS NOT NULL)"
