"""Which thing of which owner an unfinished form is about, as the text a draft is kept under."""

from __future__ import annotations

from uuid import UUID

_FLAG = "flag:"


def place_of(owner: UUID, thing: UUID | None = None) -> str:
    """Return where the draft of `thing` is kept; without one, of something new for `owner`."""
    return f"{owner.hex}/{thing.hex if thing else ''}"


def read_place(place: str) -> tuple[UUID | None, UUID | None]:
    """Return owner and thing; what is no id is nothing."""
    owner, _slash, thing = place.partition("/")
    return _id(owner), _id(thing)


def place_of_flag(flag_id: UUID) -> str:
    """Return where the draft of what begins with the flag is kept: by its id, never its code."""
    return f"{_FLAG}{flag_id.hex}"


def read_flag_place(place: str) -> UUID | None:
    """Return the flag a draft begins with, if it begins with one."""
    return _id(place.removeprefix(_FLAG)) if place.startswith(_FLAG) else None


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
