"""A year of visits: what was planned, held, missed, asked, promised and raised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from random import Random

from app.bootstrap import Services
from app.demo.days import MadeUpClock, typed
from app.demo.practices import AUTUMN_WEEK, PRACTICES, MadeUpPractice, weekday_of
from app.domain.days import closed_reason
from app.domain.flag import FlagDraft
from app.domain.flag_choice import MAY_RING, CloseReason, FlagStatus, Function, NextStep, Theme
from app.domain.flag_code import new_flag_code
from app.domain.practice import DoctorRole, PracticeId
from app.domain.soft_block import SoftDays, default_blocks
from app.domain.typed import read_time
from app.domain.visit import (
    AttendanceDraft,
    MissedDraft,
    MissedReason,
    VisitDraft,
    VisitId,
)
from app.domain.visit_note import PromiseDraft, QuestionDraft
from app.domain.visit_people import Attendance, count_present

RHYTHM = timedelta(weeks=6)
NOT_SAID = ""
_WEEKS_ROUND = 4  # the summer holiday is this long

QUESTIONS = (
    (
        "Er LÆ 125 nok, når lægen ikke har haft kontakt i det aktuelle forløb?",
        "Nej. Statusattesten bygger på det, I allerede ved. Sæt kryds på attesten, eller ring.",
    ),
    (
        "Hvem betaler for en mulighedserklæring?",
        "Arbejdsgiveren beder om den og betaler for den.",
    ),
    ("Kan lægen selv foreslå en indsats, før nogen er sygemeldt?", "Ja, med LÆ 165 og et ja."),
    (
        "Må lægen høre, hvordan det gik?",
        "Ja, det borgeren har sagt ja til, at vi fortæller. Ellers siger vi ingenting.",
    ),
    (
        "Kan lægen ringe, mens patienten sidder der?",
        "Ja, når patienten er med på det. Ring på det direkte nummer.",
    ),
    ("Skal lægen skrive, hvilken ydelse der passer?", ""),
    ("Hvor sent må en attest komme, når patienten venter på svar fra sygehuset?", ""),
)
PROMISES = (
    ("consultant", "Sender attestark"),
    ("doctor", "Spørger patienten inden næste besøg"),
    ("consultant", "Undersøger reglerne for delvis raskmelding"),
    ("doctor", "Tager punktet op på personalemødet"),
)
NOTES = (
    "Kniber med at nå opgaverne",
    "Sover dårligt efter skiftende vagter",
    "Kan klare halve dage, bliver hurtigt træt",
    "Løft på jobbet er blevet for meget",
    "",
    "Uro om boligen fylder det meste",
    "",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitPlan:
    """One visit of the story."""

    practice: int
    day: date
    missed: bool


def visit_days(today: date) -> tuple[VisitPlan, ...]:
    """Return every visit of the year up to and including today, in order of days.

    The first practice is visited today when today is a working day; the last one was not visited
    last time, and is overdue.
    """
    plans = [
        VisitPlan(practice=number, day=day, missed=number == 3 and last)
        for number in range(len(PRACTICES))
        for day, last in _days_of(number, today)
    ]
    return tuple(sorted(plans, key=lambda plan: (plan.day, plan.practice)))


class YearOfVisits:
    """Lives the visits one by one."""

    def __init__(
        self,
        services: Services,
        clock: MadeUpClock,
        random: Random,
        practice_ids: tuple[PracticeId, ...],
    ) -> None:
        self._services = services
        self._clock = clock
        self._random = random
        self._practice_ids = practice_ids
        self._told = 0  # flags so far
        self._left_to_ask = {number: list(QUESTIONS) for number in range(len(practice_ids))}

    def live(self, plan: VisitPlan) -> None:
        """Hold the visit, or let it fall out."""
        practice = PRACTICES[plan.practice]
        self._clock.go_to(plan.day)
        visit_id = self._services.visit.plan_visit(
            VisitDraft(
                practice_id=self._practice_ids[plan.practice].hex,
                day=typed(plan.day),
                at=practice.draft.at,
            )
        )
        if plan.missed:
            reason = MissedReason.PRACTICE_CANCELLED.value
            self._services.visit.miss_visit(visit_id, MissedDraft(reason=reason))
            return
        self._hold(plan, practice, visit_id)

    def plan_today(self, today: date) -> None:
        """Put the visit of the day into the calendar, at the hour the practice likes."""
        if closed_reason(today) is None and today.weekday() < 5:
            self._services.visit.plan_visit(
                VisitDraft(
                    practice_id=self._practice_ids[0].hex,
                    day=typed(today),
                    at=PRACTICES[0].draft.at,
                )
            )

    def hear_by_phone(self, practice: int) -> None:
        """Let a practice ring between two visits: one patient said no, of another advice was
        enough. No dice: those make the stories."""
        waiting = [
            card
            for card in self._services.flag.list_flags()
            if card.practice_id == self._practice_ids[practice] and card.status in MAY_RING
        ]
        reasons = (CloseReason.PATIENT_DECLINED, CloseReason.ADVICE_ONLY)
        for card, reason in zip(waiting, reasons, strict=False):
            self._services.flag.close_flag(card.id, reason)

    def accept_next(self, practice: int) -> None:
        """Put the next proposed visit of a practice into the calendar."""
        key = self._practice_ids[practice]
        for visit in self._services.plan.plan().visits:
            if visit.key == str(key) and not visit.booked:
                self._services.plan.accept(key, visit.start, visit.minutes)
                return

    def plan_after_six_weeks(self, practice: int, held: date) -> None:
        """Put a visit six weeks after the last one, as one would by hand: on no day better
        avoided, but unaware of the autumn week that the practice has not reported yet."""
        day = _open_day(held + RHYTHM)
        if day.isocalendar().week != AUTUMN_WEEK:
            day = _good_day(day, held + timedelta(days=1), day + RHYTHM)
        self._services.visit.plan_visit(
            VisitDraft(
                practice_id=self._practice_ids[practice].hex,
                day=typed(day),
                at=PRACTICES[practice].draft.at,
            )
        )

    def _hold(self, plan: VisitPlan, practice: MadeUpPractice, visit_id: VisitId) -> None:
        visits = self._services.visit
        at, minutes = _held_at(plan.day, practice)
        self._clock.go_to(plan.day, at)
        visits.start_visit(visit_id)
        for line in visits.visit(visit_id).feedback:
            visits.give_feedback(visit_id, line.flag_id)
        self._answer_earlier_flags(plan)
        for _number in range(self._random.randint(1, 3)):
            self._raise_flag(plan, visit_id, self._teller(visit_id))
        self._ask_and_promise(plan, visit_id)
        doctors, trainees = self._come(visit_id)
        visits.note_attendance(
            visit_id, AttendanceDraft(doctors=str(doctors), trainees=str(trainees))
        )
        terms = visits.terms()
        visits.set_term(visit_id, terms[self._random.randrange(len(terms))].code)
        self._clock.pass_minutes(minutes)
        visits.end_visit(visit_id)

    def _come(self, visit_id: VisitId) -> tuple[int, int]:
        """Let all doctors come, or all but one; return how many, and how many trainees."""
        people = self._services.visit.visit(visit_id).people
        trained = [one for one in people if one.role is not DoctorRole.TRAINEE]
        away = trained[-1:] if self._random.randint(0, 1) else []
        for one in people:
            if one not in away:
                self._services.visit_people.note_doctor(visit_id, one.id, Attendance.SEEN)
        return count_present(self._services.visit.visit(visit_id).people)

    def _teller(self, visit_id: VisitId) -> str:
        """Return who tells of the next flag: one doctor after the other, and now and then it is
        not said. No dice: those make the stories."""
        people = self._services.visit.visit(visit_id).people
        trained = [one for one in people if one.role is not DoctorRole.TRAINEE]
        # The last of the trained ones may have stayed away.
        tellers = [one.id.hex for one in people if one is not trained[-1]] + [NOT_SAID]
        self._told += 1
        return tellers[self._told % len(tellers)]

    def _raise_flag(self, plan: VisitPlan, visit_id: VisitId, told_by: str) -> None:
        step = self._random.choice(
            [NextStep.DOCTOR_TALKS, NextStep.DOCTOR_TALKS, NextStep.PATIENT_RINGS, NextStep.NONE]
        )
        functions = self._random.sample(list(Function), k=self._random.randint(1, 2))
        draft = FlagDraft(
            theme=self._random.choice(list(Theme)).value,
            functions=tuple(function.value for function in functions),
            employment=self._random.choice(["in_job", "in_job", "partly_sick", "sick"]),
            sector=self._random.choice(["office", "care", "teaching", "trade", "not_stated"]),
            age_band=self._random.choice(["30-39", "40-49", "50-59", "not_stated"]),
            urgency=self._random.choice(["can_wait", "can_wait", "within_14_days", "this_week"]),
            mentioned=self._random.choice(["1", "1", "2", "3"]),
            may_quote=self._random.random() < 0.5,
            next_step=step.value,
            who_acts="consultant" if step is NextStep.NONE else "doctor",
            act_by=typed(plan.day + timedelta(days=14)),
            note=self._random.choice(NOTES),
            told_by=told_by,
        )
        taken = {card.code for card in self._services.flag.list_flags()}
        code = new_flag_code(taken, choose=self._random.choice)
        practice_id = self._practice_ids[plan.practice]
        self._services.flag.raise_flag(practice_id, visit_id, draft, code)

    def _answer_earlier_flags(self, plan: VisitPlan) -> None:
        for card in self._services.flag.list_flags():
            if card.practice_id != self._practice_ids[plan.practice]:
                continue
            fate = self._random.random()
            if card.status is FlagStatus.DOCTOR_ASKS and fate < 0.4:
                self._services.flag.move_flag(card.id, FlagStatus.AWAITING)
            elif card.status in (FlagStatus.RAISED, FlagStatus.AWAITING) and fate < 0.5:
                reason = (
                    CloseReason.PATIENT_DECLINED if fate < 0.25 else CloseReason.CITIZEN_ADVISED
                )
                self._services.flag.close_flag(card.id, reason)

    def _ask_and_promise(self, plan: VisitPlan, visit_id: VisitId) -> None:
        visits = self._services.visit
        left = self._left_to_ask[plan.practice]
        if self._random.random() < 0.6 and left:
            question, answer = left.pop(self._random.randrange(len(left)))
            visits.add_question(visit_id, QuestionDraft(question=question, answer=answer))
        for who, what in self._random.sample(PROMISES, k=self._random.randint(0, 2)):
            due = typed(plan.day + timedelta(days=14))
            promise = visits.add_promise(visit_id, PromiseDraft(who=who, what=what, due_on=due))
            visits.keep_promise(promise, kept=self._random.random() < 0.6)


def _held_at(day: date, practice: MadeUpPractice) -> tuple[time, int]:
    """Return when the visit of that day began, a little late as life is, and its minutes."""
    number = day.toordinal() // 7  # no dice: those make the stories
    agreed = datetime.combine(day, read_time(practice.draft.at))
    return (agreed + timedelta(minutes=number % 4)).time(), 28 + number % 5


def _days_of(number: int, today: date) -> list[tuple[date, bool]]:
    """Return the days of one practice, and whether it is the last one before today."""
    first = today - (8 * RHYTHM if number == 0 else timedelta(weeks=PRACTICES[number].weeks))
    day = first + timedelta(days=(weekday_of(number, today) - first.weekday()) % 7)
    days: list[date] = []
    while day < today:
        days.append(_good_day(day, first, today - timedelta(days=1)))
        day += RHYTHM
    return [(one, one == days[-1]) for one in days]


def _good_day(day: date, first: date, last: date) -> date:
    """Return the first open day from `day` on; if it is better avoided, the same weekday as `day`
    in the nearest week in which it is not."""
    weeks = sorted(range(-_WEEKS_ROUND, _WEEKS_ROUND + 1), key=abs)
    near = (_open_day(day), *(day + timedelta(weeks=number) for number in weeks))
    good = (one for one in near if first <= one <= last and _is_good(one))
    return next(good, _open_day(day))


def _is_good(day: date) -> bool:
    return closed_reason(day) is None and _soft_days().reason(day) is None


@cache
def _soft_days() -> SoftDays:
    return SoftDays(row.block for row in default_blocks())


def _open_day(day: date) -> date:
    while day.weekday() > 4 or closed_reason(day) is not None:
        day += timedelta(days=1)
    return day
