"""The identity ladder, walked up and down at random: what must always hold, holds after each step.

A few walks in the quick suite, the same each time. FASTHOLD_WALKS says how many others to take.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from shutil import copyfile
from typing import Any, TypeVar
from uuid import UUID

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import text
from sqlmodel import Session

from app.bootstrap import open_services
from app.changes import Topic
from app.domain.consent import CitizenId, Direction
from app.domain.draft import DraftKind
from app.domain.flag import FlagId
from app.domain.flag_choice import CloseReason, FlagStatus, NextStep
from app.domain.followup import EndingDraft, FollowupId
from app.domain.grant import GrantDraft
from app.domain.party import PartyKind
from app.domain.problem import NotFound, Refused, Rejected
from app.domain.roundtable import RoundtableId
from app.domain.visit import AttendanceDraft
from tests.builders import (
    agreement_draft,
    contact_draft,
    correction_draft,
    feedback_draft,
    flag_draft,
    followup_draft,
    grant_draft,
    party_draft,
    practice_draft,
    relayed_draft,
    renewal_draft,
    roundtable_draft,
    visit_draft,
)
from tests.clock import Clock
from tests.followups import erase
from tests.trails import walked

WALKS = int(os.environ.get("FASTHOLD_WALKS", "0"))
DEK = bytes(range(32))
NAMES = ("Nancy Ann Test Berggren", "Schwendlund Test Mosebryggersen", "Einer Test Lauridsen")
PERSONAL = (
    "citizen", "consent", "party", "consent_cell", "followup", "contact", "task", "roundtable",
    "participant", "agreement", "hours_step", "roundtable_action", "disclosure", "draft",
)  # fmt: skip
NOTED = ("consent", "consent_cell", "disclosure")
NAMELESS = ("flag", "flag_function", "flag_outcome", "visit", "practice", "relayed_flag")
NUMBER = st.integers(0, 9)
Thing = TypeVar("Thing")


def letters(number: int) -> str:
    """Return a number as letters: digits are refused where a person could be told by them."""
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number:04}")


class Ladder(RuleBasedStateMachine):
    """One file, and what is done in it; `template` and `folder` are set by the test."""

    template: Path
    folder: Path

    @initialize()
    def open(self) -> None:
        self.clock = Clock(date(2026, 9, 9))
        number = sum(1 for _file in self.folder.iterdir())
        path = self.folder / f"walk{number}.fasthold"
        copyfile(self.template, path)
        self.services = open_services(path, DEK, today=self.clock.today, now=self.clock.now)
        self.practice = self.services.practice.add_practice(practice_draft())
        self.services.tidy.tidy_on_this_day()
        self.marks = count()
        self.marked: dict[str, CitizenId] = {}  # a word only this citizen's rows hold
        self.shrunk, self.steps = 0, 0
        self.fallen: set[str] = set()  # consents that hold no more
        self.seen: tuple[Any, ...] = ((), ())  # what is noted when it changes, and the last entry
        for step in (NextStep.NONE, NextStep.PATIENT_RINGS, NextStep.DOCTOR_TALKS):
            self.raise_flag(step)
        self.relay(NAMES[1], 0, from_flag=True)
        self.ring(NAMES[0], 1, said_code=True)
        self.plan_roundtable(0, held=False)

    def teardown(self) -> None:
        if hasattr(self, "services"):
            self.services.vault.close()

    # What can be done. What is refused must have changed nothing.

    @rule(step=st.sampled_from(NextStep))
    def raise_flag(self, step: NextStep) -> None:
        draft = flag_draft(next_step=step.value, note="Kniber med overblik")
        self.services.flag.raise_flag(self.practice, None, draft)

    @rule(which=NUMBER, status=st.sampled_from(FlagStatus))
    def move_flag(self, which: int, status: FlagStatus) -> None:
        self._with_flag(which, lambda flag: self.services.flag.move_flag(flag, status))

    @rule(which=NUMBER, reason=st.sampled_from(CloseReason))
    def close_flag(self, which: int, reason: CloseReason) -> None:
        self._with_flag(which, lambda flag: self.services.flag.close_flag(flag, reason))

    @rule(which=NUMBER, step=st.sampled_from(NextStep), ago=st.integers(-1, 89))
    def correct_flag(self, which: int, step: NextStep, ago: int) -> None:
        raised_on = f"{self.clock.day - timedelta(days=ago):%d.%m.%Y}"
        reason = CloseReason.ADVICE_ONLY.value
        draft = correction_draft(next_step=step.value, raised_on=raised_on, close_reason=reason)
        self._with_flag(which, lambda flag: self.services.flag.correct_flag(flag, draft))

    @rule(which=st.integers(0, 30))
    def remove_flag(self, which: int) -> None:
        if which < len(self._flags()):  # rarely: else nothing is left to walk with
            self._with_flag(which, self.services.flag.remove_flag)

    @rule(who=st.sampled_from(NAMES), which=NUMBER, from_flag=st.booleans())
    def relay(self, who: str, which: int, from_flag: bool) -> None:
        flag = self._pick(self._flags(), which) if from_flag else None
        mark = self._mark()
        draft = relayed_draft(
            who, safe_when=mark, given_on=self._today(), flag_id=flag.hex if flag else ""
        )
        self._try(lambda: self._remember(mark, self.services.consent.record_relayed(draft)))

    @rule(who=st.sampled_from(NAMES), which=NUMBER, said_code=st.booleans())
    def ring(self, who: str, which: int, said_code: bool) -> None:
        flag = self._pick(self._flags(), which) if said_code else None
        mark = self._mark()
        draft = followup_draft(
            who, wishes=mark, given_on=self._today(), flag_id=flag.hex if flag else ""
        )
        self._try(lambda: self._begin(mark, draft))

    @rule(which=NUMBER)
    def confirm(self, which: int) -> None:
        row = self._pick(self.services.consent.list_relayed(), which)
        if row is None:
            return
        mark = self._mark()
        draft = replace(
            self.services.followup.draft_from_relayed(row.citizen_id),
            given_on=self._today(), told_voluntary=True, wishes=mark,
        )  # fmt: skip
        self._try(lambda: self._begin(mark, draft))

    @rule(which=NUMBER)
    def refuse_contact(self, which: int) -> None:
        row = self._pick(self.services.consent.list_relayed(), which)
        if row is not None:
            self._try(lambda: self.services.consent.remove_relayed(row.citizen_id))

    @rule(which=NUMBER, direction=st.sampled_from(Direction), doctor=st.booleans())
    def grant(self, which: int, direction: Direction, doctor: bool) -> None:
        def give(followup: FollowupId) -> None:
            with self.services.vault.write(Topic.CONSENT):
                give_in_one(followup)

        def give_in_one(followup: FollowupId) -> None:
            kind = PartyKind.GP if doctor else PartyKind.EMPLOYER
            party = self.services.party.add_party(followup, party_draft(kind=kind.value))
            made: Callable[..., GrantDraft] = feedback_draft if doctor else grant_draft
            draft = made(party, given_on=self._today())
            if not doctor:
                draft = replace(draft, direction=direction.value)
            self.services.consent.grant(followup, draft)

        self._with_followup(which, give)

    @rule(which=NUMBER, held=st.booleans())
    def plan_roundtable(self, which: int, held: bool) -> None:
        def plan(followup: FollowupId) -> None:
            with self.services.vault.write(Topic.ROUNDTABLE):
                plan_in_one(followup)

        def plan_in_one(followup: FollowupId) -> None:
            coming = self.clock.day + timedelta(days=7)
            draft = roundtable_draft(
                day=self._today(), review_on=f"{coming:%d/%m/%Y}", place="Kantinen"
            )
            roundtable = self.services.roundtable.plan_roundtable(followup, draft)
            if held:
                made = agreement_draft(
                    first=self._today(), last=self._today(), review_on=f"{coming:%d/%m/%Y}"
                )
                self.services.agreement.add_agreement(roundtable, made)
                self.services.roundtable.finalise(RoundtableId(roundtable))

        self._with_followup(which, plan)

    @rule(which=NUMBER)
    def log_contact(self, which: int) -> None:
        draft = contact_draft(day=self._today())
        self._with_followup(which, lambda one: self.services.party.log_contact(one, draft))

    @rule(which=NUMBER)
    def leave_a_form_open(self, which: int) -> None:
        mark = self._pick(list(self.marked), which)
        if mark is not None:
            citizen = self.marked[mark]
            keep = self.services.draft.keep
            keep(DraftKind.FOLLOWUP, citizen.hex, json.dumps({"wishes": f"Mere {mark}"}), citizen)

    @rule(which=NUMBER, cell=NUMBER)
    def withdraw_cell(self, which: int, cell: int) -> None:
        def withdraw(followup: FollowupId) -> None:
            row = self._pick(self.services.followup.followup(followup).cells, cell)
            if row is not None:
                self.services.consent.withdraw_cell(row.id)

        self._with_followup(which, withdraw)

    @rule(which=NUMBER)
    def withdraw_all(self, which: int) -> None:
        self._with_followup(which, self.services.consent.withdraw_all)

    @rule(which=NUMBER)
    def renew(self, which: int) -> None:
        draft = renewal_draft(given_on=self._today())
        self._with_followup(which, lambda one: self.services.consent.renew(one, draft))

    @rule(which=NUMBER)
    def end_or_reopen(self, which: int) -> None:
        draft = EndingDraft(ended_on=self._today(), outcome="same_job")
        if which % 3:
            self._with_followup(which, lambda one: self.services.followup.end_followup(one, draft))
        else:
            self._with_followup(which, self.services.followup.reopen_followup)

    @rule(which=st.integers(0, 20))
    def erase(self, which: int) -> None:
        if which < len(self._followups()):
            self._with_followup(which, lambda one: erase(self.services, one))

    @rule(which=NUMBER)
    def hold_a_visit(self, which: int) -> None:
        def hold() -> None:
            with self.services.vault.write(Topic.VISIT):
                hold_in_one()

        def hold_in_one() -> None:
            visit = self.services.visit.plan_visit(visit_draft(self.practice, self._today()))
            self.services.visit.start_visit(visit)
            for flag in self._flags()[which:]:
                self.services.visit.give_feedback(visit, flag)
            self.services.visit.note_attendance(visit, AttendanceDraft(doctors="2"))
            self.services.visit.end_visit(visit)

        self._try(hold)

    @rule(days=st.sampled_from((1, 7, 14)))
    def come_back_soon(self, days: int) -> None:
        tidied = self.services.tidy.tidy()
        assert not tidied.waits
        self.shrunk += tidied.shrunk
        self.clock.day += timedelta(days=days)
        tidied = self.services.tidy.tidy()
        assert not tidied.waits
        self.shrunk += tidied.shrunk

    @rule(days=st.sampled_from((22, 60, 366)))
    def come_back_late(self, days: int) -> None:
        self.clock.day += timedelta(days=days)
        before = self._dump((*PERSONAL, *NAMELESS))
        assert self.services.tidy.tidy().waits
        assert self._dump((*PERSONAL, *NAMELESS)) == before, "nobody has said yes"
        self.shrunk += self.services.tidy.tidy_on_this_day().shrunk

    # What must hold.

    @invariant()
    def nobody_is_told_from_the_nameless_side(self) -> None:
        said = self._dump((*NAMELESS, "audit")).casefold()
        for name in (*NAMES, *self.marked):
            assert name.casefold() not in said
        codes = {card.code for card in self.services.flag.list_flags()}
        told = self._dump(PERSONAL)
        assert not [code for code in codes if code in told]

    @invariant()
    def nobody_is_in_the_file_without_a_consent(self) -> None:
        orphans = (
            "SELECT id FROM citizen c WHERE NOT EXISTS (SELECT 1 FROM consent k"
            " WHERE k.id = c.root_consent_id AND k.citizen_id = c.id)"
        )
        assert not self._all(orphans)
        assert not self._all("PRAGMA foreign_key_check")

    @invariant()
    def who_is_known_by_hearsay_is_so_for_21_days_and_has_no_follow_up(self) -> None:
        rows = self._all(
            "SELECT k.expires_on, (SELECT count(*) FROM followup f WHERE f.citizen_id ="
            " k.citizen_id) FROM consent k WHERE k.kind = 'relayed' AND k.status = 'live'"
        )
        assert all(date.fromisoformat(last) >= self.clock.day for last, _ in rows)
        assert all(followups == 0 for _, followups in rows)

    @invariant()
    def a_flag_says_consent_given_only_while_one_holds(self) -> None:
        links = [UUID(flag) for _citizen, flag in self._links()]
        assert len(links) == len(set(links)), "a flag is one person's"
        for card in self.services.flag.list_flags():
            rests = card.id in links
            if rests:
                assert card.status in (FlagStatus.CONSENTED, FlagStatus.CLOSED)
            elif card.status is FlagStatus.CONSENTED:
                assert card.fed_back_on is not None, "told, and over"
        for citizen, _flag in self._links():
            live = (
                f"SELECT 1 FROM consent WHERE citizen_id = '{citizen}' AND status = 'live'"  # noqa: S608
                f" AND expires_on >= '{self.clock.day}'"
            )
            assert self._all(live)

    @invariant()
    def no_roundtable_is_planned_without_a_consent(self) -> None:
        planned = self._all(
            "SELECT r.id, max(k.expires_on) FROM roundtable r JOIN followup f ON f.id ="
            " r.followup_id LEFT JOIN consent k ON k.citizen_id = f.citizen_id"
            " AND k.kind = 'confirmed' AND k.status = 'live' WHERE r.status = 'draft' GROUP BY r.id"
        )
        assert all(last and date.fromisoformat(last) >= self.clock.day for _, last in planned)

    @invariant()
    def no_cell_holds_under_a_consent_that_fell(self) -> None:
        assert not self._all(
            "SELECT x.id FROM consent_cell x JOIN consent k ON k.id = x.consent_id"
            " WHERE x.status = 'live' AND k.status <> 'live'"
        )

    @invariant()
    def nothing_of_the_erased_is_left(self) -> None:
        present = {UUID(one) for (one,) in self._all("SELECT id FROM citizen")}
        gone = [mark for mark, citizen in self.marked.items() if citizen not in present]
        everything = self._dump((*PERSONAL, *NAMELESS, "audit"))
        for mark in gone:
            assert mark not in everything
            del self.marked[mark]

    @invariant()
    def nothing_of_people_changes_without_an_entry(self) -> None:
        rows = self._all("SELECT id FROM citizen"), self._dump(NOTED)
        seen = (rows, self._all("SELECT max(seq) FROM audit"))
        assert self.seen[0] == seen[0] or self.seen[1] != seen[1]
        self.seen = seen

    @invariant()
    def the_audit_trail_is_whole_and_leads_to_nobody(self) -> None:
        if self.steps % 6 == 0:
            assert walked(self.services.vault) is None
        told = self._dump(("audit",))
        assert not [one for (one,) in self._all("SELECT id FROM citizen") if one in told]

    @invariant()
    def nothing_that_fell_comes_back(self) -> None:
        rows = self._all("SELECT id, status FROM consent")
        live = {consent for consent, status in rows if status == "live"}
        assert not live & self.fallen
        self.fallen |= {consent for consent, status in rows if status != "live"}

    @invariant()
    def each_flag_that_was_reduced_counts_once(self) -> None:
        assert self._all("SELECT count(*) FROM flag_outcome") == [(self.shrunk,)]
        for card in self.services.flag.list_flags():
            noted = min(card.raised_on, card.noted_on)
            assert self.clock.day < card.shrinks_on <= noted + timedelta(days=90)

    @invariant()
    def everything_can_be_shown(self) -> None:
        self.steps += 1
        if self.steps % 6:
            return  # it is the slowest to see
        self.services.today.today()
        self.services.today.due()
        for followup in self._followups():
            self.services.followup.followup(followup)

    def _try(self, act: Callable[[], object]) -> None:
        before = self._dump((*PERSONAL, *NAMELESS))
        try:
            act()
        except (NotFound, Refused, Rejected):
            assert self._dump((*PERSONAL, *NAMELESS)) == before, "refused, yet something changed"

    def _with_flag(self, which: int, act: Callable[[FlagId], object]) -> None:
        flag = self._pick(self._flags(), which)
        if flag is not None:
            self._try(lambda: act(flag))

    def _with_followup(self, which: int, act: Callable[[FollowupId], object]) -> None:
        followup = self._pick(self._followups(), which)
        if followup is not None:
            self._try(lambda: act(followup))

    def _begin(self, mark: str, draft: Any) -> None:
        followup = self.services.followup.begin(draft)
        self._remember(mark, self.services.followup.followup(followup).citizen_id)

    def _remember(self, mark: str, citizen: CitizenId) -> None:
        self.marked[mark] = citizen

    def _mark(self) -> str:
        return f"kendemærke{letters(next(self.marks))}"

    def _flags(self) -> list[FlagId]:
        return [card.id for card in self.services.flag.list_flags()]

    def _followups(self) -> list[FollowupId]:
        return [row.id for row in self.services.followup.list_followups()]

    def _pick(self, things: Sequence[Thing], which: int) -> Thing | None:
        return things[which % len(things)] if things else None

    def _today(self) -> str:
        return f"{self.clock.day:%d/%m/%Y}"

    def _links(self) -> list[tuple[str, str]]:
        return [
            (citizen, flag)
            for citizen, flag in self._all(
                "SELECT citizen_id, flag_id FROM followup WHERE flag_id IS NOT NULL UNION ALL"
                " SELECT k.citizen_id, r.flag_id FROM relayed_flag r"
                " JOIN consent k ON k.id = r.consent_id"
            )
        ]

    def _all(self, query: str) -> list[Any]:
        with self._session() as session:
            return [tuple(row) for row in session.connection().execute(text(query)).all()]

    def _dump(self, tables: Sequence[str]) -> str:
        with self._session() as session:
            reader = session.connection()
            return "\n".join(
                str(tuple(row))
                for table in tables
                for row in reader.execute(text(f"SELECT * FROM {table}")).all()  # noqa: S608
            )

    @contextmanager
    def _session(self) -> Iterator[Session]:
        with self.services.vault.read() as session:
            yield session


def test_the_ladder_holds_however_it_is_walked(empty_file: Path, tmp_path: Path) -> None:
    Ladder.template, Ladder.folder = empty_file, tmp_path / "walks"
    Ladder.folder.mkdir()
    run_state_machine_as_test(
        Ladder,
        settings=settings(
            max_examples=WALKS or 7,
            phases=(Phase.generate,),  # to shrink a walk takes minutes
            stateful_step_count=60 if WALKS else 30,
            derandomize=not WALKS,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
