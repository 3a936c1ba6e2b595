"""What can be done with the list of schemes."""

from __future__ import annotations

from dataclasses import asdict

from app.changes import Topic
from app.data.scheme import SchemeCheckRecord, find_scheme_checks
from app.data.vault import Vault
from app.domain.language import _
from app.domain.problem import NotFound
from app.domain.scheme import Scheme
from app.domain.scheme_check import SchemeCheckDraft, checked_schemes, settle_scheme_check
from app.domain.typed import write_day
from app.system.clock import Today


class SchemeService:
    """Read the list, and keep what was found on looking one up again."""

    def __init__(self, vault: Vault, today: Today) -> None:
        self._vault, self._today = vault, today

    def list_schemes(self) -> tuple[Scheme, ...]:
        """Return the schemes: those that can be relied on today first."""
        with self._vault.read() as session:
            found = checked_schemes(find_scheme_checks(session))
        today = self._today()
        return tuple(sorted(found, key=lambda scheme: not scheme.is_certain(today)))

    def scheme_check_draft(self, code: str) -> SchemeCheckDraft:
        """Return what is known of a scheme as a draft to correct."""
        scheme = next((one for one in self.list_schemes() if one.code == code), None)
        if scheme is None:
            raise NotFound(_("This scheme is no longer there."))
        return SchemeCheckDraft(
            line=scheme.line,
            source=scheme.source,
            last_checked=write_day(scheme.last_checked),
            certain_until=write_day(scheme.certain_until),
        )

    def check_scheme(self, code: str, draft: SchemeCheckDraft) -> None:
        """Save what was found; raise `Rejected` if the draft breaks a rule."""
        self.scheme_check_draft(code)
        with self._vault.write(Topic.SETTINGS) as session:
            facts = settle_scheme_check(draft, self._today())
            session.merge(SchemeCheckRecord(code=code, **asdict(facts)))

    def use_shipped_scheme(self, code: str) -> None:
        """Go back to what came with Fasthold."""
        with self._vault.write(Topic.SETTINGS) as session:
            record = session.get(SchemeCheckRecord, code)
            if record is not None:
                session.delete(record)
