"""What the access report says of what was done with a person: talks, measures, tables, papers."""

from __future__ import annotations

from app.domain.access_told import KEYS, OF_FOLLOWUP, OF_ROUNDTABLE, Chapter, LeftOut, Told
from app.domain.language import N_

_DAY = N_("Day")
_TIME = N_("Time")
_NOTE = N_("What was said")
_PARTY = N_("Party")
_STATUS = N_("Standing")
_INFORMATION = N_("Information")
_DIRECTION = N_("We may")
_FIRST = N_("From")
_LAST = N_("To")
_AUDIENCE = N_("Who may read it")
# i18n: Danish: »Taget fra kataloget under«
_TAKEN = N_("Taken from the catalogue under")
_WORK = {"function": N_("Function"), "task": N_("Task")}
_REVIEWED = {
    "first": _FIRST,
    "last": _LAST,
    "review_on": N_("Looked at again on"),
    "owner": N_("Responsible"),
}

TALKS = Chapter(
    title=N_("Talks, tasks and unfinished texts"),
    purpose=N_("To keep what was agreed, and to do it in time."),
    source=N_("The consultant wrote it, from talks with you and with those you allowed."),
    tables={
        "contact": Told(
            N_("Contact"),
            {
                "day": _DAY,
                "at": _TIME,
                "party_id": N_("With"),
                "channel": N_("How"),
                "way": N_("Who turned to whom"),
                "outcome": N_("What came of it"),
                "note": _NOTE,
            },
            OF_FOLLOWUP,
        ),
        "task": Told(
            N_("Task"),
            {
                "what": N_("What"),
                "who": N_("Who"),
                "due_on": N_("At the latest"),
                "lead_days": N_("Reminded so many days before"),
                "done_on": N_("Done on"),
                "stopped_on": N_("Stopped on"),
            },
            OF_FOLLOWUP
            | {
                "practice_id": LeftOut.KEY,
                "promise_id": LeftOut.KEY,
                "roundtable_id": LeftOut.KEY,
            },
        ),
        "draft": Told(
            N_("Unfinished text"),
            {"kind": N_("Of"), "fields": N_("What is written"), "typed_at": N_("Written on")},
            {"entity": LeftOut.KEY, "citizen_id": LeftOut.KEY},
        ),
        "transfer": Told(
            N_("Copied to the municipality's case system"),
            {"kind": N_("What"), "transferred_on": N_("Copied on")},
            {"entry": LeftOut.KEY, "followup_id": LeftOut.KEY},
        ),
    },
)
MEASURES = Chapter(
    title=N_("How it goes"),
    purpose=N_("To see with you whether it gets better, and what helps."),
    source=N_("It comes from you."),
    tables={
        "measure": Told(
            N_("Measure"),
            {
                "day": _DAY,
                "sentence": N_("In your own words"),
                "planned_hours": N_("Planned hours"),
                "worked_hours": N_("Worked hours"),
                "work_ability": N_("Work ability right now"),
                "energy": N_("Energy"),
                "concentration": N_("Concentration"),
                "confidence": N_("Confidence in returning"),
            },
            OF_FOLLOWUP,
        ),
        "measure_adjustment": Told(
            N_("Adjustment, when it was asked about"),
            {"adjustment": N_("Adjustment"), "in_place": N_("Whether it was there")},
            {"measure_id": LeftOut.KEY, "position": LeftOut.PLACE},
        ),
    },
)
ROUNDTABLES = Chapter(
    title=N_("Roundtables and what was agreed"),
    purpose=N_("To agree on a plan with your workplace, and to hold everybody to it."),
    source=N_("It comes from the roundtable."),
    tables={
        "roundtable": Told(
            N_("Roundtable"),
            {
                "day": _DAY,
                "at": _TIME,
                "place": N_("Place"),
                "version": N_("Version"),
                "status": _STATUS,
                "finalised_on": N_("Finalised on"),
                "review_on": N_("Follow-up on"),
                "review_at": N_("Follow-up at"),
                "duration": N_("Expected duration"),
                "colleagues_told": N_("What colleagues are told"),
                "disagreements": N_("Disagreements"),
            },
            OF_FOLLOWUP | {"previous_id": LeftOut.KEY},
        ),
        "participant": Told(
            N_("Seat at a roundtable"),
            {
                "who": N_("Who"),
                "party_id": _PARTY,
                "role": N_("Role"),
                "attended": N_("Came"),
            },
            OF_ROUNDTABLE,
        ),
        "agenda_point": Told(
            N_("Point of the agenda"),
            {
                "title": N_("Point"),
                "minutes": N_("Minutes"),
                "state": _STATUS,
                "carried_from": N_("Carried over from"),
            },
            OF_ROUNDTABLE | {"position": LeftOut.PLACE},
        ),
        "remark": Told(
            N_("Remark"),
            {
                "text": N_("What is written"),
                "audience": _AUDIENCE,
                "held": N_("Held, because of its words"),
                **_WORK,
                **_REVIEWED,
                "taken_from": _TAKEN,
            },
            OF_ROUNDTABLE | {"position": LeftOut.PLACE},
        ),
        "agreement": Told(
            N_("Agreement"),
            {
                **_WORK,
                "adjustment": N_("Adjustment"),
                **_REVIEWED,
                "audience": _AUDIENCE,
                "taken_from": _TAKEN,
            },
            OF_ROUNDTABLE | {"position": LeftOut.PLACE},
        ),
        "hours_step": Told(
            N_("Step of the hours"),
            {"first": _FIRST, "last": _LAST, "hours": N_("Hours per week"), "days": N_("Days")},
            OF_ROUNDTABLE,
        ),
        "roundtable_action": Told(
            N_("What somebody does"),
            {"who": N_("Who"), "what": N_("What"), "due_on": N_("At the latest")},
            OF_ROUNDTABLE | {"position": LeftOut.PLACE},
        ),
        "roundtable_scheme": Told(
            N_("Scheme"),
            {
                "scheme": N_("Scheme"),
                "name": N_("Name"),
                "state": _STATUS,
                "who": N_("Who"),
                "day": _DAY,
            },
            OF_ROUNDTABLE | {"position": LeftOut.PLACE},
        ),
    },
)
HANDED_OVER = Chapter(
    title=N_("What was handed over"),
    purpose=N_("To be able to show who got what, when, and what allowed it."),
    source=N_("Fasthold writes it as a paper leaves."),
    tables={
        "disclosure": Told(
            N_("Paper or file"),
            {
                "at": _DAY,
                "paper": N_("Paper"),
                "party_id": N_("To"),
                "basis": N_("Allowed by"),
                "direction": _DIRECTION,
                "file_name": N_("File name"),
            },
            KEYS | {"consent_id": LeftOut.KEY, "sha256": LeftOut.SEAL},
        ),
        "disclosure_cell": Told(
            N_("Information in it"),
            {"information": _INFORMATION},
            {"disclosure_id": LeftOut.KEY, "cell_id": LeftOut.KEY},
        ),
    },
)
