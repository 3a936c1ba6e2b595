"""Everything that happened in a follow-up, asked of all tables at once: only what a page shows is
read in full afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import text
from sqlmodel import Session

from app.domain.timeline import EventKind

# A consent about a party falls cell by cell, maybe on several days; one that is about none falls as
# a whole. What has lapsed without anybody noting it fell on its last day. Of one day and one kind,
# what was noted last stands first, and a consent's end above its beginning.
_EVENTS = """
    SELECT 'contact' AS kind, id AS entry, day, coalesce(at, '') AS at, rowid AS born
      FROM contact WHERE followup_id = :followup
    UNION ALL
    SELECT 'task', id, done_on, '', rowid FROM task
      WHERE followup_id = :followup AND done_on IS NOT NULL
    UNION ALL
    SELECT 'consent', id, given_on, '', rowid FROM consent WHERE citizen_id = :citizen
    UNION ALL
    SELECT DISTINCT 'consent_end', x.consent_id || ':' || coalesce(x.ended_on, x.until),
      coalesce(x.ended_on, x.until), '', c.rowid
      FROM consent c JOIN consent_cell x ON x.consent_id = c.id
      WHERE c.citizen_id = :citizen AND (x.ended_on IS NOT NULL OR x.until < :today)
    UNION ALL
    SELECT 'consent_end', id || ':' || coalesce(ended_on, expires_on),
      coalesce(ended_on, expires_on), '', rowid
      FROM consent WHERE citizen_id = :citizen AND (ended_on IS NOT NULL OR expires_on < :today)
      AND NOT EXISTS (SELECT 1 FROM consent_cell WHERE consent_id = consent.id)
    UNION ALL
    SELECT 'disclosure', id, substr(at, 1, 10), substr(at, 12, 5), rowid
      FROM disclosure WHERE citizen_id = :citizen
    UNION ALL
    SELECT 'roundtable', id, coalesce(finalised_on, day), '', rowid
      FROM roundtable WHERE followup_id = :followup
    UNION ALL
    SELECT 'measure', id, day, '', rowid FROM measure WHERE followup_id = :followup
"""
# What is planned or was stopped is no entry of the case system.
_UNCOPIED = """
    kind <> 'task'
    AND NOT EXISTS (SELECT 1 FROM transfer t WHERE t.kind = e.kind AND t.entry = e.entry)
    AND (kind <> 'roundtable'
         OR EXISTS (SELECT 1 FROM roundtable r WHERE r.id = e.entry AND r.status = 'final'))
"""
_KINDS = "kind IN (SELECT value FROM json_each(:kinds))"
_PAGE = text(f"""
    SELECT kind, entry, day FROM ({_EVENTS}) e
    WHERE {_KINDS} AND (NOT :uncopied OR ({_UNCOPIED}))
    ORDER BY day DESC, at DESC, substr(kind, 1, 7), born DESC, kind = 'consent', entry
    LIMIT :limit OFFSET :offset
""")  # noqa: S608 -- made of the constants above
_COUNT = text(f"""
    SELECT kind, count(*), sum({_UNCOPIED}) FROM ({_EVENTS}) e GROUP BY kind
""")  # noqa: S608 -- made of the constants above


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happened, before it is read in full."""

    kind: EventKind
    entry: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """Whose timeline it is, as of which day."""

    followup_id: UUID
    citizen_id: UUID
    today: date

    def named(self) -> dict[str, str]:
        """Return the values of the statements."""
        return {
            "followup": self.followup_id.hex,
            "citizen": self.citizen_id.hex,
            "today": self.today.isoformat(),
        }


def find_events(
    session: Session,
    whose: Whose,
    kinds: Sequence[EventKind],
    *,
    uncopied: bool,
    limit: int,
    offset: int,
) -> Sequence[Event]:
    """Return what happened of these kinds, newest first."""
    listed = "[" + ", ".join(f'"{kind.value}"' for kind in kinds) + "]"
    values = {"kinds": listed, "uncopied": int(uncopied), "limit": limit, "offset": offset}
    rows = session.execute(_PAGE, whose.named() | values)
    return [
        Event(kind=EventKind(kind), entry=entry, day=date.fromisoformat(day))
        for kind, entry, day in rows
    ]


def count_events(session: Session, whose: Whose) -> dict[EventKind, tuple[int, int]]:
    """Return of each kind how many there are, and how many of them are not in the case system."""
    rows = session.execute(_COUNT, whose.named())
    return {EventKind(kind): (count, uncopied) for kind, count, uncopied in rows}
