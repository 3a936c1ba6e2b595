"""Days, times, numbers and lists as people read them, in the language in force.

Danish months are shortened as »jan. feb. mar. apr. maj jun. jul. aug. sep. okt. nov. dec.«
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import cache

from babel.dates import format_date
from babel.lists import format_list

from app.domain.language import _, language, mark, ngettext

_SHORT_DA = (
    "jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec.",
)  # fmt: skip


def long_day(day: date) -> str:
    """Return `9. september 2026` or `9 September 2026`."""
    return _formatted(day, "d. MMMM y", "d MMMM y")


def long_day_in(day: date, spoken: str) -> str:
    """Return the day in a language named like `pl-PL`, whichever one is in force."""
    return format_date(day, "long", locale=spoken.replace("-", "_"))


def day_with_weekday(day: date) -> str:
    """Return `onsdag 9. september 2026` or `Wednesday 9 September 2026`."""
    return _formatted(day, "EEEE d. MMMM y", "EEEE d MMMM y")


def weekday_and_day(day: date) -> str:
    """Return `onsdag 9. september` or `Wednesday 9 September`, where the year is clear."""
    return _formatted(day, "EEEE d. MMMM", "EEEE d MMMM")


def day_and_month(day: date) -> str:
    """Return `9. september` or `9 September`, where the year is clear."""
    return _formatted(day, "d. MMMM", "d MMMM")


def short_day(day: date) -> str:
    """Return `9. sep.` or `9 Sep`."""
    if language() == "da":
        return f"{day.day}. {_SHORT_DA[day.month - 1]}"
    return _formatted(day, "", "d MMM")


def short_day_and_year(day: date, today: date) -> str:
    """Return `9. sep.`, and `9. sep. 2025` where the year is not that of `today`."""
    return short_day(day) if day.year == today.year else f"{short_day(day)} {day.year}"


def short_weekday_and_day(day: date) -> str:
    """Return `ons. 9. sep.` or `Wed 9 Sep`."""
    if language() == "da":
        return f"{_formatted(day, 'EEE', '')} {short_day(day)}"
    return _formatted(day, "", "EEE d MMM")


def tight_day(day: date) -> str:
    """Return `9/9`, for narrow tables."""
    return mark(f"{day.day}/{day.month}")


def numeric_day(day: date) -> str:
    """Return `09.09.26` or `09/09/26`, for narrow places where the year is not clear."""
    return mark(f"{day:%d.%m.%y}" if language() == "da" else f"{day:%d/%m/%y}")


def tight_span(first: date, last: date) -> str:
    """Return `9/9–2/10`; across the end of a year `13/11 2026 – 21/1 2027`, days unbroken."""
    if first.year == last.year:
        return f"{tight_day(first)}–{tight_day(last)}"
    return f"{tight_day(first)}\N{NO-BREAK SPACE}{first.year}\N{NO-BREAK SPACE}– " + (
        f"{tight_day(last)}\N{NO-BREAK SPACE}{last.year}"
    )


def month_and_year(day: date) -> str:
    """Return `september 2026` or `September 2026`."""
    return _formatted(day, "MMMM y", "MMMM y")


def month_name(day: date) -> str:
    """Return `september` or `September`."""
    return _formatted(day, "MMMM", "MMMM")


def weekday_name(day: date) -> str:
    """Return `onsdag` or `Wednesday`."""
    return _formatted(day, "EEEE", "EEEE")


def week(day: date) -> str:
    """Return the ISO week: `uge 37` or `week 37`."""
    return _("week {number}").format(number=day.isocalendar().week)


def weeks(first: date, last: date) -> str:
    """Return `uge 36 til 41` or `weeks 36 to 41`; one week alone is named as such, and across the
    end of a year each week has its year."""
    one, other = first.isocalendar(), last.isocalendar()
    if (one.year, one.week) == (other.year, other.week):
        return week(first)
    if one.year == other.year:
        return _("weeks {first} to {last}").format(first=one.week, last=other.week)
    # i18n: Danish: »uge 47 (2026) til uge 4 (2027)«
    text = _("week {first} ({first_year}) to week {last} ({last_year})")
    return text.format(first=one.week, first_year=one.year, last=other.week, last_year=other.year)


def long_span(first: date, last: date) -> str:
    """Return the days from `first` to `last`; one day alone is named as such."""
    if first == last:
        return long_day(first)
    return _("{first} to {last}").format(first=long_day(first), last=long_day(last))


def clock_time(at: time | datetime) -> str:
    """Return `8.15` or `08:15`."""
    return mark(_clock(at))


def time_span(start: datetime, minutes: int) -> str:
    """Return `kl. 12.30–13.00` or `12:30–13:00`; of no minutes only the beginning."""
    span = _clock(start)
    if minutes:
        span += f"–{_clock(start + timedelta(minutes=minutes))}"
    return f"kl. {span}" if language() == "da" else mark(span)


def number(value: float) -> str:
    """Return a number with at most two decimals: `7,5` or `7.5`."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if language() == "da" else text


def hours(value: float) -> str:
    """Return `10 timer` or `10 hours`."""
    return ngettext("{n} hour", "{n} hours", 1 if value == 1 else 2).format(n=number(value))


def ago_in_days(day: date, today: date) -> str:
    """Return how old something is: `42 dage` or `42 days`."""
    n = (today - day).days
    return ngettext("{n} day", "{n} days", n).format(n=n)


def days_left(day: date, today: date) -> str:
    """Return `i dag`, `i morgen`, `om 5 dage`, or how many days ago it was."""
    n = (day - today).days
    if n == 0:
        return _("today")
    if n == 1:
        return _("tomorrow")
    if n > 0:
        return ngettext("in {n} day", "in {n} days", n).format(n=n)
    return ngettext("{n} day ago", "{n} days ago", -n).format(n=-n)


def joined(items: Sequence[str]) -> str:
    """Return `a, b og c` or `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    # British English has no comma before the last "and".
    return mark(format_list(list(items), locale="da" if language() == "da" else "en_GB"))


def quoted(text: str) -> str:
    """Return the text in the quotation marks of the language: `»…«` or `“…”`."""
    return f"»{text}«" if language() == "da" else f"“{text}”"


def _clock(at: time | datetime) -> str:
    return f"{at.hour}.{at:%M}" if language() == "da" else f"{at:%H:%M}"


def _formatted(day: date, danish: str, english: str) -> str:
    plain = day.date() if isinstance(day, datetime) else day
    if language() == "da":
        return _cached(plain, danish, "da")
    # British English would shorten September as no other month, to four letters.
    return mark(_cached(plain, english, "en"))


@cache
def _cached(day: date, pattern: str, locale: str) -> str:
    return format_date(day, pattern, locale=locale)
