"""What can be done with the catalogue of adjustments."""

from __future__ import annotations

from app.changes import Topic
from app.data.adjustment import (
    AdjustmentRecord,
    HiddenRecord,
    find_adjustments,
    find_hidden,
    get_adjustment,
)
from app.data.consent import known_names
from app.data.vault import Vault
from app.domain.adjustment import (
    AdjustmentDraft,
    AdjustmentFacts,
    AdjustmentId,
    AdjustmentRow,
    own_adjustment,
    settle_adjustment,
    shipped_adjustments,
    shipped_codes,
)
from app.domain.language import _
from app.domain.problem import NotFound


class AdjustmentService:
    """Read the catalogue, and keep what is added to it; an update of Fasthold leaves that alone."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def own_adjustments(self) -> tuple[AdjustmentRow, ...]:
        """Return the lines of one's own."""
        with self._vault.read() as session:
            return tuple(_row(record) for record in find_adjustments(session))

    def catalogue(self, spoken: str) -> tuple[AdjustmentRow, ...]:
        """Return every line to choose from, in the language `spoken`; one's own first, as typed."""
        with self._vault.read() as session:
            hidden = find_hidden(session)
            own = tuple(_row(record) for record in find_adjustments(session))
        return (*own, *(row for row in shipped_adjustments(spoken) if row.code not in hidden))

    def hidden_adjustments(self, spoken: str) -> tuple[AdjustmentRow, ...]:
        """Return the lines that came with Fasthold and are not to be chosen from."""
        with self._vault.read() as session:
            hidden = find_hidden(session)
        return tuple(row for row in shipped_adjustments(spoken) if row.code in hidden)

    def hide_adjustment(self, code: str) -> None:
        """Leave a line that came with Fasthold out of the list; no update brings it back."""
        with self._vault.write(Topic.SETTINGS) as session:
            if code not in shipped_codes():
                raise NotFound(_("This adjustment is no longer there."))
            if session.get(HiddenRecord, code) is None:
                session.add(HiddenRecord(code=code))

    def show_adjustment(self, code: str) -> None:
        """Let a line that was hidden be chosen again."""
        with self._vault.write(Topic.SETTINGS) as session:
            record = session.get(HiddenRecord, code)
            if record is not None:
                session.delete(record)

    def add_adjustment(self, draft: AdjustmentDraft) -> AdjustmentId:
        """Save a new line; raise `Rejected` if the draft breaks a rule."""
        with self._vault.write(Topic.SETTINGS) as session:
            facts = settle_adjustment(draft, known_names(session))
            record = AdjustmentRecord(function=facts.function, text=facts.text)
            session.add(record)
            session.flush()
            return AdjustmentId(record.id)

    def adjustment_draft(self, adjustment_id: AdjustmentId) -> AdjustmentDraft:
        """Return a line of one's own as a draft to correct."""
        with self._vault.read() as session:
            record = get_adjustment(session, adjustment_id)
            return AdjustmentDraft(function=record.function.value, text=record.text)

    def correct_adjustment(self, adjustment_id: AdjustmentId, draft: AdjustmentDraft) -> None:
        """Save a mended line. Agreements keep the words they were made in."""
        with self._vault.write(Topic.SETTINGS) as session:
            facts = settle_adjustment(draft, known_names(session))
            record = get_adjustment(session, adjustment_id)
            record.function, record.text = facts.function, facts.text

    def remove_adjustment(self, adjustment_id: AdjustmentId) -> None:
        """Remove a line of one's own. Agreements keep their words."""
        with self._vault.write(Topic.SETTINGS) as session:
            session.delete(get_adjustment(session, adjustment_id))


def _row(record: AdjustmentRecord) -> AdjustmentRow:
    facts = AdjustmentFacts(function=record.function, text=record.text)
    return own_adjustment(AdjustmentId(record.id), facts)
