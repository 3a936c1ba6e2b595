"""What to mind before a contact is logged. It is logged all the same: it may have happened."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.contact import Channel, ContactDraft, Way
from app.domain.language import _
from app.domain.ringing import Ringing


def contact_caution(
    draft: ContactDraft, ringing: Ringing, silent_parties: Mapping[str, str]
) -> str:
    """Return a sentence when the citizen may not be rung, or when no consent about the party
    holds; `silent_parties` are their names by id as text. Else nothing."""
    if draft.party_id in silent_parties:
        text = _("No consent about {party} holds today. Ask the citizen before you talk to them.")
        return text.format(party=silent_parties[draft.party_id])
    rung = draft.channel == Channel.PHONE and draft.way == Way.OUT
    return ringing.stopped if rung and not draft.party_id else ""
