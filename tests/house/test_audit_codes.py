"""The audit trail holds codes of a closed list: every code the program may write is on it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

import pytest

from app.data.disclosure import Basis
from app.data.engine import raw_connect
from app.domain.audit import Action, Flaw, Word
from app.domain.calendar_file import CalendarKind
from app.domain.consent import ConsentKind, ConsentStatus, Direction, Information
from app.domain.guard import Rule
from app.domain.paper import PaperKind
from app.domain.party import PartyKind
from tests.workspaces import DEK, made_database, passes

CODES: tuple[type[StrEnum], ...] = (
    Action, Word, Flaw, PaperKind, CalendarKind, Basis, ConsentKind, ConsentStatus, PartyKind,
    Direction, Information, Rule,
)  # fmt: skip


@pytest.mark.parametrize("codes", CODES, ids=lambda codes: codes.__name__)
def test_every_code_the_program_may_note_is_admitted(tmp_path: Path, codes: type[StrEnum]) -> None:
    file = raw_connect(made_database(tmp_path), DEK, leak_ok=passes)
    kind = "action" if codes is Action else "detail"
    found = file.execute("SELECT code FROM audit_code WHERE kind = ?", (kind,)).fetchall()
    file.close()
    missing = sorted({code.value for code in codes} - {code for (code,) in found})
    assert not missing, f"let a new migration run `admit_audit_codes('{kind}', {missing})`"
