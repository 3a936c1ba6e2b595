"""How the access report knows the tables that hold a citizen: chapters of tables, and of each
column its label, or the reason why it is left out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LeftOut(StrEnum):
    """Why a column is not told."""

    KEY = "key"  # a random mark that holds rows together, and says nothing
    LINK = "link"  # a flag's code and a name never stand together (product.md § 2)
    PLACE = "place"  # the order of rows, which is told by their order
    TWICE = "twice"  # another column tells the same
    SEAL = "seal"  # a check sum, which says nothing about anybody


@dataclass(frozen=True, slots=True)
class Told:
    """What one table holds: what one of its rows is called, its columns in the order told, and the
    columns left out."""

    label: str
    columns: dict[str, str]
    left_out: dict[str, LeftOut]


@dataclass(frozen=True, slots=True)
class Chapter:
    """Tables that are told together, why they are kept, and who told it."""

    title: str
    purpose: str
    source: str
    tables: dict[str, Told]


KEYS = {"id": LeftOut.KEY, "citizen_id": LeftOut.KEY}
OF_FOLLOWUP = {"id": LeftOut.KEY, "followup_id": LeftOut.KEY}
OF_ROUNDTABLE = {"id": LeftOut.KEY, "roundtable_id": LeftOut.KEY}
