"""The names of the citizens in the file, kept at hand for the guard inside the database."""

from __future__ import annotations

from app.changes import ChangeFeed, Topic
from app.data.consent import known_names
from app.data.vault import Vault
from app.domain.guard import is_clean

_TOPICS = frozenset({Topic.CONSENT, Topic.FOLLOWUP})


class KnownNames:
    """Judges text by the names last saved; a trigger cannot ask the file it is writing to."""

    def __init__(self) -> None:
        self._names: frozenset[str] = frozenset()
        self._vault: Vault | None = None

    def is_clean(self, text: str) -> bool:
        """Return whether `text` holds no trace of a person, known or not."""
        return is_clean(text, self._names)

    def follow(self, vault: Vault, changes: ChangeFeed) -> None:
        """Read the names now and after each change to them."""
        self._vault = vault
        changes.subscribe(self._on_changed)
        self._on_changed(_TOPICS)

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if topics & _TOPICS and self._vault is not None and self._vault.is_open:
            with self._vault.read() as session:
                self._names = known_names(session)
