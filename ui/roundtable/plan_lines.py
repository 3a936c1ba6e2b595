"""What a roundtable holds, as the lines of its cards."""

from __future__ import annotations

from datetime import date

from app.domain.agreement import ActionRow, AgreementRow, StepRow
from app.domain.consent import WARN_DAYS, ConsentStatus
from app.domain.language import N_, _, ngettext
from app.domain.roundtable import ParticipantRow, RoundtableSheet, Seat
from app.domain.scheme import SchemeRow, SchemeState, scheme_name, scheme_of, state_words
from app.domain.words import hours, short_day, short_day_and_year, tight_day, tight_span, weeks
from ui.common.badge import Badge
from ui.common.bars import TimeBar
from ui.common.tokens import Tone
from ui.roundtable.line_table import Line
from ui.roundtable.remark_capture import SHORT_LABELS


def participant_lines(sheet: RoundtableSheet, today: date, *, opens: bool) -> list[Line]:
    """Return who sits at the table, each with the state of the consent to meet."""
    return [
        Line(
            row.id,
            (row.name, role_of(row), _consent_badge(row, today), _came(row, sheet, today)),
            opens=opens,
        )
        for row in sheet.participants
    ]


def agreement_lines(sheet: RoundtableSheet, *, opens: bool) -> list[Line]:
    """Return the agreements."""
    return [Line(row.id, _agreement(row), opens=opens) for row in sheet.agreements]


def step_lines(sheet: RoundtableSheet, *, opens: bool) -> list[Line]:
    """Return the hours ladder, each step with a bar."""
    whole = sheet.weekly_hours or max((row.facts.hours for row in sheet.steps), default=0)
    return [
        Line(row.id, _step(place, row, whole), opens=opens)
        for place, row in enumerate(sheet.steps, start=1)
    ]


def action_lines(sheet: RoundtableSheet, *, opens: bool) -> list[Line]:
    """Return who does what by when."""
    return [Line(row.id, _action(row), opens=opens) for row in sheet.actions]


def scheme_lines(sheet: RoundtableSheet, today: date, *, opens: bool) -> list[Line]:
    """Return the schemes, and how far one has come with each."""
    return [Line(row.id, _scheme(row, today), opens=opens) for row in sheet.schemes]


def role_of(row: ParticipantRow) -> str:
    """Return the role as written, else what the seat says."""
    if row.role:
        return row.role
    seats = {Seat.CITIZEN: _("Citizen"), Seat.CONSULTANT: _("Consultant"), Seat.PARTY: ""}
    return seats[row.seat]


_RAN_OUT = (N_("Ran out {day}"), "timer-off")
_ENDED: dict[ConsentStatus, tuple[str, str]] = {
    ConsentStatus.WITHDRAWN: (N_("Withdrawn {day}"), "circle-x"),
    ConsentStatus.REFUSED: (N_("Said no {day}"), "hand"),
    ConsentStatus.INVALID: (N_("A mistake {day}"), "triangle-alert"),
    ConsentStatus.FULFILLED: (N_("Reached {day}"), "check-check"),
}


def _consent_badge(row: ParticipantRow, today: date) -> Badge:
    if row.seat is Seat.CITIZEN:
        # i18n: Danish: »Borgerens egen plan«
        return Badge(_("The citizen's own plan"), Tone.NEUTRAL, "user-round")
    if row.seat is Seat.CONSULTANT:
        return Badge(_("Keeps the record"), Tone.NEUTRAL, "pencil")
    if row.status is ConsentStatus.LIVE and row.until is not None:
        left = (row.until - today).days
        if left <= WARN_DAYS:
            words = ngettext("Ends in {n} day", "Ends in {n} days", left).format(n=left)
            return Badge(words, Tone.WARN, "hourglass")
        until = short_day_and_year(row.until, today)
        return Badge(_("Until {day}").format(day=until), Tone.OK)
    if row.status is None or row.until is None:
        tone = Tone.DANGER if row.attended else Tone.NEUTRAL
        return Badge(_("No consent to meet"), tone, "ban")
    words, icon = _ENDED.get(row.status, _RAN_OUT)
    return Badge(_(words).format(day=tight_day(row.until)), Tone.DANGER, icon)


def _came(row: ParticipantRow, sheet: RoundtableSheet, today: date) -> str:
    if sheet.facts.day > today:
        return _("Comes") if row.attended else _("Does not come")
    return _("Took part") if row.attended else _("Did not take part")


def _agreement(row: AgreementRow) -> tuple[str, ...]:
    facts = row.facts
    return (
        facts.function,
        facts.task,
        facts.adjustment,
        tight_span(facts.first, facts.last),
        short_day(facts.review_on),
        facts.owner,
        _(SHORT_LABELS[facts.audience]),
    )


def _step(place: int, row: StepRow, whole: float) -> tuple[str, str, str, TimeBar]:
    bar = TimeBar((max(whole, row.facts.hours, 1),), height=8)
    bar.set_done(row.facts.hours)
    when = _upper_first(weeks(row.facts.first, row.facts.last))
    return (
        _("Step {number}").format(number=place),
        f"{when} · {row.facts.days}" if row.facts.days else when,
        hours(row.facts.hours),
        bar,
    )


def _action(row: ActionRow) -> tuple[str, str, str]:
    due = short_day(row.facts.due_on) if row.facts.due_on else ""
    return row.facts.who, row.facts.what, due


def _scheme(row: SchemeRow, today: date) -> tuple[str, Badge | str, str]:
    known = scheme_of(row.facts.scheme)
    said: Badge | str = state_words(row.facts)
    if row.facts.state is SchemeState.TO_APPLY and known and not known.is_certain(today):
        # i18n: Danish: »Undersøg reglerne«
        said = Badge(_("Check the rules"), Tone.WARN, "triangle-alert")
    return scheme_name(row.facts), said, row.facts.who


def _upper_first(words: str) -> str:
    return words[:1].upper() + words[1:]
