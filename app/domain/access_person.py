"""What the access report says of a person, their consents, their follow-up and its parties."""

from __future__ import annotations

from app.domain.access_told import KEYS, Chapter, LeftOut, Told
from app.domain.language import N_

_DAY = N_("Day")
_END = N_("Ended on")
_PARTY = N_("Party")
_UNTIL = N_("Until")
_STATUS = N_("Standing")
_INFORMATION = N_("Information")
_DIRECTION = N_("We may")
_REASON = N_("Reason")
_LIFTED = N_("Lifted on")

PERSON = Chapter(
    title=N_("Who you are, and how you are reached"),
    purpose=N_("To reach you, and only at a time and in a way that suits you."),
    source=N_("It comes from you, or from your doctor when you asked them to pass it on."),
    tables={
        "citizen": Told(
            N_("You"),
            {
                "name": N_("Name"),
                "reach_kind": N_("Way to reach you"),
                "reach": N_("Number or address"),
                "safe_when": N_("Safe time and place"),
                "no_ring": N_("Not to be rung"),
            },
            {
                "id": LeftOut.KEY,
                "root_consent_id": LeftOut.KEY,
                "restricted_at": LeftOut.TWICE,
            },
        ),
        "restriction": Told(
            N_("Restriction"),
            {
                "asked_by": N_("Asked by"),
                "since": N_("Since"),
                "reason": _REASON,
                "lifted_on": _LIFTED,
                "lift_reason": N_("Why it was lifted"),
            },
            KEYS,
        ),
        "hold": Told(
            N_("Kept beyond the usual day"),
            {
                "reason": _REASON,
                "held_on": N_("Since"),
                "review_on": N_("To be asked about again on"),
                "lifted_on": _LIFTED,
            },
            KEYS,
        ),
    },
)
CONSENTS = Chapter(
    title=N_("What you said yes to"),
    purpose=N_("To do only what you allowed, and to be able to show that you did."),
    source=N_("It comes from you."),
    tables={
        "consent": Told(
            N_("Consent"),
            {
                "kind": N_("Given to"),
                "purpose_code": N_("What for"),
                "purpose": N_("What for, in your words"),
                "form": N_("Form"),
                "status": _STATUS,
                "given_on": N_("Given on"),
                "expires_on": N_("Holds until"),
                "ended_on": _END,
                "relayed_by": N_("Passed on by"),
                "received_by": N_("Received by"),
                "received_place": N_("Where"),
                "told": N_("What you were told besides"),
                "hold_back": N_("To be held back"),
                "hold_back_why": N_("Why it is held back"),
                "original_at": N_("The original lies here"),
                "wording_version": N_("Number of the text that was said"),
            },
            KEYS | {"wording_hash": LeftOut.SEAL},
        ),
        "consent_cell": Told(
            N_("What a consent covers"),
            {
                "party_id": _PARTY,
                "direction": _DIRECTION,
                "information": _INFORMATION,
                "until": _UNTIL,
                "status": _STATUS,
                "ended_on": _END,
            },
            {"id": LeftOut.KEY, "consent_id": LeftOut.KEY},
        ),
        "consent_fall": Told(
            N_("Consent that ended"),
            {
                "day": _DAY,
                "kind": N_("How"),
                "route": N_("How you said it"),
                "everything": N_("It was the last one"),
                "cells": N_("Permissions that ended with it"),
                "forms": N_("Unfinished texts that went with it"),
                "links": N_("Links to a flag that were cleared"),
            },
            KEYS | {"consent_id": LeftOut.KEY},
        ),
        "consent_fall_stop": Told(
            N_("Stopped when a consent ended"),
            {"kind": N_("What"), "words": N_("Which"), "day": _DAY},
            {"fall_id": LeftOut.KEY, "place": LeftOut.PLACE},
        ),
        "consent_fall_told": Told(
            N_("Told that a consent ended"),
            {"party_id": _PARTY, "told_on": N_("Told on")},
            {"fall_id": LeftOut.KEY},
        ),
        "relayed_flag": Told(
            N_("Where a passed-on yes came from"),
            {},
            {"consent_id": LeftOut.KEY, "flag_id": LeftOut.LINK},
        ),
    },
)
FOLLOWUP = Chapter(
    title=N_("Your work and your follow-up"),
    purpose=N_("To help you keep your job, and to see how much has to be coordinated."),
    source=N_("It comes from talks with you. The goal and the signs are the consultant's."),
    tables={
        "followup": Told(
            N_("Follow-up"),
            {
                "number": N_("Number"),
                "origin": N_("How it began"),
                "employment": N_("Work situation"),
                "job_title": N_("Job title"),
                "weekly_hours": N_("Hours per week"),
                "sick_since": N_("On sick leave since"),
                "functions": N_("What is hard at work"),
                "wishes": N_("What you wish"),
                "started_on": N_("Began on"),
                "ended_on": _END,
                "outcome": N_("How it ended"),
                "archived_on": N_("Put away on"),
                "drives": N_("The consultant drives it"),
                "rung_now": N_("Goal now"),
                "rung_aim": N_("Goal aimed at"),
                "complexity": N_("How much to coordinate"),
                "complexity_on": N_("Decided on"),
            },
            KEYS | {"flag_id": LeftOut.LINK},
        ),
        "followup_sign": Told(
            N_("Sign of how much has to be coordinated"),
            {"sign": N_("Sign")},
            {"followup_id": LeftOut.KEY},
        ),
    },
)
PARTIES = Chapter(
    title=N_("Who else is part of it"),
    purpose=N_("To know who does what, and who may hear what from whom."),
    source=N_("It comes from you, and from the parties you allowed us to talk with."),
    tables={
        "party": Told(
            N_("Party"),
            {
                "kind": N_("Kind"),
                "name": N_("Name"),
                "person": N_("Contact person"),
                "phone": N_("Phone"),
                "email": N_("E-mail"),
                "aim": N_("What they aim at"),
                "aim_rung": N_("Goal aimed at"),
                "next_step": N_("Next step"),
                "next_on": N_("Next step on"),
                "drives": N_("Drives it"),
            },
            KEYS,
        ),
    },
)
