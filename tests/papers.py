"""Views of the papers with good defaults, and reading a finished PDF back, for tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from uuid import UUID

from pypdf import PdfReader
from PySide6.QtCore import QBuffer
from PySide6.QtPdf import QPdfDocument

from app.domain.access_report import AccessChapter, AccessEntry, AccessField, AccessReport
from app.domain.agenda import PointFacts, PointRow, PointState
from app.domain.agreement import ActionFacts, AgreementFacts, StepFacts
from app.domain.audience import Audience
from app.domain.citizen_sheet import CitizenLine, CitizenSheet
from app.domain.consent import ConsentForm, Direction, Information
from app.domain.consent_form import ConsentFormRow, ConsentFormSheet, ConsentTerms
from app.domain.cooperation import CooperationFacts, CooperationPaper, DutyFacts, Side
from app.domain.deletion_report import DeletionCopy, DeletionLine, DeletionReport
from app.domain.disclosure_list import DisclosureLine, DisclosureList
from app.domain.doctor_sheet import DoctorAgreement, DoctorSheet
from app.domain.employer_sheet import EmployerAgreement, EmployerSheet
from app.domain.erasure import CopyPlace, ErasedKind, ErasureReason
from app.domain.flag_choice import FlagStatus, Function, NextStep, Theme
from app.domain.flag_doctor import FlagDoctor
from app.domain.hours_ladder import WorkedWeek
from app.domain.lesson import LessonFacts
from app.domain.measure import AdjustmentInPlace, InPlace, MeasureFacts, MeasureId, MeasureRow
from app.domain.measure_chart import MeasureView
from app.domain.own_sheet import OwnSeat, OwnSheet
from app.domain.paper import PaperKind
from app.domain.practice import (
    ClosedFacts,
    DoctorFacts,
    DoctorId,
    DoctorRole,
    PracticeFacts,
    PracticeId,
    VisitFormat,
)
from app.domain.practice_history import Meeting, Newcomer
from app.domain.preparation import OpenQuestion, Preparation, PreparationPaper, PreparedFlag
from app.domain.progress_sheet import ProgressSheet
from app.domain.remark import RemarkFacts
from app.domain.scheme import SchemeFacts, SchemeState
from app.domain.sender import Sender
from app.domain.slip import FlagSlip, SlipLanguage, SlipSheet
from app.domain.visit_note import (
    PromiseFacts,
    PromiseId,
    Promiser,
    PromiseRow,
    QuestionFacts,
)
from app.domain.visit_summary import SummaryFeedback, SummaryFlag, Term, VisitSummary
from app.reports import (
    access_report,
    citizen_sheet,
    consent_form,
    cooperation_agreement,
    deletion_report,
    disclosure_list,
    doctor_sheet,
    employer_sheet,
    flag_slip,
    own_sheet,
    preparation_sheet,
    progress_sheet,
    visit_summary,
)
from app.reports.sheet import Rendered
from app.services.consent_wording import wording_on
from app.services.slip_words import shipped_labels, shipped_texts

TODAY = date(2026, 9, 9)
REVIEW = date(2026, 10, 9)
SENDER = Sender(
    name="Kim Eksempelsen",
    title="Fastholdelseskonsulent",
    phone="00 00 00 00",
    email="kim.eksempelsen@kommune.example",
    reachable="Hverdage kl. 8.30–14.30",
    municipality="Eksempel Kommune",
    office="Fastholdelse · Rådhusvej 0, 0000 Eksempel",
)
FLAG = SummaryFlag(
    code="N7-KB",
    theme=Theme.PHYSICAL_STRAIN,
    functions=(Function.LIFTING,),
    next_step=NextStep.DOCTOR_TALKS,
    who="Lægen",
    act_by=date(2026, 9, 23),
)
FEEDBACK = SummaryFeedback(
    code="K7-QX", status=FlagStatus.CLOSED, text="Borgeren ringede selv og er vejledt."
)
SUMMARY = VisitSummary(
    kept_days=90,
    practice="Lægehuset Søndergade",
    held_on=TODAY,
    began=datetime(2026, 9, 9, 12, 30),  # noqa: DTZ001 -- visits are in local Danish time
    minutes=30,
    present_doctors=5,
    present_trainees=1,
    new_flags=(FLAG,),
    feedback=(FEEDBACK,),
    questions=(QuestionFacts(question="Er LÆ 125 nok?", answer="Nej. Sæt kryds, eller ring."),),
    promises=(PromiseFacts(who=Promiser.CONSULTANT, what="Sender vejledning", due_on=None),),
    term=Term(
        code="need",
        left="Skånebehov",
        left_text="Det, patienten har brug for.",
        right="Skånehensyn",
        right_text="Det, arbejdspladsen gør.",
    ),
    next_visit=datetime(2026, 10, 21, 12, 30),  # noqa: DTZ001
    sender=SENDER,
)


def slip_sheet(language: SlipLanguage) -> SlipSheet:
    """Return the words of a slip as they are shipped."""
    return SlipSheet(
        language=language,
        labels=shipped_labels(language),
        texts=shipped_texts(language),
        changed=False,
        read_on=None,
    )


SLIP = FlagSlip(
    code="K7-QX",
    sender=SENDER,
    printed_on=TODAY,
    sheet=slip_sheet(SlipLanguage.ENGLISH),
)
TERMS = ConsentTerms(
    purpose="En rundbordssamtale med din arbejdsplads, Eksempel Transport ApS.",
    given_on=TODAY,
    until=date(2027, 3, 9),
    form=ConsentForm.WRITTEN,
    original_at="",
)
CONSENT = ConsentFormSheet(
    citizen="Einer Test Lauridsen",
    number="26-011",
    together=None,
    rows=(
        ConsentFormRow(
            party="Arbejdsgiver",
            direction=Direction.PASS_ON,
            information=frozenset({Information.FUNCTION, Information.HOURS}),
            terms=TERMS,
        ),
        ConsentFormRow(party="A-kasse", direction=Direction.PASS_ON, information=frozenset()),
    ),
    printed_on=TODAY,
    sender=SENDER,
    wording_version=1,
    wording=wording_on(TODAY).texts,
)
AGREEMENT = EmployerAgreement(
    function="Kort koncentrationstid",
    task="Ordrebehandling",
    adjustment="Rolig plads væk fra gennemgang.",
    first=date(2026, 9, 14),
    last=REVIEW,
    review_on=REVIEW,
    owner="Nærmeste leder",
)
STEPS = (
    StepFacts(first=date(2026, 8, 31), last=date(2026, 9, 13), hours=10),
    StepFacts(first=date(2026, 9, 14), last=date(2026, 9, 27), hours=15),
    StepFacts(first=date(2026, 9, 28), last=date(2026, 10, 30), hours=20),
)
WORKED = (
    WorkedWeek(monday=date(2026, 8, 31), hours=8),
    WorkedWeek(monday=date(2026, 9, 7), hours=10.5),
)
EMPLOYER = EmployerSheet(
    citizen="Nancy Ann Test Berggren",
    employer="Eksempel Tømmerhandel A/S",
    held_on=date(2026, 8, 27),
    review_on=REVIEW,
    review_at=time(13),
    version=2,
    changes=("Added: Rolig plads",),
    agreements=(AGREEMENT,),
    lines=("Mandag er den tunge dag",),
    weekly_hours=37.0,
    steps=STEPS,
    worked=WORKED,
    actions=(ActionFacts(who="Medarbejder", what="Noterer, hvad der virker", due_on=REVIEW),),
    schemes=(
        SchemeFacts(
            scheme="work_aid", name="", state=SchemeState.APPLIED, who="Medarbejder", day=REVIEW
        ),
    ),
    colleagues_told="Nancy er på nedsat tid i en periode.",
    duration="",
    printed_on=TODAY,
    sender=SENDER,
)
AGREED = AgreementFacts(
    function="Kort koncentrationstid",
    task="Ordrebehandling",
    adjustment="Rolig plads væk fra gennemgang. Kl. 9–11 uden telefon.",
    first=date(2026, 9, 14),
    last=REVIEW,
    review_on=REVIEW,
    owner="Nærmeste leder",
    audience=Audience.EMPLOYER,
)
CITIZEN = CitizenSheet(
    citizen="Nancy Ann Test Berggren",
    employer="Eksempel Tømmerhandel A/S",
    held_on=date(2026, 8, 27),
    place="Hos arbejdsgiveren",
    present=("Nancy Ann Test Berggren", "Nærmeste leder, Arbejdsgiver"),
    review_on=REVIEW,
    review_at=time(13),
    version=2,
    changes=("Added: Rolig plads",),
    agreements=(AGREED,),
    lines=(CitizenLine(text="Mandag er den tunge dag", audience=Audience.ALL),),
    weekly_hours=37.0,
    steps=STEPS,
    worked=WORKED,
    actions=EMPLOYER.actions,
    schemes=EMPLOYER.schemes,
    colleagues_told="Nancy er på nedsat tid i en periode.",
    duration="10–14 uger",
    disagreements="Tempoet efter nytår",
    printed_on=TODAY,
    sender=SENDER,
)
DOCTOR = DoctorSheet(
    citizen="Nancy Ann Test Berggren",
    doctor="Lægehuset Søndergade",
    held_on=date(2026, 8, 27),
    review_on=REVIEW,
    version=2,
    changes=("Added: Rolig plads",),
    agreements=(
        DoctorAgreement(
            function="Kort koncentrationstid",
            task="Ordrebehandling",
            adjustment="Rolig plads væk fra gennemgang.",
            first=date(2026, 9, 14),
            last=REVIEW,
            review_on=REVIEW,
        ),
    ),
    lines=("Mandag er den tunge dag",),
    weekly_hours=37.0,
    steps=STEPS,
    worked=WORKED,
    printed_on=TODAY,
    sender=SENDER,
)
OWN = OwnSheet(
    citizen="Nancy Ann Test Berggren",
    employer="Eksempel Tømmerhandel A/S",
    held_on=date(2026, 8, 27),
    at=time(13),
    place="Hos arbejdsgiveren",
    review_on=REVIEW,
    review_at=time(13),
    version=2,
    changes=("Added: Rolig plads",),
    seats=(OwnSeat(name="Nærmeste leder", role="Arbejdsgiver", attended=False),),
    agenda=(
        PointRow(
            id=UUID(int=4),
            facts=PointFacts(title="Næste møde", minutes=5),
            state=PointState.NOT_REACHED,
            carried_from=date(2026, 7, 2),
        ),
    ),
    remarks=(
        RemarkFacts(text="Går til psykolog torsdag", audience=Audience.EMPLOYER, held=True),
        RemarkFacts(text="Lederen virker presset", audience=Audience.OWN, held=False),
    ),
    agreements=(AGREED,),
    weekly_hours=37.0,
    steps=STEPS,
    worked=WORKED,
    actions=EMPLOYER.actions,
    schemes=EMPLOYER.schemes,
    colleagues_told="Nancy er på nedsat tid i en periode.",
    duration="10–14 uger",
    disagreements="Tempoet efter nytår",
    printed_on=TODAY,
    sender=SENDER,
)
HABITS = PracticeFacts(
    name="Lægehuset Søndergade",
    address="Søndergade 0, 0000 Eksempel",
    phone="00 00 00 01",
    place="Frokoststuen, 1. sal",
    format=VisitFormat.ALL_PRESENT,
    rhythm_weeks=6,
    tolerated_from=5,
    tolerated_to=8,
    minutes=30,
    weekdays=(2,),
    at=time(12, 30),
    quick_facts="Parkering i gården.",
)
PREPARED = Preparation(
    practice_id=PracticeId(UUID(int=1)),
    habits=HABITS,
    doctors=5,
    trainees=1,
    start=datetime(2026, 9, 9, 12, 30),  # noqa: DTZ001
    minutes=30,
    clash="",
    last_held_on=date(2026, 7, 29),
    owed=(
        PreparedFlag(
            code="K7-QX",
            theme=Theme.PAIN,
            told="We are in contact with the citizen.",
            told_by=FlagDoctor(id=DoctorId(UUID(int=3)), name="Anna Eksempel"),
        ),
    ),
    waiting=(PreparedFlag(code="N7-KB", theme=Theme.HOME_MONEY, told="", told_by=None),),
    questions=(OpenQuestion(question="Er LÆ 125 nok?", asked_on=date(2026, 7, 29)),),
    promises=(
        PromiseRow(
            id=PromiseId(UUID(int=2)),
            facts=PromiseFacts(who=Promiser.CONSULTANT, what="Sender vejledning", due_on=TODAY),
            made_on=date(2026, 7, 29),
            kept=False,
        ),
    ),
    newcomers=(
        Newcomer(
            facts=DoctorFacts(name="Ny Eksempel", role=DoctorRole.TRAINEE, introduced_on=None),
            meeting=Meeting.NOT_MET,
        ),
    ),
    topics=(LessonFacts(topic="Delvis raskmelding", taught_on=None, noted="Tag ark med"),),
    term=SUMMARY.term,
    closed=(ClosedFacts(first=REVIEW, last=REVIEW, reason="Kursus"),),
    professionals=("Anna Eksempel", "Ny Eksempel"),
    review_on=REVIEW,
)
PREPARATION = PreparationPaper(sheet=PREPARED, printed_on=TODAY, sender=SENDER)
COOPERATION = CooperationPaper(
    kept_days=90,
    practice="Lægehuset Søndergade",
    habits=HABITS,
    facts=CooperationFacts(
        agreed_on=TODAY,
        review_on=date(2027, 9, 9),
        practice_contact="Anna Eksempel",
        practice_phone="00 00 00 01",
        practice_email="anna@laegehus.example",
        own_contact="Kim Eksempelsen",
        own_phone="00 00 00 00",
        own_email="",
    ),
    duties=(DutyFacts(who=Side.PRACTICE, what="Melder ferie", timing="En måned før"),),
    professionals=("Anna Eksempel",),
    sender=SENDER,
)
NASTY = (
    "<b>fed</b>",
    '<img src="/etc/passwd">',
    "[[[1,2]]]",
    "&amp; a < b & c > d",
    "</para>",
    "<para><font color='red'>",
    "%s {name} %(x)s",
)


def catalogue(paper: Rendered) -> Any:
    """Return what the PDF says about itself as a whole."""
    return reader(paper).root_object


def reader(paper: Rendered) -> PdfReader:
    """Return the PDF, opened."""
    return PdfReader(BytesIO(paper.pdf))


MEASURE = MeasureFacts(
    day=TODAY,
    work_ability=5,
    sentence="En time ad gangen",
    planned_hours=10.0,
    worked_hours=4.5,
    energy=0,
    concentration=None,
    confidence=7,
    adjustments=(AdjustmentInPlace(adjustment="Rolig plads", in_place=InPlace.PARTLY),),
)
PROGRESS = ProgressSheet(
    citizen="Nancy Ann Test Berggren",
    measures=MeasureView(
        rows=(MeasureRow(id=MeasureId(UUID(int=1)), facts=MEASURE),), steps=(), today=TODAY
    ),
    printed_on=TODAY,
    sender=SENDER,
)


def _told(name: str, label: str, words: str) -> AccessField:
    return AccessField(name=name, label=label, words=words, value=words)


def _cell(party: str, information: str) -> AccessEntry:
    fields = _told("party_id", "Party", party), _told("information", "Information", information)
    return AccessEntry(table="consent_cell", label="What a consent covers", fields=fields)


DISCLOSURES = DisclosureList(
    citizen="Nancy Ann Test Berggren",
    number="26-001",
    lines=(
        DisclosureLine(
            day=date(2026, 8, 28),
            paper=PaperKind.EMPLOYER_SHEET,
            receiver="Eksempel Tømmerhandel A/S",
            information=(Information.FUNCTION, Information.HOURS),
        ),
        DisclosureLine(
            day=date(2026, 9, 1), paper=PaperKind.CONSENT_FORM, receiver="", information=()
        ),
    ),
    printed_on=TODAY,
    sender=SENDER,
)

ACCESS = AccessReport(
    citizen="Nancy Ann Test Berggren",
    number="26-001",
    chapters=(
        AccessChapter(
            name="consents",
            title="What you said yes to",
            purpose="To do only what you allowed.",
            source="It comes from you.",
            entries=(
                AccessEntry(
                    table="consent",
                    label="Consent",
                    fields=(_told("form", "Form", "Written"), _told("told", "Told", "Alt")),
                    parts=(
                        _cell("Eksempel Tømmerhandel A/S", "Hours"),
                        _cell("Eksempel Tømmerhandel A/S", "Function"),
                        _cell("Egen læge", "Hours"),
                    ),
                ),
            ),
        ),
    ),
    kept=("183 days after your follow-up has ended, all of it is erased.",),
    rights=("You can have it put right where something is wrong.",),
    left_out=("Marks and check sums: they say nothing about you.",),
    printed_on=TODAY,
    sender=SENDER,
)

DELETIONS = DeletionReport(
    since=date(2025, 9, 9),
    lines=(
        DeletionLine(
            day=date(2026, 9, 8),
            reason=ErasureReason.ASKED,
            counts=((ErasedKind.FOLLOWUPS, 1), (ErasedKind.CONTACTS, 13)),
            copies=1,
            gone_on=date(2026, 10, 6),
        ),
        DeletionLine(
            day=date(2026, 3, 2), reason=ErasureReason.LAPSED, counts=(), copies=0, gone_on=None
        ),
    ),
    earlier=3,
    copies=(
        DeletionCopy(
            saved_on=date(2026, 9, 1),
            goes_on=date(2026, 10, 6),
            place=CopyPlace.HERE,
            holds=1,
        ),
        DeletionCopy(
            saved_on=date(2026, 9, 2),
            goes_on=date(2026, 10, 7),
            place=CopyPlace.AWAY,
            holds=None,
        ),
    ),
    copy_days=35,
    entry=73,
    seal=bytes.fromhex("9ffe63a53e70f54b"),
    printed_on=TODAY,
    sender=SENDER,
)


Render = Callable[[Any], Rendered]
PAPERS: dict[str, tuple[Render, object]] = {
    "access_report": (access_report.render, ACCESS),
    "consent_form": (consent_form.render, CONSENT),
    "cooperation_agreement": (cooperation_agreement.render, COOPERATION),
    "deletion_report": (deletion_report.render, DELETIONS),
    "disclosure_list": (disclosure_list.render, DISCLOSURES),
    "employer_sheet": (employer_sheet.render, EMPLOYER),
    "citizen_sheet": (citizen_sheet.render, CITIZEN),
    "doctor_sheet": (doctor_sheet.render, DOCTOR),
    "own_sheet": (own_sheet.render, OWN),
    "flag_slip": (flag_slip.render, SLIP),
    "preparation_sheet": (preparation_sheet.render, PREPARATION),
    "progress_sheet": (progress_sheet.render, PROGRESS),
    "visit_summary": (visit_summary.render, SUMMARY),
}


def read(paper: Rendered) -> str:
    """Return all the words of the PDF, with single spaces between them."""
    return " ".join(read_pages(paper))


def read_pages(paper: Rendered) -> list[str]:
    """Return the words of each page."""
    bytes_of = QBuffer()
    bytes_of.setData(paper.pdf)
    bytes_of.open(QBuffer.OpenModeFlag.ReadOnly)
    pdf = QPdfDocument()
    pdf.load(bytes_of)
    return [" ".join(pdf.getAllText(page).text().split()) for page in range(pdf.pageCount())]
