"""The plan keeps the rhythm around holidays, closed days and other visits, and says why."""

from __future__ import annotations

import time as stopwatch
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.days import closed_reason
from app.domain.language import PSEUDO, in_language
from app.domain.plan import plan_visits, propose_dates
from app.domain.plan_day import Diary, is_free, refusal
from app.domain.plan_shape import (
    Appointment,
    Candidate,
    ClosedPeriod,
    OwnCalendar,
    Plan,
    PlannedVisit,
    PlanPractice,
    Proposal,
)
from app.domain.soft_block import SoftBlock, SoftDays, default_blocks

FIRST = date(2026, 9, 9)
MARGIN = timedelta(minutes=30)
USUAL = OwnCalendar(soft=SoftDays(row.block for row in default_blocks()))


def practice(key: str = "a", **changes: Any) -> PlanPractice:
    """A practice every sixth Thursday at noon, last visited on Thursday 3 September 2026."""
    thursday = PlanPractice(
        key=key, name=f"Practice {key}", weekdays=(3,), at=time(12), last_held=date(2026, 9, 3)
    )
    return replace(thursday, **changes)


def planned(
    practices: Sequence[PlanPractice],
    booked: Sequence[PlannedVisit],
    first: date,
    weeks: int,
    own: OwnCalendar = USUAL,
) -> Plan:
    """The plan of a consultant with the usual days better avoided, unless told otherwise."""
    return plan_visits(practices, booked, own, first, weeks)


def proposed(
    practice: PlanPractice,
    booked: Sequence[PlannedVisit],
    after: date,
    moving: PlannedVisit | None = None,
) -> tuple[Candidate, ...]:
    return propose_dates(practice, booked, USUAL, after, moving=moving)


def booked(day: date, key: str = "a", at: time = time(12)) -> PlannedVisit:
    return PlannedVisit(key=key, start=datetime.combine(day, at), minutes=30)


def closed(first: date, last: date, reason: str = "autumn holiday") -> ClosedPeriod:
    return ClosedPeriod(first=first, last=last, reason=reason)


def days(plan: Plan, key: str = "a") -> list[date]:
    return [visit.start.date() for visit in plan.visits if visit.key == key]


def first_visit(plan: Plan) -> Proposal:
    return plan.visits[0]


def test_the_next_visit_is_six_weeks_after_the_last_one_held() -> None:
    plan = planned([practice(last_held=date(2026, 9, 17))], (), FIRST, 14)
    assert days(plan) == [date(2026, 10, 29), date(2026, 12, 10)]
    assert [visit.reasons for visit in plan.visits] == [(), ()]


def test_a_closed_practice_moves_the_visit_and_the_reason_names_day_and_cause() -> None:
    autumn = closed(date(2026, 10, 12), date(2026, 10, 16))
    visit = first_visit(planned([practice(closed=(autumn,))], (), FIRST, 8))
    assert f"{visit.start:%d/%m %H.%M}" == "08/10 12.00"
    text = "Not Thursday 15 October: the practice is closed (autumn holiday)."
    assert text in visit.reasons
    assert visit.skipped[0].day == date(2026, 10, 15)


def test_a_public_holiday_moves_the_visit_to_the_same_weekday_near_it() -> None:
    plan = planned([practice(last_held=date(2027, 2, 11))], (), date(2027, 2, 12), 8)
    visit = first_visit(plan)
    assert visit.start.date() in {date(2027, 3, 18), date(2027, 4, 1)}
    assert "Not Thursday 25 March: Maundy Thursday." in visit.reasons


def test_a_holiday_week_is_avoided_while_another_tolerated_day_is_free() -> None:
    summer = practice(last_held=date(2027, 6, 17))
    visit = first_visit(planned([summer], (), date(2027, 6, 18), 10))
    assert visit.start.date() == date(2027, 8, 12)
    assert "Not Thursday 29 July: summer holiday." in visit.reasons


def test_a_holiday_week_is_used_when_nothing_else_is_free_and_says_so() -> None:
    strict = practice(last_held=date(2026, 9, 3), tolerated_from=6, tolerated_to=6)
    visit = first_visit(planned([strict], (), FIRST, 8))
    assert visit.start.date() == date(2026, 10, 15)
    assert visit.reasons == ("It falls in a time that is better avoided: autumn holiday.",)


def test_a_visit_to_another_practice_leaves_room_for_the_way() -> None:
    other = booked(date(2026, 10, 29), "b", time(11, 15))
    visit = first_visit(planned([practice(last_held=date(2026, 9, 17))], [other], FIRST, 9))
    assert visit.start.date() != date(2026, 10, 29)
    assert "Not Thursday 29 October: another visit is too close." in visit.reasons


def test_a_visit_to_another_practice_with_room_for_the_way_moves_nothing() -> None:
    other = booked(date(2026, 10, 29), "b", time(11))
    plan = planned([practice(last_held=date(2026, 9, 17))], [other], FIRST, 9)
    assert days(plan) == [date(2026, 10, 29)]


def test_days_away_move_the_visit_and_are_said() -> None:
    away = OwnCalendar(absences=(closed(date(2026, 10, 26), date(2026, 10, 30), "course"),))
    last = practice(last_held=date(2026, 9, 17))
    visit = first_visit(planned([last], (), FIRST, 9, away))
    assert visit.start.date() == date(2026, 10, 22)
    assert "Not Thursday 29 October: you are away (course)." in visit.reasons


def test_a_roundtable_leaves_room_for_the_way() -> None:
    meeting = Appointment(start=datetime.combine(date(2026, 10, 29), time(10, 45)), minutes=60)
    last = practice(last_held=date(2026, 9, 17))
    visit = first_visit(planned([last], (), FIRST, 9, OwnCalendar(appointments=(meeting,))))
    assert "Not Thursday 29 October: a roundtable is too close." in visit.reasons


def test_a_booked_visit_on_a_day_away_is_a_conflict() -> None:
    away = OwnCalendar(absences=(closed(date(2026, 10, 15), date(2026, 10, 15), ""),))
    plan = planned([practice()], [booked(date(2026, 10, 15))], FIRST, 8, away)
    assert first_visit(plan).reasons == ("Conflict: you are away. Move the visit.",)


def test_every_better_day_not_taken_is_named_with_its_reason() -> None:
    long_break = closed(date(2026, 10, 12), date(2026, 10, 23))
    visit = first_visit(planned([practice(closed=(long_break,))], (), FIRST, 8))
    assert visit.start.date() == date(2026, 10, 8)
    assert [one.day for one in visit.skipped] == [date(2026, 10, 15)]
    anyway = practice(closed=(long_break,), weekdays=())
    visit = first_visit(planned([anyway], (), FIRST, 8))
    assert visit.start.date() == date(2026, 10, 9)
    named = [date(2026, 10, day) for day in (15, 14, 16, 13, 12, 19, 20)]
    assert [one.day for one in visit.skipped] == named


def test_a_better_day_too_near_the_next_booked_visit_is_named() -> None:
    busy = practice(last_held=date(2026, 9, 3), weekdays=())
    closed_on = closed(date(2026, 10, 12), date(2026, 10, 15), "course")
    last = booked(date(2026, 11, 20))
    visit = first_visit(planned([replace(busy, closed=(closed_on,))], [last], FIRST, 8))
    assert visit.start.date() == date(2026, 10, 9)
    near = {one.reason for one in visit.skipped if one.day == date(2026, 10, 19)}
    assert near == {"the next visit booked there is too near"}


def test_a_booked_visit_stays_and_the_next_one_counts_from_it() -> None:
    plan = planned([practice()], [booked(date(2026, 10, 20))], FIRST, 14)
    assert days(plan)[0] == date(2026, 10, 20)
    assert plan.visits[0].booked
    assert days(plan)[1] >= date(2026, 10, 20) + timedelta(weeks=5)


def test_what_is_proposed_keeps_its_distance_to_what_is_booked_after_it() -> None:
    plan = planned([practice()], [booked(date(2026, 11, 24))], FIRST, 12)
    before, after = days(plan)[:2]
    assert after == date(2026, 11, 24)
    assert after - before >= timedelta(weeks=5)


def test_a_booked_visit_on_a_day_that_was_closed_since_is_kept_as_a_conflict() -> None:
    autumn = closed(date(2026, 10, 12), date(2026, 10, 16))
    plan = planned([practice(closed=(autumn,))], [booked(date(2026, 10, 15))], FIRST, 8)
    text = "Conflict: the practice is closed (autumn holiday). Move the visit."
    assert (first_visit(plan).start.day, first_visit(plan).reasons) == (15, (text,))


def test_two_booked_visits_at_the_same_time_are_kept_as_conflicts() -> None:
    day = date(2026, 10, 20)
    plan = planned([practice(), practice("b")], [booked(day), booked(day, "b")], FIRST, 8)
    text = "Conflict: another visit is too close. Move the visit."
    assert [visit.reasons for visit in plan.visits if visit.booked] == [(text,), (text,)]


def test_a_practice_closed_for_all_tolerated_weeks_is_impossible_once_and_comes_right_after() -> (
    None
):
    long_break = closed(date(2026, 10, 1), date(2026, 12, 6), "rebuilding")
    plan = planned([practice(closed=(long_break,))], (), FIRST, 15)
    (impossible,) = plan.impossible
    assert impossible.day == date(2026, 10, 15)
    assert impossible.reason == (
        "No day from 8 October to 29 October 2026 is free: the practice is closed (rebuilding)."
    )
    assert days(plan) == [date(2026, 12, 10)]
    assert "The last visit was" in first_visit(plan).reasons[0]


def test_another_time_is_proposed_only_when_no_tolerated_day_is_free_at_the_wished_one() -> None:
    strict = practice(tolerated_from=6, tolerated_to=6, at=time(12))
    plan = planned([strict], [booked(date(2026, 10, 15), "b", time(11, 15))], FIRST, 8)
    visit = first_visit(plan)
    assert f"{visit.start:%d/%m %H:%M}" == "15/10 12:30"
    assert visit.reasons[-1] == "No tolerated day is free at 12:00, so it is at another time."
    assert plan.impossible == ()


def test_a_practice_never_visited_comes_soon() -> None:
    visit = first_visit(planned([practice(last_held=None)], (), FIRST, 4))
    assert visit.start.date() == date(2026, 9, 10)
    assert visit.reasons[0] == "This is the first visit."


def test_a_practice_not_seen_for_long_comes_as_soon_as_possible() -> None:
    visit = first_visit(planned([practice(last_held=date(2026, 5, 7))], (), FIRST, 4))
    assert visit.start.date() == date(2026, 9, 10)
    assert "17 weeks ago" in visit.reasons[0]


def test_on_the_last_tolerated_day_there_is_still_a_next_visit() -> None:
    due = practice(last_held=date(2026, 7, 18), weekdays=())
    plan = planned([due], (), date(2026, 9, 12), 4)  # a Saturday, eight weeks later
    assert days(plan) == [date(2026, 9, 14)]
    assert plan.impossible == ()


def test_the_reasons_are_in_the_language_spoken() -> None:
    autumn = closed(date(2026, 10, 12), date(2026, 10, 16))
    with in_language(PSEUDO):
        plan = planned([practice(closed=(autumn,))], (), FIRST, 8)
    assert all(reason.startswith("⟦") for visit in plan.visits for reason in visit.reasons)


def test_three_dates_are_proposed_best_first_with_what_speaks_for_and_against() -> None:
    autumn = closed(date(2026, 10, 12), date(2026, 10, 16))
    others = [booked(date(2026, 10, 21), "b")]
    best, second, third = proposed(practice(closed=(autumn,)), others, FIRST)
    assert [found.start.date() for found in (best, second, third)] == [
        date(2026, 10, 8),
        date(2026, 10, 22),
        date(2026, 10, 19),
    ]
    assert "Not the weekday the practice wishes for" in third.bad
    assert (best.weeks_since, best.bad) == (5, ())
    assert "The weekday the practice wishes for" in best.good
    assert second.bad == ("1 other visit that week",)


def test_dates_to_move_a_visit_count_from_the_visit_before_it() -> None:
    first, second = booked(date(2026, 10, 8)), booked(date(2026, 11, 19))
    found = proposed(practice(), [first, second], FIRST, moving=second)
    assert date(2026, 11, 19) not in {choice.start.date() for choice in found}
    assert [choice.weeks_since for choice in found] == [5, 7, 6]


def test_forty_practices_and_ten_years_are_planned_while_one_waits() -> None:
    many = [practice(f"{n:02}", weekdays=(n % 5,), rhythm_weeks=4 + n % 5) for n in range(40)]
    planned(many[:1], (), FIRST, 520)
    started = stopwatch.process_time()
    planned(many, (), FIRST, 520)
    assert stopwatch.process_time() - started < 6


@st.composite
def practices(draw: st.DrawFn) -> list[PlanPractice]:
    """Up to six practices with rhythms, wishes and closed days of all kinds."""
    made = []
    for number in range(draw(st.integers(1, 6))):
        rhythm = draw(st.integers(1, 12))
        breaks = draw(st.lists(st.tuples(st.integers(-20, 500), st.integers(0, 60)), max_size=3))
        since = draw(st.none() | st.integers(0, 150))
        made.append(
            practice(
                f"{number}",
                rhythm_weeks=rhythm,
                tolerated_from=draw(st.integers(max(1, rhythm - 3), rhythm)),
                tolerated_to=rhythm + draw(st.integers(0, 4)),
                weekdays=tuple(draw(st.sets(st.integers(0, 4), max_size=3))),
                at=draw(st.sampled_from([None, time(8, 15), time(12), time(12, 30)])),
                closed=tuple(
                    closed(FIRST + timedelta(start), FIRST + timedelta(start + length))
                    for start, length in breaks
                ),
                last_held=None if since is None else FIRST - timedelta(since),
            )
        )
    return made


@st.composite
def bookings(draw: st.DrawFn) -> list[PlannedVisit]:
    """A few booked visits, some on impossible days."""
    places = st.tuples(st.integers(0, 300), st.integers(0, 6), st.sampled_from([9, 12, 13]))
    return [
        booked(FIRST + timedelta(day), f"{key}", time(hour))
        for day, key, hour in draw(st.lists(places, max_size=5))
    ]


@st.composite
def calendars(draw: st.DrawFn) -> OwnCalendar:
    """Days away, roundtables, and weeks better avoided."""
    away = draw(st.lists(st.tuples(st.integers(-20, 400), st.integers(0, 30)), max_size=4))
    meetings = draw(st.lists(st.tuples(st.integers(0, 400), st.integers(8, 15)), max_size=6))
    weeks = draw(st.sets(st.integers(1, 53), max_size=8))
    return OwnCalendar(
        absences=tuple(
            closed(FIRST + timedelta(start), FIRST + timedelta(start + length), "course")
            for start, length in away
        ),
        appointments=tuple(
            Appointment(start=datetime.combine(FIRST + timedelta(day), time(hour)), minutes=60)
            for day, hour in meetings
        ),
        soft=SoftDays(
            SoftBlock(when=f"week {week}", name="school", year=None, source="", last_checked=None)
            for week in weeks
        ),
    )


def years() -> st.SearchStrategy[int]:
    """Days to shift everything by, so that the years 2025 to 2035 are met."""
    return st.integers(-600, 3_300)


def shifted(
    all_of: list[PlanPractice], visits: list[PlannedVisit], own: OwnCalendar, by: int
) -> Any:
    """Return practices, bookings, calendar and first day, `by` days later."""
    on = timedelta(by)
    moved = [
        practice(
            each.key,
            rhythm_weeks=each.rhythm_weeks,
            tolerated_from=each.tolerated_from,
            tolerated_to=each.tolerated_to,
            weekdays=each.weekdays,
            at=each.at,
            closed=tuple(closed(one.first + on, one.last + on) for one in each.closed),
            last_held=each.last_held + on if each.last_held else None,
        )
        for each in all_of
    ]
    later = [booked(v.start.date() + on, v.key, v.start.time()) for v in visits]
    shifted_own = replace(
        own,
        absences=tuple(closed(one.first + on, one.last + on, "course") for one in own.absences),
        appointments=tuple(replace(one, start=one.start + on) for one in own.appointments),
    )
    return moved, later, shifted_own, FIRST + on


@settings(deadline=None, max_examples=45, database=None)
@given(practices(), bookings(), calendars(), years())
def test_whatever_is_asked_the_plan_keeps_its_promises(
    all_of: list[PlanPractice], visits: list[PlannedVisit], own: OwnCalendar, by: int
) -> None:
    all_of, visits, own, first = shifted(all_of, visits, own, by)
    plan = planned(all_of, visits, first, 60, own)
    assert plan == planned(all_of, visits, first, 60, own)
    found = [visit for visit in plan.visits if not visit.booked]
    by_key = {each.key: each for each in all_of}
    assert not [visit for visit in found if closed_reason(visit.start.date())]
    assert not [v for v in found if _is_closed(by_key[v.key], v.start.date())]
    assert not [v for v in found if _is_within(own.absences, v.start.date())]
    assert all(first <= v.start.date() < first + timedelta(weeks=60) for v in plan.visits)
    assert all(one.reason for one in plan.impossible)
    _no_two_meet(plan)
    _no_meeting_is_met(found, own)
    for each in all_of:
        _rhythm_is_kept_or_told(each, plan, own.soft)


@settings(deadline=None, max_examples=40, database=None)
@given(practices(), bookings(), calendars(), st.integers(0, 400))
def test_what_is_not_told_takes_its_room_all_the_same(
    all_of: list[PlanPractice], visits: list[PlannedVisit], own: OwnCalendar, days: int
) -> None:
    whole, until = planned(all_of, visits, FIRST, 60, own), FIRST + timedelta(days)
    part = plan_visits(all_of, visits, own, FIRST, 60, told_until=until)
    told = [one for one in whole.visits if one.booked or one.start.date() <= until]
    assert part == Plan(visits=tuple(told), impossible=whole.impossible)


@settings(deadline=None, max_examples=40, database=None)
@given(practices(), bookings(), calendars())
def test_a_day_is_free_when_there_is_no_word_against_it(
    all_of: list[PlanPractice], visits: list[PlannedVisit], own: OwnCalendar
) -> None:
    diary = Diary(visits, own)
    for each in (replace(one, missed=(FIRST,)) for one in all_of):
        for day in (FIRST + timedelta(number) for number in range(60)):
            word = refusal(each, diary, day)
            assert is_free(each, diary, day, each.at or time(12)) == (word is None)


@settings(deadline=None, max_examples=40, database=None)
@given(practices(), bookings(), calendars(), years())
def test_no_better_day_is_passed_over_without_a_word(
    all_of: list[PlanPractice], visits: list[PlannedVisit], own: OwnCalendar, by: int
) -> None:
    (each, *_others), visits, own, first = shifted(all_of, visits, own, by)
    plan = planned([each], visits, first, 40, own)
    anchor = each.last_held
    for visit in plan.visits:
        day = visit.start.date()
        ideal = anchor + timedelta(weeks=each.rhythm_weeks) if anchor else None
        on_time = ideal is not None and ideal >= first
        given_up = any(ideal is not None and one.day == ideal for one in plan.impossible)
        if not visit.booked and on_time and ideal is not None and not given_up:
            told = {one.day for one in visit.skipped}
            assert {one for one in _nearer(each, ideal, day) if one >= first} <= told
        anchor = day


def _nearer(each: PlanPractice, ideal: date, chosen: date) -> list[date]:
    """The working days nearer to what the practice wishes for than the one chosen."""
    opens = ideal - timedelta(weeks=each.rhythm_weeks - each.tolerated_from)
    span = range((each.tolerated_to - each.tolerated_from) * 7 + 1)

    def far(day: date) -> int:
        unwished = bool(each.weekdays) and day.weekday() not in each.weekdays
        return abs((day - ideal).days) + (10 if unwished else 0)

    days = [opens + timedelta(number) for number in span]
    return [day for day in days if day.weekday() < 5 and far(day) < far(chosen)]


def _is_closed(each: PlanPractice, day: date) -> bool:
    return _is_within(each.closed, day)


def _is_within(periods: Sequence[ClosedPeriod], day: date) -> bool:
    return any(one.first <= day <= one.last for one in periods)


def _no_two_meet(plan: Plan) -> None:
    for before, after in pairwise(plan.visits):
        if before.start + timedelta(minutes=before.minutes) + MARGIN > after.start:
            assert before.booked
            assert after.booked


def _no_meeting_is_met(found: Sequence[Proposal], own: OwnCalendar) -> None:
    for visit in found:
        end = visit.start + timedelta(minutes=visit.minutes)
        for one in own.appointments:
            until = one.start + timedelta(minutes=one.minutes)
            assert end + MARGIN <= one.start or until + MARGIN <= visit.start


def _rhythm_is_kept_or_told(each: PlanPractice, plan: Plan, soft: SoftDays) -> None:
    last = each.last_held
    given_up = [one.day for one in plan.impossible if one.key == each.key]
    for visit in (visit for visit in plan.visits if visit.key == each.key):
        day = visit.start.date()
        if last is not None and not visit.booked:
            since = (day - last) // timedelta(days=1)
            assert since >= each.tolerated_from * 7
            told = visit.reasons or [one for one in given_up if last < one <= day]
            assert told or since == each.rhythm_weeks * 7
            assert since <= each.tolerated_to * 7 or "as soon as possible" in visit.reasons[0]
            if soft.reason(day):
                assert any("better avoided" in reason for reason in visit.reasons)
        last = day
