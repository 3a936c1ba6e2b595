"""A flag cannot carry a person: neither its tables nor its shapes have a place for one."""

from __future__ import annotations

import dataclasses
import pkgutil
import typing
from collections.abc import Iterator
from importlib import import_module

import pytest
from sqlmodel import SQLModel

import app.domain
from app.data.flag import FlagFunctionRecord, FlagOutcomeRecord, FlagRecord
from app.data.schema import metadata

ALLOWED_COLUMNS: dict[type[SQLModel], set[str]] = {
    FlagRecord: {
        *("id", "code", "practice_id", "visit_id", "feedback_visit_id"),
        *("dropped_visit_id", "told_by"),
        *("theme", "employment", "sector", "age_band", "urgency", "mentioned", "may_quote"),
        *("next_step", "who_acts", "status", "close_reason", "raised_on", "act_by", "note"),
        "noted_on",
    },
    FlagFunctionRecord: {"flag_id", "function"},
    FlagOutcomeRecord: {"id", "month", "practice_id", "theme"},
}
# A doctor is a professional of the practice, to whom the feedback is owed: never the person a flag
# is about. So a foreign key to one leads to nobody the flag protects.
ALLOWED_TARGETS = {"practice", "visit", "flag", "doctor"}


@pytest.mark.parametrize("record", ALLOWED_COLUMNS, ids=lambda record: record.__name__)
def test_a_flag_has_exactly_the_columns_it_may_have(record: type[SQLModel]) -> None:
    table = metadata.tables[str(record.__tablename__)]
    assert {column.name for column in table.columns} == ALLOWED_COLUMNS[record]


@pytest.mark.parametrize("record", ALLOWED_COLUMNS, ids=lambda record: record.__name__)
def test_a_flag_points_at_nobody_it_could_be_about(record: type[SQLModel]) -> None:
    table = metadata.tables[str(record.__tablename__)]
    assert {key.column.table.name for key in table.foreign_keys} <= ALLOWED_TARGETS


def test_only_what_a_flag_is_made_of_and_what_rests_on_it_points_at_a_flag() -> None:
    pointing = {
        table.name
        for table in metadata.tables.values()
        if any(key.column.table.name == "flag" for key in table.foreign_keys)
    }
    assert pointing == {"flag_function", "followup", "relayed_flag"}


def test_no_shape_holds_both_a_flags_code_and_a_citizen() -> None:
    for shape in _shapes():
        fields = set(_fields(shape))
        coded = {field for field in fields if field in {"code", "flag_code"}}
        named = {field for field in fields if field.startswith("citizen")}
        assert not (coded and named), f"{shape.__name__} holds {coded} and {named}"


def _shapes() -> Iterator[type]:
    for info in pkgutil.walk_packages(app.domain.__path__, "app.domain."):
        module = import_module(info.name)
        for found in vars(module).values():
            if isinstance(found, type) and dataclasses.is_dataclass(found):
                yield found


def _fields(shape: type) -> Iterator[str]:
    hints = typing.get_type_hints(shape)
    for field in dataclasses.fields(shape):
        yield field.name
        for inner in (hints[field.name], *typing.get_args(hints[field.name])):
            if isinstance(inner, type) and dataclasses.is_dataclass(inner) and inner is not shape:
                yield from _fields(inner)
