"""What can be done with saved copies: see whom they hold and when they go, and let them go.

A copy is a backup. It goes after 35 days at the latest, and then a newer one lies in its folder.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from app.data.copy_look import citizens_in
from app.data.vault import Vault
from app.domain.consent import CitizenId
from app.domain.erasure import CopyPlace, CopyRow, goes_on
from app.domain.retention import Kept
from app.services.file import FileService
from app.services.kept_copies import (
    KeptCopy,
    forget_gone,
    is_own,
    kept_copies,
    place_of,
    remove_copy,
)
from app.services.retention import kept_for
from app.system.clock import Today


class CopyService:
    """Knows the copies of the open file."""

    def __init__(self, vault: Vault, path: Path, today: Today, files: FileService) -> None:
        self._vault = vault
        self._path = path
        self._today = today
        self._files = files

    def list_copies(self) -> tuple[CopyRow, ...]:
        """Return the copies that are known, oldest first."""
        days = self._days()
        return tuple(_row(copy, days) for copy in self._own())

    def holding(self, citizen_id: CitizenId) -> tuple[CopyRow, ...]:
        """Return the copies that hold a person, and those that cannot be looked into now."""
        days = self._days()
        return tuple(_row(copy, days) for copy in self._own() if self._may_hold(copy, citizen_id))

    def erase_copies(self, rows: Iterable[CopyRow]) -> int:
        """Save a new copy wherever one of these lies, check it, and delete these; return how many
        went. What is away, or worked in, stays."""
        wanted = {row.path for row in rows}
        return self._let_go([copy for copy in self._own() if copy.path in wanted], afresh=True)

    def roll_out_due(self) -> int:
        """Delete the copies whose time is over; where none is left that is newer, save one first.
        Return how many went."""
        forget_gone(self._vault)
        days = self._days()
        due = [copy for copy in self._own() if goes_on(copy.saved_on, days) <= self._today()]
        return self._let_go(due, afresh=False)

    def _days(self) -> int:
        """Return how long a copy is kept."""
        with self._vault.read() as session:
            return kept_for(session).amount(Kept.COPY)

    def _own(self) -> list[KeptCopy]:
        dek = self._vault.dek
        return [copy for copy in kept_copies(self._vault, self._path) if is_own(copy, dek)]

    def _may_hold(self, copy: KeptCopy, citizen_id: CitizenId) -> bool:
        if place_of(copy) is CopyPlace.AWAY:
            return True
        return citizen_id in (citizens_in(copy.path, self._vault.dek) or ())

    def _let_go(self, copies: Iterable[KeptCopy], *, afresh: bool) -> int:
        here = [copy for copy in copies if place_of(copy) is CopyPlace.HERE]
        gone = 0
        for folder, lying in groupby(here, lambda copy: copy.path.parent):
            if afresh or not self._has_newer(folder):
                self._files.save_copy(self._vault, self._path, folder)
            gone += sum(remove_copy(self._vault, copy) for copy in list(lying))
        return gone

    def _has_newer(self, folder: Path) -> bool:
        """Whether a copy lies in the folder whose time is not over yet."""
        days = self._days()
        return any(
            copy.path.parent == folder
            and place_of(copy) is CopyPlace.HERE
            and goes_on(copy.saved_on, days) > self._today()
            for copy in self._own()
        )


def _row(copy: KeptCopy, days: int) -> CopyRow:
    return CopyRow(
        path=copy.path,
        saved_on=copy.saved_on,
        goes_on=goes_on(copy.saved_on, days),
        place=place_of(copy),
    )
