"""Roundtables and what they agreed. A final one is locked; only erasing the person removes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import a_day, one_of, refuse, short

if TYPE_CHECKING:
    from alembic.operations import Operations

PARTS = ("participant", "agreement", "hours_step", "roundtable_action")


def upgrade(op: Operations) -> None:
    """Make the tables and the lock."""
    for table in (_roundtable, _participant, _agreement, _step, _action):
        op.execute(table())
    for trigger in _lock():
        op.execute(trigger)


def _roundtable() -> str:
    return f"""
    CREATE TABLE roundtable (
        id TEXT NOT NULL PRIMARY KEY,
        followup_id TEXT NOT NULL,
        previous_id TEXT,
        version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 99),
        status TEXT NOT NULL {one_of("status", ("draft", "final", "stopped"))},
        finalised_on TEXT {a_day("finalised_on")},
        day TEXT NOT NULL {a_day("day")},
        at TEXT CHECK (at IS NULL OR strftime('%H:%M', at) = at),
        place TEXT NOT NULL {short("place", 200)},
        review_on TEXT {a_day("review_on")},
        review_at TEXT CHECK (review_at IS NULL OR strftime('%H:%M', review_at) = review_at),
        duration TEXT NOT NULL {short("duration", 200)},
        colleagues_told TEXT NOT NULL {short("colleagues_told", 600)},
        disagreements TEXT NOT NULL {short("disagreements", 600)},
        CHECK ((status = 'final') = (finalised_on IS NOT NULL)),
        CHECK (review_on IS NULL OR review_on >= day),
        FOREIGN KEY (followup_id) REFERENCES followup (id) ON DELETE CASCADE,
        FOREIGN KEY (previous_id) REFERENCES roundtable (id) ON DELETE SET NULL
    ) STRICT"""


def _participant() -> str:
    return f"""
    CREATE TABLE participant (
        id TEXT NOT NULL PRIMARY KEY,
        roundtable_id TEXT NOT NULL,
        party_id TEXT,
        who TEXT NOT NULL {one_of("who", ("citizen", "consultant", "party"))},
        role TEXT NOT NULL {short("role", 80)},
        attended INTEGER NOT NULL CHECK (attended IN (0, 1)),
        CHECK ((who = 'party') = (party_id IS NOT NULL)),
        FOREIGN KEY (roundtable_id) REFERENCES roundtable (id) ON DELETE CASCADE,
        FOREIGN KEY (party_id) REFERENCES party (id) ON DELETE CASCADE
    ) STRICT"""


def _agreement() -> str:
    return f"""
    CREATE TABLE agreement (
        id TEXT NOT NULL PRIMARY KEY,
        roundtable_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        function TEXT NOT NULL {short("function", 200, 1)},
        task TEXT NOT NULL {short("task", 200)},
        adjustment TEXT NOT NULL {short("adjustment", 200, 1)},
        first TEXT NOT NULL {a_day("first")},
        last TEXT NOT NULL {a_day("last")},
        review_on TEXT NOT NULL {a_day("review_on")},
        owner TEXT NOT NULL {short("owner", 80, 1)},
        CHECK (last >= first AND review_on >= first),
        FOREIGN KEY (roundtable_id) REFERENCES roundtable (id) ON DELETE CASCADE
    ) STRICT"""


def _step() -> str:
    return f"""
    CREATE TABLE hours_step (
        id TEXT NOT NULL PRIMARY KEY,
        roundtable_id TEXT NOT NULL,
        first TEXT NOT NULL {a_day("first")},
        last TEXT NOT NULL {a_day("last")},
        hours REAL NOT NULL CHECK (hours BETWEEN 0 AND 60),
        CHECK (last >= first),
        FOREIGN KEY (roundtable_id) REFERENCES roundtable (id) ON DELETE CASCADE
    ) STRICT"""


def _action() -> str:
    return f"""
    CREATE TABLE roundtable_action (
        id TEXT NOT NULL PRIMARY KEY,
        roundtable_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        who TEXT NOT NULL {short("who", 80, 1)},
        what TEXT NOT NULL {short("what", 200, 1)},
        due_on TEXT {a_day("due_on")},
        FOREIGN KEY (roundtable_id) REFERENCES roundtable (id) ON DELETE CASCADE
    ) STRICT"""


def _lock() -> list[str]:
    words = "a final version is locked; make a new one"
    alive = "EXISTS (SELECT 1 FROM followup WHERE id = old.followup_id)"
    triggers = [
        refuse("roundtable_locked", "UPDATE ON roundtable", "old.status = 'final'", words),
        refuse(
            "roundtable_kept", "DELETE ON roundtable", f"old.status = 'final' AND {alive}", words
        ),
    ]
    for part in PARTS:
        for when, row in (("INSERT", "new"), ("UPDATE", "old"), ("DELETE", "old")):
            locked = (
                f"EXISTS (SELECT 1 FROM roundtable WHERE id = {row}.roundtable_id "
                "AND status = 'final')"
            )
            name = f"{part}_locked_{when.lower()}"
            triggers.append(refuse(name, f"{when} ON {part}", locked, words))
    return triggers
