"""Putting the app together. The one place that knows every service."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypedDict

from app.changes import ChangeFeed
from app.data.vault import Vault
from app.services.absence import AbsenceService
from app.services.absence_file import AbsenceFileService
from app.services.access_data import AccessDataService
from app.services.access_report import AccessService
from app.services.adjustment import AdjustmentService
from app.services.agenda import AgendaService
from app.services.agreement import AgreementService
from app.services.audit import AuditService
from app.services.audit_anchor import AuditAnchorService
from app.services.calendar_file import CalendarFileService
from app.services.clock_rule import ClockRuleService
from app.services.closed_file import ClosedFileService
from app.services.consent import ConsentService
from app.services.cooperation import CooperationService
from app.services.copies import CopyService
from app.services.deletion_report import DeletionService
from app.services.draft import DraftService
from app.services.erased_again import scrub_if_due
from app.services.erasure import ErasureService
from app.services.export import ExportService
from app.services.file import FileService
from app.services.flag import FlagService
from app.services.flag_view import FlagViewService
from app.services.followup import FollowupService
from app.services.goal import GoalService
from app.services.hold import HoldService
from app.services.known_names import KnownNames
from app.services.lesson import LessonService
from app.services.measure import MeasureService
from app.services.meeting_file import MeetingFileService
from app.services.paper_set import PaperSetService
from app.services.party import PartyService
from app.services.plan import PlanService
from app.services.practice import PracticeService
from app.services.preparation import PreparationService
from app.services.remark import RemarkService
from app.services.restriction import RestrictionService
from app.services.retention import RetentionService
from app.services.roundtable import RoundtableService
from app.services.scheme import SchemeService
from app.services.search import SearchService
from app.services.settings import SettingsService
from app.services.share import Door
from app.services.slip import SlipService
from app.services.soft_block import SoftBlockService
from app.services.task import TaskService
from app.services.task_template import TaskTemplateService
from app.services.tidy import TidyService
from app.services.timeline import TimelineService
from app.services.today import TodayService
from app.services.visit import VisitService
from app.services.visit_end import VisitEndService
from app.services.visit_pause import VisitPauseService
from app.services.visit_people import VisitPeopleService
from app.system.clock import Now, Today, now_utc, today

_Clock = tuple[Today, Now]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedServices:
    """The services that others work with too."""

    settings: SettingsService
    visit: VisitService
    flag: FlagService
    slip: SlipService
    consent: ConsentService
    roundtable: RoundtableService
    followup: FollowupService
    draft: DraftService
    cooperation: CooperationService
    preparation: PreparationService
    copies: CopyService
    measure: MeasureService
    access: AccessService
    deletion: DeletionService


@dataclass(frozen=True, slots=True, kw_only=True)
class Services(SharedServices):
    """Everything a window may ask for, over one open file."""

    changes: ChangeFeed
    vault: Vault
    file: FileService
    practice: PracticeService
    lesson: LessonService
    visit_people: VisitPeopleService
    visit_pause: VisitPauseService
    visit_end: VisitEndService
    plan: PlanService
    absence: AbsenceService
    absence_file: AbsenceFileService
    closed_file: ClosedFileService
    soft_block: SoftBlockService
    calendar_file: CalendarFileService
    meeting_file: MeetingFileService
    flag_view: FlagViewService
    clock_rule: ClockRuleService
    goal: GoalService
    party: PartyService
    timeline: TimelineService
    agenda: AgendaService
    remark: RemarkService
    agreement: AgreementService
    adjustment: AdjustmentService
    scheme: SchemeService
    task: TaskService
    task_template: TaskTemplateService
    today: TodayService
    search: SearchService
    export: ExportService
    paper_set: PaperSetService
    access_data: AccessDataService
    tidy: TidyService
    audit: AuditService
    anchor: AuditAnchorService
    erasure: ErasureService
    restriction: RestrictionService
    hold: HoldService
    retention: RetentionService


def open_services(
    path: Path,
    dek: bytes,
    today: Today = today,
    now: Now = now_utc,
    files: FileService | None = None,
) -> Services:
    """Open the file at `path` and return the services over it."""
    files = files or FileService(today)
    changes, names = ChangeFeed(), KnownNames()
    vault = files.open_vault(path, dek, changes, leak_ok=names.is_clean, now=now)
    names.follow(vault, changes)
    shared = _shared(vault, path, CopyService(vault, path, today, files), today, now)
    services = _services((vault, path), changes, files, shared, (today, now))
    services.audit.note_opened(files.way_in(path), files.take_tries(path))
    return services


def _shared(
    vault: Vault, path: Path, copies: CopyService, today: Today, now: Now
) -> SharedServices:
    settings = SettingsService(vault, today)
    sender = settings.needed_sender
    return SharedServices(
        settings=settings,
        visit=VisitService(vault, today, sender, now),
        flag=FlagService(vault, today),
        slip=SlipService(vault, today, sender),
        consent=ConsentService(vault, today, sender),
        roundtable=RoundtableService(vault, today, settings.sender),
        followup=FollowupService(vault, today),
        draft=DraftService(vault, today, now),
        cooperation=CooperationService(vault, today, settings.sender, sender),
        preparation=PreparationService(vault, today, sender),
        copies=copies,
        measure=MeasureService(vault, today, sender),
        access=AccessService(vault, today, sender),
        deletion=DeletionService(vault, path, today, sender),
    )


def _services(
    file: tuple[Vault, Path],
    changes: ChangeFeed,
    files: FileService,
    shared: SharedServices,
    clock: _Clock,
) -> Services:
    (vault, path), (today, now) = file, clock
    door = Door(vault, today, now, shared.settings.clock_jumped)
    audit = AuditService(vault)
    return Services(
        **{field.name: getattr(shared, field.name) for field in fields(shared)},
        changes=changes,
        vault=vault,
        file=files,
        practice=PracticeService(vault, today),
        lesson=LessonService(vault, today),
        visit_people=VisitPeopleService(vault),
        visit_pause=VisitPauseService(vault, now),
        visit_end=VisitEndService(vault, today, shared.visit, now),
        **_calendar(vault, today, now, door),
        flag_view=FlagViewService(vault),
        clock_rule=ClockRuleService(vault, today),
        goal=GoalService(vault, today),
        party=PartyService(vault, today, now),
        timeline=TimelineService(vault, today),
        **_table(vault, today),
        task=TaskService(vault, today),
        task_template=TaskTemplateService(vault, today),
        today=TodayService(vault, today, shared.consent, shared.flag, now),
        search=SearchService(vault, today),
        **_papers(vault, today, door, shared),
        tidy=_tidy(vault, today, shared, audit.shorten),
        audit=audit,
        anchor=AuditAnchorService(vault, path, today, files.keychain, shared.copies),
        erasure=ErasureService(vault, shared.copies),
        restriction=RestrictionService(vault, today),
        hold=HoldService(vault, today),
        retention=RetentionService(vault, today),
    )


class _Calendar(TypedDict):
    """The services of the plan and of what binds it."""

    plan: PlanService
    absence: AbsenceService
    absence_file: AbsenceFileService
    closed_file: ClosedFileService
    soft_block: SoftBlockService
    calendar_file: CalendarFileService
    meeting_file: MeetingFileService


def _calendar(vault: Vault, today: Today, now: Now, door: Door) -> _Calendar:
    return _Calendar(
        plan=PlanService(vault, today),
        absence=AbsenceService(vault, today),
        absence_file=AbsenceFileService(vault, today),
        closed_file=ClosedFileService(vault, today),
        soft_block=SoftBlockService(vault, today),
        calendar_file=CalendarFileService(vault, today, now, door),
        meeting_file=MeetingFileService(vault, today, now, door),
    )


class _Table(TypedDict):
    """The services of what a roundtable is made of."""

    agenda: AgendaService
    remark: RemarkService
    agreement: AgreementService
    adjustment: AdjustmentService
    scheme: SchemeService


def _table(vault: Vault, today: Today) -> _Table:
    return _Table(
        agenda=AgendaService(vault),
        remark=RemarkService(vault, today),
        agreement=AgreementService(vault, today),
        adjustment=AdjustmentService(vault),
        scheme=SchemeService(vault, today),
    )


class _Papers(TypedDict):
    """The services by which papers and data leave."""

    export: ExportService
    paper_set: PaperSetService
    access_data: AccessDataService


def _papers(vault: Vault, today: Today, door: Door, shared: SharedServices) -> _Papers:
    export = _export(vault, today, door, shared)
    return _Papers(
        export=export,
        paper_set=PaperSetService(vault, today, export, shared.visit),
        access_data=AccessDataService(vault, today, door, shared.access),
    )


def _export(vault: Vault, today: Today, door: Door, shared: SharedServices) -> ExportService:
    return ExportService(
        vault,
        today,
        door,
        visits=shared.visit,
        slips=shared.slip,
        consents=shared.consent,
        roundtables=shared.roundtable,
        preparations=shared.preparation,
        cooperations=shared.cooperation,
        sender=shared.settings.needed_sender,
        measures=shared.measure,
        access=shared.access,
        deletions=shared.deletion,
    )


def _tidy(
    vault: Vault, today: Today, shared: SharedServices, shorten: Callable[[date], object]
) -> TidyService:
    return TidyService(
        today,
        settings=shared.settings,
        consents=shared.consent,
        flags=shared.flag,
        followups=shared.followup,
        drafts=shared.draft,
        visits=shared.visit,
        shorten=shorten,
        scrub=partial(scrub_if_due, vault),
    )
