"""What one found on looking a scheme up again: the line, its source, and how long that holds.

It stands in place of what came with Fasthold, and no update of the list undoes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.domain.guard import About
from app.domain.scheme import Scheme, schemes
from app.domain.settling import Settling
from app.domain.typed import read_day, read_note, read_optional_deadline, read_required

SCHEME_LINE_LIMIT = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeCheckDraft:
    """What was found, as typed."""

    line: str = ""
    source: str = ""
    last_checked: str = ""
    certain_until: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeCheckFacts:
    """What was found: it holds until the last certain day, if there is one."""

    line: str
    source: str
    last_checked: date
    certain_until: date | None


def checked_schemes(checks: Mapping[str, SchemeCheckFacts]) -> tuple[Scheme, ...]:
    """Return the schemes of the list, those of `checks` as they were found."""
    return tuple(_checked(scheme, checks.get(scheme.code)) for scheme in schemes())


def settle_scheme_check(draft: SchemeCheckDraft, today: date) -> SchemeCheckFacts:
    """Return what was found as facts, or raise `Rejected`; nothing is without a source."""
    form = Settling()
    facts = SchemeCheckFacts(
        line=form.read("line", lambda: _read_line(draft.line), ""),
        source=form.read("source", lambda: read_required(draft.source), ""),
        last_checked=form.read("last_checked", lambda: read_day(draft.last_checked, today), today),
        certain_until=form.read(
            "certain_until", lambda: read_optional_deadline(draft.certain_until, today), None
        ),
    )
    form.guard("line", draft.line)
    form.guard("source", draft.source, about=About.CONTACT)  # laws have days and addresses
    form.finish()
    return facts


def _read_line(text: str) -> str:
    read_required(text, SCHEME_LINE_LIMIT)
    return read_note(text, SCHEME_LINE_LIMIT)


def _checked(scheme: Scheme, found: SchemeCheckFacts | None) -> Scheme:
    if found is None:
        return scheme
    return replace(
        scheme,
        line=found.line,
        source=found.source,
        last_checked=found.last_checked,
        certain_until=found.certain_until,
        is_own=True,
    )
