"""Entries of the audit trail in words: what was done, and to what, without a name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from app.domain.audit import Action, AuditCheck, AuditRow, AuditStanding, Fault, Flaw, Word
from app.domain.calendar_file import CalendarKind
from app.domain.consent import (
    DIRECTION_LABELS,
    INFORMATION_LABELS,
    ConsentKind,
)
from app.domain.consent_fall import FALL_LABELS
from app.domain.guard import Rule
from app.domain.language import N_, _, ngettext
from app.domain.paper import PAPER_LABELS
from app.domain.party import PARTY_LABELS
from app.domain.words import number

Part = str | int

ACTION_LABELS: dict[Action, str] = {
    Action.OPENED: N_("File opened"),
    Action.LOCKED: N_("File locked"),
    Action.OPEN_FAILED: N_("Keys that did not fit"),
    Action.COPY_OPENED: N_("Opened as a copy, or after it was moved"),
    Action.END_MISSING: N_("The end of the audit trail was missing"),
    Action.MIGRATED: N_("File brought up to date"),
    Action.COPY_SAVED: N_("Copy saved"),
    Action.KEY_CHANGED: N_("Key of the file changed"),
    Action.SETTINGS_CHANGED: N_("Settings changed"),
    Action.VIEWED: N_("Citizen looked up"),
    Action.CONSENT_GIVEN: N_("Consent recorded"),
    Action.CONSENT_CHANGED: N_("Consent corrected"),
    Action.CONSENT_REFUSED: N_("The citizen said no"),
    Action.CONSENT_ENDED: N_("Consent ended"),
    Action.DISCLOSED: N_("Disclosure"),
    Action.PRINT_WARNED: N_("Read that a printer keeps copies"),
    Action.GUARD_REFUSED: N_("Text stopped that could point to a person"),
    Action.CITIZEN_ERASED: N_("Citizen erased"),
    Action.RESTRICTED: N_("Person restricted"),
    Action.RESTRICTION_LIFTED: N_("Restriction lifted"),
    Action.HELD: N_("Kept for now, with a reason"),
    Action.HOLD_LIFTED: N_("No longer kept beyond the usual day"),
    Action.FLAGS_SHRUNK: N_("Flags reduced to a count"),
    Action.FLAG_REMOVED: N_("Flag deleted"),
    Action.CLOCK_DOUBTED: N_("The computer's date did not fit"),
    Action.DAY_CONFIRMED: N_("Date said to be right"),
    Action.SAVES_MISSING: N_("Saves were missing from the file"),
    Action.CHECKED: N_("Audit trail checked"),
    Action.TRAIL_SHORTENED: N_("Oldest entries let go of after five years"),
}
_WORDS: dict[str, str] = {
    Word.PASSPHRASE: N_("passphrase"),
    Word.CODE: N_("recovery code"),
    Word.KEYCHAIN: N_("keychain"),
    Word.SET: N_("new"),
    Word.REMOVED: N_("removed"),
    Word.HAND: N_("by hand"),
    Word.IDLE: N_("nobody was working"),
    Word.SLEEP: N_("the computer had been asleep"),
    Word.CLOSED: N_("Fasthold was closed, or another file opened"),
    Word.MISSING: N_("entries missing"),
    Word.OTHER: N_("other entries stood there"),
    Word.OLDER: N_("an older copy was put back"),
    Word.WHOLE: N_("all entries fit together"),
    Flaw.GONE: N_("missing entry"),
    Flaw.CHANGED: N_("changed entry"),
    Flaw.FOREIGN: N_("entry out of place"),
    Word.PRINTED: N_("printed"),
    Word.BACK: N_("set back"),
    Word.AHEAD: N_("far ahead"),
    Word.SENDER: N_("my details"),
    Word.LOCK_TIMES: N_("automatic lock"),
    Word.PLAN_TIMES: N_("time in the plan"),
    Word.SLIP: N_("texts of the slip"),
    Word.DEADLINES: N_("deadlines of follow-ups"),
    Word.RETENTION: N_("how long things are kept"),
    Word.DUE: N_("the time was up"),
    Word.AGAIN: N_("an older copy had brought them back"),
    Word.EVERYTHING: N_("everything"),
    Word.CONSENTS: N_("consents"),
    Word.CONTACTS: N_("contacts"),
    Word.ROUNDTABLES: N_("roundtables"),
    Word.TASKS: N_("tasks"),
    Word.DISCLOSURES: N_("disclosures"),
    ConsentKind.RELAYED: N_("relayed by the doctor"),
    ConsentKind.CONFIRMED: N_("given by the citizen"),
}
_LEFT: dict[str, str] = {
    CalendarKind.VISITS: N_("Calendar file"),
    CalendarKind.CANCELLED: N_("Calendar file of cancelled visits"),
    CalendarKind.MEETING: N_("Calendar file of a meeting"),
    Word.PRINTED: N_("printed"),
    "consent": N_("under a consent"),
    "self": N_("to the citizen"),
    "none": N_("about nobody"),
}
_RULES: dict[str, str] = {
    Rule.ERROR: N_("could not be read"),
    Rule.CPR: N_("CPR number"),
    Rule.EMAIL: N_("e-mail address"),
    Rule.URL: N_("web address"),
    Rule.DATE: N_("date with a day"),
    Rule.PHONE: N_("phone number"),
    Rule.CASE_NUMBER: N_("case number"),
    Rule.PLATE: N_("number plate"),
    Rule.ADDRESS: N_("address"),
    Rule.POSTCODE: N_("postcode and town"),
    Rule.DIGITS: N_("many digits"),
    Rule.FLAG_CODE: N_("a flag's code"),
    Rule.KINSHIP: N_("name of a relative or colleague"),
    Rule.INITIALS: N_("initials"),
    Rule.NAME: N_("name"),
    Rule.HEALTH: N_("illness or medicine"),
    Rule.PRIVATE: N_("private matter"),
    Rule.SINGLED_OUT: N_("fits one person only"),
    Rule.OCCUPATION: N_("rare occupation"),
    Rule.EMPLOYER: N_("employer"),
    Rule.PLACE: N_("place"),
    Rule.CAPITAL: N_("word that may be known"),
}
_SHARED: dict[str, str] = {
    code.value: label
    for code, label in (
        *PARTY_LABELS.items(),
        *DIRECTION_LABELS.items(),
        *INFORMATION_LABELS.items(),
        *FALL_LABELS.items(),
    )
}
_PAPERS: dict[str, str] = {paper.value: label for paper, label in PAPER_LABELS.items()}
_USUAL = _SHARED | _WORDS
# The same code may stand for two things, so each is read by what was done.
_LABELS: dict[Action | None, Mapping[str, str]] = {
    Action.DISCLOSED: _SHARED | _PAPERS | _LEFT,
    Action.GUARD_REFUSED: _RULES,
}


def entry_title(row: AuditRow) -> str:
    """Return what an entry says was done."""
    if row.action is None:
        return _("Entry that cannot be read")
    return _(ACTION_LABELS[row.action])


def entry_detail(row: AuditRow) -> str:
    """Return to whom, by a mark that is no name, and to what it was done."""
    person = [_("person {mark}").format(mark=row.person)] if row.person else []
    words = " · ".join([*person, *(_small(part) for part in _parts(row))])
    return words[:1].upper() + words[1:]


def seal_words(row: AuditRow) -> str:
    """Return the number of an entry and the first signs of its seal, in groups to compare."""
    groups = (row.seal[place : place + 4] for place in range(0, len(row.seal), 4))
    return _("No. {number}: {seal}").format(number=row.seq, seal=" ".join(groups))


def checked_words(check: AuditCheck) -> str:
    """Return in a sentence what a check found."""
    if check.fault is not None:
        return fault_words(check.fault)
    return ngettext("The {n} entry fits.", "All {n} entries fit together.", check.entries).format(
        n=number(check.entries)
    )


def fault_words(fault: Fault) -> str:
    """Return which entry does not fit, and how."""
    sentences = {
        Flaw.GONE: _("Entry {n} is missing."),
        Flaw.CHANGED: _("Entry {n} was changed after it was written."),
        Flaw.FOREIGN: _("Entry {n} was not written after the one before it."),
    }
    return sentences[fault.flaw].format(n=number(fault.seq))


def last_fault(standing: AuditStanding) -> Fault | None:
    """Return the entry that did not fit when the trail was last checked, if there was one."""
    for flaw, seq in _pairs(standing.checked):
        if flaw in set(Flaw):
            return Fault(seq, Flaw(flaw))
    return None


def end_words(row: AuditRow) -> str:
    """Return in a sentence what was missing at the end of the trail."""
    for word, count in _pairs(row):
        if word == Word.MISSING:
            return ngettext(
                "The last entry was missing when the file was opened.",
                "The last {n} entries were missing when the file was opened.",
                count,
            ).format(n=number(count))
    if Word.OLDER in row.detail:
        return _("An older copy was put back.")
    return _("The last entries were others than this computer had noted.")


def _parts(row: AuditRow) -> Iterator[str]:
    if row.action is Action.MIGRATED and len(row.detail) == 2:
        old, new = row.detail
        yield _("from version {old} to {new}").format(old=old, new=new)
        return
    labels = _LABELS.get(row.action, _USUAL)
    for place, part in enumerate(row.detail):
        if isinstance(part, str):
            count = row.detail[place + 1 : place + 2]
            yield _counted(_(labels[part]) if part in labels else part, count)
        elif not place or isinstance(row.detail[place - 1], int):
            yield number(part)


def _small(words: str) -> str:
    """Return a label as it stands within a line; what is written in capitals stays so."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def _counted(label: str, count: Sequence[Part]) -> str:
    """Return the label with the count that follows it, if one does."""
    if count and isinstance(count[0], int):
        return _("{what}: {n}").format(what=label, n=number(count[0]))
    return label


def _pairs(row: AuditRow | None) -> Iterator[tuple[str, int]]:
    parts = row.detail if row else ()
    for word, count in pairwise(parts):
        if isinstance(word, str) and isinstance(count, int):
            yield word, count
