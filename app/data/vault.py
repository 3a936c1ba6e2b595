"""The open file, and the only two ways to touch it: read and write.

One connection behind one lock that the same thread may take again. A session opened inside another
joins it; a write inside a read is refused, because the read would forget it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from threading import RLock
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine, text
from sqlmodel import Session

from app.changes import ChangeFeed, Topic
from app.data.audit import Head, Trail, carried, compare_end, head_of, note_act
from app.data.erasure import has_erased
from app.data.file_check import check_whole, row_counts
from app.data.file_error import damaged, named_errors
from app.data.scrub import EMPTY_LOG, scrub
from app.data.state_file import StateFile
from app.domain.audit import Action, End
from app.domain.language import _
from app.domain.problem import FastholdError, Refused, Rejected

COUNT_UP = text(
    "INSERT INTO meta (key, value) VALUES ('commit_seq', '1') ON CONFLICT (key) DO UPDATE"
    " SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT) RETURNING value"
)
CHANGES = text("SELECT total_changes()")
COUNT = "SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'commit_seq'"
COUNT_NOW = text(COUNT)

_log = logging.getLogger("fasthold.data")


class Vault:
    """Hands out one session per piece of work, and announces what was saved."""

    def __init__(
        self,
        engine: Engine,
        dek: bytes,
        changes: ChangeFeed,
        state: StateFile,
        trail: Trail,
    ) -> None:
        self._engine = engine
        self._writer = engine.execution_options(writes=True)
        self._dek = bytearray(dek)
        self._changes = changes
        self._state = state
        self._trail = trail
        self._lock = RLock()
        self._session: Session | None = None
        self._writing = self._saved = False
        self._topics: set[Topic] = set()
        self._closed = False
        self._when_erased: Callable[[], object] | None = None
        self.saved_at: datetime | None = None
        self.is_copy = False
        self.missing_saves, self.last_known_save, self.audit_end = self._compare_with_state()

    @property
    def dek(self) -> bytes:
        """The data key, for acts on the key file; gone after `close`."""
        return bytes(self._dek)

    @property
    def is_open(self) -> bool:
        """Whether the file can still be read and written."""
        return not self._closed

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session for looking; anything changed in it is forgotten."""
        with self._lock, named_errors():
            self._refuse_when_closed()
            if self._session is not None:
                yield self._session
                return
            with self._as_current(self._new_session(self._engine)) as session:
                yield session
                session.rollback()

    @contextmanager
    def write(self, topic: Topic, *more: Topic) -> Iterator[Session]:
        """A transaction: kept whole or not at all, then announced under its topics.

        One in which nothing was changed is no save, and nobody is told of it. What is written for
        the audit trail alone is none either: its end is known beside the file in any case. What the
        guard refused is noted there.
        """
        with self._lock, named_errors():
            self._refuse_when_closed()
            outermost = self._session is None
            counts = topic is not Topic.AUDIT
            own = self._own_write(counts=counts) if outermost else self._joined_write()
            try:
                with own as session:
                    yield session
            except Rejected as rejection:
                if outermost:
                    self._note_refusal(rejection.rules())
                raise
            self._topics.update((topic, *more))
            news = frozenset(self._topics) if outermost and self._saved else frozenset[Topic]()
            self._topics -= news
        if news:
            self._changes.publish(news)

    def when_erased(self, act: Callable[[], object]) -> None:
        """Do `act` after each transaction in which a person was erased."""
        self._when_erased = act

    def scrub(self) -> None:
        """Leave no byte of what was deleted; not inside a session."""
        with self._lock, named_errors():
            self._refuse_when_closed()
            if self._session is not None:
                raise RuntimeError("a session is open: the file cannot be written anew")
            if not self._with_driver(scrub):
                _log.warning("file.checkpoint_failed")

    def copy_into(self, target: Path) -> None:
        """Write a compact copy, encrypted by the same key, and check what is on the disk."""
        with self._lock, named_errors():
            self._refuse_when_closed()
            counts = self._with_driver(lambda driver: _vacuum_into(driver, target))
        if check_whole(target, self.dek) != counts:
            raise damaged()

    def close(self) -> None:
        """Empty the log into the file and let go of it; a second time does nothing."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            self._checkpoint()
            self._engine.dispose()
            self._dek[:] = bytes(len(self._dek))

    @contextmanager
    def _own_write(self, *, counts: bool) -> Iterator[Session]:
        self._topics.clear()
        with self._as_current(self._new_session(self._writer), writing=True) as session:
            before, old_head = session.execute(CHANGES).scalar_one(), head_of(session)
            yield session
            session.flush()
            self._saved = session.execute(CHANGES).scalar_one() != before
            if not self._saved:
                session.rollback()
                return
            seq = session.execute(COUNT_UP if counts else COUNT_NOW).scalar()
            head = head_of(session)
            session.commit()
        if head != old_head:
            self._topics.add(Topic.AUDIT)
        if counts:
            self.saved_at = self._trail.now()
        self._checkpoint()
        self._note(int(seq or 0), head)
        if has_erased(session) and self._when_erased is not None:
            self._when_erased()

    @contextmanager
    def _joined_write(self) -> Iterator[Session]:
        if self._session is None or not self._writing:
            raise RuntimeError("a write inside a read: open the write first")
        with self._session.begin_nested():
            yield self._session

    def _note_refusal(self, rules: Sequence[StrEnum]) -> None:
        """Note what the guard refused, by its rules alone; that the act was refused stands."""
        if rules:
            with suppress(FastholdError), self.write(Topic.AUDIT) as session:
                note_act(session, Action.GUARD_REFUSED, *rules)

    def _new_session(self, engine: Engine) -> Session:
        return Session(engine, info=carried(self._trail))

    @contextmanager
    def _as_current(self, session: Session, *, writing: bool = False) -> Iterator[Session]:
        with session:
            self._session, self._writing = session, writing
            try:
                yield session
            finally:
                self._session, self._writing = None, False

    def _checkpoint(self) -> None:
        # The commit is on the disk already; a full disk here only leaves it in the log.
        try:
            left = self._with_driver(lambda driver: driver.execute(EMPTY_LOG).fetchone()[0])
        except sqlcipher.Error:
            left = 1
        if left:
            _log.warning("file.checkpoint_failed")

    def _note(self, seq: int, head: Head) -> None:
        # Without it a later loss could not be noticed; the save itself stands.
        try:
            self._state.write(seq, self._trail.now(), head)
        except OSError:
            _log.warning("file.state_not_written")

    def _compare_with_state(self) -> tuple[int, datetime | None, End]:
        """Return how many saves the file has lost, when the last known one was, and how the end of
        the audit trail differs from the one known."""
        with named_errors():
            row = self._with_driver(lambda driver: driver.execute(COUNT).fetchone())
        state = self._state.read()
        if state is None:
            self.is_copy = row is not None  # saved before, but not beside this state file
            return 0, None, End()
        with named_errors():
            end = self._with_driver(lambda driver: compare_end(driver, state.audit))
        return max(0, state.commit_seq - (row[0] if row else 0)), state.saved_at, end

    def _with_driver(self, act: Callable[[Any], Any]) -> Any:
        """Do `act` on the driver's connection, outside any transaction."""
        pooled = self._engine.raw_connection()
        try:
            return act(pooled.driver_connection)
        finally:
            pooled.close()

    def _refuse_when_closed(self) -> None:
        if self._closed:
            raise Refused(_("The file is locked. Unlock it to go on."))


def _vacuum_into(driver: Any, target: Path) -> dict[str, int]:
    driver.execute("VACUUM INTO ?", (str(target),))
    return row_counts(driver)
