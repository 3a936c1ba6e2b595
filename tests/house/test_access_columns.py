"""A citizen is told every column that is kept about them, or there is a reason why not."""

from __future__ import annotations

from app.data.columns import CodeText
from app.data.disclosure import Basis
from app.data.reach import reached
from app.domain.access_columns import TABLES, YES_NO
from app.domain.access_words import LABELS

KEPT = {table.name: {column.name for column in table.columns} for table in reached()}


def test_every_column_about_a_citizen_is_told_or_left_out_for_a_reason() -> None:
    known = {name: {*told.columns, *told.left_out} for name, told in TABLES.items()}
    missing = {name: columns - known.get(name, set()) for name, columns in KEPT.items()}
    assert not {name: columns for name, columns in missing.items() if columns}, (
        "add to app/domain/access_person.py or access_work.py"
    )


def test_nothing_is_told_that_is_not_kept_and_nothing_both_told_and_left_out() -> None:
    told = {name: {*told.columns, *told.left_out} for name, told in TABLES.items()}
    assert {name: columns - KEPT.get(name, set()) for name, columns in told.items()} == {
        name: set() for name in TABLES
    }
    assert not any(set(told.columns) & set(told.left_out) for told in TABLES.values())
    assert all(column in KEPT[table] for table, column in YES_NO)


def test_what_is_left_out_is_a_key_or_stands_on_the_list_that_was_reviewed() -> None:
    keys = {
        (table.name, column.name)
        for table in reached()
        for column in table.columns
        if column.primary_key or column.foreign_keys
    }
    left_out = {(name, column) for name, told in TABLES.items() for column in told.left_out}
    assert left_out - keys == {
        ("citizen", "restricted_at"),
        ("consent", "wording_hash"),
        ("disclosure", "sha256"),
        *(
            (table, "position")
            for table in (
                *("agenda_point", "remark", "agreement"),
                *("roundtable_action", "roundtable_scheme"),
            )
        ),
    }


def test_every_code_about_a_citizen_has_words() -> None:
    lists = {
        column.type.codes
        for table in reached()
        for column in table.columns
        if isinstance(column.type, CodeText)
    } - {Basis}
    missing = [(codes, code) for codes in lists for code in codes if (codes, code) not in LABELS]
    assert not missing
