"""The audit trail. Entries follow one another without a gap, each sealed over the one before; none
is changed or taken away; and nothing but codes of a closed list and counts can stand in them.

No key leads from here to a person: entries outlive the people they speak of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import AUDIT_CODES_CLOSED, one_of, refuse

if TYPE_CHECKING:
    from alembic.operations import Operations

ACTIONS = (
    "opened", "locked", "open_failed", "copy_opened", "end_missing", "migrated", "copy_saved",
    "key_changed", "settings_changed", "viewed", "consent_given", "consent_changed",
    "consent_refused", "consent_ended", "disclosed", "guard_refused", "citizen_erased",
    "flags_shrunk", "flag_removed", "clock_doubted", "day_confirmed", "saves_missing", "checked",
)  # fmt: skip
DETAILS = (
    # keys, locks, ends, checks, clocks, settings, counts
    "passphrase", "code", "keychain", "set", "removed", "hand", "idle", "sleep", "closed",
    "missing", "other", "whole", "gone", "changed", "foreign", "back", "ahead", "sender",
    "lock_times", "plan_times", "slip", "deadlines", "retention", "threshold", "due", "everything",
    "consents", "contacts", "roundtables", "tasks", "disclosures",
    # consents
    "relayed", "confirmed", "live", "refused", "withdrawn", "expired", "invalid", "fulfilled",
    "employer", "gp", "union_rep", "union", "specialist", "hospital", "treatment", "assessment",
    "family", "obtain", "pass_on", "take_part", "feedback", "function", "considerations", "hours",
    "attendance", "duration", "schemes",
    # what leaves, and on what basis: the papers there are, and those that are to come
    "consent", "self", "none", "visits", "visits-cancelled", "visit-summary", "slip-sheet",
    "consent-form", "consent-form-large", "employer-sheet", "citizen-sheet", "doctor-sheet",
    "preparation-sheet", "cooperation-agreement", "information-request", "certificate-guide",
    "glossary", "statistics", "access-report", "deletion-report", "year-plan",
    # rules of the guard
    "error", "cpr", "email", "url", "date", "phone", "case_number", "plate", "address", "postcode",
    "digits", "kinship", "initials", "name", "health", "private", "singled_out", "occupation",
    "place", "capital",
)  # fmt: skip
FIRST = "0" * 64


def upgrade(op: Operations) -> None:
    """Make the tables and their rules."""
    op.execute(f"""
    CREATE TABLE audit_code (
        kind TEXT NOT NULL {one_of("kind", ("action", "detail"))},
        code TEXT NOT NULL,
        PRIMARY KEY (kind, code)
    ) STRICT, WITHOUT ROWID""")
    for kind, codes in (("action", ACTIONS), ("detail", DETAILS)):
        listed = ", ".join(f"('{kind}', '{code}')" for code in codes)
        op.execute(f"INSERT INTO audit_code VALUES {listed}")
    op.execute(AUDIT_CODES_CLOSED)
    op.execute(_audit())
    op.execute("CREATE INDEX audit_subject ON audit (subject, action, at)")
    for trigger in _rules():
        op.execute(trigger)


def _audit() -> str:
    moment = "-".join(("[0-9]" * 4, "[0-9]" * 2, "[0-9]" * 2))
    moment += "T" + "\\:".join(("[0-9]" * 2,) * 3) + "+00\\:00"
    return f"""
    CREATE TABLE audit (
        seq INTEGER NOT NULL PRIMARY KEY,
        at TEXT NOT NULL CHECK (at GLOB '{moment}' AND datetime(at) IS NOT NULL),
        action TEXT NOT NULL,
        subject TEXT {_hex("subject", 32)},
        detail TEXT NOT NULL CHECK (length(detail) <= 200 AND instr(detail, '\\') = 0
            AND json_valid(detail) AND json_type(detail) = 'array' AND json(detail) = detail),
        prev TEXT NOT NULL {_hex("prev", 64)},
        mac TEXT NOT NULL {_hex("mac", 64)}
    ) STRICT, WITHOUT ROWID"""


def _hex(column: str, signs: int) -> str:
    return f"CHECK (length({column}) = {signs} AND {column} NOT GLOB '*[^0-9a-f]*')"


def _rules() -> tuple[str, ...]:
    last = "SELECT mac FROM audit ORDER BY seq DESC LIMIT 1"
    coded = "SELECT 1 FROM audit_code WHERE kind = '{}' AND code = {}"
    foreign = (
        "SELECT 1 FROM json_each(new.detail) part WHERE CASE part.type"
        f" WHEN 'text' THEN NOT EXISTS ({coded.format('detail', 'part.value')})"
        " WHEN 'integer' THEN part.value NOT BETWEEN 0 AND 99999 ELSE 1 END"
    )
    return (
        refuse(
            "audit_gapless",
            "INSERT ON audit",
            "new.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit)",
            "audit entries follow one another without a gap",
        ),
        refuse(
            "audit_chained",
            "INSERT ON audit",
            f"new.prev IS NOT coalesce(({last}), '{FIRST}')",
            "an audit entry is sealed over the one before",
        ),
        refuse(
            "audit_coded",
            "INSERT ON audit",
            f"NOT EXISTS ({coded.format('action', 'new.action')})"
            f" OR json_type(new.detail) IS NOT 'array' OR EXISTS ({foreign})",
            "an audit entry holds codes and counts only",
        ),
        refuse("audit_frozen", "UPDATE ON audit", "1", "an audit entry is a fact"),
        refuse("audit_kept", "DELETE ON audit", "1", "an audit entry is a fact"),
        refuse("audit_code_frozen", "UPDATE ON audit_code", "1", "the list of codes is closed"),
        refuse("audit_code_kept", "DELETE ON audit_code", "1", "the list of codes is closed"),
    )
