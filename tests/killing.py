"""Withdrawing in the middle of a planned roundtable, killed at any point: all of it, or nothing."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import text

from app.bootstrap import Services, open_services
from app.domain.draft import DraftKind
from tests.builders import (
    action_draft,
    agreement_draft,
    flag_draft,
    followup_draft,
    grant_draft,
    party_draft,
    practice_draft,
    roundtable_draft,
)
from tests.clock import Clock
from tests.source import ROOT
from tests.workspaces import DEK, TODAY, made_database

COUNTED = {
    "live_consents": "SELECT count(*) FROM consent WHERE status = 'live'",
    "live_cells": "SELECT count(*) FROM consent_cell WHERE status = 'live'",
    "planned": "SELECT count(*) FROM roundtable WHERE status = 'draft'",
    "open_tasks": "SELECT count(*) FROM task WHERE stopped_on IS NULL",
    "forms": "SELECT count(*) FROM draft",
    "links": "SELECT count(*) FROM followup WHERE flag_id IS NOT NULL",
    "falls": "SELECT count(*) FROM consent_fall",
    "stops": "SELECT count(*) FROM consent_fall_stop",
    "to_tell": "SELECT count(*) FROM consent_fall_told",
    "flags_consented": "SELECT count(*) FROM flag WHERE status = 'consented'",
    "noted": "SELECT count(*) FROM audit WHERE action = 'consent_ended'",
}


@dataclass(frozen=True, slots=True)
class Killed:
    """What is left in each copy, in the order it was killed; before, and after all of it."""

    before: dict[str, int]
    left: list[dict[str, int]]
    after: dict[str, int]


def kill_everywhere(folder: Path, every: int) -> Killed:
    """Withdraw once for each `every`th statement, killed there; return what is left each time."""
    path = made_database(folder)
    clock = Clock(TODAY)
    services = open_services(path, DEK, today=clock.today, now=clock.now)
    with closing(services.vault):
        _fill(services)
    copies = folder / "copies"
    copies.mkdir()
    before = left_in(path)
    command = [sys.executable, "-m", "tests.files.withdrawer", str(path), str(copies), str(every)]
    subprocess.run(command, cwd=ROOT, check=True)
    *killed, whole = sorted(copies.glob("[0-9]*.fasthold"))
    left = [left_in(copy) for copy in (*killed, copies / "after.fasthold")]
    return Killed(before, left, left_in(whole))


def left_in(path: Path) -> dict[str, int]:
    """Return what the file holds, opened anew."""
    clock = Clock(TODAY)
    services = open_services(path, DEK, today=clock.today, now=clock.now)
    with closing(services.vault), services.vault.read() as session:
        return {what: session.execute(text(sql)).scalar_one() for what, sql in COUNTED.items()}


def _fill(services: Services) -> None:
    """Let somebody have a planned roundtable, an agreed plan, a flag and an unfinished form."""
    practice = services.practice.add_practice(practice_draft())
    flag = services.flag.raise_flag(practice, None, flag_draft())
    followup = services.followup.begin(followup_draft(flag_id=flag.id.hex))
    employer = services.party.add_party(followup, party_draft())
    services.consent.grant(followup, grant_draft(employer, "function", "hours"))
    services.consent.grant(followup, grant_draft(employer, "hours", direction="take_part"))
    agreed = services.roundtable.plan_roundtable(followup, roundtable_draft())
    services.agreement.add_agreement(agreed, agreement_draft())
    services.agreement.add_action(agreed, action_draft())
    services.roundtable.finalise(agreed)
    coming = roundtable_draft(day="16/9/2026", review_on="9/10/2026")
    planned = services.roundtable.plan_roundtable(followup, coming)
    citizen = services.followup.followup(followup).citizen_id
    services.draft.keep(DraftKind.AGREEMENT, f"{planned.hex}/", "{}", citizen)
