"""Indexes for what is asked of everybody and of all visits, so that a file of ten years answers at
once: the last and the next visit of each practice, what is still to be done, what runs out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.operations import Operations

INDEXES = (
    "visit_by_state ON visit (status, practice_id, start)",
    "visit_of_practice ON visit (practice_id, start)",
    "visit_by_day ON visit (start)",
    "visit_question_of_visit ON visit_question (visit_id)",
    "visit_promise_of_visit ON visit_promise (visit_id)",
    "task_open ON task (due_on) WHERE done_on IS NULL",
    "consent_by_day ON consent (status, expires_on)",
    "consent_cell_by_day ON consent_cell (status, until)",
)


def upgrade(op: Operations) -> None:
    """Make the indexes."""
    for index in INDEXES:
        op.execute(f"CREATE INDEX {index}")
