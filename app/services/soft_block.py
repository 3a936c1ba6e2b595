"""What can be done with the weeks and days better avoided."""

from __future__ import annotations

from app.changes import Topic
from app.data.consent import known_names
from app.data.soft_block import SoftBlockRecord, get_soft_block
from app.data.vault import Vault
from app.domain.language import _
from app.domain.problem import NotFound
from app.domain.soft_block import (
    SoftBlockDraft,
    SoftBlockId,
    SoftBlockRow,
    settle_soft_block,
    write_when,
)
from app.domain.typed import write_day
from app.services.own_calendar import (
    drop_own_list,
    make_own_list,
    soft_block_columns,
    soft_blocks,
)
from app.system.clock import Today


class SoftBlockService:
    """Keep the municipality's own list; until it is changed, it is the one of every new file."""

    def __init__(self, vault: Vault, today: Today) -> None:
        self._vault = vault
        self._today = today

    def list_soft_blocks(self) -> tuple[SoftBlockRow, ...]:
        """Return the entries."""
        with self._vault.read() as session:
            return soft_blocks(session)

    def soft_block_draft(self, block_id: SoftBlockId) -> SoftBlockDraft:
        """Return an entry as a draft to correct."""
        with self._vault.read() as session:
            block = next((one.block for one in soft_blocks(session) if one.id == block_id), None)
        if block is None:
            raise NotFound(_("This entry is no longer there."))
        return SoftBlockDraft(
            when=write_when(block.when),
            name=block.name,
            year=str(block.year or ""),
            source=block.source,
            last_checked=write_day(block.last_checked),
        )

    def add_soft_block(self, draft: SoftBlockDraft) -> SoftBlockId:
        """Save a new entry; raise `Rejected` if the draft breaks a rule."""
        with self._vault.write(Topic.CALENDAR) as session:
            block = settle_soft_block(draft, self._today(), known_names(session))
            make_own_list(session)
            record = SoftBlockRecord(**soft_block_columns(block))
            session.add(record)
            session.flush()
            return SoftBlockId(record.id)

    def correct_soft_block(self, block_id: SoftBlockId, draft: SoftBlockDraft) -> None:
        """Save a mended entry."""
        with self._vault.write(Topic.CALENDAR) as session:
            block = settle_soft_block(draft, self._today(), known_names(session))
            make_own_list(session)
            get_soft_block(session, block_id).sqlmodel_update(soft_block_columns(block))

    def remove_soft_block(self, block_id: SoftBlockId) -> None:
        """Remove an entry."""
        with self._vault.write(Topic.CALENDAR) as session:
            make_own_list(session)
            session.delete(get_soft_block(session, block_id))

    def use_default_soft_blocks(self) -> None:
        """Go back to the list of every new file; entries of one's own go."""
        with self._vault.write(Topic.CALENDAR) as session:
            drop_own_list(session)
