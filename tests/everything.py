"""A person about whom the file holds a row in every table that can hold one.

Whoever adds a table that hangs on a person adds a row of it here: what is erased, what the person
is told, and what a copy still holds are all tried with this one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from sqlalchemy import text

from app.bootstrap import Services, open_services
from app.changes import Topic
from app.domain.agenda import PointDraft
from app.domain.consent import CitizenId, Direction, PartyId
from app.domain.draft import DraftKind
from app.domain.followup import FollowupId
from app.domain.remark import RemarkDraft
from app.domain.restriction import LiftDraft
from app.domain.scheme import OTHER, SchemeDraft
from app.domain.task import TaskSubject
from tests.builders import (
    action_draft,
    agreement_draft,
    contact_draft,
    feedback_draft,
    flag_draft,
    followup_draft,
    grant_draft,
    hold_draft,
    measure_draft,
    party_draft,
    practice_draft,
    restriction_draft,
    roundtable_draft,
    sender_draft,
    step_draft,
    task_draft,
)
from tests.clock import Clock
from tests.workspaces import DEK, TODAY, made_database


@contextmanager
def full_file(path: Path, clock: Clock) -> Iterator[tuple[Services, FollowupId]]:
    """Lay a file with such a person at `path` and open it: made once for all tests of a run."""
    content, followup = _full_file()
    path.write_bytes(content)
    services = open_services(path, DEK, today=clock.today, now=clock.now)
    with closing(services.vault):
        yield services, followup


@cache
def _full_file() -> tuple[bytes, FollowupId]:
    clock = Clock(TODAY)
    with TemporaryDirectory() as folder:
        path = made_database(Path(folder))
        services = open_services(path, DEK, today=clock.today, now=clock.now)
        with closing(services.vault):
            followup = person_with_everything(services, Path(folder))
        return path.read_bytes(), followup


def person_with_everything(
    services: Services, folder: Path, name: str = "Nancy Ann Test Berggren"
) -> FollowupId:
    """Begin a follow-up and fill in all there is; what is handed over goes into `folder`."""
    services.settings.save_sender(sender_draft())
    told = {"functions": "Sidde længe", "wishes": "Blive i jobbet", "job_title": "Kok"}
    followup = services.followup.begin(followup_draft(name, **told))
    citizen = services.followup.followup(followup).citizen_id
    employer = services.party.add_party(followup, party_draft(person="Bo Eksempel"))
    doctor = services.party.add_party(followup, party_draft("Læge Eksempel", kind="gp"))
    services.consent.grant(followup, grant_draft(employer))
    services.consent.grant(followup, feedback_draft(doctor))
    services.goal.tick_signs(followup, ("few_around",))
    _talk(services, followup, employer)
    _meet(services, followup, folder)
    _take_back(services, followup, employer)
    services.hold.hold(followup, hold_draft())
    services.restriction.restrict(followup, restriction_draft())
    services.restriction.lift_restriction(followup, LiftDraft(lift_reason="Uenigheden er løst"))
    fields = json.dumps({"note": "Halvt skrevet"})
    services.draft.keep(DraftKind.CONTACT, followup.hex, fields, citizen)
    _relay(services, citizen)
    return followup


def _talk(services: Services, followup: FollowupId, employer: PartyId) -> None:
    for number in range(12):
        services.party.log_contact(followup, contact_draft(f"Samtale {number}. " + "Talt. " * 40))
    copied = contact_draft(party_id=employer.hex, transferred_on="4/9/2026")
    services.party.log_contact(followup, copied)
    subject = {"subject": TaskSubject.FOLLOWUP.value, "subject_id": followup.hex}
    services.task.add_task(task_draft("Ring om skånehensyn", **subject))


def _meet(services: Services, followup: FollowupId, folder: Path) -> None:
    """Hold a roundtable, and hand its sheet to the employer."""
    roundtable = services.roundtable.plan_roundtable(followup, roundtable_draft())
    services.agenda.add_point(roundtable, PointDraft(title="Ramme og samtykke"))
    services.remark.add_remark(roundtable, RemarkDraft(text="Har haft det svært om morgenen"))
    services.agreement.add_agreement(roundtable, agreement_draft())
    services.agreement.add_step(roundtable, step_draft())
    services.agreement.add_action(roundtable, action_draft())
    services.agreement.add_scheme(roundtable, SchemeDraft(scheme=OTHER, name="Egen ordning"))
    services.roundtable.finalise(roundtable)
    kept = measure_draft(sentence="Går bedre", adjustments=("yes:Rolig plads",))
    services.measure.log_measure(followup, kept)
    services.export.save(services.export.prepare_employer_sheet(roundtable, "da"), folder)


def _take_back(services: Services, followup: FollowupId, employer: PartyId) -> None:
    """Withdraw the employer's seat at a roundtable that was planned."""
    services.consent.grant(followup, grant_draft(employer, "hours", direction="take_part"))
    services.roundtable.plan_roundtable(
        followup, roundtable_draft(day="16/9/2026", place="Kantinen")
    )
    services.consent.withdraw_party(followup, employer, Direction.TAKE_PART)


def _relay(services: Services, citizen: CitizenId) -> None:
    """Let a second yes that a doctor passed on rest on a flag: nobody has both, a file could."""
    practice = services.practice.add_practice(practice_draft())
    flag = services.flag.raise_flag(practice, None, flag_draft())
    consent = uuid4().hex
    with services.vault.write(Topic.CONSENT) as session:
        session.execute(text(_RELAYED), {"id": consent, "citizen": citizen.hex})
        link = "INSERT INTO relayed_flag (consent_id, flag_id) VALUES (:consent, :flag)"
        session.execute(text(link), {"consent": consent, "flag": flag.id.hex})


_RELAYED = (
    "INSERT INTO consent (id, citizen_id, kind, form, status, given_on, expires_on, purpose,"
    " relayed_by, original_at, wording_version) VALUES (:id, :citizen, 'relayed', 'spoken', 'live',"
    " '2026-09-01', '2026-09-22', '', 'Læge Eksempel', '', 1)"
)
