"""Forty and more words that stand nowhere else, one in every text a person can have in the file.

The columns are found by the schema itself, so that a new one is marked without anybody thinking of
it; one that takes no free text (a hash, a number of its own shape) refuses the marker.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Text

from app.data.reach import reached

LETTERS = "bdfghjklmnprstvæøå"
LENGTH = 12
PIECE = 5


Place = tuple[str, str, str]  # table, column, row


def mark_everything(file: Any) -> dict[Place, str]:
    """Write a marker into every text column about a person, in the first row and in the last;
    return them by place."""
    draw = random.Random(20260909)
    walls = file.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _sql in walls:
        file.execute(f"DROP TRIGGER {name}")
    marked = {}
    for table, column in _text_columns():
        for end in _ends(file, table):
            marker = "".join(draw.choices(LETTERS, k=LENGTH))
            if _is_marked(file, (table, column, end), marker):
                marked[table, column, end] = marker
    for _name, sql in walls:
        file.execute(sql)
    return marked


def traces_of(marker: str) -> set[bytes]:
    """Return the marker as it may have been taken apart: whole, small, without accents, cut to its
    stem, and in pieces of five bytes."""
    plain = marker.replace("æ", "ae").replace("ø", "o").replace("å", "a")
    shapes = {marker, marker.upper(), plain, marker[:-3], marker[:8]}
    whole = marker.encode()
    pieces = {whole[start : start + PIECE] for start in range(len(whole) - PIECE + 1)}
    return {shape.encode() for shape in shapes} | pieces | {marker.encode("utf-16-le")}


def _text_columns() -> Iterator[tuple[str, str]]:
    """Yield every column that is read as the text it holds, and not as an id, a code or a day."""
    for table in reached():
        yield from ((table.name, one.name) for one in table.columns if type(one.type) is Text)


def _ends(file: Any, table: str) -> tuple[str, ...]:
    several = file.execute(f"SELECT count(*) FROM {table}").fetchone()[0] > 1  # noqa: S608
    return ("min", "max") if several else ("max",)


def _is_marked(file: Any, place: Place, marker: str) -> bool:
    table, column, end = place
    row = f"SELECT {end}(rowid) FROM {table}"  # noqa: S608
    for words in (marker, f'"{marker}"'):
        try:
            file.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ({row})", (words,))  # noqa: S608
        except sqlcipher.IntegrityError:
            continue
        return True
    return False
