"""The rows about a citizen, put into words for that citizen: each with those that hang on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from app.data.disclosure import Basis
from app.data.reach import Rows
from app.data.schema import metadata
from app.domain.access_columns import CHAPTERS, TABLES, YES_NO
from app.domain.access_report import AccessChapter, AccessEntry, AccessField
from app.domain.access_told import Chapter
from app.domain.access_words import value_data, value_words, without_others, written_in
from app.domain.language import N_, _
from app.domain.paper import PAPER_LABELS
from app.domain.party import PartyKind
from app.domain.scheme import code_name
from app.system.clock import local

Row = Mapping[str, Any]
# What of a relative who is a party is theirs, and not the citizen's.
_OF_RELATIVES = frozenset({"person", "phone", "email"})
_BASES: dict[Basis, str] = {
    Basis.CONSENT: N_("your consent"),
    Basis.SELF: N_("It is for you"),
    Basis.NONE: N_("It speaks of nobody"),
}
_PAPERS: dict[str, str] = {kind.value: label for kind, label in PAPER_LABELS.items()}
_ORDER = (
    *("position", "place", "day", "at", "given_on", "started_on", "first", "held_on", "since"),
    *("typed_at", "due_on", "told_on", "name"),
)


@dataclass(frozen=True, slots=True)
class Telling:
    """What the rows are told with: names of the parties by their ids, names of other citizens, and
    the names that may stand."""

    parties: Mapping[UUID, str]
    others: frozenset[str]
    own: frozenset[str]

    def clean(self, text: str) -> str:
        """Return `text` without anybody else's name."""
        return without_others(text, self.others, self.own)


def chapters_of(found: Mapping[str, Rows], telling: Telling) -> tuple[AccessChapter, ...]:
    """Return the chapters in which something is kept."""
    told = (_chapter(name, chapter, found, telling) for name, chapter in CHAPTERS.items())
    return tuple(chapter for chapter in told if chapter.entries)


def _chapter(
    name: str, chapter: Chapter, found: Mapping[str, Rows], telling: Telling
) -> AccessChapter:
    rows = [(table, row) for table in chapter.tables for row in _sorted(found.get(table, ()))]
    parents = {id(row): _parent(table, row, rows) for table, row in rows}
    children: dict[int, list[tuple[str, Row]]] = {}
    for table, row in rows:
        children.setdefault(parents[id(row)], []).append((table, row))
    return AccessChapter(
        name=name,
        title=_(chapter.title),
        purpose=_(chapter.purpose),
        source=_(chapter.source),
        entries=tuple(_entries(0, children, telling)),
    )


def _entries(
    parent: int, children: Mapping[int, Sequence[tuple[str, Row]]], telling: Telling
) -> Iterator[AccessEntry]:
    """Yield the entries that hang on a row; those of no row hang on 0."""
    for table, row in children.get(parent, ()):
        fields = tuple(_fields(table, row, telling))
        if fields:
            yield AccessEntry(
                table=table,
                label=_(TABLES[table].label),
                fields=fields,
                parts=tuple(_entries(id(row), children, telling)),
            )


def _parent(table: str, row: Row, rows: Sequence[tuple[str, Row]]) -> int:
    """Return which row of the same chapter this one hangs on."""
    for key in metadata.tables[table].foreign_keys:
        target = key.column.table.name
        for other_table, other in rows:
            if target == other_table != table and row[key.parent.name] == other["id"]:
                return id(other)
    return 0


def _sorted(rows: Rows) -> list[Row]:
    return sorted(rows, key=lambda row: [str(row[name] or "") for name in _ORDER if name in row])


def _fields(table: str, row: Row, telling: Telling) -> Iterator[AccessField]:
    for name, label in TABLES[table].columns.items():
        value = _value(table, name, row, telling)
        if value is not None and value != "":
            words = _words(table, name, value)
            data = words if isinstance(row[name], UUID) else value_data(value)
            yield AccessField(name=name, label=_(label), words=words, value=data)


def _value(table: str, name: str, row: Row, telling: Telling) -> object:
    """Return what a column holds, with the party instead of its id, and nobody else's name."""
    value = row[name]
    if value is None or (name in _OF_RELATIVES and row.get("kind") is PartyKind.FAMILY):
        return None
    if (table, name) == ("task", "lead_days") and not value:
        return None  # nobody is reminded
    if (table, name) in YES_NO:
        return bool(value)
    if isinstance(value, UUID):
        return telling.parties.get(value, "")
    if isinstance(value, datetime):
        return local(value)
    if (table, name) == ("draft", "fields"):
        return telling.clean(written_in(value))
    return telling.clean(value) if type(value) is str and not _is_fixed(table, name) else value


def _words(table: str, name: str, value: object) -> str:
    if (table, name) == ("disclosure", "paper"):
        return _(_PAPERS[str(value)]) if value in _PAPERS else str(value)
    if (table, name) == ("roundtable_scheme", "scheme"):
        return code_name(str(value))
    return _(_BASES[value]) if isinstance(value, Basis) else value_words(value)


def _is_fixed(table: str, name: str) -> bool:
    """Whether a column of text holds what the program wrote: nobody is named there."""
    return (table, name) in {
        ("roundtable_scheme", "scheme"),
        *(("disclosure", "paper"), ("disclosure", "file_name"), ("followup", "number")),
        *(("citizen", "name"), ("party", "name"), ("party", "person")),
    }
