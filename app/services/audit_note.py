"""Notes for the audit trail that stand beside an act of the database, and how often each is made.

An act that writes in the file is noted in its own transaction, by `note_act`. Here are the others:
what was looked at, what happened to the file as a whole, what lapsed by itself.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlmodel import Session

from app.changes import Topic
from app.data.audit import Entry, last_about, last_of, note_act, trail_of
from app.data.setting import find_settings, put_setting
from app.data.vault import Vault
from app.domain.audit import Action, Word, moment_of
from app.domain.problem import FastholdError
from app.system.clock import local
from app.system.log import event


def note_alone(
    vault: Vault, action: Action, *detail: StrEnum | int, person: UUID | None = None
) -> None:
    """Note an act that is none of the database."""
    note_apart(vault, lambda session: note_act(session, action, *detail, person=person))


def note_apart(vault: Vault, note: Callable[[Session], object]) -> None:
    """Let `note` write entries in a transaction of their own. What they are about has happened: if
    they cannot be written, as on a full disk, the log says so."""
    try:
        with vault.write(Topic.AUDIT) as session:
            note(session)
    except FastholdError:
        event("audit.not_written", logging.WARNING)


def note_view(vault: Vault, person: UUID) -> None:
    """Note that what is known of a person was looked at; once a day is enough."""
    with vault.read() as session:
        noted = _is_from(last_about(session, person, Action.VIEWED), _today(session))
    if not noted:
        note_alone(vault, Action.VIEWED, person=person)


def note_once_a_day(session: Session, action: Action, *detail: StrEnum) -> None:
    """Note something that is seen again and again, such as a clock that is wrong."""
    if not _is_from(last_of(session, action), _today(session)):
        note_act(session, action, *detail)


def change_settings(session: Session, what: Word, named: Mapping[str, str]) -> None:
    """Keep these settings, and note that they were changed if they were."""
    saved = find_settings(session)
    if any(saved.get(name) != value for name, value in named.items()):
        note_act(session, Action.SETTINGS_CHANGED, what)
    for name, value in named.items():
        put_setting(session, name, value)


def _is_from(entry: Entry | None, day: date) -> bool:
    return entry is not None and _day(entry) == day


def _day(entry: Entry) -> date | None:
    at = moment_of(entry.at)
    return None if at is None else local(at).date()


def _today(session: Session) -> date:
    return local(trail_of(session).now()).date()
