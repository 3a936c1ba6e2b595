"""All that is kept about one citizen, gathered for that citizen (GDPR, article 15)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlmodel import Session

from app.data.consent import CitizenRecord, find_parties, get_citizen, known_names
from app.data.followup import FollowupRecord, get_followup
from app.data.reach import rows_about
from app.data.vault import Vault
from app.domain.access_report import AccessChapter, AccessEntry, AccessField, AccessReport
from app.domain.access_rights import kept_words, left_out_words, right_words
from app.domain.audit_words import entry_detail, entry_title
from app.domain.consent import CitizenId
from app.domain.draft import DRAFT_LABELS
from app.domain.followup import FollowupId
from app.domain.language import _
from app.domain.retention import KeptFor, amount_words
from app.domain.sender import Sender
from app.domain.words import long_day
from app.services.access_rows import Telling, chapters_of
from app.services.audit import audit_rows_about
from app.services.mention import drafts_naming, named_in, tasks_naming
from app.services.retention import goes_on, retention_rules
from app.system.clock import Today, local


class AccessService:
    """Tells a citizen what is kept about them."""

    def __init__(self, vault: Vault, today: Today, sender: Callable[[], Sender]) -> None:
        self._vault = vault
        self._today = today
        self._sender = sender

    def report(self, followup_id: FollowupId) -> AccessReport:
        """Return all that is kept about the citizen of a follow-up, in the language spoken now."""
        sender = self._sender()
        with self._vault.read() as session:
            followup = get_followup(session, followup_id)
            return _report(session, followup, sender, self._today())

    def citizen(self, followup_id: FollowupId) -> CitizenId:
        """Return whom a follow-up is about."""
        with self._vault.read() as session:
            return CitizenId(get_followup(session, followup_id).citizen_id)


def _report(
    session: Session, followup: FollowupRecord, sender: Sender, today: date
) -> AccessReport:
    citizen = get_citizen(session, CitizenId(followup.citizen_id))
    parties = find_parties(session, citizen.id)
    known = {name for party in parties for name in (party.name, party.person)}
    telling = Telling(
        parties={party.id: party.name for party in parties},
        others=known_names(session) - {citizen.name},
        own=frozenset({citizen.name, sender.name, *known}),
    )
    found = rows_about(session, citizen.id)
    chapters = (
        *chapters_of(found, telling),
        *_elsewhere(session, citizen.name, citizen.id, telling),
        *_log(session, citizen.id),
    )
    return AccessReport(
        citizen=citizen.name,
        number=followup.number,
        chapters=chapters,
        kept=_kept(session, citizen),
        rights=right_words(sender.municipality),
        left_out=left_out_words(),
        printed_on=today,
        sender=sender,
    )


def _kept(session: Session, citizen: CitizenRecord) -> tuple[str, ...]:
    """Return how long it is kept, by the rules of the file."""
    rules = retention_rules(session)
    due = goes_on(session, citizen, KeptFor(rules))
    times = {rule.kept: amount_words(rule) for rule in rules}
    return kept_words(times, due[0] if due else None)


def _elsewhere(
    session: Session, name: str, citizen_id: UUID, telling: Telling
) -> Iterator[AccessChapter]:
    """Yield where else in the file the citizen is surely named."""
    own = {row["id"] for row in rows_about(session, citizen_id).get("followup", ())}
    tasks = [task.what for task in tasks_naming(session, name, own) if task.surely]
    drafts = [_(DRAFT_LABELS[one.kind]) for one in drafts_naming(session, name, citizen_id)]
    told = (
        *(("task", _("Task"), telling.clean(what)) for what in tasks),
        *(("draft", _("Unfinished text"), what) for what in drafts),
        *(("other", _("Named in"), where) for where in named_in(session, name)),
    )
    if told:
        yield AccessChapter(
            name="elsewhere",
            title=_("Where else you are named"),
            purpose=_("It was written for something else, and names you."),
            source=_("The consultant wrote it."),
            entries=tuple(_line(table, label, words) for table, label, words in told),
        )


def _line(table: str, label: str, words: str) -> AccessEntry:
    field = AccessField(name="what", label=_("What"), words=words, value=words)
    return AccessEntry(table=table, label=label, fields=(field,))


def _log(session: Session, citizen_id: UUID) -> Iterator[AccessChapter]:
    """Yield what the audit trail says was done with the citizen's data: each act, and its days."""
    acts: dict[tuple[str, str], dict[str, str]] = {}
    for row in audit_rows_about(session, citizen_id):
        if row.at is not None:
            day = local(row.at).date()
            told = entry_title(row), entry_detail(replace(row, person=""))
            acts.setdefault(told, {})[day.isoformat()] = long_day(day)
    entries = [
        AccessEntry(table="audit", label=act, fields=tuple(_log_fields(detail, days)))
        for (act, detail), days in acts.items()
    ]
    if entries:
        yield AccessChapter(
            name="log",
            title=_("What was done with it"),
            purpose=_("To be able to show who looked, and what was done."),
            source=_("Fasthold writes it by itself. Only the consultant has a key to the file."),
            entries=tuple(entries),
        )


def _log_fields(detail: str, days: Mapping[str, str]) -> Iterator[AccessField]:
    if detail:
        yield AccessField(name="detail", label=_("What"), words=detail, value=detail)
    yield AccessField(
        name="days", label=_("Days"), words=", ".join(days.values()), value=tuple(days)
    )
