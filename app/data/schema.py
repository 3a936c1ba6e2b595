"""The whole schema: importing this module imports every table."""

from __future__ import annotations

from sqlmodel import SQLModel

from app.data.absence import AbsenceRecord
from app.data.absence_origin import AbsenceOriginRecord
from app.data.adjustment import AdjustmentRecord, HiddenRecord
from app.data.audit import AuditCodeRecord, AuditRecord
from app.data.audit_begin import AuditBeginRecord
from app.data.calendar_entry import CalendarEntryRecord
from app.data.clock_rule import ClockRuleRecord
from app.data.closed_origin import ClosedOriginRecord
from app.data.consent import CellRecord, CitizenRecord, ConsentRecord, PartyRecord
from app.data.consent_fall import FallRecord, StopRecord, ToldRecord
from app.data.cooperation import CooperationRecord, DutyRecord
from app.data.disclosure import DisclosureCellRecord, DisclosureRecord
from app.data.draft import DraftRecord
from app.data.erasure import ErasureRecord
from app.data.flag import FlagFunctionRecord, FlagOutcomeRecord, FlagRecord
from app.data.flag_link import RelayedFlagRecord
from app.data.followup import ContactRecord, FollowupRecord, SignRecord
from app.data.hold import HoldRecord
from app.data.kept_copy import KeptCopyRecord
from app.data.lesson import LessonRecord
from app.data.measure import MeasureAdjustmentRecord, MeasureRecord
from app.data.practice import ClosedRecord, DoctorRecord, PracticeRecord
from app.data.restriction import RestrictionRecord
from app.data.retention_rule import RetentionRuleRecord
from app.data.roundtable import (
    ActionRecord,
    AgreementRecord,
    ParticipantRecord,
    PointRecord,
    RemarkRecord,
    RoundtableRecord,
    SchemeRecord,
    StepRecord,
)
from app.data.scheme import SchemeCheckRecord
from app.data.setting import MetaRecord, SettingRecord
from app.data.soft_block import SoftBlockRecord
from app.data.task import TaskRecord
from app.data.transfer import TransferRecord
from app.data.visit import PromiseRecord, QuestionRecord, VisitRecord
from app.data.visit_pause import VisitPauseRecord
from app.data.visit_people import VisitDoctorRecord

RECORDS: tuple[type[SQLModel], ...] = (
    MetaRecord,
    SettingRecord,
    PracticeRecord,
    DoctorRecord,
    ClosedRecord,
    VisitRecord,
    QuestionRecord,
    PromiseRecord,
    VisitDoctorRecord,
    VisitPauseRecord,
    CalendarEntryRecord,
    FlagRecord,
    FlagFunctionRecord,
    FlagOutcomeRecord,
    CitizenRecord,
    ConsentRecord,
    PartyRecord,
    CellRecord,
    FallRecord,
    StopRecord,
    ToldRecord,
    RestrictionRecord,
    HoldRecord,
    FollowupRecord,
    SignRecord,
    RelayedFlagRecord,
    ContactRecord,
    TransferRecord,
    MeasureRecord,
    MeasureAdjustmentRecord,
    TaskRecord,
    RoundtableRecord,
    ParticipantRecord,
    PointRecord,
    RemarkRecord,
    AgreementRecord,
    StepRecord,
    ActionRecord,
    SchemeRecord,
    DisclosureRecord,
    DisclosureCellRecord,
    DraftRecord,
    AbsenceRecord,
    AbsenceOriginRecord,
    ClosedOriginRecord,
    SoftBlockRecord,
    AdjustmentRecord,
    HiddenRecord,
    SchemeCheckRecord,
    ClockRuleRecord,
    RetentionRuleRecord,
    LessonRecord,
    CooperationRecord,
    DutyRecord,
    AuditCodeRecord,
    AuditRecord,
    AuditBeginRecord,
    ErasureRecord,
    KeptCopyRecord,
)
metadata = SQLModel.metadata
