"""Unfinished edits: what was typed in a form that has not been saved yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.language import N_


class DraftKind(StrEnum):
    """Which form an unfinished edit belongs to."""

    PRACTICE = "practice"
    DOCTOR = "doctor"
    CLOSED = "closed"
    VISIT = "visit"
    FLAG = "flag"
    QUESTION = "question"
    PROMISE = "promise"
    RELAYED = "relayed"
    CONFIRMED = "confirmed"
    GRANT = "grant"
    FOLLOWUP = "followup"
    PARTY = "party"
    CONTACT = "contact"
    TASK = "task"
    ROUNDTABLE = "roundtable"
    PARTICIPANT = "participant"
    POINT = "point"
    REMARK = "remark"
    AGREEMENT = "agreement"
    STEP = "step"
    ACTION = "action"
    SCHEME = "scheme"
    SENDER = "sender"
    SLIP = "slip"
    ABSENCE = "absence"
    SOFT_BLOCK = "soft_block"
    LESSON = "lesson"
    COOPERATION = "cooperation"
    DUTY = "duty"
    CLOCK_RULE = "clock_rule"
    MEASURE = "measure"
    ADJUSTMENT = "adjustment"
    SCHEME_CHECK = "scheme_check"


DRAFT_LABELS: dict[DraftKind, str] = {
    DraftKind.PRACTICE: N_("a practice"),
    DraftKind.DOCTOR: N_("a doctor"),
    DraftKind.CLOSED: N_("closed days"),
    DraftKind.VISIT: N_("a visit"),
    DraftKind.FLAG: N_("a flag"),
    DraftKind.QUESTION: N_("a certificate question"),
    DraftKind.PROMISE: N_("a promise"),
    DraftKind.RELAYED: N_("a relayed yes"),
    DraftKind.CONFIRMED: N_("a first talk"),
    DraftKind.GRANT: N_("a consent"),
    DraftKind.FOLLOWUP: N_("a follow-up"),
    DraftKind.PARTY: N_("a party"),
    DraftKind.CONTACT: N_("a contact"),
    DraftKind.TASK: N_("a task"),
    DraftKind.ROUNDTABLE: N_("a roundtable"),
    DraftKind.PARTICIPANT: N_("a participant"),
    DraftKind.POINT: N_("a point of the agenda"),
    DraftKind.REMARK: N_("a remark"),
    DraftKind.AGREEMENT: N_("an agreement"),
    DraftKind.STEP: N_("a step in the hours ladder"),
    DraftKind.ACTION: N_("who does what"),
    # i18n: Danish: »en ordning«
    DraftKind.SCHEME: N_("a scheme"),
    DraftKind.SENDER: N_("my details"),
    DraftKind.SLIP: N_("a text of the slip"),
    DraftKind.ABSENCE: N_("an absence"),
    DraftKind.SOFT_BLOCK: N_("a time better avoided"),
    DraftKind.LESSON: N_("a topic"),
    DraftKind.COOPERATION: N_("a cooperation agreement"),
    DraftKind.DUTY: N_("a line of a cooperation agreement"),
    DraftKind.CLOCK_RULE: N_("a deadline of the clock"),
    DraftKind.MEASURE: N_("a measure"),
    # i18n: Danish: »en egen tilpasning«
    DraftKind.ADJUSTMENT: N_("an adjustment of your own"),
    # i18n: Danish: »en ordning i listen«
    DraftKind.SCHEME_CHECK: N_("a scheme of the list"),
}


# Said of every unfinished edit, where it is offered and where it is shown again.
DRAFT_KEPT = N_("What you had typed is kept as a draft; it is not saved yet.")


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingDraft:
    """One unfinished edit. `entity` is the id the form was opened for, or empty for a new one;
    `values` are the fields as JSON."""

    kind: DraftKind
    entity: str
    values: str
    typed_at: datetime
