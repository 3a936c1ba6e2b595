"""Everything that happened in a follow-up, asked of all tables at once: only what a page shows is
read in full afterwards.

Each table hands over its newest first, and of each no more is taken than a page needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import text
from sqlmodel import Session

from app.domain.timeline import EventKind, TimelineMark

_MANY = (EventKind.CONTACT, EventKind.MEASURE)
_CONSENTS = (EventKind.CONSENT, EventKind.CONSENT_END)
_ALL = 1 << 30  # a limit that is none


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """Where events of one kind stand. Of one day and one kind, what was noted last stands first,
    and a consent's end above its beginning."""

    kind: EventKind
    rows: str
    entry: str = "id"
    day: str = "day"
    at: str = "NULL"
    born: str = "rowid"
    agreed: str = "1"  # what is planned or was stopped is no entry of the case system
    several: bool = False  # more than one row may tell the same

    def statement(self, more: str = "") -> str:
        """Return the statement that lists them, narrowed by `more`."""
        only = "DISTINCT" if self.several else ""
        rank = EventKind.CONSENT if self.kind in _CONSENTS else self.kind
        begun = int(self.kind is EventKind.CONSENT)
        return (
            f"SELECT {only} '{self.kind}' AS kind, {self.entry} AS entry, {self.day} AS day,"  # noqa: S608
            f" {self.at} AS at, '{rank}' AS rank, {self.born} AS born, {begun} AS begun"
            f" FROM {self.rows}{more}"
        )

    def uncopied(self) -> str:
        """Return what is true of what is not in the case system."""
        if self.kind.copied_as is None:
            return "0"
        copied = f"SELECT 1 FROM transfer WHERE kind = '{self.kind}' AND entry = {self.entry}"  # noqa: S608
        return f"({self.agreed} AND NOT EXISTS ({copied}))"


# A consent about a party falls cell by cell, maybe on several days; one that is about none falls as
# a whole. What has lapsed without anybody noting it fell on its last day.
_SOURCES = (
    _Source(kind=EventKind.CONTACT, rows="contact WHERE followup_id = :followup", at="contact.at"),
    _Source(
        kind=EventKind.TASK,
        rows="task WHERE followup_id = :followup AND done_on IS NOT NULL",
        day="done_on",
    ),
    _Source(kind=EventKind.CONSENT, rows="consent WHERE citizen_id = :citizen", day="given_on"),
    _Source(
        kind=EventKind.CONSENT_END,
        rows="consent c JOIN consent_cell x ON x.consent_id = c.id WHERE c.citizen_id = :citizen"
        " AND (x.ended_on IS NOT NULL OR x.until < :today)",
        entry="x.consent_id || ':' || coalesce(x.ended_on, x.until)",
        day="coalesce(x.ended_on, x.until)",
        born="c.rowid",
        several=True,
    ),
    _Source(
        kind=EventKind.CONSENT_END,
        rows="consent WHERE citizen_id = :citizen AND (ended_on IS NOT NULL OR expires_on < :today)"
        " AND NOT EXISTS (SELECT 1 FROM consent_cell WHERE consent_id = consent.id)",
        entry="id || ':' || coalesce(ended_on, expires_on)",
        day="coalesce(ended_on, expires_on)",
    ),
    _Source(
        kind=EventKind.DISCLOSURE,
        rows="disclosure WHERE citizen_id = :citizen",
        day="substr(disclosure.at, 1, 10)",
        at="substr(disclosure.at, 12, 5)",
    ),
    _Source(
        kind=EventKind.ROUNDTABLE,
        rows="roundtable WHERE followup_id = :followup",
        day="coalesce(finalised_on, day)",
        agreed="status = 'final'",
    ),
    _Source(kind=EventKind.MEASURE, rows="measure WHERE followup_id = :followup"),
)
_NEWEST = "ORDER BY day DESC, at DESC, rank, born DESC, begun, entry LIMIT :limit OFFSET :passed"


def find_events(
    session: Session,
    whose: Whose,
    kinds: Iterable[EventKind],
    *,
    uncopied: bool = False,
    after: TimelineMark | None = None,
    most: int = _ALL,
) -> Sequence[Event]:
    """Return what happened of these kinds, newest first, at most so much, `after` what is known
    already."""
    wanted = [source for source in _SOURCES if source.kind in set(kinds)]
    arms = (source.statement(_narrowed(source, after, uncopied=uncopied)) for source in wanted)
    page = text(f"{' UNION ALL '.join(arms)} {_NEWEST}")
    passed = {"until": after.day.isoformat(), "passed": after.passed} if after else {"passed": 0}
    rows = session.execute(page, whose.named() | passed | {"limit": most})
    return [
        Event(kind=EventKind(row.kind), entry=row.entry, day=date.fromisoformat(row.day))
        for row in rows
    ]


def count_events(session: Session, whose: Whose) -> dict[EventKind, tuple[int, int]]:
    """Return of each kind how many there are, and how many of them are not in the case system."""
    counted: dict[EventKind, tuple[int, int]] = {}
    for kind, count, uncopied in session.execute(_COUNT, whose.named()):
        before = counted.get(EventKind(kind), (0, 0))
        counted[EventKind(kind)] = (before[0] + count, before[1] + uncopied)
    return counted


def _narrowed(source: _Source, after: TimelineMark | None, *, uncopied: bool) -> str:
    known = "" if after is None else f" AND {source.day} <= :until"
    return f"{known} AND {source.uncopied()}" if uncopied else known


def _counting(source: _Source) -> str:
    entry, rows = source.entry, source.rows
    if source.kind in _MANY:
        # Counted by the list of what was copied: what goes, the file strikes off that list too.
        known = f"transfer WHERE followup_id = :followup AND kind = '{source.kind}'"
        left = f"count(*) - (SELECT count(*) FROM {known})"  # noqa: S608 -- of constants
        return f"SELECT '{source.kind}', count(*), {left} FROM {rows}"  # noqa: S608 -- of constants
    left = f"count(DISTINCT CASE WHEN {source.uncopied()} THEN {entry} END)"
    return f"SELECT '{source.kind}', count(DISTINCT {entry}), {left} FROM {rows}"  # noqa: S608 -- of constants


_COUNT = text(" UNION ALL ".join(_counting(source) for source in _SOURCES))
