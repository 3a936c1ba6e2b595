"""Reading the id of a thing however it travels: as an id, or as its text."""

from __future__ import annotations

from uuid import UUID


def as_id(entity: object) -> UUID | None:
    """Return the id, or nothing when `entity` is none."""
    if isinstance(entity, UUID):
        return entity
    try:
        return UUID(entity) if isinstance(entity, str) else None
    except ValueError:
        return None
