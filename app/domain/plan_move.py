"""What moving one visit to another day would lead to, told before it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.language import _, ngettext
from app.domain.plan_day import Diary, better_avoided
from app.domain.plan_load import DayLoad, hard_reason, week_loads
from app.domain.plan_shape import Appointment, OwnCalendar, PlannedVisit, PlanPractice
from app.domain.words import clock_time, day_and_month, time_span, week, weekday_and_day


@dataclass(frozen=True, slots=True, kw_only=True)
class MovePlace:
    """A visit and what stands around it: what is booked elsewhere, and later at its practice."""

    practice: PlanPractice
    visit: PlannedVisit
    others: Sequence[PlannedVisit]
    held: Sequence[PlannedVisit]  # they only tell how full a day was
    names: Mapping[str, str]  # of the practices, by the key of a visit
    own: OwnCalendar
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """What comes of one day. With a `refusal` the visit cannot be there."""

    start: datetime
    when: str
    refusal: str | None
    rhythm: str
    in_window: bool
    soft: tuple[str, ...]
    following: str
    fits_following: bool
    loads: tuple[DayLoad, ...]

    def words(self) -> str:
        """Return all of it in sentences, to be heard."""
        parts = (f"{self.when}.", self.refusal, self.rhythm, *self.soft, self.following)
        return " ".join(part for part in parts if part)


class MoveOutlook:
    """Knows what comes of each day the visit could be moved to."""

    def __init__(self, place: MovePlace) -> None:
        self._place = place
        self._diary = Diary(place.others, place.own)
        self._loaded = Diary((*place.others, *place.held), place.own)
        mine = [visit for visit in place.others if visit.key == place.practice.key]
        self._mine = sorted(mine, key=lambda visit: visit.start)
        self._known: dict[date, Consequence] = {}

    def at(self, day: date) -> Consequence:
        """Return what comes of moving the visit to `day`, at the time it has."""
        if day not in self._known:
            self._known[day] = self._find(day)
        return self._known[day]

    def _find(self, day: date) -> Consequence:
        start = datetime.combine(day, self._place.visit.start.time())
        rhythm, in_window = self._rhythm(day)
        following, fits_following = self._following(day)
        words = weekday_and_day(day)
        return Consequence(
            start=start,
            when=_("{day}, {week}, {time}").format(
                day=words[:1].upper() + words[1:],
                week=week(day),
                time=time_span(start, self._place.visit.minutes),
            ),
            refusal=self._refusal(start),
            rhythm=rhythm,
            in_window=in_window,
            soft=better_avoided(self._diary.soft_reason(day)),
            following=following,
            fits_following=fits_following,
            loads=tuple(week_loads(self._loaded, day, self._place.practice)),
        )

    def _refusal(self, start: datetime) -> str | None:
        day, practice = start.date(), self._place.practice
        reason = _("the day has passed") if day < self._place.today else None
        reason = reason or hard_reason(self._diary, day, practice)
        reason = reason or self._collision(start)
        if reason is None:
            return None
        return _("Not {day}: {reason}.").format(day=weekday_and_day(day), reason=reason)

    def _collision(self, start: datetime) -> str | None:
        """Return what leaves no time for the visit and the way, by name and time."""
        other = self._diary.in_the_way(start, self._place.visit.minutes)
        if other is None:
            return None
        at = clock_time(other.start)
        if isinstance(other, Appointment):
            return _("too close to the roundtable at {time}").format(time=at)
        name = self._place.names.get(other.key, "")
        return _("too close to the visit at {practice} at {time}").format(practice=name, time=at)

    def _rhythm(self, day: date) -> tuple[str, bool]:
        """Return how long it is since the visit before, and whether that is tolerated."""
        before, is_held = self._before(day)
        if before is None:
            return _("It would be the first visit there."), True
        days, practice = (day - before).days, self._place.practice
        said = _since(days, before, is_held=is_held)
        low, high = practice.tolerated_from, practice.tolerated_to
        fits = low * 7 <= days <= high * 7
        text = _("{said}: within the {low} to {high} weeks tolerated.")
        if days < low * 7:
            text = _("{said}: sooner than the {low} to {high} weeks tolerated.")
        elif not fits:
            text = _("{said}: later than the {low} to {high} weeks tolerated.")
        return text.format(said=said, low=low, high=high), fits

    def _before(self, day: date) -> tuple[date | None, bool]:
        """Return the day of the visit before, and whether it was held."""
        earlier = [visit.start.date() for visit in self._mine if visit.start.date() < day]
        last = self._place.practice.last_held
        if earlier and (last is None or earlier[-1] > last):
            return earlier[-1], False
        return last, True

    def _following(self, day: date) -> tuple[str, bool]:
        """Return what the visits planned after this one do, and whether the first of them is
        then neither too soon nor too late."""
        was = self._place.visit.start.date()
        later = [visit.start.date() for visit in self._mine if visit.start.date() > was]
        if not later:
            return _("What is proposed after it counts from the new day."), True
        if later[0] <= day:
            text = _("The visit planned {day} would then come before it.")
            return text.format(day=day_and_month(later[0])), False
        gap, practice = (later[0] - day).days, self._place.practice
        text = ngettext(
            "{n} day later comes the next one, {day}, unless it is moved along.",
            "{n} days later comes the next one, {day}, unless it is moved along.",
            gap,
        )
        said = text.format(n=gap, day=day_and_month(later[0]))
        if gap < practice.tolerated_from * 7:
            return " ".join((said, _("That is sooner than tolerated."))), False
        if gap > practice.tolerated_to * 7:
            return " ".join((said, _("That is later than tolerated."))), False
        return said, True


def _since(days: int, before: date, *, is_held: bool) -> str:
    if is_held:
        text = ngettext(
            "{n} day after the visit held {day}", "{n} days after the visit held {day}", days
        )
    else:
        text = ngettext(
            "{n} day after the visit planned {day}", "{n} days after the visit planned {day}", days
        )
    return text.format(n=days, day=day_and_month(before))
