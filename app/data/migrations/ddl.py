"""Pieces of SQL that the first schema's steps share. Frozen with the first release."""

from __future__ import annotations

from collections.abc import Iterable


def one_of(column: str, codes: Iterable[str]) -> str:
    """A CHECK that `column` holds one of `codes`."""
    listed = ", ".join(f"'{code}'" for code in codes)
    return f"CHECK ({column} IN ({listed}))"


def short(column: str, limit: int, least: int = 0) -> str:
    """A CHECK on length and on NUL, which SQLite's length() would stop counting at."""
    return f"CHECK (length({column}) BETWEEN {least} AND {limit} AND instr({column}, char(0)) = 0)"


def a_day(column: str) -> str:
    """A CHECK that `column` is null or a calendar day."""
    return f"CHECK ({column} IS NULL OR date({column}) IS {column})"


def refuse(name: str, when: str, condition: str, words: str) -> str:
    """A trigger that refuses what `condition` says, quoting the rule and never the data."""
    return (
        f"CREATE TRIGGER {name} BEFORE {when} WHEN {condition} "
        f"BEGIN SELECT raise(ABORT, '{words}'); END"
    )


AUDIT_CODES_CLOSED = refuse(
    "audit_code_closed", "INSERT ON audit_code", "1", "the list of codes is closed"
)


def admit_audit_codes(kind: str, codes: Iterable[str]) -> tuple[str, ...]:
    """Let entries of the audit trail hold more `codes`: `kind` is "action" or "detail"."""
    listed = ", ".join(f"('{kind}', '{code}')" for code in codes)
    return (
        "DROP TRIGGER audit_code_closed",
        f"INSERT INTO audit_code VALUES {listed}",
        AUDIT_CODES_CLOSED,
    )
