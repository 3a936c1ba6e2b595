"""Whether a text names somebody: by one part of the name, or by more."""

from __future__ import annotations

from enum import Enum, auto

from app.domain.guard import Rule, find_traces


class Mention(Enum):
    """How surely a text names a person."""

    NONE = auto()
    PERHAPS = auto()  # by one part of the name, which others have too
    SURELY = auto()


def mention_of(text: str, name: str) -> Mention:
    """Return how surely `text` names the person called `name`, in any case and with a genitive."""
    parts = {part.casefold() for part in name.replace("-", " ").split()}
    if not any(part in text.casefold() for part in parts):
        return Mention.NONE  # the guard is slow, and nearly every text names nobody
    found = {
        part
        for trace in find_traces(text, {name})
        if trace.rule is Rule.NAME
        for word in text[trace.start : trace.end].casefold().replace("-", " ").split()
        for part in parts
        if word.strip(".,;:()") in (part, f"{part}s", f"{part}'s", f"{part}’s")
    }
    if len(found) > 1 or (found and len(parts) == 1):
        return Mention.SURELY
    return Mention.PERHAPS if found else Mention.NONE
