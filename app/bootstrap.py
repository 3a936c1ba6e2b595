"""Putting the app together. The one place that knows every service."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from app.changes import ChangeFeed
from app.data.vault import Vault
from app.services.absence import AbsenceService
from app.services.absence_file import AbsenceFileService
from app.services.agreement import AgreementService
from app.services.audit import AuditService
from app.services.calendar_file import CalendarFileService
from app.services.clock_rule import ClockRuleService
from app.services.closed_file import ClosedFileService
from app.services.consent import ConsentService
from app.services.cooperation import CooperationService
from app.services.draft import DraftService
from app.services.export import ExportService
from app.services.file import FileService
from app.services.flag import FlagService
from app.services.flag_view import FlagViewService
from app.services.followup import FollowupService
from app.services.goal import GoalService
from app.services.known_names import KnownNames
from app.services.lesson import LessonService
from app.services.measure import MeasureService
from app.services.party import PartyService
from app.services.plan import PlanService
from app.services.practice import PracticeService
from app.services.preparation import PreparationService
from app.services.roundtable import RoundtableService
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
class Services:
    """Everything a window may ask for, over one open file."""

    changes: ChangeFeed
    vault: Vault
    file: FileService
    settings: SettingsService
    practice: PracticeService
    lesson: LessonService
    cooperation: CooperationService
    preparation: PreparationService
    visit: VisitService
    visit_people: VisitPeopleService
    visit_pause: VisitPauseService
    visit_end: VisitEndService
    plan: PlanService
    absence: AbsenceService
    absence_file: AbsenceFileService
    closed_file: ClosedFileService
    soft_block: SoftBlockService
    calendar_file: CalendarFileService
    flag: FlagService
    slip: SlipService
    flag_view: FlagViewService
    consent: ConsentService
    followup: FollowupService
    clock_rule: ClockRuleService
    goal: GoalService
    party: PartyService
    timeline: TimelineService
    measure: MeasureService
    roundtable: RoundtableService
    agreement: AgreementService
    task: TaskService
    task_template: TaskTemplateService
    draft: DraftService
    today: TodayService
    search: SearchService
    export: ExportService
    tidy: TidyService
    audit: AuditService


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
    services = _services(vault, changes, files, (today, now))
    services.audit.note_opened(files.way_in(path), files.take_tries(path))
    return services


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shared:
    """The services that others work with, and the door."""

    settings: SettingsService
    door: Door
    visit: VisitService
    flag: FlagService
    slip: SlipService
    consent: ConsentService
    roundtable: RoundtableService
    followup: FollowupService
    draft: DraftService
    cooperation: CooperationService
    preparation: PreparationService
    measure: MeasureService


def _shared(vault: Vault, today: Today, now: Now) -> _Shared:
    settings = SettingsService(vault, today)
    sender = settings.needed_sender
    return _Shared(
        settings=settings,
        door=Door(vault, today, now, settings.clock_jumped),
        visit=VisitService(vault, today, sender, now),
        flag=FlagService(vault, today),
        slip=SlipService(vault, today, sender),
        consent=ConsentService(vault, today, sender),
        roundtable=RoundtableService(vault, today, settings.sender),
        followup=FollowupService(vault, today),
        draft=DraftService(vault, today, now),
        cooperation=CooperationService(vault, today, settings.sender, sender),
        preparation=PreparationService(vault, today, sender),
        measure=MeasureService(vault, today, sender),
    )


def _services(vault: Vault, changes: ChangeFeed, files: FileService, clock: _Clock) -> Services:
    today, now = clock
    shared = _shared(vault, today, now)
    return Services(
        changes=changes,
        vault=vault,
        file=files,
        settings=shared.settings,
        practice=PracticeService(vault, today),
        lesson=LessonService(vault, today),
        cooperation=shared.cooperation,
        preparation=shared.preparation,
        visit=shared.visit,
        visit_people=VisitPeopleService(vault),
        visit_pause=VisitPauseService(vault, now),
        visit_end=VisitEndService(vault, today, shared.visit, now),
        **_calendar(vault, today, now, shared),
        flag=shared.flag,
        slip=shared.slip,
        flag_view=FlagViewService(vault),
        consent=shared.consent,
        followup=shared.followup,
        clock_rule=ClockRuleService(vault, today),
        goal=GoalService(vault, today),
        party=PartyService(vault, today, now),
        timeline=TimelineService(vault, today),
        measure=shared.measure,
        roundtable=shared.roundtable,
        agreement=AgreementService(vault, today),
        task=TaskService(vault, today),
        task_template=TaskTemplateService(vault, today),
        draft=shared.draft,
        today=TodayService(vault, today, shared.consent, shared.flag, now),
        search=SearchService(vault, today),
        export=_export(vault, today, shared),
        tidy=_tidy(today, shared),
        audit=AuditService(vault),
    )


class _Calendar(TypedDict):
    """The services of the plan and of what binds it."""

    plan: PlanService
    absence: AbsenceService
    absence_file: AbsenceFileService
    closed_file: ClosedFileService
    soft_block: SoftBlockService
    calendar_file: CalendarFileService


def _calendar(vault: Vault, today: Today, now: Now, shared: _Shared) -> _Calendar:
    return _Calendar(
        plan=PlanService(vault, today),
        absence=AbsenceService(vault, today),
        absence_file=AbsenceFileService(vault, today),
        closed_file=ClosedFileService(vault, today),
        soft_block=SoftBlockService(vault, today),
        calendar_file=CalendarFileService(vault, today, now, shared.door),
    )


def _export(vault: Vault, today: Today, shared: _Shared) -> ExportService:
    return ExportService(
        vault,
        today,
        shared.door,
        visits=shared.visit,
        slips=shared.slip,
        consents=shared.consent,
        roundtables=shared.roundtable,
        preparations=shared.preparation,
        cooperations=shared.cooperation,
        measures=shared.measure,
    )


def _tidy(today: Today, shared: _Shared) -> TidyService:
    return TidyService(
        today,
        settings=shared.settings,
        consents=shared.consent,
        flags=shared.flag,
        followups=shared.followup,
        drafts=shared.draft,
        visits=shared.visit,
    )
