"""The next visit to a practice: booked already, or the best of the dates proposed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.language import _, ngettext
from app.domain.plan_shape import Candidate
from app.domain.visit import VisitRow, VisitStatus
from app.domain.words import clock_time, week, weekday_and_day
from ui.common.desk import Desk


@dataclass(frozen=True, slots=True)
class NextDate:
    """What is known of the next visit."""

    booked: VisitRow | None
    proposed: tuple[Candidate, ...]

    def head(self) -> str:
        """Return what kind of date it is."""
        if self.booked is not None:
            return _("Next visit, booked")
        # i18n: Danish: »Foreslået næste besøg«
        return _("Proposed next visit")

    def day(self) -> str:
        """Return day and time in words."""
        start = self._start()
        if start is None:
            return _("No free day within the rhythm")
        words = weekday_and_day(start.date())
        # i18n: Danish: »Onsdag 21. oktober kl. 12.30«
        return _("{day} at {time}").format(
            day=words[:1].upper() + words[1:], time=clock_time(start)
        )

    def why(self) -> str:
        """Return the week, how far away it is, and the first reason for it."""
        start = self._start()
        if start is None:
            return _("Choose one yourself in the plan.")
        number = week(start.date())
        parts = [number[:1].upper() + number[1:]]
        if self.booked is None:
            best = self.proposed[0]
            if best.weeks_since is not None:
                words = ngettext("{n} week from today", "{n} weeks from today", best.weeks_since)
                parts.append(words.format(n=best.weeks_since))
        return ", ".join(parts)

    def _start(self) -> datetime | None:
        if self.booked is not None:
            return self.booked.start
        return self.proposed[0].start if self.proposed else None


def next_date(desk: Desk, visit: VisitRow) -> NextDate:
    """Return the next visit to the practice of `visit`."""
    rows = desk.services.visit.list_visits(visit.practice_id)
    booked = next(
        (
            row
            for row in rows
            if row.status is VisitStatus.PLANNED and row.start.date() > visit.start.date()
        ),
        None,
    )
    if booked is not None:
        return NextDate(booked, ())
    return NextDate(None, desk.services.plan.proposals(visit.practice_id))
