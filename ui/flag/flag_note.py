"""The note of a flag: what the guard refuses is kept nowhere, not even as an unfinished edit."""

from __future__ import annotations

from app.domain.flag import NOTE_LIMIT
from app.domain.guard import RULE_TEXTS, About, Rule
from app.domain.language import N_, _
from ui.common.guard_says import Traces
from ui.common.guard_words import GuardWords
from ui.common.guarded import GuardedNote

_TITLES: dict[Rule, str] = {
    # i18n: Danish: »Flaget kan ikke gemmes: noten rummer noget, der ligner et CPR-nummer«
    Rule.CPR: N_("The flag cannot be saved: the note holds something that looks like a CPR number"),
    Rule.PHONE: N_(
        "The flag cannot be saved: the note holds something that looks like a phone number"
    ),
    Rule.EMAIL: N_(
        "The flag cannot be saved: the note holds something that looks like an e-mail address"
    ),
    Rule.NAME: N_("The flag cannot be saved: the note holds something that looks like a name"),
}
_OTHERS = N_("The flag cannot be saved: the note points to a person")


def flag_note(traces: Traces) -> GuardedNote:
    """Return a note of 120 characters at most, in which also what may tell is pointed at."""
    # i18n: Danish: »Ryd noten«
    words = GuardWords(_TITLES, _OTHERS, _why, doubts=True, clear=N_("Clear the note"))
    return GuardedNote(About.NOBODY, rows=2, limit=NOTE_LIMIT, traces=traces, words=words)


def _why(rule: Rule) -> str:
    words = _(
        "A flag must never lead back to a person. Nothing of the note is kept, not even as a"
        " draft. The doctor asks the patient first; only after a yes may we have name and number."
    )
    # What the title says of a known kind of trace, the rule's own sentence says of the others.
    return words if rule in _TITLES else f"{_(RULE_TEXTS[rule])} {words}"
